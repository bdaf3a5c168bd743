package io.hanproof.device;

import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.OtaCommand;
import java.time.Duration;

/** What a device can want done. */
public sealed interface DisplayEffect {

    /** Send a command to the hub. */
    record Send(OtaCommand command) implements DisplayEffect {}

    /** Ask the hub what time it is. */
    record ReadTime() implements DisplayEffect {}

    /** Send a GBCS message, guarded as {@code seal} says. */
    record Tell(GroupingHeader header, io.hanproof.gbcs.Content content, Seal seal) implements DisplayEffect {
        Tell with(io.hanproof.gbcs.Content other) {
            return new Tell(header, other, seal);
        }
    }

    record Answer(Question question, ReadAttributesResponse response) implements DisplayEffect {}

    /** Say by Default Response what was wrong with the command that just came. */
    record Refuse(ZclStatus status) implements DisplayEffect {}

    /** Make room for an image of {@code size} octets. */
    record Erase(long size) implements DisplayEffect {}

    record Write(long offset, Octets data) implements DisplayEffect {}

    /** Check the image that was written; {@link DisplayEvent.Checked} follows at once. */
    record Check(ImageId image) implements DisplayEffect {}

    /** Switch the receiver off, as while restarting, or on again. */
    record Receiver(boolean on) implements DisplayEffect {}

    /** Do something a while later, unless power goes before: for scripts. */
    record Later(Duration delay, DisplayEffect effect) implements DisplayEffect {}
}
