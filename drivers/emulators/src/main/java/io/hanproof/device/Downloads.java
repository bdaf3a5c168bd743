package io.hanproof.device;

import io.hanproof.device.Phase.Asked;
import io.hanproof.device.Phase.Downloading;
import io.hanproof.device.Transfer.Range;
import io.hanproof.lab.Machine.Step;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How a device fetches an image, block by block or page by page. */
final class Downloads {
    private static final int SILENT_PAGES = 2;

    private final DisplayModel model;

    Downloads(DisplayModel model) {
        this.model = model;
    }

    /** Begins, or goes on where power cut the same image off. */
    Step<DisplayState, DisplayEffect> begin(Flash flash, ImageId image, long size, Instant now) {
        boolean pages = model.capabilities().pageRequest();
        long from = flash.partial()
                .filter(it -> it.image().equals(image) && it.size() == size)
                .map(Flash.Partial::offset)
                .orElse(0L);
        if (from == size) {
            return complete(flash, Transfer.of(image, size, from, pages), List.of(), now);
        }
        var first = ask(flash, Transfer.of(image, size, from, pages), from, 0, List.of(), now);
        if (from > 0) {
            return first;
        }
        var effects = new ArrayList<DisplayEffect>();
        effects.add(new DisplayEffect.Erase(size));
        effects.addAll(first.effects());
        return new Step<>(first.state().with(flash.erased()), List.copyOf(effects));
    }

    Step<DisplayState, DisplayEffect> arrived(
            ImageBlockResponse response, DisplayState state, Downloading at, Instant now) {
        return switch (response) {
            case ImageBlockResponse.Success block -> arrived(block, state, at, now);
            case ImageBlockResponse.WaitForData wait -> waitForData(wait, state, at, now);
            case ImageBlockResponse.Refused refused ->
                at.asked() instanceof Asked.Nothing ? stay(state) : stopped(state.flash(), at, now);
        };
    }

    private Step<DisplayState, DisplayEffect> arrived(
            ImageBlockResponse.Success block, DisplayState state, Downloading at, Instant now) {
        if (!block.image().equals(at.transfer().image())) {
            return stay(state);
        }
        return switch (at.asked()) {
            case Asked.Block asked -> blockArrived(block, state, at, now);
            case Asked.Page page -> pageBlockArrived(block, state, at, page, now);
            case Asked.Nothing nothing -> stay(state);
        };
    }

    /** An answer with another offset, or with octets beyond what is being fetched, is as good as none. */
    private Step<DisplayState, DisplayEffect> blockArrived(
            ImageBlockResponse.Success block, DisplayState state, Downloading at, Instant now) {
        int length = block.data().length();
        var transfer = at.transfer();
        long next = at.offset() + length;
        if (block.fileOffset() != at.offset()
                || length == 0
                || next > transfer.range().to()) {
            return stay(state);
        }
        var write = new DisplayEffect.Write(at.offset(), block.data());
        if (next == transfer.range().to()) {
            return rangeDone(state.flash(), transfer, write, now);
        }
        int period = transfer.minimumBlockPeriod().orElse(0);
        if (period == 0) {
            return new Step<>(
                    state.with(new Downloading(transfer, next, Asked.Block.BLOCK, now, 0)),
                    List.of(write, new DisplayEffect.Send(blockRequest(transfer, next))));
        }
        var resume = at.since().plusMillis(period);
        return resume.isAfter(now)
                ? pause(state.flash(), transfer, next, 0, resume, write)
                : ask(state.flash(), transfer, next, 0, List.of(write), now);
    }

    private Step<DisplayState, DisplayEffect> pageBlockArrived(
            ImageBlockResponse.Success block, DisplayState state, Downloading at, Asked.Page page, Instant now) {
        int length = block.data().length();
        long next = block.fileOffset() + length;
        if (block.fileOffset() < at.offset() || length == 0 || length > model.blockSize() || next > page.end()) {
            return stay(state);
        }
        var gaps = page.gaps();
        if (block.fileOffset() > at.offset()) {
            gaps = plus(gaps, new Range(at.offset(), block.fileOffset(), false));
        }
        var write = new DisplayEffect.Write(block.fileOffset(), block.data());
        if (next == page.end()) {
            return pageDone(state.flash(), at.transfer(), gaps, page.end(), write, now);
        }
        var waiting = new Downloading(at.transfer(), next, new Asked.Page(page.start(), page.end(), gaps), now, 0);
        return new Step<>(state.with(waiting), List.of(write));
    }

