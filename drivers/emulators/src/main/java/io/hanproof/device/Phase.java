package io.hanproof.device;

import io.hanproof.zcl.ota.ImageId;
import java.time.Instant;
import java.util.List;

/** What a device is doing: gone when the power goes. */
public sealed interface Phase {

    /** @param nextPoll when it asks for an image of its own accord */
    record Idle(Instant nextPoll) implements Phase {}

    /**
     * It has asked for its next image.
     *
     * @param byItself whether nobody told it to ask
     */
    record Querying(Instant since, int attempts, boolean byItself) implements Phase {}

    /**
     * It fetches an image.
     *
     * @param offset of the octet it needs next
     * @param since when it asked last, or heard last of a page; while it asks for nothing, when it will
     * @param failures requests in a row that nothing came of
     */
    record Downloading(Transfer transfer, long offset, Asked asked, Instant since, int failures) implements Phase {
        public Downloading withTransfer(Transfer other) {
            return new Downloading(other, offset, asked, since, failures);
        }
    }

    /** What a downloading device waits for. */
    sealed interface Asked {
        record Block() implements Asked {
            static final Block BLOCK = new Block();
        }

        /**
         * @param start of the page, from the start of the file
         * @param end behind the page's last octet
         * @param gaps what was skipped so far
         */
        record Page(long start, long end, List<Transfer.Range> gaps) implements Asked {
            public Page {
                gaps = List.copyOf(gaps);
            }
        }

        /** Nothing: it was told to wait, or keeps the minimum block period. */
        record Nothing() implements Asked {
            static final Nothing NOTHING = new Nothing();
        }
    }

    /** All octets are there; the manufacturer's check is done at {@code until}. */
    record Checking(ImageId image, long size, Instant until) implements Phase {}

    /**
     * It has told the hub that it holds a sound image, and asks when to activate it.
     *
     * @param nextAsk when it asks again
     */
    record Ending(Instant nextAsk, int attempts) implements Phase {}

    /**
     * The hub holds it back until a further word.
     *
     * @param nextAsk when it asks again
     */
    record Waiting(Instant nextAsk) implements Phase {}

    /** @param look when it activates, or without a clock of its own asks the hub for the time */
    record Scheduled(Instant look) implements Phase {}

    /** It restarts into the image that it held: deaf until it is up again. */
    record Rebooting(Instant until) implements Phase {}

    record Off() implements Phase {}
}
