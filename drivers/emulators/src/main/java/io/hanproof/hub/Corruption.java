package io.hanproof.hub;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.ImageBlockResponse;

/** A part of an image that a hub may serve wrong. */
public enum Corruption {
    /** The file identifier. */
    HEADER,
    /** The total image size that the header tells. */
    LENGTH,
    /** The last sixteen octets. */
    TAIL,
    /** One bit in the middle. */
    MIDDLE;

    private static final Octets NO_IDENTIFIER = Octets.hex("00000000");
    private static final int TOTAL_SIZE_AT = 52;
    private static final int TAIL_OCTETS = 16;
    private static final int INVERTED = 0xFF;

    ImageBlockResponse.Success in(ImageBlockResponse.Success block, int imageSize) {
        return switch (this) {
            case HEADER -> replaced(block, 0, NO_IDENTIFIER);
            case LENGTH ->
                replaced(
                        block,
                        TOTAL_SIZE_AT,
                        new OctetWriter(4).u32(imageSize + 1L).toOctets());
            case TAIL -> inverted(block, imageSize - TAIL_OCTETS, imageSize, INVERTED);
            case MIDDLE -> inverted(block, imageSize / 2, imageSize / 2 + 1, 1);
        };
    }

    private static ImageBlockResponse.Success inverted(ImageBlockResponse.Success block, int from, int to, int mask) {
        var data = block.data();
        for (int i = 0; i < data.length(); i++) {
            long at = block.fileOffset() + i;
            if (at >= from && at < to) {
                data = data.with(i, data.u8(i) ^ mask);
            }
        }
        return new ImageBlockResponse.Success(block.image(), block.fileOffset(), data);
    }

    /** The block with those octets at that place of the image, as far as the block reaches there. */
    static ImageBlockResponse.Success replaced(ImageBlockResponse.Success block, int place, Octets octets) {
        var data = block.data();
        for (int i = 0; i < octets.length(); i++) {
            long at = place + i - block.fileOffset();
            if (at >= 0 && at < data.length()) {
                data = data.with((int) at, octets.u8(i));
            }
        }
        return new ImageBlockResponse.Success(block.image(), block.fileOffset(), data);
    }
}
