package io.hanproof.device;

import io.hanproof.gbcs.GbcsFinding;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can happen to a device. */
public sealed interface DisplayEvent {

    /** @param roll 1 to 100, drawn for this notification */
    record Notified(ImageNotify notice, boolean broadcast, int roll) implements DisplayEvent {}

    record Offered(QueryNextImageResponse response) implements DisplayEvent {}

    record BlockArrived(ImageBlockResponse response) implements DisplayEvent {}

    record EndAnswered(UpgradeEndResponse response) implements DisplayEvent {}

    /**
     * A Default Response to one of the device's own commands.
     *
     * @param commandId of an OTA command
     */
    record Answered(int commandId, ZclStatus status) implements DisplayEvent {
        static final int BLOCK = 0x03;
        static final int PAGE = 0x04;
        static final int END = 0x06;
    }

    /** The hub has answered what time it is; empty when it does not know or cannot say. */
    record TimeTold(Optional<UtcTime> time) implements DisplayEvent {}

    record AttributesAsked(Question question) implements DisplayEvent {}

    /**
     * The manufacturer's check, wanted by {@link DisplayEffect.Check}, is done.
     *
     * @param hash SHA-256 of the Manufacturer Image as it was received
     */
    record Checked(Verdict verdict, Octets hash) implements DisplayEvent {}

    /**
     * A GBCS message came that the device can read.
     *
     * @param findings what its signature, its MAC and who it is from leave to be desired; none for a good one
     */
    record Commanded(GbcsMessage message, List<GbcsFinding> findings) implements DisplayEvent {
        public Commanded {
            findings = List.copyOf(findings);
        }
    }

    /** Other firmware was put on it by other means than the air. */
    record UpdatedLocally(long fileVersion) implements DisplayEvent {}

    /** An instant that the state waits for may have come. */
    record Due() implements DisplayEvent {
        static final Due DUE = new Due();
    }

    /** The user or the scenario has it ask for an image now. */
    record PollOrdered() implements DisplayEvent {}

    /** A meter or a switch without credentials is told to activate what it holds. */
    record ActivationOrdered() implements DisplayEvent {}

    record PowerLost() implements DisplayEvent {}

    /** @param quiet drawn: how long it keeps silent before it asks anything */
    record PowerRestored(Duration quiet) implements DisplayEvent {}
}
