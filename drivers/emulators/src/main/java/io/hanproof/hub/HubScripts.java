package io.hanproof.hub;

import static io.hanproof.hub.HubChanges.both;
import static io.hanproof.hub.HubChanges.delays;
import static io.hanproof.hub.HubChanges.drops;
import static io.hanproof.hub.HubChanges.hears;
import static io.hanproof.hub.HubChanges.rewrites;
import static io.hanproof.hub.HubChanges.saying;
import static io.hanproof.hub.HubChanges.says;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * What the hub may be told to do to a device under test: the unusual but legal, and the faults a device has to survive.
 * A script that acts a number of times counts for itself, from the moment that it is put in force.
 */
public final class HubScripts {
    /** Does what the text says. */
    public static final Mutation<HubState, HubEvent, HubEffect> HONEST = honest -> honest;

    private HubScripts() {}

    /** Follows all of them, each on top of those before. */
    @SafeVarargs
    public static Mutation<HubState, HubEvent, HubEffect> all(Mutation<HubState, HubEvent, HubEffect>... scripts) {
        var all = HONEST;
        for (var each : scripts) {
            all = both(all, each);
        }
        return all;
    }

    /** Answers late where the answer is of that kind. */
    public static Mutation<HubState, HubEvent, HubEffect> late(Class<? extends OtaCommand> answer, Duration delay) {
        return delays(saying(answer), delay);
    }

    /** Gives no answer of that kind. */
    public static Mutation<HubState, HubEvent, HubEffect> silent(Class<? extends OtaCommand> answer) {
        return drops(saying(answer));
    }

    /** Reads firmware versions, and tells nobody. */
    public static Mutation<HubState, HubEvent, HubEffect> keepsReads() {
        return drops(it -> it instanceof HubEffect.Alert alert && alert.message() instanceof WanMessage.ReadAlert);
    }

    /** Offers nothing, for that reason. */
    public static Mutation<HubState, HubEvent, HubEffect> refusesQueries(ZclStatus why) {
        return says(QueryNextImageResponse.class, it -> new QueryNextImageResponse.Refused(why));
    }

    /** Offers what it holds for the device to whatever hardware asks. */
    public static Mutation<HubState, HubEvent, HubEffect> ignoresHardware() {
        return hears(
                QueryNextImageRequest.class,
                (query, from, state) -> new QueryNextImageRequest(query.running(), Optional.empty()));
    }

    /** Offers what it holds for the device to whatever manufacturer, model, version and hardware asks. */
    public static Mutation<HubState, HubEvent, HubEffect> offersRegardless() {
        return hears(QueryNextImageRequest.class, (query, from, state) -> {
            for (var image : state.images()) {
                if (image.indexOf(from.address()) != HeldImage.NONE) {
                    return new QueryNextImageRequest(image.id().withFileVersion(0), Optional.empty());
                }
            }
            return query;
        });
    }

    /**
     * Offers and serves the image under another identity than its header's, as if it were the one that is asked for.
     */
    public static Mutation<HubState, HubEvent, HubEffect> offersAs(UnaryOperator<ImageId> alias) {
        return new Masquerade(alias).script();
    }

    /** Offers more octets than it holds, or fewer. */
    public static Mutation<HubState, HubEvent, HubEffect> offersSize(LongUnaryOperator size) {
        return says(
                QueryNextImageResponse.Success.class,
                it -> new QueryNextImageResponse.Success(it.image(), size.applyAsLong(it.imageSize())));
    }

    /** Serves at most that many octets in a block. */
    public static Mutation<HubState, HubEvent, HubEffect> blocksOf(int octets) {
        return says(
                ImageBlockResponse.Success.class,
                it -> new ImageBlockResponse.Success(
                        it.image(),
                        it.fileOffset(),
                        it.data().slice(0, Math.min(octets, it.data().length()))));
    }

    /** Knows no Image Page Request. */
    public static Mutation<HubState, HubEvent, HubEffect> noPages() {
        return honest -> (event, state, now) -> event instanceof HubEvent.Asked(var from, var command)
                        && command instanceof ImagePageRequest
                ? honest.on(
                        new HubEvent.NotUnderstood(from, Cluster.OTA.id(), command.id(), ZclStatus.UNSUP_COMMAND),
                        state,
                        now)
                : honest.on(event, state, now);
    }

    /**
     * Answers other than with the block, that many times, from the first block on that reaches the place.
     *
     * @param place offset in the image for the image's size, as {@link #halfWay}
     */
    public static Mutation<HubState, HubEvent, HubEffect> instead(
            IntUnaryOperator place, int times, BlockAnswer answer) {
        return honest -> {
            var left = new Countdown(times);
            return rewrites((effect, event, state, now) -> {
                        if (effect instanceof HubEffect.Send send
                                && send.command() instanceof ImageBlockResponse.Success block
                                && block.fileOffset() + block.data().length() > place.applyAsInt(size(block, state))
                                && left.next()) {
                            return answer.to(block, now).stream()
                                    .<HubEffect>map(it -> new HubEffect.Send(send.to(), it, send.acknowledged()))
                                    .toList();
                        }
                        return List.of(effect);
                    })
                    .of(honest);
        };
    }