    private Step<DisplayState, DisplayEffect> pageDone(
            Flash flash, Transfer transfer, List<Range> gaps, long end, DisplayEffect write, Instant now) {
        if (!gaps.isEmpty()) {
            var refetching = transfer.refetching(gaps, end);
            return ask(flash, refetching, refetching.range().from(), 0, List.of(write), now);
        }
        return end == transfer.range().to()
                ? rangeDone(flash, transfer, write, now)
                : ask(flash, transfer, end, 0, List.of(write), now);
    }

    private Step<DisplayState, DisplayEffect> rangeDone(
            Flash flash, Transfer transfer, DisplayEffect write, Instant now) {
        if (transfer.later().isEmpty()) {
            return complete(flash, transfer, List.of(write), now);
        }
        var rest = transfer.next();
        return ask(flash, rest, rest.range().from(), 0, List.of(write), now);
    }

    private Step<DisplayState, DisplayEffect> complete(
            Flash flash, Transfer transfer, List<DisplayEffect> before, Instant now) {
        var checking = new Phase.Checking(
                transfer.image(), transfer.size(), now.plus(model.habits().check()));
        return new Step<>(new DisplayState(flash, checking), before);
    }

    private Step<DisplayState, DisplayEffect> waitForData(
            ImageBlockResponse.WaitForData wait, DisplayState state, Downloading at, Instant now) {
        long delay = wait.requestTime() - wait.currentTime();
        if (at.asked() instanceof Asked.Nothing || delay < 0) {
            return stay(state);
        }
        var transfer = wait.minimumBlockPeriod().isPresent()
                ? at.transfer().withMinimumBlockPeriod(wait.minimumBlockPeriod().getAsInt())
                : at.transfer();
        long period = transfer.minimumBlockPeriod().orElse(0);
        return pause(
                state.flash(),
                transfer,
                at.offset(),
                at.failures(),
                now.plusSeconds(delay).plusMillis(period));
    }

    private static Step<DisplayState, DisplayEffect> pause(
            Flash flash, Transfer transfer, long offset, int failures, Instant until, DisplayEffect... before) {
        var pausing = new Downloading(transfer, offset, Asked.Nothing.NOTHING, until, failures);
        return new Step<>(new DisplayState(flash, pausing), List.of(before));
    }

    /** Silence has lasted too long, or a pause is over. */
    Step<DisplayState, DisplayEffect> due(DisplayState state, Downloading at, Instant now) {
        return switch (at.asked()) {
            case Asked.Nothing nothing -> ask(state.flash(), at.transfer(), at.offset(), at.failures(), List.of(), now);
            case Asked.Block block -> failed(state.flash(), at, now);
            case Asked.Page page -> pageStalled(state.flash(), at, page, now);
        };
    }

    private Step<DisplayState, DisplayEffect> failed(Flash flash, Downloading at, Instant now) {
        int failures = at.failures() + 1;
        if (failures < model.habits().patience()) {
            return ask(flash, at.transfer(), at.offset(), failures, List.of(), now);
        }
        var abort = new UpgradeEndRequest(ZclStatus.ABORT, at.transfer().image());
        var stopped = stopped(flash, at, now);
        return new Step<>(stopped.state(), List.of(new DisplayEffect.Send(abort)));
    }

    private Step<DisplayState, DisplayEffect> pageStalled(Flash flash, Downloading at, Asked.Page page, Instant now) {
        if (at.offset() > page.start() || !page.gaps().isEmpty()) {
            var missing = plus(page.gaps(), new Range(at.offset(), page.end(), false));
            var refetching = at.transfer().refetching(missing, page.end());
            return ask(flash, refetching, refetching.range().from(), 0, List.of(), now);
        }
        return at.failures() + 1 < SILENT_PAGES ? failed(flash, at, now) : withoutPages(flash, at, now);
    }

