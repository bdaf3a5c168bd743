package io.hanproof.device;

import static io.hanproof.device.AnsweringWrongly.saying;
import static io.hanproof.device.AnsweringWrongly.sealing;
import static io.hanproof.device.AnsweringWrongly.telling;
import static io.hanproof.device.DisplayMisbehaviours.breaking;
import static io.hanproof.device.Mutations.after;

import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.FirmwareActivationAlert;
import io.hanproof.gbcs.FirmwareActivationAlert.ActivateImage;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.gbcs.UseCase;
import io.hanproof.lab.Machine;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.profile.Baseline;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Wrong ways in which a display tells what it runs, without being asked on the HAN; and what else it may not do unasked. */
final class ReportingWrongly {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration TWO_MONTHS = Duration.ofDays(60);
    private static final long BOOT_LOADER = 0;
    private static final int EVERYBODY = 100;

    private ReportingWrongly() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        var all = new ArrayList<>(ofActivation());
        all.addAll(ofChange());
        all.addAll(unasked());
        return List.copyOf(all);
    }

    private static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> ofActivation() {
        return List.of(
                alerting(
                        "does-not-tell-of-its-activation",
                        "activates its image and sends no alert",
                        telling(it ->
                                isAlert(it, ActivateImage.ACTIVATION_SUCCESS) ? Optional.empty() : Optional.of(it))),
                alerting(
                        "keeps-a-failed-activation-to-itself",
                        "sends no alert when its image does not start",
                        telling(it ->
                                isAlert(it, ActivateImage.ACTIVATION_FAILURE) ? Optional.empty() : Optional.of(it))),
                alerting(
                        "alerts-with-another-version",
                        "names a version in its activation alert that is one too high",
                        saying(
                                FirmwareActivationAlert.class,
                                it -> new FirmwareActivationAlert(
                                        it.executionDateTime(), it.firmwareVersion() + 1, it.activateImage()))),
                alerting(
                        "alerts-success-only",
                        "says that an image was activated that did not start",
                        saying(
                                FirmwareActivationAlert.class,
                                it -> new FirmwareActivationAlert(
                                        it.executionDateTime(),
                                        it.firmwareVersion(),
                                        ActivateImage.ACTIVATION_SUCCESS))),
                alerting(
                        "leaves-its-activation-alert-unsigned",
                        "sends its activation alert without a signature",
                        sealing(FirmwareActivationAlert.class, Seal.NONE)),
                alerting(
                        "signs-its-activation-alert-with-another-key",
                        "signs its activation alert with a key that its certificate is not for",
                        sealing(FirmwareActivationAlert.class, Seal.ANOTHERS_KEY)),
                alerting(
                        "cuts-its-activation-alert-short",
                        "loses the last octet of its activation alert",
                        sealing(FirmwareActivationAlert.class, Seal.CUT_SHORT)),
                alerting(
                        "sends-its-activation-alert-as-its-supplier",
                        "names its supplier as the originator of its activation alert",
                        sealing(FirmwareActivationAlert.class, Seal.SUPPLIERS_NAME)),
                alerting(
                        "does-not-count-its-alerts",
                        "gives every alert the same counter",
                        telling(it -> Optional.of(
                                it.content() instanceof FirmwareActivationAlert
                                        ? new DisplayEffect.Tell(it.header().withCounter(1), it.content(), it.seal())
                                        : it))),
                breaking(
                                Set.of("LOC-03", "RDB-07"),
                                "tells-the-dcc-another-version",
                                "answers the DCC with a version that is one too low",
                                saying(
                                        FirmwareVersion.class,
                                        it -> new FirmwareVersion(
                                                it.firmwareVersion() - 1, ReadResponseCode.READ_SUCCESS)))
                        .underBaseline("2020"),
                DisplayMisbehaviours.breaking(
                                Set.of("ALT-09", "SCO-11"),
                                "speaks-as-of-2020",
                                "sends an activation alert although only the hub is to read and report its version",
                                builtTo(Baseline.BASELINE_2020))
                        .underBaseline("2019"));
    }

    private static Misbehaviour<DisplayState, DisplayEvent, DisplayEffect> alerting(
            String name, String does, Mutation<DisplayState, DisplayEvent, DisplayEffect> change) {
        return Misbehaviour.of(name, does, "DEV-12", change).underBaseline("2020");
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> builtTo(Baseline baseline) {
        return honest -> honest instanceof DisplayMachine it ? it.builtTo(baseline) : honest;
    }

    private static boolean isAlert(DisplayEffect.Tell tell, ActivateImage outcome) {
        return tell.content() instanceof FirmwareActivationAlert alert && alert.activateImage() == outcome;
    }

    private static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> ofChange() {
        return List.of(
                Misbehaviour.of(
                                "tells-of-no-change",
                                "sends no alert when it runs other firmware than before",
                                "GEO-06",
                                after((step, event, before, now) ->
                                        event instanceof DisplayEvent.Due ? silent(step) : step))
                        .under("reporting", "firmware-changed-alert"),
                Misbehaviour.of(
                                "forgets-a-change-without-power",
                                "sends no alert of a change when power went before it could",
                                "GEO-08",
                                after((step, event, before, now) ->
                                        event instanceof DisplayEvent.PowerRestored ? silent(step) : step))
                        .under("reporting", "firmware-changed-alert"),
                Misbehaviour.of(
                                "alerts-without-a-certificate",
                                "an IHD that sends an alert, which it cannot sign",
                                "GEO-09",
                                Uncertified::new)
                        .under("reporting", "firmware-changed-alert"),
                Misbehaviour.of(
                                "does-not-ask-on-power-up",
                                "asks for its next image a day after it was switched on",
                                "GEO-02",
                                after((step, event, before, now) -> event instanceof DisplayEvent.PowerRestored
                                                && step.state().phase() instanceof Phase.Idle
                                        ? new Step<>(step.state().with(new Phase.Idle(now.plus(A_DAY))), step.effects())
                                        : step))
                        .under("reporting", "query-next-image"),
                Misbehaviour.of(
                                "asks-every-hour",
                                "asks for its next image by itself once an hour",
                                "GEO-03",
                                after((step, event, before, now) -> event instanceof DisplayEvent.Offered
                                                && step.state().phase() instanceof Phase.Idle
                                        ? new Step<>(
                                                step.state().with(new Phase.Idle(now.plus(AN_HOUR))), step.effects())
                                        : step))
                        .under("reporting", "query-next-image"));
    }

    private static Step<DisplayState, DisplayEffect> silent(Step<DisplayState, DisplayEffect> step) {
        return Mutations.replacing(
                step, it -> it instanceof DisplayEffect.Tell ? List.<DisplayEffect>of() : List.of(it));
    }

    private static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> unasked() {
        return List.of(
                Misbehaviour.of(
                        "plays-the-hub",
                        "sends Image Notify, which is the hub's to send",
                        "SCO-06",
                        after((step, event, before, now) -> {
                            var query = Mutations.sent(step, QueryNextImageRequest.class);
                            if (query.isEmpty()) {
                                return step;
                            }
                            var effects = new ArrayList<>(step.effects());
                            effects.add(new DisplayEffect.Send(
                                    ImageNotify.of(EVERYBODY, query.get().running())));
                            return new Step<>(step.state(), List.copyOf(effects));
                        })),
                Misbehaviour.of(
                        "takes-one-update-in-its-life", "starts a second update in vain", "SCO-05", OneUpdate::new),
                Misbehaviour.of(
                        "wipes-itself-when-nothing-comes",
                        "is left in its boot loader when it has been told of no image for two months",
                        "CPL-14",
                        honest -> {
                            Instant[] born = {Instant.MAX};
                            return (event, state, now) -> {
                                born[0] = born[0].equals(Instant.MAX) ? now : born[0];
                                boolean old = born[0].plus(TWO_MONTHS).isBefore(now);
                                return honest.on(event, old ? wiped(state) : state, now);
                            };
                        }),
                Misbehaviour.of(
                        "does-not-own-up-to-a-local-update",
                        "says that it runs what it ran before it was updated locally",
                        "LOC-01",
                        Denying::new));
    }

    private static DisplayState wiped(DisplayState state) {
        return state.with(state.flash().withRunning(BOOT_LOADER));
    }

    /** An IHD with something to say. */
    private static final class Uncertified implements Machine<DisplayState, DisplayEvent, DisplayEffect> {
        private final Machine<DisplayState, DisplayEvent, DisplayEffect> honest;

        Uncertified(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
            this.honest = honest;
        }

        @Override
        public Step<DisplayState, DisplayEffect> on(DisplayEvent event, DisplayState state, Instant now) {
            var step = honest.on(event, state, now);
            boolean started = state.phase() instanceof Phase.Rebooting && event instanceof DisplayEvent.Due;
            if (!started || !(honest instanceof DisplayMachine machine) || machine.hasCredentials()) {
                return step;
            }
            var header =
                    new GroupingHeader(Cra.ALERT, 1, machine.address(), Keys.ACB, OtherInformation.of(UseCase.CS09));
            var alert =
                    new FirmwareActivationAlert(now, step.state().flash().running(), ActivateImage.ACTIVATION_SUCCESS);
            var effects = new ArrayList<>(step.effects());
            effects.add(new DisplayEffect.Tell(header, alert, Seal.NONE));
            return new Step<>(step.state(), List.copyOf(effects));
        }
    }

    /** Runs its first update, and whole images after it never. */
    private static final class OneUpdate implements Machine<DisplayState, DisplayEvent, DisplayEffect> {
        private final Machine<DisplayState, DisplayEvent, DisplayEffect> honest;
        private OptionalLong first = OptionalLong.empty();

        OneUpdate(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
            this.honest = honest;
        }

        @Override
        public Step<DisplayState, DisplayEffect> on(DisplayEvent event, DisplayState state, Instant now) {
            if (first.isEmpty()) {
                first = OptionalLong.of(state.flash().running());
            }
            boolean updated = state.flash().running() != first.getAsLong();
            boolean starts = state.phase() instanceof Phase.Rebooting && event instanceof DisplayEvent.Due;
            return honest.on(event, updated && starts ? inVain(state) : state, now);
        }

        private static DisplayState inVain(DisplayState state) {
            return state.flash()
                    .held()
                    .map(it -> {
                        ImageId same = it.image().withFileVersion(state.flash().running());
                        return state.with(state.flash()
                                .withHeld(new Flash.Held(same, it.size(), it.content(), it.hash(), it.order())));
                    })
                    .orElse(state);
        }
    }

    /** Tells what it was told to run over the air, and nothing else. */
    private static final class Denying implements Machine<DisplayState, DisplayEvent, DisplayEffect> {
        private final Machine<DisplayState, DisplayEvent, DisplayEffect> honest;

        Denying(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
            this.honest = honest;
        }

        @Override
        public Step<DisplayState, DisplayEffect> on(DisplayEvent event, DisplayState state, Instant now) {
            var step = honest.on(event, state, now);
            return event instanceof DisplayEvent.UpdatedLocally
                    ? new Step<>(
                            step.state()
                                    .with(step.state()
                                            .flash()
                                            .withRunning(state.flash().running())),
                            step.effects())
                    : step;
        }
    }
}
