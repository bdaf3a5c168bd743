package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.octets.Eui64;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An alert of the hub's as the WAN door carries it.
 *
 * @param seq grows from one alert to the next
 */
record WanAlert(long seq, Instant at, WanMessage message) {

    static List<WanAlert> readAll(Fields in) {
        return in.objects("alerts", WanAlert::read);
    }

    private static WanAlert read(Fields in) {
        var at = in.instant("at");
        if (!Instants.comes(at) || at.isBefore(Instant.EPOCH)) {
            throw in.bad("at", "is beyond all time: " + Instants.write(at));
        }
        return new WanAlert(in.integer("seq", 0, Long.MAX_VALUE), at, message(in.object("alert")));
    }

    private static WanMessage message(Fields in) {
        String code = in.text("code");
        var device = in.eui64("entity");
        var response = responseCode(in);
        Optional<Long> version = in.has("version") ? Optional.of(in.u32("version")) : Optional.empty();
        WanMessage message = switch (response) {
            case FIRMWARE_READ_SUCCESS -> new ReadAlert(device, Optional.of(in.u32("version")));
            case FIRMWARE_READ_FAILURE -> readFailure(in, device, version);
            case FILE_TRANSFER_SUCCESS, IMAGE_DISCARDED, HARDWARE_VERSION_MISMATCH, FILE_TRANSFER_FAILURE ->
                new TransferAlert(device, in.u32("version"), response);
        };
        if (!code.equalsIgnoreCase(code(message))) {
            throw in.bad(
                    "code",
                    "needs %s with %s, found %s".formatted(code(message), response.sourceName(), Fields.excerpt(code)));
        }
        return message;
    }

    private static WanMessage readFailure(Fields in, Eui64 device, Optional<Long> version) {
        if (version.isPresent()) {
            throw in.bad("version", "is absent when it could not be read");
        }
        return new ReadAlert(device, version);
    }

    private static ImageResponseCode responseCode(Fields in) {
        String name = in.text("responseCode");
        return Arrays.stream(ImageResponseCode.values())
                .filter(it -> it.sourceName().equals(name))
                .findFirst()
                .orElseThrow(() -> in.bad("responseCode", "is no imageResponseCode: " + Fields.excerpt(name)));
    }

    private static String code(WanMessage message) {
        return switch (message) {
            case TransferAlert it -> "0x%04X".formatted(it.alertCode());
            case ReadAlert it -> "0x%04X".formatted(ReadAlert.ALERT_CODE);
            case WanMessage.FirmwareDelivery it -> throw new IllegalStateException("a delivery is no alert");
            case WanMessage.Gbcs it -> throw new IllegalStateException("an alert is told in words");
        };
    }

    ObjectNode json() {
        var out = Json.object().put("seq", seq).put("at", Instants.write(at));
        var alert = out.putObject("alert").put("code", code(message));
        switch (message) {
            case TransferAlert(var device, long version, var response) ->
                alert.put("entity", device.toString())
                        .put("version", "%08X".formatted(version))
                        .put("responseCode", response.sourceName());
            case ReadAlert it -> {
                alert.put("entity", it.device().toString());
                it.firmwareVersion().ifPresent(version -> alert.put("version", "%08X".formatted(version)));
                alert.put("responseCode", it.responseCode().sourceName());
            }
            case WanMessage.FirmwareDelivery it -> throw new IllegalStateException("a delivery is no alert");
            case WanMessage.Gbcs it -> throw new IllegalStateException("an alert is told in words");
        }
        return out;
    }
}
