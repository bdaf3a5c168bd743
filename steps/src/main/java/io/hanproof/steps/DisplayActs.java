package io.hanproof.steps;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.steps.HabitWords.DisplayHabit;
import io.hanproof.steps.HabitWords.PowerOrder;
import io.hanproof.steps.HabitWords.Silent;
import io.hanproof.steps.Words.Activation;
import io.hanproof.steps.Words.Asking;
import io.hanproof.steps.Words.Displays;
import io.hanproof.steps.Words.Piece;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.TimeAttribute;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** What a display does in a scenario, or what is done to it. */
final class DisplayActs {
    private static final int BLOCK = 40;
    private static final int PAGE = 400;
    private static final Duration SPACING = Duration.ofMillis(50);
    private static final Duration NOTIFY = Duration.ofMinutes(1);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int ONE_BIT = 1;

    private final World world;

    DisplayActs(World world) {
        this.world = world;
    }

    void takeUp(String display, DisplayHabit habit) {
        world.devices().takeUp(display, habit);
    }

    void isNotified(String image) {
        world.supply().deliver(image, Activation.AT_ONCE, Displays.FIRST.names());
        world.bench().foundHeld(HanDevices.FIRST, image, Activation.AT_ONCE);
        var notified = world.witness().await(ImageNotify.class, world.since(), NOTIFY, world::isFromHub);
        if (notified.isEmpty()) {
            throw new BenchFault("our hub did not notify the PPMID");
        }
    }

    /** The display asks for its image and fetches it, until it stands still or the hub has ended the transfer. */
    void fetch(String display) {
        int since = world.witness().next();
        world.devices().powerOn(display);
        world.devices().letGo(display);
        var last = world.bench()
                .goesOnUntil(display, since, it -> world.isFromHub(it) && it.message() instanceof UpgradeEndResponse);
        if (last.isEmpty()
                && world.witness()
                        .first(ImageBlockResponse.class, since, it -> world.isTo(it, display))
                        .isEmpty()) {
            throw new PreconditionNotReached("OTA-06", "the %s fetches the image".formatted(display));
        }
    }

    void endTransfer(String display, ZclStatus status) {
        world.speech()
                .say(
                        display,
                        new UpgradeEndRequest(status, world.supply().lastImage().id()));
        world.timeline().advance(ANSWER);
    }

    void switchPower(String display, PowerOrder order) {
        var address = world.devices().address(display);
        order.from()
                .map(world::today)
                .filter(it -> it.isAfter(world.timeline().instant()))
                .ifPresentOrElse(
                        from -> world.timeline()
                                .at(from, () -> world.site().ground().power(address, order.on())),
                        () -> world.site().ground().power(address, order.on()));
    }

    /** A display that hanproof plays says nothing while it is not led on. */
    void keepSilent(Silent silent) {
        var last = world.witness()
                .last(ImageBlockResponse.Success.class, 0, it -> world.isTo(it, HanDevices.FIRST))
                .orElseThrow(() -> new PreconditionNotReached("OTA-10", "the PPMID fetches its image"));
        Instant waited = last.at().plus(world.timing().stall());
        world.timeline()
                .advanceTo(
                        switch (silent) {
                            case A_MINUTE_LESS -> waited.minus(A_MINUTE);
                            case LONGER -> waited.plus(A_MINUTE); // a hub need not look every second
                        });
    }

    void cutPower(Duration howLong, Instant from) {
        if (from.isBefore(world.timeline().instant())) {
            throw new BenchFault("the download took until %s, power was to go at %s"
                    .formatted(world.timeline().instant(), from));
        }
        var address = world.devices().address(HanDevices.FIRST);
        world.timeline().advanceTo(from);
        world.site().ground().power(address, false);
        world.timeline().advance(howLong);
        world.site().ground().power(address, true);
    }

    void ask(String display, Asking asking) {
        QueryNextImageRequest honest = world.devices().query(display);
        ImageId running = honest.running();
        ImageId named = switch (asking) {
            case Asking.AsItIs() -> running;
            case Asking.NamingAnotherManufacturer() ->
                new ImageId(running.manufacturerCode() ^ ONE_BIT, running.imageType(), running.fileVersion());
            case Asking.NamingAnotherModel() ->
                new ImageId(running.manufacturerCode(), running.imageType() ^ ONE_BIT, running.fileVersion());
            case Asking.Running(var firmware) -> running.withFileVersion(world.version(firmware));
        };
        world.speech().say(display, new QueryNextImageRequest(named, honest.hardware()));
    }

    void askFor(Piece piece) {
        if (piece == Piece.TIME) {
            world.speech().displayReads(HanDevices.FIRST, Cluster.TIME, TimeAttribute.TIME.id());
            return;
        }
        ImageId image = world.supply().lastImage().id();
        int size = world.supply().lastImage().served().length();
        OtaCommand command = switch (piece) {
            case FIRST_BLOCK -> ImageBlockRequest.of(image, 0, BLOCK);
            case LAST_BLOCK -> ImageBlockRequest.of(image, size - BLOCK / 2, BLOCK);
            case NEXT_BLOCK, NEXT_BLOCK_TWICE -> ImageBlockRequest.of(image, size / 2, BLOCK);
            case PAGE, TIME ->
                new ImagePageRequest(image, 0, BLOCK, PAGE, (int) SPACING.toMillis(), OptionalLong.empty());
        };
        world.speech().say(HanDevices.FIRST, command);
        world.timeline().advance(ANSWER);
        if (piece == Piece.NEXT_BLOCK_TWICE) {
            world.speech().say(HanDevices.FIRST, command);
            world.timeline().advance(ANSWER);
        }
    }
}
