package io.hanproof.zcl;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers Write Attributes.
 *
 * @param answers the attributes that were not written; none when all were, which the wire says as one SUCCESS
 */
public record WriteAttributesResponse(List<Answer> answers) implements GlobalCommand {
    public static final int ID = 0x04;

    /** What became of one attribute; a device that lists those it wrote too says SUCCESS here. */
    public record Answer(ZclStatus status, int attributeId) {
        public Answer {
            Unsigned.u16("attribute identifier", attributeId);
        }
    }

    public WriteAttributesResponse {
        answers = List.copyOf(answers);
    }

    static WriteAttributesResponse read(OctetReader in) {
        var first = ZclStatus.of(in.u8("status"));
        if (first.equals(ZclStatus.SUCCESS) && in.left() == 0) {
            return new WriteAttributesResponse(List.of());
        }
        var answers = new ArrayList<Answer>();
        answers.add(new Answer(first, in.u16("attribute identifier")));
        while (in.left() > 0) {
            answers.add(new Answer(ZclStatus.of(in.u8("status")), in.u16("attribute identifier")));
        }
        return new WriteAttributesResponse(answers);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        if (answers.isEmpty()) {
            return out.u8(ZclStatus.SUCCESS.code());
        }
        for (var answer : answers) {
            out.u8(answer.status().code()).u16(answer.attributeId());
        }
        return out;
    }
}
