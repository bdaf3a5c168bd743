package io.hanproof.steps.monitor;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DccAlert.FirmwareRead;
import io.hanproof.duis.DccAlert.FirmwareTransfer;
import io.hanproof.duis.DccAlert.FirmwareUpgradeRequested;
import io.hanproof.duis.DccAlert.PpmidFirmwareUpgrade;
import io.hanproof.duis.DccAlert.UpdateRequested;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.Incident;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceRequest.UpdateFirmware;
import io.hanproof.duis.ServiceRequest.UpdatePpmidFirmware;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.lab.Entry;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the DCC tells its users, or never tells them, in every session. */
final class DccRules {
    static final List<StandingRule> ALL = List.of(
            StandingRule.of(
                    "one-outcome-for-a-supplier",
                    "NOT-03",
                    "The DCC tells no supplier that a transfer succeeded and that it failed, unless the hub said both",
                    OneOutcomeForASupplier::new),
            StandingRule.of(
                    "tells-who-was-told-before",
                    "DSP-08",
                    "The second and third alerts about a display go to nobody but senders and who had a first one",
                    TellsWhoWasToldBefore::new));

    private DccRules() {}

    /** The second alert says success or failure (S002:1462-1463); a device that failed may fetch its image later. */
    private static final class OneOutcomeForASupplier extends Watch {
        private record Outcome(Eui64 device, long fileVersion, boolean success) {}

        private record Told(Eui64 supplier, Outcome outcome) {}

        private final Map<Outcome, Integer> said = new HashMap<>();
        private final Map<Told, Integer> told = new HashMap<>();

        @Override
        void wan(WanMessage message, int number) {
            if (message instanceof WanMessage.Gbcs(Octets octets)
                    && GbcsMessage.read(octets) instanceof Decoded.Value<GbcsMessage>(var read)
                    && read.content() instanceof HubFirmwareAlert alert) {
                switch (alert.responseCode()) {
                    case FILE_TRANSFER_SUCCESS -> says(alert, true);
                    case FIRMWARE_IMAGE_DISCARDED, HARDWARE_VERSION_MISMATCH, FILE_TRANSFER_FAILURE ->
                        says(alert, false);
                    case FIRMWARE_READ_SUCCESS, FIRMWARE_READ_FAILURE -> {}
                }
            }
        }

        private void says(HubFirmwareAlert alert, boolean success) {
            said.merge(new Outcome(alert.entity(), alert.firmwareVersion(), success), 1, Integer::sum);
        }

        @Override
        void user(Entry.User entry) {
            if (entry.toDcc() || !(entry.message() instanceof FirmwareTransfer alert)) {
                return;
            }
            boolean success = alert.responseCode().equals(ImageResponseCode.FILE_TRANSFER_SUCCESS.sourceName());
            var outcome = new Outcome(alert.device(), alert.firmwareVersion(), success);
            var contrary = new Outcome(alert.device(), alert.firmwareVersion(), !success);
            int times = told.merge(new Told(entry.user(), outcome), 1, Integer::sum);
            boolean contradicts = told.containsKey(new Told(entry.user(), contrary));
            if (broken(contradicts && times > said.getOrDefault(outcome, 0))) {
                found(
                        entry.number(),
                        "tells %s %s of %08X for %s, after the contrary, and the hub has not said so"
                                .formatted(
                                        entry.user(), alert.responseCode(), alert.firmwareVersion(), alert.device()));
            }
        }
    }

    /**
     * All alerts about an update go to the suppliers recorded when it was checked (S002:2741-2745, 2770-2772,
     * 2885-2887). Who they are shows in the first alerts, where anybody but a sender has had one. Meters and load
     * switches have none that every text asks for, and are left alone.
     */
    private static final class TellsWhoWasToldBefore extends Watch {
        private final Set<Eui64> senders = new HashSet<>();
        private final Set<Eui64> told = new HashSet<>();
        private final Set<Eui64> displays = new HashSet<>();
        private final Set<Eui64> switches = new HashSet<>();

        @Override
        void user(Entry.User entry) {
            switch (entry.message()) {
                case UpdatePpmidFirmware it -> {
                    senders.add(entry.user());
                    displays.addAll(it.devices());
                }
                case UpdateFirmware it -> switches.addAll(it.devices());
                case UpdateRequested it -> told.add(entry.user());
                case FirmwareUpgradeRequested it -> told.add(entry.user());
                case FirmwareTransfer it -> later(entry, it, it.device());
                case FirmwareRead it -> later(entry, it, it.device());
                case PpmidFirmwareUpgrade it -> later(entry, it, it.device());
                case ServiceRequest other -> {}
                case ServiceResponse other -> {}
                case DccAlert other -> {}
                case DeviceAlert other -> {}
                case Incident other -> {}
            }
        }

        private void later(Entry.User entry, DccAlert alert, Eui64 device) {
            boolean judged = displays.contains(device) && !switches.contains(device) && !senders.containsAll(told);
            boolean known = told.contains(entry.user()) || senders.contains(entry.user());
            if (judged && broken(!known)) {
                found(entry.number(), "tells %s, who was told of no update before: %s".formatted(entry.user(), alert));
            }
        }
    }
}
