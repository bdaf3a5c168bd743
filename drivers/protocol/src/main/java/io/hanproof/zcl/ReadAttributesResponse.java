package io.hanproof.zcl;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers Read Attributes, attribute by attribute. */
public record ReadAttributesResponse(List<Answer> answers) implements GlobalCommand {
    public static final int ID = 0x01;

    /** What became of one attribute that was asked for. */
    public sealed interface Answer {
        int attributeId();
    }

    /** The attribute has this value: status SUCCESS. */
    public record Held(int attributeId, AttributeValue value) implements Answer {
        public Held {
            Unsigned.u16("attribute identifier", attributeId);
        }
    }

    /** The attribute cannot be read, and why. */
    public record Refused(int attributeId, ZclStatus status) implements Answer {
        public Refused {
            Unsigned.u16("attribute identifier", attributeId);
            status.requireRefusal();
        }
    }

    public ReadAttributesResponse {
        answers = List.copyOf(answers);
    }

    /** The value answered for one attribute; none when it was refused or not asked for. */
    public Optional<AttributeValue> value(int attributeId) {
        for (var answer : answers) {
            if (answer instanceof Held held && held.attributeId() == attributeId) {
                return Optional.of(held.value());
            }
        }
        return Optional.empty();
    }

    static ReadAttributesResponse read(OctetReader in) {
        var answers = new ArrayList<Answer>();
        while (in.left() > 0) {
            int id = in.u16("attribute identifier");
            var status = ZclStatus.of(in.u8("status"));
            answers.add(
                    status.equals(ZclStatus.SUCCESS) ? new Held(id, AttributeValue.read(in)) : new Refused(id, status));
        }
        return new ReadAttributesResponse(answers);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        for (var answer : answers) {
            out.u16(answer.attributeId());
            switch (answer) {
                case Held held -> held.value().write(out.u8(ZclStatus.SUCCESS.code()));
                case Refused refused -> out.u8(refused.status().code());
            }
        }
        return out;
    }
}
