package io.hanproof.launcher;

import io.hanproof.image.ActivationDateTime;
import io.hanproof.image.Form;
import io.hanproof.image.HardwareRange;
import io.hanproof.image.HeaderString;
import io.hanproof.image.ImageIntegrityCode;
import io.hanproof.image.ImageWriter;
import io.hanproof.image.OtaHeader;
import io.hanproof.image.OtaImage;
import io.hanproof.image.SubElementTag;
import io.hanproof.image.TaggedOctets;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an OTA image file around octets that are given. */
@Command(name = "make", description = "Makes an OTA image file. Numbers are decimal, or hexadecimal after 0x.")
final class ImageMakeCommand implements Callable<Integer> {
    private static final String NOW = "now";

    private final Terminal terminal;

    @Parameters(paramLabel = "OUT", description = "The file to make.")
    Path out = Path.of("");

    @Option(names = "--payload", paramLabel = "FILE", required = true, description = "What the image carries.")
    Path payload = Path.of("");

    @Option(names = "--manufacturer", paramLabel = "N", required = true, description = "Manufacturer code.")
    String manufacturer = "";

    @Option(names = "--type", paramLabel = "N", required = true, description = "Image type.")
    String type = "";

    @Option(names = "--version", paramLabel = "N", required = true, description = "File version.")
    String version = "";

    @Option(names = "--hardware", paramLabel = "FROM..TO", description = "Hardware that it is for, as 1.0..2.0.")
    Optional<String> hardware = Optional.empty();

    @Option(names = "--security-credential", paramLabel = "N", description = "Security credential version.")
    Optional<String> securityCredential = Optional.empty();

    @Option(names = "--destination", paramLabel = "EUI64", description = "The one device that it is for.")
    Optional<String> destination = Optional.empty();

    @Option(names = "--header-string", paramLabel = "TEXT", description = "At most 32 characters.")
    String headerString = "";

    @Option(names = "--form", paramLabel = "zigbee|gb", description = "What follows the header. Default: zigbee.")
    String form = "zigbee";

    @Option(
            names = "--integrity",
            paramLabel = "before|including",
            description = "Ends it in an Image Integrity Code of what is before its tag, or of its tag and length too.")
    Optional<String> integrity = Optional.empty();

    @Option(
            names = "--activation",
            paramLabel = "now|INSTANT",
            description = "When a display activates it, as 2026-12-01T02:00:00Z; form gb only.")
    Optional<String> activation = Optional.empty();

    @Option(names = "--json", description = "Say what was made as a JSON object.")
    boolean json;

    ImageMakeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            OtaImage image = image(header(), ImageText.read(payload));
            ImageText.write(out, image.file());
            ImageText.tell(out, image, json, terminal.out());
            return ExitCode.PASSED;
        } catch (IllegalArgumentException e) {
            throw new UsageFault(String.valueOf(e.getMessage()), e);
        }
    }

    private OtaHeader header() {
        var id = new ImageId(
                (int) ImageText.number("--manufacturer", manufacturer, 0xFFFF),
                (int) ImageText.number("--type", type, 0xFFFF),
                ImageText.number("--version", version, 0xFFFF_FFFFL));
        OtaHeader header = OtaHeader.of(id, HeaderString.of(headerString));
        if (securityCredential.isPresent()) {
            long number = ImageText.number("--security-credential", securityCredential.get(), 0xFF);
            header = header.withSecurityCredentialVersion((int) number);
        }
        if (destination.isPresent()) {
            header = header.withUpgradeFileDestination(eui64(destination.get()));
        }
        return hardware.isPresent() ? header.withHardware(range(hardware.get())) : header;
    }

    private OtaImage image(OtaHeader header, Octets content) {
        return switch (ImageText.form(form)) {
            case Form.ZIGBEE -> zigbee(header, content);
            case Form.GB -> gb(header, content);
        };
    }

    private OtaImage zigbee(OtaHeader header, Octets content) {
        if (activation.isPresent()) {
            throw new UsageFault("--activation needs --form gb: the ZigBee form has no activation date-time");
        }
        return integrity
                .map(it -> ImageWriter.zigbeeWithIntegrityCode(
                        header, List.of(new TaggedOctets(SubElementTag.UPGRADE_IMAGE, content)), convention(it)))
                .orElseGet(() -> ImageWriter.zigbee(header, content));
    }

    private OtaImage gb(OtaHeader header, Octets content) {
        if (integrity.isPresent()) {
            throw new UsageFault("--integrity needs --form zigbee: the GB form has no sub-elements");
        }
        OtaImage image = ImageWriter.gb(header, content);
        return activation.map(it -> image.withActivation(activation(it))).orElse(image);
    }

    private static ActivationDateTime activation(String text) {
        try {
            return text.equals(NOW) ? ActivationDateTime.NOW : ActivationDateTime.at(Instant.parse(text));
        } catch (DateTimeException e) {
            throw new UsageFault("--activation needs now or an instant as 2026-12-01T02:00:00Z, found " + text, e);
        }
    }

    private static ImageIntegrityCode.Convention convention(String text) {
        return switch (text) {
            case "before" -> ImageIntegrityCode.Convention.BEFORE_TAG;
            case "including" -> ImageIntegrityCode.Convention.INCLUDING_TAG;
            default -> throw new UsageFault("--integrity needs before or including, found " + text);
        };
    }

    private static long eui64(String text) {
        try {
            return Eui64.parse(text).value();
        } catch (NumberFormatException e) {
            throw new UsageFault("--destination needs 16 hexadecimal digits, found " + text, e);
        }
    }

    private static HardwareRange range(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new UsageFault("--hardware needs FROM..TO as 1.0..2.0, found " + text);
        }
        return new HardwareRange(
                HardwareVersion.parse(text.substring(0, dots)), HardwareVersion.parse(text.substring(dots + 2)));
    }
}
