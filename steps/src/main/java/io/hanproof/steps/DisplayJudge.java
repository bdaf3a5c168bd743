package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.profile.Profile;
import io.hanproof.steps.AnswerWords.QueryContent;
import io.hanproof.steps.Words.Firmware;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Judges a display by what it sent, as recorded. */
final class DisplayJudge {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final World world;

    DisplayJudge(World world) {
        this.world = world;
    }

    /** Upper edge: the device has had the time to restart that its profile declares. */
    void runsWhenSettled(List<Firmware> expected) {
        Profile.Timing timing = world.timing();
        Duration restart = timing.reboot().plus(timing.readBackTolerance());
        world.timeline().advance(restart);
        if (!world.versionOracle().answers(HanDevices.FIRST)) {
            world.timeline().advance(restart.plus(timing.query())); // restarting once more, or just switched on
        }
        runs(expected);
    }

    /** Lower edge: no tolerance. */
    void runsNow(Firmware expected) {
        runs(List.of(expected));
    }

    private void runs(List<Firmware> expected) {
        var told = world.versionOracle().ask(HanDevices.FIRST);
        List<Long> versions =
                expected.stream().map(it -> world.version(it.name())).toList();
        if (!versions.contains(told.version())) {
            fail("expected the %s to run firmware %s, it says %08X (frame %d)"
                    .formatted(
                            world.called(),
                            names(expected),
                            told.version(),
                            told.shownBy().number()));
        }
        world.ledger().observed("the %s runs firmware %08X".formatted(world.called(), told.version()), told.shownBy());
    }

    private String names(List<Firmware> firmwares) {
        return firmwares.stream()
                .map(it -> "%s (%08X)".formatted(it.name(), world.version(it.name())))
                .collect(Collectors.joining(" or "));
    }

    void hasAsked() {
        var notify = world.witness()
                .last(ImageNotify.class, world.since(), it -> world.isFromHub(it))
                .orElseThrow(() -> new IllegalStateException("the sentence before this one awaits Image Notify"));
        Duration limit = world.timing().query();
        var query = world.witness()
                .await(QueryNextImageRequest.class, notify.number(), limit, it -> world.isFrom(it, HanDevices.FIRST));
        if (query.isEmpty()) {
            throw world.silence()
                    .after(
                            notify,
                            "expected Query Next Image Request within %s of Image Notify (frame %d), saw none"
                                    .formatted(limit, notify.number()));
        }
        world.ledger().observed("it asked after Image Notify", notify, query.orElseThrow());
    }

    void queryCarries(QueryContent content) {
        var query = world.witness()
                .await(
                        QueryNextImageRequest.class,
                        world.since(),
                        world.timing().query(),
                        it -> world.isFrom(it, HanDevices.FIRST))
                .orElseThrow(() -> new PreconditionNotReached("DEV-01", "the PPMID asks for its next image"));
        switch (content) {
            case QueryContent.Hardware() -> {
                if (query.message().hardware().isEmpty()) {
                    fail("expected the hardware version in Query Next Image Request, it has none (frame %d)"
                            .formatted(query.number()));
                }
            }
            case QueryContent.Identity(var firmware) -> {
                var expected = new ImageId(
                        world.model().manufacturerCode(), world.model().imageType(), world.version(firmware));
                if (!query.message().running().equals(expected)) {
                    fail("expected Query Next Image Request of %s, saw %s (frame %d)"
                            .formatted(expected, query.message().running(), query.number()));
                }
            }
        }
        world.ledger().observed("the query carried what it must", query);
    }

    void fetchedEveryOctet(Firmware image) {
        var download = Download.of(world, HanDevices.FIRST, world.image(image.name()), 0);
        world.ledger().evidence("blocks", download.blocks());
        if (!download.isComplete()) {
            fail("expected every octet of image %s to be fetched, %s".formatted(image.name(), download.missing()));
        }
        world.ledger().evidence("sha256", download.octets().sha256().hex().toLowerCase(Locale.ROOT));
        world.ledger().evidence("octets", download.octets().length());
        world.ledger()
                .observed(
                        "%d octets in %d blocks, SHA-256 %s"
                                .formatted(
                                        download.octets().length(),
                                        download.blocks(),
                                        download.octets().sha256().hex()),
                        download.firstAndLast());
    }

    void hasEnded(ZclStatus status) {
        requireDownload();
        var end = firstEnd("Upgrade End Request " + status);
        if (!end.message().status().equals(status)) {
            fail("expected Upgrade End Request %s, saw %s (frame %d)"
                    .formatted(status, end.message().status(), end.number()));
        }
        world.ledger().observed("it ended the transfer with " + status, end);
    }

