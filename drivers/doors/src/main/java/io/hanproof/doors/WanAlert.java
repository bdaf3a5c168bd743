package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.ContradictoryAlert;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the hub tells unasked as the WAN door carries it: an alert of its own in words, in GBCS, or both; or any other GBCS
 * message, as a device's.
 *
 * @param seq grows from one to the next
 * @param alert in words
 * @param gbcs the message; there when {@code alert} is not
 */
record WanAlert(long seq, Instant at, Optional<WanMessage> alert, Optional<Octets> gbcs) {
    static final int LONGEST_GBCS = 65_535;

    private static final String ALERT = "alert";
    private static final String MESSAGE = "message";

    static List<WanAlert> readAll(Fields in) {
        return in.objects("alerts", WanAlert::read);
    }

    private static WanAlert read(Fields in) {
        var at = in.instant("at");
        if (!Instants.comes(at) || at.isBefore(Instant.EPOCH)) {
            throw in.bad("at", "is beyond all time: " + Instants.write(at));
        }
        Optional<Octets> gbcs = in.has(MESSAGE) ? Optional.of(in.hex(MESSAGE, LONGEST_GBCS)) : Optional.empty();
        Optional<WanMessage> alert =
                gbcs.isEmpty() || in.has(ALERT) ? Optional.of(message(in.object(ALERT))) : Optional.empty();
        return new WanAlert(in.integer("seq", 0, Long.MAX_VALUE), at, alert, gbcs);
    }

    /** What the recording has of it, in order: the octets, then what they say. */
    List<WanMessage> messages() {
        var messages = new ArrayList<WanMessage>();
        gbcs.ifPresent(it -> messages.add(new WanMessage.Gbcs(it)));
        alert.ifPresent(messages::add);
        return messages;
    }

    private static WanMessage message(Fields in) {
        Optional<Long> version = in.has("version") ? Optional.of(in.u32("version")) : Optional.empty();
        return WanMessage.alert(code(in), in.eui64("entity"), version, responseCode(in));
    }

    /** As {@code 0x8F8A}. */
    private static int code(Fields in) {
        String code = in.text("code");
        if (!code.matches("0[xX][0-9A-Fa-f]{4}")) {
            throw in.bad("code", "needs 0x and 4 hexadecimal digits, found " + Fields.excerpt(code));
        }
        return Integer.parseInt(code.substring(2), 16);
    }

    private static ImageResponseCode responseCode(Fields in) {
        String name = in.text("responseCode");
        return Arrays.stream(ImageResponseCode.values())
                .filter(it -> it.sourceName().equals(name))
                .findFirst()
                .orElseThrow(() -> in.bad("responseCode", "is no imageResponseCode: " + Fields.excerpt(name)));
    }

    ObjectNode json() {
        var out = Json.object().put("seq", seq).put("at", Instants.write(at));
        alert.ifPresent(it -> write(it, out.putObject(ALERT)));
        gbcs.ifPresent(it -> out.put(MESSAGE, it.hex()));
        return out;
    }

    private static void write(WanMessage message, ObjectNode out) {
        switch (message) {
            case TransferAlert it ->
                write(it.alertCode(), it.device(), Optional.of(it.fileVersion()), it.responseCode(), out);
            case ReadAlert it -> write(ReadAlert.ALERT_CODE, it.device(), it.firmwareVersion(), it.responseCode(), out);
            case ContradictoryAlert it -> write(it.alertCode(), it.device(), it.version(), it.responseCode(), out);
            case WanMessage.FirmwareDelivery it -> throw new IllegalStateException("a delivery is no alert");
            case WanMessage.Gbcs it -> throw new IllegalStateException("an alert is told in words");
        }
    }

    private static void write(
            int code, Eui64 device, Optional<Long> version, ImageResponseCode response, ObjectNode out) {
        out.put("code", "0x%04X".formatted(code)).put("entity", device.toString());
        version.ifPresent(it -> out.put("version", "%08X".formatted(it)));
        out.put("responseCode", response.sourceName());
    }
}
