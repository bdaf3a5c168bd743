package io.hanproof.lab;

import io.hanproof.gbcs.Cra;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.Cluster;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A recording as text: every entry one line, in columns, as
 * {@code #000012 2026-01-01T03:10:00.000Z hub > ppmid  ReadAttributes  CurrentFileVersion}.
 */
public final class FrameLog {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int COMMAND_WIDTH = "ReadAttributesResponse".length();
    private static final String DCC = "dcc";
    private static final String HUB = "hub";

    private final Recording recording;
    private final int nameWidth;

    public FrameLog(Recording recording) {
        this.recording = recording;
        this.nameWidth = recording.nodes().stream()
                .mapToInt(it -> recording.name(it).length())
                .reduce(DCC.length(), Math::max);
    }

    /** Writes all lines, each ended by a newline. */
    public void write(Appendable out) throws IOException {
        for (int number = 1; number <= recording.size(); number++) {
            out.append(line(number)).append('\n');
        }
    }

    /** When something happened, as every line begins. */
    public static String instant(Entry entry) {
        return INSTANT.format(entry.instant());
    }

    /** The line of the entry with that number. */
    public String line(int number) {
        var entry = recording.entry(number);
        return "#%06d %s %s".formatted(number, instant(entry), what(entry)).stripTrailing();
    }

    private String what(Entry entry) {
        return switch (entry) {
            case Entry.Frame(int number, long nanos, var frame, var delivery) -> frame(number, frame, delivery);
            case Entry.Power(int number, long nanos, var node, boolean on) ->
                columns(recording.name(node), " ", "", on ? "Power on" : "Power off", "");
            case Entry.Wan(int number, long nanos, var message) -> wan(message);
            case Entry.User(int number, long nanos, var user, boolean toDcc, var message) -> {
                var words = new UserWords(recording::name).of(message);
                String name = recording.name(user);
                yield columns(toDcc ? name : DCC, ">", toDcc ? DCC : name, words.command(), words.fields());
            }
            case Entry.RecordedDelivery delivery ->
                columns(
                        DCC,
                        ">",
                        HUB,
                        "FirmwareDelivery",
                        "%s for %s, %d octets, SHA-256 %s"
                                .formatted(
                                        delivery.useCase(),
                                        names(delivery.targets()),
                                        delivery.imageLength(),
                                        delivery.sha256().hex()));
        };
    }

    private String frame(int number, ApsFrame frame, Delivery delivery) {
        var words = FrameWords.of(frame.cluster(), frame.zcl());
        String fields = words.fields() + notes(number, frame, delivery);
        return columns(
                recording.name(frame.source()), ">", recording.name(frame.destination()), words.command(), fields);
    }

    /** What an engineer should not overlook about the way the frame was sent. */
    private String notes(int number, ApsFrame frame, Delivery delivery) {
        var notes = new StringBuilder();
        if (frame.cluster() != Cluster.OTA.id()) {
            notes.append("  cluster %04X".formatted(frame.cluster()));
        }
        if (!frame.secured() && !frame.destination().isBroadcast()) {
            notes.append("  without APS security");
        }
        if (delivery == Delivery.LOST) {
            notes.append("  LOST");
        }
        int deliveries = recording.cursor().to(number).deliveries();
        if (deliveries > 1 && !frame.destination().isBroadcast()) {
            notes.append("  delivered %d times".formatted(deliveries));
        }
        return notes.toString();
    }

    private String wan(WanMessage message) {
        return switch (message) {
            case WanMessage.TransferAlert it ->
                alert(it.alertCode(), it.responseCode(), it.device(), Optional.of(it.fileVersion()));
            case WanMessage.ReadAlert it ->
                alert(WanMessage.ReadAlert.ALERT_CODE, it.responseCode(), it.device(), it.firmwareVersion());
            case WanMessage.ContradictoryAlert it ->
                alert(it.alertCode(), it.responseCode(), it.device(), it.version()) + "  CONTRADICTS ITSELF";
            case WanMessage.Gbcs it -> {
                String fields = new GbcsWords(recording::name).of(it.message());
                boolean command = it.cra().filter(Cra.COMMAND::equals).isPresent();
                yield columns(
                        command ? DCC : HUB, it.cra().isPresent() ? ">" : "?", command ? HUB : DCC, "Gbcs", fields);
            }
            case WanMessage.FirmwareDelivery delivery ->
                throw new IllegalStateException("a delivery is recorded as a RecordedDelivery");
        };
    }

    private String alert(int code, WanMessage.ImageResponseCode response, Eui64 device, Optional<Long> version) {
        String fields = "%s, device %s".formatted(response.sourceName(), recording.name(device))
                + version.map(", version %08X"::formatted).orElse("");
        return columns(HUB, ">", DCC, "Alert 0x%04X".formatted(code), fields);
    }

    private String names(List<Eui64> nodes) {
        return nodes.stream().map(recording::name).collect(Collectors.joining(" "));
    }

    private String columns(String from, String arrow, String to, String command, String fields) {
        String way = pad(from, nameWidth) + " " + arrow + " " + pad(to, nameWidth);
        return way + "  " + pad(command, COMMAND_WIDTH) + "  " + fields;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
