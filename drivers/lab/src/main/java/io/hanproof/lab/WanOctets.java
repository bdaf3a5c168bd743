package io.hanproof.lab;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How WAN messages stand in a recording: an octet that says which, then its fields, little-endian. */
final class WanOctets {
    private static final int DELIVERY = 0;
    private static final int TRANSFER_ALERT = 1;
    private static final int READ_ALERT = 2;
    private static final int GBCS = 3;
    private static final int CONTRADICTORY_ALERT = 4;
    private static final int SHA256 = 32;

    /** In the order of their numbers, which files keep: a new one comes last. */
    private static final List<WanMessage.UseCase> USE_CASES =
            List.of(WanMessage.UseCase.CS05B, WanMessage.UseCase.CS05C);

    private static final List<WanMessage.ImageResponseCode> RESPONSE_CODES = List.of(
            WanMessage.ImageResponseCode.FILE_TRANSFER_SUCCESS,
            WanMessage.ImageResponseCode.IMAGE_DISCARDED,
            WanMessage.ImageResponseCode.HARDWARE_VERSION_MISMATCH,
            WanMessage.ImageResponseCode.FILE_TRANSFER_FAILURE,
            WanMessage.ImageResponseCode.FIRMWARE_READ_SUCCESS,
            WanMessage.ImageResponseCode.FIRMWARE_READ_FAILURE);

    private WanOctets() {}

    static Octets write(WanMessage message) {
        var out = new OctetWriter(160);
        switch (message) {
            case WanMessage.FirmwareDelivery delivery -> write(delivery, out);
            case WanMessage.TransferAlert(var device, var fileVersion, var responseCode) ->
                out.u8(TRANSFER_ALERT).u64(device.value()).u32(fileVersion).u8(RESPONSE_CODES.indexOf(responseCode));
            case WanMessage.ReadAlert(var device, var version) ->
                out.u8(READ_ALERT)
                        .u64(device.value())
                        .u8(version.isPresent() ? 1 : 0)
                        .u32(version.orElse(0L));
            case WanMessage.ContradictoryAlert(int code, var device, var version, var responseCode) ->
                out.u8(CONTRADICTORY_ALERT)
                        .u64(device.value())
                        .u16(code)
                        .u8(version.isPresent() ? 1 : 0)
                        .u32(version.orElse(0L))
                        .u8(RESPONSE_CODES.indexOf(responseCode));
            case WanMessage.Gbcs(var gbcs) -> out.u8(GBCS).octets(gbcs);
        }
        return out.toOctets();
    }

    private static void write(WanMessage.FirmwareDelivery delivery, OctetWriter out) {
        Octets image = delivery.upgradeImage();
        Octets head = image.slice(0, Math.min(image.length(), Entry.RecordedDelivery.HEAD));
        out.u8(DELIVERY)
                .u8(USE_CASES.indexOf(delivery.useCase()))
                .u32(delivery.targets().size());
        for (Eui64 target : delivery.targets()) {
            out.u64(target.value());
        }
        out.u32(image.length()).octets(image.sha256()).u8(head.length()).octets(head);
    }

    static Entry read(int number, long nanos, Octets octets) {
        var in = new OctetReader(octets);
        int kind = in.u8("kind of WAN message");
        Entry entry = switch (kind) {
            case DELIVERY -> delivery(number, nanos, in);
            case TRANSFER_ALERT -> new Entry.Wan(number, nanos, transferAlert(in));
            case READ_ALERT -> new Entry.Wan(number, nanos, readAlert(in));
            case CONTRADICTORY_ALERT -> new Entry.Wan(number, nanos, contradictoryAlert(in));
            case GBCS -> new Entry.Wan(number, nanos, new WanMessage.Gbcs(in.rest()));
            default -> throw in.malformed("kind of WAN message", "0 to 4", 0, "found " + kind);
        };
        if (in.left() > 0) {
            throw in.malformed("end of the WAN message", "no more octets", in.at(), in.left() + " left");
        }
        return entry;
    }

    private static Entry delivery(int number, long nanos, OctetReader in) {
        var useCase = oneOf(USE_CASES, "use case", in);
        long count = in.u32("number of targets");
        var targets = new ArrayList<Eui64>(); // of no size told beforehand: a file may say anything
        for (long i = 0; i < count; i++) {
            targets.add(new Eui64(in.u64("target")));
        }
        int imageLength = (int) in.u32("image length");
        Octets sha256 = in.take("image hash", SHA256);
        Octets head = in.take("image head", in.u8("length of the image head"));
        return new Entry.RecordedDelivery(number, nanos, useCase, targets, imageLength, sha256, head);
    }

    private static WanMessage transferAlert(OctetReader in) {
        return new WanMessage.TransferAlert(
                new Eui64(in.u64("device")), in.u32("file version"), oneOf(RESPONSE_CODES, "image response code", in));
    }

    private static WanMessage readAlert(OctetReader in) {
        var device = new Eui64(in.u64("device"));
        boolean present = in.u8("presence of the version") == 1;
        long version = in.u32("firmware version");
        return new WanMessage.ReadAlert(device, present ? Optional.of(version) : Optional.empty());
    }

    private static WanMessage contradictoryAlert(OctetReader in) {
        var device = new Eui64(in.u64("device"));
        int code = in.u16("alert code");
        boolean present = in.u8("presence of the version") == 1;
        long version = in.u32("version");
        return new WanMessage.ContradictoryAlert(
                code,
                device,
                present ? Optional.of(version) : Optional.empty(),
                oneOf(RESPONSE_CODES, "image response code", in));
    }

    private static <T> T oneOf(List<T> values, String field, OctetReader in) {
        int at = in.at();
        int index = in.u8(field);
        if (index >= values.size()) {
            throw in.malformed(field, "0 to " + (values.size() - 1), at, "found " + index);
        }
        return values.get(index);
    }
}
