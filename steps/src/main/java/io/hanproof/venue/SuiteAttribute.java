package io.hanproof.venue;

import io.hanproof.cbke.Suite;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.DataType;
import io.hanproof.zcl.DefaultResponse;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.GlobalCommand;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ReadAttributesResponse.Answer;
import io.hanproof.zcl.ReadAttributesResponse.Held;
import io.hanproof.zcl.ReadAttributesResponse.Refused;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ZclStatus;
import java.util.List;
import java.util.Optional;

/** The one attribute that client and server of the Key Establishment cluster have: the suites they support. */
final class SuiteAttribute {
    private static final int KEY_ESTABLISHMENT_SUITE = 0x0000;

    private SuiteAttribute() {}

    /** What to say to a command that every cluster knows; nothing to an answer. */
    static Optional<Octets> answer(ZclHeader header, Octets zcl, Suite suite) {
        var back = header.direction() == Direction.TO_SERVER ? Direction.TO_CLIENT : Direction.TO_SERVER;
        return answer(GlobalCommand.read(header, zcl), header, suite).map(it -> it.frame(back, header.sequence()));
    }

    private static Optional<GlobalCommand> answer(Decoded<GlobalCommand> asked, ZclHeader header, Suite suite) {
        if (header.commandId() == DefaultResponse.ID || header.commandId() == ReadAttributesResponse.ID) {
            return Optional.empty();
        }
        if (asked instanceof Decoded.Value<GlobalCommand>(ReadAttributes(var ids))) {
            List<Answer> answers = ids.stream().map(it -> answer(it, suite)).toList();
            return Optional.of(new ReadAttributesResponse(answers));
        }
        return Optional.of(new DefaultResponse(header.commandId(), ZclStatus.UNSUP_GENERAL_COMMAND));
    }

    private static Answer answer(int id, Suite suite) {
        return id == KEY_ESTABLISHMENT_SUITE
                ? new Held(id, new AttributeValue.Number(DataType.ENUM16, suite.bit()))
                : new Refused(id, ZclStatus.UNSUPPORTED_ATTRIBUTE);
    }
}