    /** Tells the device to wait, that many times. */
    public static Mutation<HubState, HubEvent, HubEffect> waits(
            IntUnaryOperator place, int times, WaitForm form, Duration wait) {
        return instead(place, times, (block, now) -> List.of(form.answer(now, wait)));
    }

    /** Says ABORT for a block, once. */
    public static Mutation<HubState, HubEvent, HubEffect> aborts(IntUnaryOperator place) {
        return instead(place, 1, (block, now) -> List.of(new ImageBlockResponse.Refused(ZclStatus.ABORT)));
    }

    /** Loses blocks on the way. */
    public static Mutation<HubState, HubEvent, HubEffect> loses(IntUnaryOperator place, int blocks) {
        return instead(place, blocks, (block, now) -> List.of());
    }

    /** Serves nothing from there on. */
    public static Mutation<HubState, HubEvent, HubEffect> stopsServing(IntUnaryOperator place) {
        return loses(place, Integer.MAX_VALUE);
    }

    /** Sends blocks twice. */
    public static Mutation<HubState, HubEvent, HubEffect> repeats(IntUnaryOperator place, int blocks) {
        return instead(place, blocks, (block, now) -> List.of(block, block));
    }

    /** Answers with another offset than asked for, the data being what belongs there. */
    public static Mutation<HubState, HubEvent, HubEffect> mistakesOffset(IntUnaryOperator place, int times, int by) {
        return instead(
                place,
                times,
                (block, now) -> List.of(new ImageBlockResponse.Success(
                        block.image(), Math.max(0, block.fileOffset() + by), block.data())));
    }

    /** Serves these octets in place of those of the image. */
    public static Mutation<HubState, HubEvent, HubEffect> patches(IntUnaryOperator place, Octets octets) {
        return rewrites((effect, event, state, now) ->
                effect instanceof HubEffect.Send send && send.command() instanceof ImageBlockResponse.Success block
                        ? List.of(new HubEffect.Send(
                                send.to(),
                                Corruption.replaced(block, place.applyAsInt(size(block, state)), octets),
                                send.acknowledged()))
                        : List.of(effect));
    }

    /** Serves the image wrong in one part. */
    public static Mutation<HubState, HubEvent, HubEffect> corrupts(Corruption part) {
        return rewrites((effect, event, state, now) -> effect instanceof HubEffect.Send send
                        && send.command() instanceof ImageBlockResponse.Success block
                ? List.of(new HubEffect.Send(send.to(), part.in(block, size(block, state)), send.acknowledged()))
                : List.of(effect));
    }

    /** Ends a transfer in another way. */
    public static Mutation<HubState, HubEvent, HubEffect> upgradeEnd(UnaryOperator<UpgradeEndResponse> other) {
        return says(UpgradeEndResponse.class, other);
    }

    /** Gives the activation time in that form. */
    public static Mutation<HubState, HubEvent, HubEffect> activates(EndForm form) {
        return upgradeEnd(form::of);
    }

    /** Makes the device wait, and gives the order by itself after a while. */
    public static Mutation<HubState, HubEvent, HubEffect> holdsBackFor(Duration hold, EndForm order) {
        return rewrites((effect, event, state, now) -> {
            if (effect instanceof HubEffect.Send send && send.command() instanceof UpgradeEndResponse end) {
                var later = new HubEffect.Send(send.to().unasked(), order.of(EndForm.NOW.of(end)));
                return List.of(
                        new HubEffect.Send(send.to(), EndForm.WAIT.of(end)),
                        new HubEffect.Book(new HubTimer.Delayed(later), now.plus(hold)));
            }
            return List.of(effect);
        });
    }

    /** Refuses the end of the transfer with a Default Response. */
    public static Mutation<HubState, HubEvent, HubEffect> refusesEnd(ZclStatus why) {
        return rewrites((effect, event, state, now) -> effect instanceof HubEffect.Send send
                        && send.command() instanceof UpgradeEndResponse
                        && event instanceof HubEvent.Asked asked
                ? List.of(new HubEffect.Default(
                        send.to(), Cluster.OTA.id(), asked.command().id(), why))
                : List.of(effect));
    }

    /** The block in the middle. */
    public static int halfWay(int imageSize) {
        return imageSize / 2;
    }

    private static int size(ImageBlockResponse.Success block, HubState state) {
        for (var image : state.images()) {
            if (image.id().equals(block.image())) {
                return image.octets().length();
            }
        }
        return Integer.MAX_VALUE;
    }
}
