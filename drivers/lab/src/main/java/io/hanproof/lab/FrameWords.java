package io.hanproof.lab;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Attribute;
import io.hanproof.zcl.AttributeRecord;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.BasicAttribute;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.DataType;
import io.hanproof.zcl.DefaultResponse;
import io.hanproof.zcl.FrameType;
import io.hanproof.zcl.GlobalCommand;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ReportAttributes;
import io.hanproof.zcl.TimeAttribute;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.WriteAttributes;
import io.hanproof.zcl.WriteAttributesResponse;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ota.ImageUpgradeStatus;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.OtaCommand;
import java.util.ArrayList;
import java.util.Optional;

/** What one ZCL frame says: the name of its command, and its fields in words. */
record FrameWords(String command, String fields) {
    private static final String MALFORMED = "Malformed";

    static FrameWords of(int cluster, Octets zcl) {
        return switch (ZclHeader.read(zcl)) {
            case Decoded.Malformed<ZclHeader> malformed -> malformed(malformed, zcl);
            case Decoded.Value<ZclHeader>(var header) -> of(cluster, header, zcl);
        };
    }

    private static FrameWords of(int cluster, ZclHeader header, Octets zcl) {
        if (header.frameType() == FrameType.GLOBAL) {
            return switch (GlobalCommand.read(header, zcl)) {
                case Decoded.Malformed<GlobalCommand> malformed -> malformed(malformed, zcl);
                case Decoded.Value<GlobalCommand>(var command) -> of(cluster, command);
            };
        }
        if (cluster != Cluster.OTA.id()) {
            return new FrameWords("Command %02X".formatted(header.commandId()), octets(zcl));
        }
        return switch (OtaCommand.read(header, zcl)) {
            case Decoded.Malformed<OtaCommand> malformed -> malformed(malformed, zcl);
            case Decoded.Value<OtaCommand>(var command) -> new FrameWords(command.name(), OtaWords.of(command));
        };
    }

    private static FrameWords malformed(Decoded.Malformed<?> malformed, Octets zcl) {
        return new FrameWords(MALFORMED, malformed.message() + ", " + octets(zcl));
    }

    private static String octets(Octets zcl) {
        return "octets " + zcl.hex();
    }

    private static FrameWords of(int cluster, GlobalCommand command) {
        var words = new ArrayList<String>();
        switch (command) {
            case ReadAttributes(var ids) -> ids.forEach(id -> words.add(attribute(cluster, id)));
            case ReadAttributesResponse(var answers) -> answers.forEach(it -> words.add(answer(cluster, it)));
            case WriteAttributes(var attributes) -> attributes.forEach(it -> words.add(value(cluster, it)));
            case WriteAttributesResponse(var answers) -> {
                answers.forEach(it -> words.add(attribute(cluster, it.attributeId()) + " " + it.status()));
                if (answers.isEmpty()) {
                    words.add("SUCCESS");
                }
            }
            case ReportAttributes(var attributes) -> attributes.forEach(it -> words.add(value(cluster, it)));
            case DefaultResponse(int id, var status) -> {
                words.add(status.toString());
                words.add("to " + (cluster == Cluster.OTA.id() ? OtaWords.command(id) : "command %02X".formatted(id)));
            }
        }
        return new FrameWords(command.name(), String.join(", ", words));
    }

    private static String answer(int cluster, ReadAttributesResponse.Answer answer) {
        return switch (answer) {
            case ReadAttributesResponse.Held(int id, var value) -> value(cluster, new AttributeRecord(id, value));
            case ReadAttributesResponse.Refused(int id, var status) -> attribute(cluster, id) + " " + status;
        };
    }

    private static String value(int cluster, AttributeRecord record) {
        String name = attribute(cluster, record.attributeId());
        return switch (record.value()) {
            case AttributeValue.Number(var type, long value) ->
                "%s %s".formatted(name, number(cluster, record.attributeId(), type, value));
            case AttributeValue.Text text -> "%s \"%s\"".formatted(name, printable(text.text()));
            case AttributeValue.InvalidText invalid -> name + " invalid";
        };
    }

    private static String number(int cluster, int attribute, DataType type, long value) {
        boolean status = cluster == Cluster.OTA.id() && attribute == OtaAttribute.IMAGE_UPGRADE_STATUS.id();
        if (status && ImageUpgradeStatus.of((int) value).isPresent()) {
            return ImageUpgradeStatus.of((int) value).get().name();
        }
        if (type == DataType.UTC_TIME && value != UtcTime.INVALID.seconds()) {
            return new UtcTime(value).toInstant().toString();
        }
        return "0x%X".formatted(value);
    }

    /** One log line stays one line, whatever a device puts into its strings. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static String attribute(int cluster, int id) {
        Optional<? extends Attribute> known = Cluster.of(cluster).flatMap(it -> known(it, id));
        return known.isPresent() ? known.get().specName() : "attribute %04X".formatted(id);
    }

    private static Optional<? extends Attribute> known(Cluster cluster, int id) {
        return switch (cluster) {
            case BASIC -> BasicAttribute.of(id);
            case TIME -> TimeAttribute.of(id);
            case OTA -> OtaAttribute.of(id);
        };
    }
}
