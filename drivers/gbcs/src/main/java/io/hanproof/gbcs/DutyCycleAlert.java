package io.hanproof.gbcs;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/**
 * The hub tells what its sub-GHz duty cycle makes it do (DBCH06 to DBCH11).
 *
 * @param useCase DBCH06 to DBCH11; which code goes with which is public for 0x8F20 (DBCH06) and 0x8F2C (DBCH10) only
 * @param invokeId the low 24 bits of the header's counter
 */
public record DutyCycleAlert(UseCase useCase, AlertCode alertCode, int invokeId, CosemDateTime time, Subject subject)
        implements Content {
    private static final AlertCode[] ALERT_CODES = {
        AlertCode.LIMITED_DUTY_CYCLE,
        AlertCode.DUTY_CYCLE_8F21,
        AlertCode.DUTY_CYCLE_8F22,
        AlertCode.DUTY_CYCLE_8F23,
        AlertCode.DUTY_CYCLE_8F24,
        AlertCode.DUTY_CYCLE_8F25,
        AlertCode.MESSAGE_DISCARDED
    };
    private static final int DEVICE = 8;
    private static final int MESSAGE = 25;

    /** What the alert is about. */
    public sealed interface Subject {}

    public record Device(Eui64 device) implements Subject {}

    /** The message that the hub could not deliver. */
    public record DiscardedMessage(Eui64 originator, Eui64 target, Cra cra, long counter) implements Subject {}

    public DutyCycleAlert {
        if (useCase.compareTo(UseCase.DBCH06) < 0 || useCase.compareTo(UseCase.DBCH11) > 0) {
            throw new IllegalArgumentException(useCase + " is no duty cycle alert");
        }
        Codes.requireOneOf(alertCode, ALERT_CODES);
        Dlms.requireInvokeId(invokeId);
    }

    @Override
    public Cra cra() {
        return Cra.ALERT;
    }

    @Override
    public Protection protection() {
        return Protection.MAC;
    }

    static DutyCycleAlert read(UseCase useCase, OctetReader in) {
        var notification = Dlms.notification(in, ALERT_CODES, DutyCycleAlert::subjectLength);
        Subject subject = notification.length() == DEVICE
                ? new Device(new Eui64(Wire.u64(in, "device")))
                : new DiscardedMessage(
                        new Eui64(Wire.u64(in, "originator of the discarded message")),
                        new Eui64(Wire.u64(in, "target of the discarded message")),
                        GroupingHeader.readCra(in, "CRA flag of the discarded message"),
                        Wire.u64(in, "counter of the discarded message"));
        return new DutyCycleAlert(
                useCase, notification.alertCode(), notification.invokeId(), notification.time(), subject);
    }

    private static int subjectLength(OctetReader in) {
        int at = in.at();
        int length = in.u8("subject length");
        if (length != DEVICE && length != MESSAGE) {
            throw in.malformed("subject length", "8 or 25", at, "found " + length);
        }
        return length;
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return switch (subject) {
            case Device(Eui64 device) ->
                Wire.u64(Dlms.notification(out, invokeId, alertCode, time, DEVICE), device.value());
            case DiscardedMessage(Eui64 originator, Eui64 target, Cra flag, long counter) -> {
                Dlms.notification(out, invokeId, alertCode, time, MESSAGE);
                Wire.u64(Wire.u64(out, originator.value()), target.value());
                yield Wire.u64(out.u8(flag.flag()), counter);
            }
        };
    }
}
