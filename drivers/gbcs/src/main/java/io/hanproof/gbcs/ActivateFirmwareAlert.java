package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.time.Instant;

/**
 * A meter or HCALCS tells what became of a future-dated activation (message code 0x00CA).
 *
 * @param originatorCounter of the command that asked for it
 * @param result as the response to an immediate activation has it
 */
public record ActivateFirmwareAlert(
        AlertCode alertCode, Instant executionDateTime, long originatorCounter, ActivateFirmwareResult result)
        implements Content {
    private static final AlertCode[] ALERT_CODES = {
        AlertCode.FUTURE_DATED_ACTIVATION_ACTIONED, AlertCode.FUTURE_DATED_ACTIVATION_NOT_ACTIONED
    };

    public ActivateFirmwareAlert {
        Codes.requireOneOf(alertCode, ALERT_CODES);
        executionDateTime = Der.second(executionDateTime);
    }

    @Override
    public UseCase useCase() {
        return UseCase.CS06_ALERT;
    }

    @Override
    public Cra cra() {
        return Cra.ALERT;
    }

    @Override
    public Protection protection() {
        return Protection.SIGNATURE;
    }

    static ActivateFirmwareAlert read(OctetReader in) {
        int end = Der.enter(in, "activation alert");
        var alertCode = Der.coded(in, "alert code", ALERT_CODES);
        Instant executionDateTime = Der.time(in, "execution date-time");
        long originatorCounter = Der.integer(in, "originator counter");
        var result = ActivateFirmwareResult.read(in);
        Der.leave(in, "activation alert", end);
        return new ActivateFirmwareAlert(alertCode, executionDateTime, originatorCounter, result);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        var alert = Der.time(Der.integer(new OctetWriter(), alertCode.code()), executionDateTime);
        return Der.sequence(out, result.write(Der.integer(alert, originatorCounter)));
    }
}
