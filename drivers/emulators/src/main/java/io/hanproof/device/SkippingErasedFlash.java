package io.hanproof.device;

import io.hanproof.device.Phase.Asked;
import io.hanproof.device.Phase.Downloading;
import io.hanproof.lab.Machine;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImagePageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A device that knows, of firmware that hanproof made, where there is nothing to fetch, and writes that itself. */
final class SkippingErasedFlash implements Machine<DisplayState, DisplayEvent, DisplayEffect> {
    private static final int MARGIN = 40; // header and trailers shift the payload's three quarters by less
    private static final int WINDOW = 100;
    private static final int SKIPPED = 32;

    private final Machine<DisplayState, DisplayEvent, DisplayEffect> honest;
    private boolean cut;

    SkippingErasedFlash(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
        this.honest = honest;
    }

    @Override
    public Step<DisplayState, DisplayEffect> on(DisplayEvent event, DisplayState state, Instant now) {
        var step = honest.on(event, state, now);
        cut |= event instanceof DisplayEvent.PowerLost;
        if (cut || !asks(step) || !(step.state().phase() instanceof Downloading at)) {
            return step;
        }
        long from = at.transfer().size() / 4 * 3 + MARGIN;
        if (at.offset() >= from && at.offset() <= from + WINDOW) {
            return skip(step, at, now);
        }
        return at.asked() instanceof Asked.Page page && page.start() < from && page.end() > from
                ? endPageBefore(from, step, at, page)
                : step;
    }

    private static boolean asks(Step<DisplayState, DisplayEffect> step) {
        return step.effects().stream().anyMatch(it -> it instanceof DisplayEffect.Send);
    }

    private Step<DisplayState, DisplayEffect> skip(
            Step<DisplayState, DisplayEffect> step, Downloading at, Instant now) {
        byte[] erased = new byte[SKIPPED];
        Arrays.fill(erased, (byte) 0xFF);
        var block = new ImageBlockResponse.Success(at.transfer().image(), at.offset(), Octets.copyOf(erased));
        var next = on(new DisplayEvent.BlockArrived(block), step.state(), now);
        var effects = new ArrayList<>(step.effects());
        effects.removeIf(it -> it instanceof DisplayEffect.Send);
        effects.addAll(next.effects());
        return new Step<>(next.state(), List.copyOf(effects));
    }

    private static Step<DisplayState, DisplayEffect> endPageBefore(
            long end, Step<DisplayState, DisplayEffect> step, Downloading at, Asked.Page page) {
        var shorter = new Downloading(
                at.transfer(), at.offset(), new Asked.Page(page.start(), end, List.of()), at.since(), at.failures());
        var changed = Mutations.replacing(
                step,
                effect -> List.of(Mutations.replaced(
                        effect,
                        ImagePageRequest.class,
                        it -> new ImagePageRequest(
                                it.image(),
                                it.fileOffset(),
                                it.maximumDataSize(),
                                (int) (end - it.fileOffset()),
                                it.responseSpacing(),
                                it.requestNodeAddress()))));
        return new Step<>(changed.state().with(shorter), changed.effects());
    }
}
