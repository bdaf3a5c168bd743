package io.hanproof.duis;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.List;
import java.util.Optional;

/** What the DCC answers to a service request. */
public record ServiceResponse(RequestId to, Answer answer) implements UserMessage {

    /** What an answer says. */
    public sealed interface Answer {}

    /** The request is carried out, for all devices but those. */
    public record Accepted(List<Rejected> rejected) implements Answer {
        public Accepted {
            rejected = List.copyOf(rejected);
        }
    }

    /** Nothing is done. */
    public record Refused(RequestFault fault) implements Answer {}

    /** One device that is left out. */
    public record Rejected(Eui64 device, RejectionReason reason) {}

    /** The pre-command to be signed: SR 11.3. */
    public record PreCommand(Octets message) implements Answer {}

    /**
     * The device answered, SR 11.2 and 11.3.
     *
     * @param firmwareVersion absent when it could not be read, or the firmware not be activated
     */
    public record DeviceFirmware(Eui64 device, Optional<Long> firmwareVersion) implements Answer {}

    /**
     * What the hub read of a display, SR 11.5.
     *
     * @param read absent when the display did not answer
     */
    public record DeviceModel(Eui64 device, Optional<Model> read) implements Answer {}

    public record Model(int manufacturerCode, int model, int hardwareVersion, long firmwareVersion) {}

    /**
     * What the Smart Metering Inventory says, SR 8.2.
     *
     * @param status as {@code Commissioned}, {@code Pending} or {@code Suspended}
     */
    public record InventoryEntry(
            Eui64 device,
            String deviceType,
            String status,
            int manufacturerCode,
            int model,
            int hardwareVersion,
            Optional<Long> firmwareVersion)
            implements Answer {}
}
