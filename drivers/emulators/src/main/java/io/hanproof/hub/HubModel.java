package io.hanproof.hub;

import io.hanproof.octets.Eui64;
import java.time.Duration;

/**
 * What a hub is where the sources leave it open.
 *
 * @param endpoint of its OTA and Time servers; not 1, which some devices take for granted
 * @param blocks how many images it has room for
 * @param blockOctets octets that each of them may have
 * @param pageRequest whether it serves Image Page Request
 * @param largestBlock octets of image data in a response at most
 * @param largestSecuredBlock the same where APS security takes room in the frame
 * @param stall how long a device may ask for nothing before its transfer counts as failed
 * @param pause how long a device is told to wait while transfers are suspended
 */
public record HubModel(
        Eui64 address,
        int endpoint,
        int blocks,
        int blockOctets,
        boolean pageRequest,
        int largestBlock,
        int largestSecuredBlock,
        Duration stall,
        Duration pause) {
    private static final int ENDPOINT = 0x7B;
    private static final int ESME_AND_GSME = 2;
    private static final int BLOCK_OCTETS = 750_000;
    private static final int LARGEST_BLOCK = 63;
    private static final int LARGEST_SECURED_BLOCK = 48;

    /** Two blocks of 750 000 octets, no pages, and an hour of silence before a transfer has failed. */
    public static HubModel of(Eui64 address) {
        return new HubModel(
                address,
                ENDPOINT,
                ESME_AND_GSME,
                BLOCK_OCTETS,
                false,
                LARGEST_BLOCK,
                LARGEST_SECURED_BLOCK,
                Duration.ofHours(1),
                Duration.ofMinutes(1));
    }

    public HubModel withBlocks(int count, int octets) {
        return new HubModel(
                address, endpoint, count, octets, pageRequest, largestBlock, largestSecuredBlock, stall, pause);
    }

    public HubModel withPages() {
        return new HubModel(
                address, endpoint, blocks, blockOctets, true, largestBlock, largestSecuredBlock, stall, pause);
    }

    public HubModel withStall(Duration silence) {
        return new HubModel(
                address, endpoint, blocks, blockOctets, pageRequest, largestBlock, largestSecuredBlock, silence, pause);
    }

    /** What one response carries at most. */
    int largestBlock(boolean secured) {
        return secured ? largestSecuredBlock : largestBlock;
    }
}
