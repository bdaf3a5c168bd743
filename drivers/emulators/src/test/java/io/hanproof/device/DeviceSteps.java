package io.hanproof.device;

import io.hanproof.hub.HubEffect;
import io.hanproof.hub.HubEvent;
import io.hanproof.hub.HubState;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Profile.Firmware;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;

/** The sentences of {@link DeviceScenarios}. */
final class DeviceSteps {
    final UpdateBench bench;
    private int transferred;

    DeviceSteps(UpdateBench bench) {
        this.bench = bench;
        bench.hub.listen(message -> {
            if (message instanceof WanMessage.TransferAlert alert) {
                transferred += alert.alertCode() == 0x8F8A ? 1 : 0;
            }
        });
    }

    void given(boolean reached, String what) {
        if (!reached) {
            throw new IllegalStateException(what);
        }
    }

    void then(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    Firmware firmware(String name) {
        return bench.profile.firmware(name);
    }

    Firmware part(String name) {
        return bench.profile.part(name);
    }

    ImageId image(long version) {
        return new ImageId(0xFFFE, 0xAABB, version);
    }

    void hub(Mutation<HubState, HubEvent, HubEffect> habit) {
        bench.hub.script(habit);
    }

    void notified() {
        bench.hub.say(UpdateBench.DISPLAY, ImageNotify.of(100, image(0x20)));
        bench.pass(DeviceScenarios.MINUTE);
    }

    int queries() {
        return bench.said(QueryNextImageRequest.class).size();
    }

    QueryNextImageRequest query() {
        return bench.said(QueryNextImageRequest.class).getFirst();
    }

    void delivered(Firmware firmware) {
        deliveredFile(bench.image(firmware, Optional.empty()).file());
    }

    void deliveredFile(Octets file) {
        bench.deliverFile(file);
        bench.pass(DeviceScenarios.MINUTE.multipliedBy(7));
        bench.timeline.advanceUntil(
                this::isAtRest, bench.timeline.instant().plus(DeviceScenarios.HOUR.multipliedBy(4)));
        bench.pass(Duration.ofSeconds(10));
    }

    void downloads(Firmware firmware, Duration activation) {
        int before = transferred;
        var file = bench.image(
                        firmware,
                        activation.isZero()
                                ? Optional.empty()
                                : Optional.of(bench.timeline.instant().plus(activation)))
                .file();
        bench.deliverFile(file);
        boolean done = bench.timeline.advanceUntil(
                () -> transferred > before, bench.timeline.instant().plus(DeviceScenarios.HOUR));
        given(done, "not downloaded");
    }

    void activatesFirstPart() {
        downloads(part("0x15"), Duration.ZERO);
        bench.pass(Duration.ofMinutes(4));
    }

    void fetchesHalf(Firmware firmware) {
        bench.deliver(firmware);
        given(
                bench.timeline.advanceUntil(
                        () -> bench.display.state().phase() instanceof Phase.Downloading at && at.offset() > 2100,
                        bench.timeline.instant().plus(DeviceScenarios.HOUR)),
                "not half fetched");
    }

    void off(Duration howLong) {
        bench.power(false);
        bench.pass(howLong);
        bench.power(true);
    }

    void until(Duration sinceStart) {
        bench.timeline.advanceTo(UpdateBench.START.plus(sinceStart));
    }

    void order(ImageId image) {
        bench.hub.say(UpdateBench.DISPLAY, new UpgradeEndResponse(image, 0, 0));
    }

    long size() {
        return bench.image(firmware("0x20"), Optional.empty()).served().length();
    }

    /** Octets of the image that were asked for, as blocks. */
    int fetched() {
        var asked = new BitSet();
        for (var request : bench.said(ImageBlockRequest.class)) {
            int at = (int) request.fileOffset();
            asked.set(at, at + request.maximumDataSize());
        }
        return asked.get(0, (int) size()).cardinality();
    }

    /** Whether it asked for nothing that long after it was told to wait. */
    boolean pauses(Duration wait) {
        var told = bench.said(ImageBlockResponse.WaitForData.class, 0);
        given(!told.isEmpty(), "not told to wait");
        long from = told.getFirst();
        return bench.said(ImageBlockRequest.class, from).stream().noneMatch(at -> at < from + wait.toNanos());
    }

    void hasFetchedEverything() {
        then(fetched() == size(), "fetched " + fetched() + " of " + size());
    }

    private boolean isAtRest() {
        var phase = bench.display.state().phase();
        return !(phase instanceof Phase.Querying
                || phase instanceof Phase.Downloading
                || phase instanceof Phase.Checking);
    }

    boolean hasEndedWith(ZclStatus status) {
        return bench.said(UpgradeEndRequest.class).stream()
                .anyMatch(it -> it.status().equals(status));
    }

    void runsStill(long version) {
        bench.pass(Duration.ofMinutes(4));
        runs(version);
    }

    void runs(long version) {
        var answer = bench.answer();
        then(answer.isPresent(), "no answer");
        given(bench.runningIn(answer.get()).isPresent(), "the version cannot be read");
        then(bench.runningIn(answer.get()).getAsLong() == version, "runs " + bench.runningIn(answer.get()));
    }

    void runsSoon(long version) {
        bench.pass(Duration.ofSeconds(186));
        runs(version);
    }

    void runsEither() {
        var answer = bench.answer();
        then(answer.isPresent(), "no answer");
        given(bench.runningIn(answer.get()).isPresent(), "the version cannot be read");
        long version = bench.runningIn(answer.get()).getAsLong();
        then(version == 0x10 || version == 0x20, "runs " + version);
    }
}
