package io.hanproof.steps;

import io.hanproof.image.OtaImage;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImagePageRequest;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The image that one device was served, put together from the Image Block Responses to its own requests. */
final class Download {
    private final byte[] octets;
    private final BitSet fetched = new BitSet();
    private final List<Sight<ImageBlockResponse.Success>> responses;

    private Download(int size, List<Sight<ImageBlockResponse.Success>> responses) {
        this.octets = new byte[size];
        this.responses = responses;
        for (var response : responses) {
            take(response.message());
        }
    }

    /** What the named display fetched of that image from frame {@code since} on. */
    static Download of(World world, String display, OtaImage image, int since) {
        Set<Integer> asked = new HashSet<>();
        world.witness()
                .all(ImageBlockRequest.class, since, it -> world.isFrom(it, display))
                .forEach(it -> asked.add(it.sequence()));
        world.witness()
                .all(ImagePageRequest.class, since, it -> world.isFrom(it, display))
                .forEach(it -> asked.add(it.sequence()));
        return new Download(
                image.served().length(),
                world.witness()
                        .all(
                                ImageBlockResponse.Success.class,
                                since,
                                it -> world.isTo(it, display)
                                        && asked.contains(it.sequence())
                                        && it.message().image().fileVersion()
                                                == image.id().fileVersion()));
    }

    private void take(ImageBlockResponse.Success block) {
        int length = block.data().length();
        if (block.fileOffset() + length <= octets.length) {
            int offset = (int) block.fileOffset();
            block.data().copyTo(octets, offset);
            fetched.set(offset, offset + length);
        }
    }

    boolean isComplete() {
        return fetched.cardinality() == octets.length;
    }

    int blocks() {
        return responses.size();
    }

    Octets octets() {
        return Octets.copyOf(octets);
    }

    /** The first gap, in words. */
    String missing() {
        int from = fetched.nextClearBit(0);
        int to = fetched.nextSetBit(from) < 0 ? octets.length : fetched.nextSetBit(from);
        return "octets %d to %d of %d were not (%d blocks seen)".formatted(from, to - 1, octets.length, blocks());
    }

    List<Sight<ImageBlockResponse.Success>> firstAndLast() {
        return responses.isEmpty() ? List.of() : List.of(responses.getFirst(), responses.getLast());
    }
}
