package io.hanproof.steps;

import io.hanproof.hub.Corruption;
import io.hanproof.hub.EndForm;
import io.hanproof.hub.HubEffect;
import io.hanproof.hub.HubEvent;
import io.hanproof.hub.HubScripts;
import io.hanproof.hub.HubState;
import io.hanproof.hub.WaitForm;
import io.hanproof.image.HardwareRange;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.FaultRule;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.profile.DeviceKind;
import io.hanproof.steps.HabitWords.HanHabit;
import io.hanproof.steps.HabitWords.HubHabit;
import io.hanproof.steps.ImageWords.Flaw;
import io.hanproof.steps.ImageWords.HeldImage;
import io.hanproof.steps.ImageWords.ImageForStore;
import io.hanproof.steps.ImageWords.Range;
import io.hanproof.steps.Words.Activation;
import io.hanproof.steps.Words.ActivationOrder;
import io.hanproof.steps.Words.Displays;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the hub does in a scenario, or what is done to it, and to the HAN it forms. */
final class HubActs {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final double ONE_IN_TWENTY = 0.05;
    private static final int EVERYBODY = 100;
    private static final int NOT_THE_FIRST_BLOCKS = 5_000;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final World world;

    HubActs(World world) {
        this.world = world;
    }

    void takeUp(HubHabit habit) {
        world.hub()
                .script(
                        switch (habit) {
                            case HubHabit.BlocksOfAtMost(int octets) -> HubScripts.blocksOf(octets);
                            case HubHabit.LosesBlocks(int count) -> HubScripts.loses(HubScripts::halfWay, count);
                            case HubHabit.RepeatsBlock() -> HubScripts.repeats(HubScripts::halfWay, 1);
                            case HubHabit.AnswersBlocksAfter(var delay) ->
                                HubScripts.late(ImageBlockResponse.Success.class, delay);
                            case HubHabit.TellsToWait(var delay) ->
                                HubScripts.waits(HubScripts::halfWay, 1, WaitForm.RELATIVE, delay);
                            case HubHabit.TellsToWaitUntil() ->
                                HubScripts.waits(HubScripts::halfWay, 1, WaitForm.UTC, Duration.ofMinutes(5));
                            case HubHabit.NoPages() -> HubScripts.noPages();
                            case HubHabit.StopsHalfWay() -> HubScripts.stopsServing(HubScripts::halfWay);
                            case HubHabit.OneBitWrong() -> HubScripts.corrupts(Corruption.MIDDLE);
                            case HubHabit.RelativeTimes() -> HubScripts.activates(EndForm.RELATIVE);
                            case HubHabit.UtcTimes() -> HubScripts.activates(EndForm.UTC);
                            case HubHabit.RefusesEnd() -> HubScripts.refusesEnd(ZclStatus.ABORT);
                            case HubHabit.EndsAnotherImage() -> HubScripts.activates(EndForm.OTHER_IMAGE);
                            case HubHabit.NotifiesHalfWay() -> notifiesHalfWay();
                            case HubHabit.NotifiesOfNothing() ->
                                HubScripts.refusesQueries(ZclStatus.NO_IMAGE_AVAILABLE);
                            case HubHabit.KeepsReads() -> HubScripts.keepsReads();
                        });
        if (habit instanceof HubHabit.NotifiesOfNothing) {
            world.speech().hubNotifies(HanDevices.FIRST);
            world.timeline().advance(world.timing().query());
        }
    }

    private static Mutation<HubState, HubEvent, HubEffect> notifiesHalfWay() {
        return honest -> {
            boolean[] done = {false};
            return (event, state, now) -> {
                var step = honest.on(event, state, now);
                for (HubEffect effect : step.effects()) {
                    if (!done[0]
                            && effect instanceof HubEffect.Send send
                            && send.command() instanceof ImageBlockResponse.Success block
                            && block.fileOffset() > NOT_THE_FIRST_BLOCKS) {
                        done[0] = true;
                        var effects = new ArrayList<>(step.effects());
                        effects.add(new HubEffect.Send(send.to(), ImageNotify.of(EVERYBODY, block.image())));
                        return new Step<>(step.state(), effects);
                    }
                }
                return step;
            };
        };
    }

    void takeUp(HanHabit habit) {
        switch (habit) {
            case HanHabit.InDutyCycle(DutyCycle state) ->
                world.site().ground().dutyCycle(world.hub().address(), state);
            case HanHabit.Unreliable(var mishap) -> {
                FaultRule rule = switch (mishap) {
                    case LOSES -> FaultRule.dropAbove();
                    case REPEATS -> FaultRule.duplicate(Duration.ofMillis(100));
                    case DELAYS -> FaultRule.delay(Duration.ofSeconds(1));
                };
                world.site().ground().disturb(rule.probability(ONE_IN_TWENTY));
            }
        }
    }

    void hold(HeldImage held) {
        DeviceKind kind = world.devices().kind(held.displays().names().getFirst());
        if (held.hardware().isEmpty()) {
            world.supply()
                    .deliver(held.firmware(), held.activation(), held.displays().names());
        } else {
            OtaImage image = imageFor(held.firmware(), kind, held.hardware().get());
            world.supply().send(held.firmware(), image, kind, held.displays().names());
        }
        for (String display : held.displays().names()) {
            world.bench().foundHeld(display, held.firmware(), held.activation());
        }
        world.timeline().advance(ANSWER);
    }

    private OtaImage imageFor(String firmware, DeviceKind kind, Range hardware) {
        Firmwares firmwares = world.site().firmwares();
        var range = new HardwareRange(firmwares.hardware(hardware.minimum()), firmwares.hardware(hardware.maximum()));
        return firmwares.imageFor(firmware, kind, range, Optional.empty());
    }

