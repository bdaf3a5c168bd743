package io.hanproof.zcl.ota;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.ZclHeader;

/** OTA commands as whole ZCL frames, each with the frame control that the standard gives it. */
public final class OtaFrames {
    private static final int ANY_OTHER = 32;

    private OtaFrames() {}

    /**
     * A frame for one node: its default response is disabled when the command is itself an answer.
     *
     * @param sequence of an answer, that of its question
     */
    public static Octets unicast(int sequence, OtaCommand command) {
        boolean answer = command.direction() == Direction.TO_CLIENT && !(command instanceof ImageNotify);
        return frame(sequence, command, answer);
    }

    /** A frame for every node: nobody answers with a default response. */
    public static Octets broadcast(int sequence, OtaCommand command) {
        return frame(sequence, command, true);
    }

    private static Octets frame(int sequence, OtaCommand command, boolean disableDefaultResponse) {
        var header = ZclHeader.cluster(command.direction(), disableDefaultResponse, sequence, command.id());
        var out = new OctetWriter(header.length() + room(command));
        return command.write(header.write(out)).toOctets();
    }

    /** Exact for the two commands sent most, so that their frames are written in place. */
    private static int room(OtaCommand command) {
        if (command instanceof ImageBlockRequest request) {
            return request.length();
        }
        return command instanceof ImageBlockResponse.Success block ? block.length() : ANY_OTHER;
    }
}
