package io.hanproof.device;

import io.hanproof.zcl.ota.ImageId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One download, apart from how far it has come.
 *
 * @param range what is being fetched
 * @param later what is to be fetched after that, in order
 * @param minimumBlockPeriod milliseconds from one request to the next, as the hub wants it
 * @param notified whether the hub has sent Image Notify meanwhile
 */
public record Transfer(
        ImageId image, long size, Range range, List<Range> later, OptionalInt minimumBlockPeriod, boolean notified) {

    /** Octets from {@code from} to before {@code to}, by pages or by blocks. */
    public record Range(long from, long to, boolean byPages) {}

    public Transfer {
        later = List.copyOf(later);
    }

    static Transfer of(ImageId image, long size, long from, boolean byPages) {
        return new Transfer(image, size, new Range(from, size, byPages), List.of(), OptionalInt.of(0), false);
    }

    public Transfer withImage(ImageId other) {
        return new Transfer(other, size, range, later, minimumBlockPeriod, notified);
    }

    Transfer withMinimumBlockPeriod(int milliseconds) {
        return new Transfer(image, size, range, later, OptionalInt.of(milliseconds), notified);
    }

    Transfer withNotified() {
        return new Transfer(image, size, range, later, minimumBlockPeriod, true);
    }

    /** What is left when this range is done, which is not the last one. */
    Transfer next() {
        return new Transfer(
                image, size, later.getFirst(), later.subList(1, later.size()), minimumBlockPeriod, notified);
    }

    /** Fetches the gaps of a page first, by blocks, and then goes on behind the page. */
    Transfer refetching(List<Range> gaps, long pageEnd) {
        var ranges = new ArrayList<>(gaps);
        if (pageEnd < range.to()) {
            ranges.add(new Range(pageEnd, range.to(), range.byPages()));
        }
        ranges.addAll(later);
        return new Transfer(
                image, size, ranges.getFirst(), ranges.subList(1, ranges.size()), minimumBlockPeriod, notified);
    }

    /** Blocks from here on: the hub knows no pages. */
    Transfer byBlocks(long offset) {
        var rest =
                later.stream().map(it -> new Range(it.from(), it.to(), false)).toList();
        return new Transfer(image, size, new Range(offset, range.to(), false), rest, minimumBlockPeriod, notified);
    }
}