    private Step<DisplayState, DisplayEffect> withoutPages(Flash flash, Downloading at, Instant now) {
        return ask(flash, at.transfer().byBlocks(at.offset()), at.offset(), 0, List.of(), now);
    }

    /** A Default Response: it ends the download when it says so, and is as good as silence otherwise. */
    Step<DisplayState, DisplayEffect> answered(
            DisplayEvent.Answered answer, DisplayState state, Downloading at, Instant now) {
        if (answer.commandId() == DisplayEvent.Answered.PAGE && at.asked() instanceof Asked.Page) {
            return answer.status().equals(ZclStatus.SUCCESS) ? stay(state) : withoutPages(state.flash(), at, now);
        }
        boolean last = answer.status().equals(ZclStatus.ABORT)
                || answer.status().equals(ZclStatus.NO_IMAGE_AVAILABLE)
                || answer.status().equals(ZclStatus.NOT_AUTHORIZED);
        return last && answer.commandId() == DisplayEvent.Answered.BLOCK && at.asked() instanceof Asked.Block
                ? stopped(state.flash(), at, now)
                : stay(state);
    }

    /** No more comes of it; when the hub has sent news meanwhile the device asks for them at once. */
    private Step<DisplayState, DisplayEffect> stopped(Flash flash, Downloading at, Instant now) {
        boolean news = at.transfer().notified();
        var kept = keep(flash, at);
        return stay(
                news
                        ? new DisplayState(kept.notified(), new Phase.Idle(now))
                        : new DisplayState(
                                kept, new Phase.Idle(now.plus(model.habits().pollPeriod()))));
    }

    /** What a device that resumes keeps of a download that breaks off: the octets before the first one missing. */
    Flash keep(Flash flash, Downloading at) {
        if (!model.capabilities().resume()) {
            return flash.erased();
        }
        long missing = at.asked() instanceof Asked.Page page && !page.gaps().isEmpty()
                ? page.gaps().getFirst().from()
                : at.offset();
        return flash.withPartial(
                new Flash.Partial(at.transfer().image(), at.transfer().size(), missing));
    }

    private Step<DisplayState, DisplayEffect> ask(
            Flash flash, Transfer transfer, long offset, int failures, List<DisplayEffect> before, Instant now) {
        boolean byPages = transfer.range().byPages();
        Asked asked = byPages ? new Asked.Page(offset, pageEnd(transfer, offset), List.of()) : Asked.Block.BLOCK;
        OtaCommand request = byPages ? pageRequest(transfer, offset) : blockRequest(transfer, offset);
        var send = new DisplayEffect.Send(request);
        return new Step<>(
                new DisplayState(flash, new Downloading(transfer, offset, asked, now, failures)),
                before.isEmpty() ? List.of(send) : List.of(before.getFirst(), send));
    }

    private ImageBlockRequest blockRequest(Transfer transfer, long offset) {
        return new ImageBlockRequest(
                transfer.image(),
                offset,
                wanted(transfer, offset),
                OptionalLong.empty(),
                transfer.minimumBlockPeriod());
    }

    private ImagePageRequest pageRequest(Transfer transfer, long offset) {
        return new ImagePageRequest(
                transfer.image(),
                offset,
                model.blockSize(),
                (int) (pageEnd(transfer, offset) - offset),
                (int) model.habits().responseSpacing().toMillis(),
                OptionalLong.empty());
    }

    private long pageEnd(Transfer transfer, long offset) {
        return Math.min(offset + model.habits().pageSize(), transfer.range().to());
    }

    /** Never asks beyond what it is fetching. */
    private int wanted(Transfer transfer, long offset) {
        return (int) Math.min(model.blockSize(), transfer.range().to() - offset);
    }

    private static List<Range> plus(List<Range> ranges, Range more) {
        var all = new ArrayList<>(ranges);
        all.add(more);
        return List.copyOf(all);
    }

    private static Step<DisplayState, DisplayEffect> stay(DisplayState state) {
        return new Step<>(state, List.of());
    }
}
