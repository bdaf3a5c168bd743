package io.hanproof.device;

import io.hanproof.lab.Machine.Step;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a device asks for an image, and what it makes of the answer. */
final class Queries {
    private static final int ATTEMPTS = 3;
    private static final int ALWAYS = 100;

    private final DisplayModel model;
    private final Downloads downloads;

    Queries(DisplayModel model, Downloads downloads) {
        this.model = model;
        this.downloads = downloads;
    }

    Step<DisplayState, DisplayEffect> notified(DisplayEvent.Notified event, DisplayState state, Instant now) {
        if (event.broadcast() && !isMeant(event.notice(), event.roll(), state.flash())) {
            return stay(state);
        }
        return switch (state.phase()) {
            case Phase.Idle idle -> query(state.flash().notified(), false, now);
            case Phase.Waiting waiting -> query(state.flash().notified(), false, now);
            case Phase.Scheduled scheduled -> query(state.flash().notified(), false, now);
            case Phase.Downloading at ->
                stay(state.with(at.withTransfer(at.transfer().withNotified())));
            case Phase.Querying querying -> stay(state);
            case Phase.Checking checking -> stay(state);
            case Phase.Ending ending -> stay(state);
            case Phase.Rebooting rebooting -> stay(state);
            case Phase.Off off -> stay(state);
        };
    }

    /** A unicast notification is never weighed like this: it is always followed by a query. */
    private boolean isMeant(ImageNotify notice, int roll, Flash flash) {
        int manufacturer = notice.manufacturerCode().orElse(ImageId.ANY_MANUFACTURER);
        int type = notice.imageType().orElse(ImageId.ANY_TYPE);
        return notice.queryJitter() >= 1
                && notice.queryJitter() <= ALWAYS
                && roll <= notice.queryJitter()
                && new ImageId(manufacturer, type, ImageId.ANY_VERSION).covers(model.image(flash.running()))
                && notice.newFileVersion().orElse(ImageId.ANY_VERSION) != flash.running();
    }

    Step<DisplayState, DisplayEffect> query(Flash flash, boolean byItself, Instant now) {
        return ask(flash, new Phase.Querying(now, 1, byItself));
    }

    Step<DisplayState, DisplayEffect> again(DisplayState state, Phase.Querying asked, Instant now) {
        if (asked.attempts() == ATTEMPTS) {
            return settle(state.flash(), now);
        }
        return ask(state.flash(), new Phase.Querying(now, asked.attempts() + 1, asked.byItself()));
    }

    private Step<DisplayState, DisplayEffect> ask(Flash flash, Phase.Querying phase) {
        var hardware = model.capabilities().hardwareVersion()
                ? Optional.of(model.identity().hardware())
                : Optional.<HardwareVersion>empty();
        var query = new QueryNextImageRequest(model.image(flash.running()), hardware);
        return new Step<>(new DisplayState(flash, phase), List.of(new DisplayEffect.Send(query)));
    }

    Step<DisplayState, DisplayEffect> offered(
            QueryNextImageResponse response, DisplayState state, Phase.Querying asked, Instant now) {
        return switch (response) {
            case QueryNextImageResponse.Refused refused -> settle(state.flash(), now);
            case QueryNextImageResponse.Success(var image, long size) -> weigh(image, size, state.flash(), asked, now);
        };
    }

    private Step<DisplayState, DisplayEffect> weigh(
            ImageId image, long size, Flash flash, Phase.Querying asked, Instant now) {
        if (!model.isForThisProduct(image) || size == 0) {
            return refuse(ZclStatus.INVALID_FIELD, flash, now);
        }
        if (size > model.habits().capacity()) {
            return refuse(ZclStatus.INSUFFICIENT_SPACE, flash, now);
        }
        return isOfUse(image, flash, asked) ? downloads.begin(flash, image, size, now) : settle(flash, now);
    }

    /** What it has stored or found invalid a device does not fetch again by itself, only when it is notified. */
    private static boolean isOfUse(ImageId image, Flash flash, Phase.Querying asked) {
        long version = image.fileVersion();
        boolean had = flash.refused().filter(image::equals).isPresent()
                || (flash.firstPart().isPresent() && flash.firstPart().getAsLong() == version);
        return version != flash.running()
                && flash.held().filter(it -> it.image().equals(image)).isEmpty()
                && !(had && asked.byItself());
    }

    private Step<DisplayState, DisplayEffect> refuse(ZclStatus status, Flash flash, Instant now) {
        return new Step<>(settle(flash, now).state(), List.of(new DisplayEffect.Refuse(status)));
    }

    /** Goes back to what the device was doing, or to doing nothing. */
    Step<DisplayState, DisplayEffect> settle(Flash flash, Instant now) {
        return stay(new DisplayState(flash, Activations.resting(flash, model, now)));
    }

    private static Step<DisplayState, DisplayEffect> stay(DisplayState state) {
        return new Step<>(state, List.of());
    }
}
