package io.hanproof.evidence;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.Incident;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.UserMessage;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GbcsText;
import io.hanproof.lab.Entry;
import io.hanproof.lab.FrameLog;
import io.hanproof.lab.Recording;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The GBCS messages of a recording, whichever way they went: each a block of lines {@code key: value}, blocks separated by
 * an empty line. A block has the number and instant of its entry, from and to, what carried it, whether its layout is
 * published, the whole message in hexadecimal digits, and, indented, its fields in words.
 */
public final class GbcsMessages {
    private static final String DCC = "dcc";
    private static final String HUB = "hub";
    private static final String WAN = "SM WAN";
    private static final String NON_NORMATIVE = "note: non-normative";

    private final Recording recording;

    public GbcsMessages(Recording recording) {
        this.recording = recording;
    }

    private record Carried(int number, String from, String to, String by, Octets message) {}

    /** Whether there is any. */
    public static boolean areIn(Recording recording) {
        for (var cursor = recording.cursor(); cursor.next(); ) {
            boolean found = switch (cursor.kind()) {
                case FRAME, POWER -> false;
                case WAN, USER -> carried(recording, cursor.entry()).isPresent();
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Writes all blocks. */
    public void write(Appendable out) throws IOException {
        String separator = "";
        for (Carried it : all()) {
            out.append(separator);
            write(it, out);
            separator = "\n";
        }
    }

    private List<Carried> all() {
        var all = new ArrayList<Carried>();
        for (var cursor = recording.cursor(); cursor.next(); ) {
            switch (cursor.kind()) {
                case FRAME, POWER -> {} // GBCS does not show in them
                case WAN, USER -> carried(recording, cursor.entry()).ifPresent(all::add);
            }
        }
        return all;
    }

    private void write(Carried carried, Appendable out) throws IOException {
        List<String> fields = GbcsText.of(carried.message());
        boolean published = fields.stream().noneMatch(it -> it.startsWith(NON_NORMATIVE));
        line(out, "entry", Integer.toString(carried.number()));
        line(out, "at", FrameLog.instant(recording.entry(carried.number())));
        line(out, "from", carried.from());
        line(out, "to", carried.to());
        line(out, "carried by", carried.by());
        line(out, "layout", published ? "published" : "non-normative");
        line(out, "hex", carried.message().hex());
        for (String field : fields) {
            out.append("  ").append(field).append('\n');
        }
    }

    private static void line(Appendable out, String key, String value) throws IOException {
        out.append(key).append(": ").append(value).append('\n');
    }

    private static Optional<Carried> carried(Recording recording, Entry entry) {
        return switch (entry) {
            case Entry.Wan(int number, long nanos, WanMessage message) -> wan(number, message);
            case Entry.User(int number, long nanos, var user, boolean toDcc, var message) -> {
                String name = recording.name(user);
                yield user(message)
                        .map(it -> new Carried(number, toDcc ? name : DCC, toDcc ? DCC : name, it.by(), it.message()));
            }
            case Entry.Frame it -> Optional.empty();
            case Entry.Power it -> Optional.empty();
            case Entry.RecordedDelivery it -> Optional.empty();
        };
    }

    private static Optional<Carried> wan(int number, WanMessage message) {
        if (!(message instanceof WanMessage.Gbcs gbcs)) {
            return Optional.empty();
        }
        boolean command = gbcs.cra().filter(Cra.COMMAND::equals).isPresent();
        return Optional.of(new Carried(number, command ? DCC : HUB, command ? HUB : DCC, WAN, gbcs.message()));
    }

    private record Content(String by, Octets message) {}

    private static Optional<Content> user(UserMessage message) {
        return switch (message) {
            case ServiceRequest.SignedPreCommand it ->
                Optional.of(
                        new Content("Service Request %s, signed pre-command".formatted(it.variant()), it.message()));
            case ServiceResponse(var to, var answer) ->
                answer instanceof ServiceResponse.PreCommand(var octets)
                        ? Optional.of(new Content("Service Response, pre-command", octets))
                        : Optional.empty();
            case DeviceAlert(var device, var octets) -> Optional.of(new Content("Device Alert", octets));
            case ServiceRequest it -> Optional.empty();
            case DccAlert it -> Optional.empty();
            case Incident it -> Optional.empty();
        };
    }
}
