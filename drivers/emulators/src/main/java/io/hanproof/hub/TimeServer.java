package io.hanproof.hub;

import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.TimeAttribute;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ZclStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The attributes that a device may read from the hub: the time, and how far to trust it. */
final class TimeServer {
    /** Master, and superseding any other clock on the HAN. */
    private static final int MASTER = 0b1001;

    private TimeServer() {}

    static ReadAttributesResponse answer(int cluster, List<Integer> attributeIds, Instant now) {
        var answers = new ArrayList<ReadAttributesResponse.Answer>();
        for (int id : attributeIds) {
            if (cluster == Cluster.TIME.id() && id == TimeAttribute.TIME.id()) {
                answers.add(new ReadAttributesResponse.Held(id, AttributeValue.utcTime(UtcTime.of(now))));
            } else if (cluster == Cluster.TIME.id() && id == TimeAttribute.TIME_STATUS.id()) {
                answers.add(new ReadAttributesResponse.Held(id, AttributeValue.bitmap8(MASTER)));
            } else {
                answers.add(new ReadAttributesResponse.Refused(id, ZclStatus.UNSUPPORTED_ATTRIBUTE));
            }
        }
        return new ReadAttributesResponse(answers);
    }
}
