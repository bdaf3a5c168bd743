package io.hanproof.hub;

import io.hanproof.profile.DeviceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where an arriving image goes, and which held ones make room for it.
 *
 * @param forced whether its force-replace octet is set
 */
record Placement(HubModel model, HubRules rules, HubState state, HeldImage arrival, boolean forced, Instant now) {
    private static final int ESME_BLOCK = 0;
    private static final int GSME_BLOCK = 1;

    /** What becomes of an arriving image. */
    sealed interface Verdict {
        /** It goes into that block; images of those serial numbers are gone. */
        record Into(int block, List<Integer> instead) implements Verdict {}

        /** It may have a block once the running transfer has ended. */
        record Wait() implements Verdict {}

        record Refuse() implements Verdict {}
    }

    Verdict decide() {
        if (rules.overwrite() == HubRules.Overwrite.ANNEX_A && !isMeters(arrival)) {
            var sameModel = held(it -> !isMeters(it) && it.isForModelOf(arrival.id()));
            if (!sameModel.isEmpty()) {
                return new Verdict.Into(
                        sameModel.getFirst().block(),
                        sameModel.stream().map(HeldImage::serial).toList());
            }
        }
        return freeBlock().<Verdict>map(it -> new Verdict.Into(it, List.of())).orElseGet(this::replace);
    }

    private Verdict replace() {
        if (rules.overwrite() == HubRules.Overwrite.PIA && state.isTransferring()) {
            return forced || isMeters(arrival) ? new Verdict.Wait() : new Verdict.Refuse();
        }
        return victim().<Verdict>map(it -> new Verdict.Into(it.block(), List.of(it.serial())))
                .orElseGet(Verdict.Refuse::new);
    }

    /** The oldest that must yield; among those that must, an image of a display or a switch goes before a meter's. */
    private Optional<HeldImage> victim() {
        var yielding = held(this::yields);
        return yielding.stream()
                .filter(it -> !isMeters(it))
                .findFirst()
                .or(() -> yielding.stream().findFirst());
    }

    private boolean yields(HeldImage held) {
        if (isExpired(held)) {
            return true;
        }
        if (isMeters(held)) {
            return isMeters(arrival) ? held.isForModelOf(arrival.id()) : forcedUnderPia();
        }
        return isMeters(arrival)
                || switch (rules.overwrite()) {
                    case ANNEX_A -> true;
                    case WORKING_GROUP -> !held.started();
                    case PIA -> !held.started() || forced;
                };
    }

    private boolean forcedUnderPia() {
        return forced && rules.overwrite() == HubRules.Overwrite.PIA;
    }

    private boolean isExpired(HeldImage held) {
        return rules.expiry()
                .filter(it -> !held.arrived().plus(it).isAfter(now))
                .isPresent();
    }

    private static boolean isMeters(HeldImage image) {
        return image.kind().isMeter();
    }

    private List<HeldImage> held(Predicate<HeldImage> which) {
        var blocks = blocks();
        return state.images().stream()
                .filter(it -> blocks.contains(it.block()) && which.test(it))
                .toList();
    }

    private Optional<Integer> freeBlock() {
        return blocks().stream()
                .filter(block -> state.images().stream().noneMatch(it -> it.block() == block))
                .findFirst();
    }

    /** Those it may use: either without distinction, or each meter its own and everybody else the ESME's. */
    private List<Integer> blocks() {
        if (rules.esmeOnly()) {
            boolean second = arrival.kind() == DeviceKind.GSME && model.blocks() > GSME_BLOCK;
            return List.of(second ? GSME_BLOCK : ESME_BLOCK);
        }
        var all = new ArrayList<Integer>();
        for (int block = 0; block < model.blocks(); block++) {
            all.add(block);
        }
        return all;
    }
}
