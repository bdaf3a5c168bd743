package io.hanproof.hub;

import static io.hanproof.hub.HubChanges.books;
import static io.hanproof.hub.HubChanges.rewrites;
import static io.hanproof.hub.HubChanges.tells;
import static io.hanproof.hub.HubMisbehaviours.fault;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Hubs that read the firmware back wrongly, or report it wrongly: under the 2019 baseline when or what, under the later one
 * that they do it at all.
 */
final class ReadBackFaults {
    private static final String YEAR = "2019";

    private ReadBackFaults() {}

    static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        return List.of(
                fault(
                                "reads-back-a-minute-early",
                                "reads the firmware version nine minutes after the activation time",
                                "RDB-01",
                                books(HubTimer.ReadBack.class, it -> it.minus(Duration.ofMinutes(1))))
                        .underBaseline(YEAR),
                fault(
                                "reads-back-a-minute-late",
                                "reads the firmware version eleven minutes after the activation time",
                                "RDB-01 OTA-13 PWR-04 FRG-06 FRG-09",
                                books(HubTimer.ReadBack.class, it -> it.plus(Duration.ofMinutes(1))))
                        .underBaseline(YEAR),
                fault(
                                "reads-back-late-after-a-long-wait",
                                "reads the firmware version a minute late when the activation was days ahead",
                                "RDB-01",
                                rewrites((effect, event, state, now) -> effect instanceof HubEffect.Book book
                                                && book.timer() instanceof HubTimer.ReadBack
                                                && book.at().isAfter(now.plus(Duration.ofDays(2)))
                                        ? List.of(new HubEffect.Book(
                                                book.timer(), book.at().plus(Duration.ofMinutes(1))))
                                        : List.of(effect)))
                        .underBaseline(YEAR),
                fault(
                                "reads-back-after-ten-minutes-always",
                                "reads the firmware version five minutes before the delay that is set",
                                "RDB-02",
                                books(HubTimer.ReadBack.class, it -> it.minus(Duration.ofMinutes(5))))
                        .under("read-back-delay", "PT15M")
                        .underBaseline(YEAR),
                fault(
                                "reads-back-after-twenty-minutes-always",
                                "reads the firmware version five minutes after the delay that is set",
                                "RDB-02",
                                books(HubTimer.ReadBack.class, it -> it.plus(Duration.ofMinutes(5))))
                        .under("read-back-delay", "PT15M")
                        .underBaseline(YEAR),
                fault(
                                "reads-the-downloaded-version-first",
                                "reads DownloadedFileVersion, and the current one after it",
                                "RDB-03",
                                readsAnotherFirst())
                        .underBaseline(YEAR),
                fault(
                                "gives-up-reading-after-twenty-seconds",
                                "takes a device for silent that answers within 30 seconds",
                                "RDB-05",
                                books(HubTimer.ReadTimeout.class, it -> it.minus(Duration.ofSeconds(10))))
                        .underBaseline(YEAR),
                fault(
                                "waits-ninety-seconds-for-the-answer",
                                "takes an answer that comes after 30 seconds, and reports silence late",
                                "RDB-05 PWR-04",
                                books(HubTimer.ReadTimeout.class, it -> it.plus(Duration.ofSeconds(60))))
                        .underBaseline(YEAR),
                fault(
                                "reads-again-after-six-hours",
                                "reads the firmware version a second time",
                                "RDB-06",
                                readsAgain(Duration.ofHours(6)))
                        .underBaseline(YEAR),
                fault(
                                "reads-again-after-half-an-hour",
                                "reads the firmware version a second time, soon after the first",
                                "RDB-06 PWR-03",
                                readsAgain(Duration.ofMinutes(30)))
                        .underBaseline(YEAR),
                fault(
                                "has-one-reminder-for-each-image",
                                "reads one of the devices that have taken the same image",
                                "OTA-13",
                                remindsOnce())
                        .underBaseline(YEAR),
                fault(
                                "reports-what-it-served",
                                "reports the version of the image in place of the one it read",
                                "ALT-04 FRG-06",
                                reportsItsOwnVersion())
                        .underBaseline(YEAR),
                fault(
                                "reports-an-updated-device-as-unread",
                                "reports a failed read when it reads the version of the image",
                                "ALT-04 ALT-07 FRG-09 RDB-05",
                                reportsNoUpdate())
                        .underBaseline(YEAR),
                fault(
                                "reports-a-silent-device-as-read",
                                "reports version 0 for a device that does not answer",
                                "ALT-05 PWR-04 RDB-05",
                                tells(message -> message instanceof ReadAlert alert
                                                && alert.firmwareVersion().isEmpty()
                                        ? List.of(new ReadAlert(alert.device(), Optional.of(0L)))
                                        : List.of(message)))
                        .underBaseline(YEAR),
                fault(
                                "reports-a-device-once",
                                "does not report the second read-back of a device",
                                "FRG-09",
                                reportsOnce())
                        .underBaseline(YEAR),
                fault(
                                "reads-back-as-of-2019",
                                "reads the firmware version ten minutes after the transfer, although nobody asks",
                                "RDB-06",
                                afterTheTransfer((device, version) ->
                                        new HubEffect.Read(device.unasked(), OtaAttribute.CURRENT_FILE_VERSION.id())))
                        .underBaseline("2020"),
                fault(
                                "reports-activations-itself",
                                "tells the DCC ten minutes after the transfer what a device should be running by then",
                                "ALT-09",
                                afterTheTransfer((device, version) ->
                                        new HubEffect.Alert(new ReadAlert(device.address(), Optional.of(version)))))
                        .underBaseline("2020"));
    }

    private static Mutation<HubState, HubEvent, HubEffect> readsAnotherFirst() {
        return rewrites((effect, event, state, now) -> effect instanceof HubEffect.Read read
                ? List.of(new HubEffect.Read(read.from(), OtaAttribute.DOWNLOADED_FILE_VERSION.id()), read)
                : List.of(effect));
    }

    private static Mutation<HubState, HubEvent, HubEffect> readsAgain(Duration later) {
        return rewrites((effect, event, state, now) ->
                effect instanceof HubEffect.Read read ? List.of(read, later(read, now.plus(later))) : List.of(effect));
    }

    /** Of a display's image: whoever waits for a supplier's command is told of no image by its name. */
    private static Mutation<HubState, HubEvent, HubEffect> afterTheTransfer(BiFunction<Peer, Long, HubEffect> what) {
        return rewrites((effect, event, state, now) -> {
            if (!(effect instanceof HubEffect.Send send)
                    || !(send.command() instanceof UpgradeEndResponse end)
                    || end.image().equals(ImageId.ANY)) {
                return List.of(effect);
            }
            var later = what.apply(send.to(), end.image().fileVersion());
            return List.of(effect, new HubEffect.Book(new HubTimer.Delayed(later), now.plus(Duration.ofMinutes(10))));
        });
    }

    private static Mutation<HubState, HubEvent, HubEffect> remindsOnce() {
        return rewrites((effect, event, state, now) -> effect instanceof HubEffect.Book book
                        && book.timer() instanceof HubTimer.ReadBack
                        && event instanceof HubEvent.Asked(var from, var command)
                        && state.taken().stream()
                                .anyMatch(it -> it.reading() == Taken.Reading.BOOKED
                                        && !it.device().address().equals(from.address()))
                ? List.of()
                : List.of(effect));
    }

    private static Mutation<HubState, HubEvent, HubEffect> reportsItsOwnVersion() {
        return reports((read, taken) -> Optional.of(taken.image().fileVersion()));
    }

    private static Mutation<HubState, HubEvent, HubEffect> reportsNoUpdate() {
        return reports((read, taken) -> read == taken.image().fileVersion() ? Optional.empty() : Optional.of(read));
    }

    /** Reports something else than the version it read. */
    private static Mutation<HubState, HubEvent, HubEffect> reports(BiFunction<Long, Taken, Optional<Long>> other) {
        return rewrites((effect, event, state, now) -> {
            if (effect instanceof HubEffect.Alert(ReadAlert alert, var seal)
                    && alert.firmwareVersion().isPresent()) {
                for (var taken : state.taken()) {
                    if (taken.device().address().equals(alert.device())) {
                        return List.of(new HubEffect.Alert(new ReadAlert(
                                alert.device(),
                                other.apply(alert.firmwareVersion().get(), taken))));
                    }
                }
            }
            return List.of(effect);
        });
    }

    /** Keeps a list of its own of the devices it has reported. */
    private static Mutation<HubState, HubEvent, HubEffect> reportsOnce() {
        return honest -> {
            Set<Eui64> reported = new HashSet<>();
            return tells(message -> message instanceof ReadAlert alert && !reported.add(alert.device())
                            ? List.of()
                            : List.of(message))
                    .of(honest);
        };
    }

    private static HubEffect later(HubEffect.Read read, Instant at) {
        return new HubEffect.Book(new HubTimer.Delayed(read), at);
    }
}
