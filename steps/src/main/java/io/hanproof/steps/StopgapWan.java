package io.hanproof.steps;

import io.hanproof.gbcs.*;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.UseCase;
import io.hanproof.lab.*;
import io.hanproof.octets.*;
import java.util.*;
import java.util.function.Consumer;

/** local only */
record StopgapWan(HubWan hub, Site site, Keys keys, long[] count) implements HubWan {

    @Override
    public void deliver(WanMessage.FirmwareDelivery d) {
        hub.deliver(d);
    }

    @Override
    public void send(Octets gbcs) {
        hub.send(gbcs);
    }

    @Override
    public void listen(Consumer<WanMessage> listener) {
        hub.listen(m -> {
            if (m instanceof WanMessage.Gbcs(var octets)
                    && io.hanproof.hub.AlertContent.read(octets).isPresent()) {
                return; // signed with keys that these seals do not know
            }
            HubFirmwareAlert a = switch (m) {
                case WanMessage.TransferAlert t -> {
                    var rc = switch (t.responseCode()) {
                        case FILE_TRANSFER_SUCCESS -> HubFirmwareAlert.ResponseCode.FILE_TRANSFER_SUCCESS;
                        case IMAGE_DISCARDED -> HubFirmwareAlert.ResponseCode.FIRMWARE_IMAGE_DISCARDED;
                        case HARDWARE_VERSION_MISMATCH -> HubFirmwareAlert.ResponseCode.HARDWARE_VERSION_MISMATCH;
                        default -> HubFirmwareAlert.ResponseCode.FILE_TRANSFER_FAILURE;
                    };
                    yield new HubFirmwareAlert(
                            t.alertCode() == 0x8F8A
                                    ? AlertCode.FIRMWARE_TRANSFERRED
                                    : AlertCode.FIRMWARE_TRANSFER_FAILED,
                            site.timeline().instant(),
                            t.device(),
                            t.fileVersion(),
                            rc);
                }
                case WanMessage.ReadAlert r ->
                    new HubFirmwareAlert(
                            AlertCode.FIRMWARE_VERSION_READ,
                            site.timeline().instant(),
                            r.device(),
                            r.firmwareVersion().orElse(0L),
                            r.firmwareVersion().isPresent()
                                    ? HubFirmwareAlert.ResponseCode.FIRMWARE_READ_SUCCESS
                                    : HubFirmwareAlert.ResponseCode.FIRMWARE_READ_FAILURE);
                default -> null;
            };
            if (a != null) {
                var o = Sealing.answer(
                        new GroupingHeader(
                                Cra.ALERT,
                                ++count()[0],
                                site.hubAddress(),
                                Keys.ACB,
                                OtherInformation.of(UseCase.CCS08)),
                        a,
                        keys.hub(site.hubAddress()),
                        Certificates.NONE);
                listener.accept(new WanMessage.Gbcs(o));
            }
            listener.accept(m);
        });
    }
}