    /** Any status will do that is not a success; a device that saw early enough what is wrong need not fetch the rest. */
    void hasEndedWithFailure() {
        boolean ended = world.witness()
                .first(UpgradeEndRequest.class, world.since(), it -> world.isFrom(it, HanDevices.FIRST))
                .isPresent();
        if (!ended) {
            requireDownload();
        }
        var end = firstEnd("Upgrade End Request with a failure");
        ZclStatus status = end.message().status();
        if (status.equals(ZclStatus.SUCCESS) || status.equals(ZclStatus.REQUIRE_MORE_IMAGE)) {
            fail("expected Upgrade End Request with a failure, saw %s (frame %d)".formatted(status, end.number()));
        }
        world.ledger().observed("it ended the transfer with " + status, end);
    }

    private void requireDownload() {
        var download = Download.of(world, HanDevices.FIRST, world.supply().lastImage(), world.since());
        if (!download.isComplete()) {
            throw new PreconditionNotReached(
                    world.precondition("DEV-04", "HCA-06"),
                    "the %s has fetched the image: %s".formatted(world.called(), download.missing()));
        }
    }

    private Sight<UpgradeEndRequest> firstEnd(String expected) {
        return world.witness()
                .await(
                        UpgradeEndRequest.class,
                        world.since(),
                        world.timing().check(),
                        it -> world.isFrom(it, HanDevices.FIRST))
                .orElseThrow(() -> world.silence()
                        .of(
                                HanDevices.FIRST,
                                "expected %s within %s of the last block, saw none"
                                        .formatted(expected, world.timing().check())));
    }

    void hasNotEnded(ZclStatus status) {
        var served = world.witness()
                .last(ImageBlockResponse.class, world.since(), it -> world.isTo(it, HanDevices.FIRST))
                .orElseThrow(() -> new PreconditionNotReached(
                        world.precondition("DEV-04", "HCA-06"), "the %s fetches the image".formatted(world.called())));
        var ends =
                world.witness().all(UpgradeEndRequest.class, world.since(), it -> world.isFrom(it, HanDevices.FIRST));
        for (var end : ends) {
            if (end.message().status().equals(status)) {
                fail("expected no Upgrade End Request %s, saw one (frame %d)".formatted(status, end.number()));
            }
        }
        world.ledger()
                .observed(
                        ends.isEmpty()
                                ? "it did not end the transfer"
                                : "it ended the transfer with "
                                        + ends.getLast().message().status(),
                        ends.isEmpty() ? List.of(served) : ends);
    }

    void answersWith(Firmware firmware) {
        if (world.desk().hasAskedSince(world.since())) {
            new DeviceVoiceJudge(world).answersVersion(firmware);
            return;
        }
        var read = world.witness()
                .last(ReadAttributes.class, world.since(), it -> world.isFromHub(it))
                .orElseThrow(() -> new IllegalStateException("the sentence before this one reads the attribute"));
        var answer = world.witness()
                .await(
                        ReadAttributesResponse.class,
                        read.number(),
                        ANSWER,
                        it -> world.isFrom(it, HanDevices.FIRST) && it.sequence() == read.sequence());
        if (answer.isEmpty()) {
            throw world.silence()
                    .after(read, "expected CurrentFileVersion to frame %d, saw none".formatted(read.number()));
        }
        var sight = answer.orElseThrow();
        var version = sight.message().value(OtaAttribute.CURRENT_FILE_VERSION.id());
        long expected = world.version(firmware.name());
        if (version.isEmpty() || !VersionOracle.isNumber(version.get(), expected)) {
            fail("expected CurrentFileVersion %08X, saw %s (frame %d)"
                    .formatted(
                            expected,
                            version.isEmpty() ? "a refusal" : version.get().toString(),
                            sight.number()));
        }
        world.ledger().observed("CurrentFileVersion is %08X".formatted(expected), read, sight);
    }

    void asksForNoBlockWhileWaiting() {
        var waits = world.witness()
                .all(ImageBlockResponse.WaitForData.class, world.since(), it -> world.isTo(it, HanDevices.FIRST));
        if (waits.isEmpty()) {
            throw new PreconditionNotReached("DEV-04", "the PPMID fetches the image and is told to wait");
        }
        var requests =
                world.witness().all(ImageBlockRequest.class, world.since(), it -> world.isFrom(it, HanDevices.FIRST));
        for (var wait : waits) {
            Instant until = wait.at()
                    .plusSeconds(wait.message().requestTime() - wait.message().currentTime());
            for (var request : requests) {
                if (request.number() > wait.number() && request.at().isBefore(until)) {
                    fail("expected no block request before %s (told to wait in frame %d), saw one at %s (frame %d)"
                            .formatted(until, wait.number(), request.at(), request.number()));
                }
            }
        }
        world.ledger().observed("it waited %d times as told".formatted(waits.size()), waits);
    }
}