    /** Delivers to a display under test, and waits until it has done with the image, one way or another. */
    void deliver(String image, Activation activation) {
        world.supply().deliver(image, activation, Displays.FIRST.names());
        world.bench().foundHeld(HanDevices.FIRST, image, activation);
        awaitEnd();
    }

    void deliverFlawed(String name, Flaw flaw) {
        DeviceKind kind = world.devices().kind(HanDevices.FIRST);
        Firmwares firmwares = world.site().firmwares();
        var own = firmwares.model(kind);
        var asOwn = new ImageId(own.manufacturerCode(), own.imageType(), world.version(name));
        OtaImage image = switch (flaw) {
            case OTHER_HARDWARE -> firmwares.imageForOtherHardware(name, kind);
            case OTHER_MODEL -> firmwares.imageForOtherModel(name, kind);
            case OTHER_MAKER -> firmwares.imageByOtherMaker(name, kind);
            case HEADER, LENGTH, TAIL, MIDDLE -> firmwares.image(name, kind, Optional.empty());
            case OTHER_SUPPLIER -> firmwares.imageAuthorisedByAnother(name, kind);
            case OTHER_IMAGES_SIGNATURE -> firmwares.imageAuthorisedForAnother(name, kind);
            case UNSTARTABLE -> firmwares.unstartableImage(name, kind);
        };
        Mutation<HubState, HubEvent, HubEffect> script = switch (flaw) {
            case OTHER_HARDWARE -> HubScripts.ignoresHardware();
            case OTHER_MODEL, OTHER_MAKER ->
                HubScripts.all(HubScripts.offersRegardless(), HubScripts.offersAs(it -> asOwn));
            case HEADER -> HubScripts.corrupts(Corruption.HEADER);
            case LENGTH -> HubScripts.corrupts(Corruption.LENGTH);
            case TAIL -> HubScripts.corrupts(Corruption.TAIL);
            case MIDDLE -> HubScripts.corrupts(Corruption.MIDDLE);
            case OTHER_SUPPLIER, OTHER_IMAGES_SIGNATURE, UNSTARTABLE -> HubScripts.HONEST;
        };
        world.hub().script(script);
        world.supply().send(name, image, kind, Displays.FIRST.names());
        awaitEnd();
    }

    /** Without an offer nothing was put to the test. */
    private void awaitEnd() {
        int since = world.since();
        world.bench()
                .goesOnUntil(
                        HanDevices.FIRST,
                        since,
                        it -> it.message() instanceof UpgradeEndRequest || it.message() instanceof UpgradeEndResponse);
        var offer = world.witness().first(QueryNextImageResponse.Success.class, since, world::isFromHub);
        if (offer.isEmpty()) {
            throw new PreconditionNotReached(
                    world.precondition("DEV-01", "HCA-06"),
                    "the %s asks for the image that it is offered".formatted(world.called()));
        }
        world.timeline().advance(ANSWER);
    }

    /** The other block holds the image of a meter that the arriving one has no quarrel with. */
    void fillWith(ImageForStore image) {
        DeviceKind filler = image.kind() == DeviceKind.HCALCS ? DeviceKind.ESME : DeviceKind.GSME;
        store(ImageForStore.of(filler));
        store(image);
    }

    void store(ImageForStore wanted) {
        String device = world.devices().ensure(wanted.kind());
        String name = wanted.another() ? Firmwares.LATER : Firmwares.UPDATE;
        Firmwares firmwares = world.site().firmwares();
        OtaImage image;
        if (wanted.forced()) {
            image = firmwares.forcedImage(name, wanted.kind());
        } else if (wanted.hardware().isPresent()) {
            image = imageFor(name, wanted.kind(), wanted.hardware().get());
        } else if (wanted.octets().isPresent()) {
            image = firmwares.imageOf(wanted.octets().get(), name, wanted.kind());
        } else {
            image = firmwares.image(name, wanted.kind(), Optional.empty());
        }
        if (world.site().judgesDcc()) {
            world.devices().rest(device);
            world.supply().stock(image, wanted.kind(), List.of(world.devices().address(device)));
            return;
        }
        world.supply().send(name, image, wanted.kind(), List.of(device));
        world.bench().foundHeld(device, name, Activation.AT_ONCE);
        world.timeline().advance(ANSWER.dividedBy(10));
        switch (wanted.fetching()) {
            case NOT_STARTED -> {}
            case STARTED, BEING_FETCHED -> world.bench().halfFetched(device, name);
        }
    }

    void awaitReadBack() {
        Duration limit = AN_HOUR.multipliedBy(2).plus(world.readBackDelay());
        var read = world.witness()
                .await(
                        ReadAttributes.class,
                        0,
                        limit,
                        it -> world.isFromHub(it)
                                && world.isTo(it, HanDevices.FIRST)
                                && it.cluster() == Cluster.OTA.id())
                .orElseThrow(() -> new PreconditionNotReached("RDB-01", "the hub reads the firmware version back"));
        world.timeline().advanceTo(read.at().plus(Duration.ofMinutes(2)));
    }

    void order(ActivationOrder order) {
        var address = world.devices().address(HanDevices.FIRST);
        ImageId image =
                order.firmware().map(it -> world.supply().delivered(it).id()).orElse(ImageId.ANY);
        world.hub().ours().say(address, new UpgradeEndResponse(image, UpgradeEndResponse.NOW, UpgradeEndResponse.NOW));
        world.timeline().advance(ANSWER);
    }

    void readCurrentFileVersion() {
        world.speech().hubReads(HanDevices.FIRST, OtaAttribute.CURRENT_FILE_VERSION);
    }
}
