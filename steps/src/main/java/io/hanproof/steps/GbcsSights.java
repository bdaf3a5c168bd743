package io.hanproof.steps;

import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.UseCase;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.Optional;
import java.util.function.Predicate;

/** GBCS messages as the recording of the WAN has them: decoded anew, whatever whoever sent them thought. */
final class GbcsSights {
    private GbcsSights() {}

    static Optional<GbcsMessage> read(Octets octets) {
        return GbcsMessage.read(octets) instanceof Decoded.Value<GbcsMessage>(var message)
                ? Optional.of(message)
                : Optional.empty();
    }

    /** The use case of a message that is about firmware, whatever is wrong with the rest of it; nothing of another message. */
    static Optional<UseCase> useCase(WanMessage.Gbcs message) {
        return message.messageCode().flatMap(UseCase::of);
    }

    /** An alert that is about something else than firmware, or in a form that nobody has published. */
    static Predicate<Sight<WanMessage.Gbcs>> otherAlert(Eui64 originator) {
        return sight -> sight.message().originator().equals(Optional.of(originator))
                && sight.message().cra().equals(Optional.of(Cra.ALERT))
                && useCase(sight.message()).isEmpty();
    }

    /** A message with such a content, from that originator. */
    static <C extends Content> Predicate<Sight<WanMessage.Gbcs>> from(
            Eui64 originator, Class<C> type, Predicate<C> which) {
        return sight -> read(sight.message().message())
                .filter(it -> it.header().originator().equals(originator))
                .map(GbcsMessage::content)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .isPresent();
    }

    /** The name that DUIS and the sources give a hub's response code. */
    static String name(HubFirmwareAlert.ResponseCode code) {
        return switch (code) {
            case FILE_TRANSFER_SUCCESS -> "fileTransferSuccess";
            case FIRMWARE_IMAGE_DISCARDED -> "imageDiscarded";
            case HARDWARE_VERSION_MISMATCH -> "hardwareVersionMismatch";
            case FILE_TRANSFER_FAILURE -> "fileTransferFailure";
            case FIRMWARE_READ_SUCCESS -> "firmwareReadSuccess";
            case FIRMWARE_READ_FAILURE -> "firmwareReadFailure";
        };
    }

    static boolean isOfTransfer(HubFirmwareAlert alert) {
        return switch (alert.responseCode()) {
            case FILE_TRANSFER_SUCCESS, FIRMWARE_IMAGE_DISCARDED, HARDWARE_VERSION_MISMATCH, FILE_TRANSFER_FAILURE ->
                true;
            case FIRMWARE_READ_SUCCESS, FIRMWARE_READ_FAILURE -> false;
        };
    }
}
