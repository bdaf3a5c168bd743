package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.gbcs.ActivateFirmware;
import io.hanproof.gbcs.ActivateFirmwareAlert;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.CosemDateTime;
import io.hanproof.gbcs.FirmwareActivationAlert;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.FirmwareReceiptAlert.DlmsForm;
import io.hanproof.gbcs.FirmwareReceiptAlert.GbzForm;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.steps.DeviceVoice.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Judges for whom a device says what it says, and when, beyond what its receivers can check of the message alone. */
final class EnvelopeJudge {
    /** A GBCS time is a whole second. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world;

    EnvelopeJudge(World world) {
        this.world = world;
    }

    /** A response goes to whom the command came from, for whom the command was; where it is dated, it is dated rightly. */
    void requireAnswer(Heard answer, SupplierDesk.Sent command) {
        requireTurnedRound(answer, command);
        answer.header()
                .dateTime()
                .flatMap(CosemDateTime::instant)
                .ifPresent(it -> requireTime(answer, it, command.sight().at()));
    }

    void requireTime(Heard alert) {
        said(alert.content()).ifPresent(it -> requireTime(alert, it, earliest(alert.content())));
    }

    private void requireTurnedRound(Heard answer, SupplierDesk.Sent command) {
        if (!answer.header().recipient().equals(command.header().originator())) {
            fail("expected the response to the command of frame %d to be for %s, it is for %s (frame %d)"
                    .formatted(
                            command.frame(),
                            command.header().originator(),
                            answer.header().recipient(),
                            answer.sight().number()));
        }
        var asked = command.header().other().remoteParty();
        if (asked.isPresent() && !answer.header().other().remoteParty().equals(asked)) {
            fail("expected the response to the command of frame %d to name %s, it names %s (frame %d)"
                    .formatted(
                            command.frame(),
                            party(asked),
                            party(answer.header().other().remoteParty()),
                            answer.sight().number()));
        }
    }

    private static String party(Optional<OtherInformation.RemoteParty> party) {
        return party.map(it ->
                        "the remote party %s with counter %s".formatted(it.id(), Long.toUnsignedString(it.counter())))
                .orElse("no remote party");
    }

    /** That it is dated when it can have been true, by a device that knows the time. */
    private void requireTime(Heard heard, Instant said, Instant earliest) {
        Duration tolerance = SECOND.plus(world.timing().readBackTolerance());
        Instant latest = heard.sight().at();
        boolean then = !said.isBefore(earliest.minus(tolerance)) && !said.isAfter(latest.plus(tolerance));
        if (world.run().profile().capabilities().ownClock() && !then) {
            fail("expected a time from %s to %s in what the %s sent, saw %s (frame %d)"
                    .formatted(
                            earliest,
                            latest,
                            world.called(),
                            said,
                            heard.sight().number()));
        }
    }

    private static Optional<Instant> said(Content content) {
        return switch (content) {
            case FirmwareReceiptAlert it ->
                switch (it.form()) {
                    case DlmsForm(var invokeId, var time) -> time.instant();
                    case GbzForm(var time) -> Optional.of(time);
                };
            case ActivateFirmwareAlert it -> Optional.of(it.executionDateTime());
            case FirmwareActivationAlert it -> Optional.of(it.executionDateTime());
            case Content other -> Optional.empty();
        };
    }

    /** An order for later is carried out at its time, and anything else since there is a device to do it. */
    private Instant earliest(Content content) {
        return content instanceof ActivateFirmwareAlert
                ? world.desk()
                        .lastOrder()
                        .order()
                        .flatMap(ActivateFirmware::executionDateTime)
                        .orElse(world.site().start())
                : world.site().start();
    }
}
