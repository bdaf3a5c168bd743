package io.hanproof.launcher;

import io.hanproof.image.HardwareRange;
import io.hanproof.image.ImageInspection;
import io.hanproof.image.OtaHeader;
import io.hanproof.image.SubElement;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.ImageId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what OTA image files are, whatever is wrong with them. */
@Command(name = "show", description = "Shows what OTA image files are, and everything that is wrong with them.")
final class ImageShowCommand implements Callable<Integer> {
    private static final String LINE = "  %-28s%s%n";

    private final Terminal terminal;
    private final PrintWriter out;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "OTA image files.")
    List<Path> files = new ArrayList<>();

    @Mixin
    ImageForm form = new ImageForm();

    @Option(names = "--json", description = "One JSON object on a line for each file.")
    boolean json;

    ImageShowCommand(Terminal terminal) {
        this.terminal = terminal;
        this.out = terminal.out();
    }

    @Override
    public Integer call() {
        return ImageText.each(files, terminal.err(), file -> {
            Octets octets = ImageText.read(file);
            ImageInspection inspection = form.inspect(octets);
            if (json) {
                out.println(Json.line(it -> fields(it, file, inspection)));
            } else {
                print(file, inspection);
            }
        });
    }

    private static void fields(Json json, Path file, ImageInspection image) throws IOException {
        Optional<OtaHeader> header = image.header();
        Optional<HardwareRange> hardware = header.flatMap(OtaHeader::hardware);
        Optional<ImageId> id = header.map(OtaHeader::image);
        json.text("file", file.toString())
                .number("size", image.file().length())
                .text("sha256", ImageText.sha256(image.file()))
                .number(
                        "magicOffset",
                        image.magicOffset().isPresent()
                                ? Optional.of(image.magicOffset().getAsInt())
                                : Optional.empty())
                .number("headerVersion", header.map(OtaHeader::headerVersion))
                .number("headerLength", header.map(OtaHeader::headerLength))
                .number("fieldControl", header.map(OtaHeader::fieldControl))
                .number("manufacturerCode", id.map(ImageId::manufacturerCode))
                .number("imageType", id.map(ImageId::imageType))
                .number("fileVersion", id.map(ImageId::fileVersion))
                .number("stackVersion", header.map(OtaHeader::stackVersion))
                .text("headerString", header.map(it -> it.headerString().text()))
                .number("totalImageSize", header.map(OtaHeader::totalImageSize))
                .number("securityCredentialVersion", header.flatMap(OtaHeader::securityCredentialVersion))
                .number(
                        "minimumHardwareVersion",
                        hardware.map(it -> it.minimum().u16()))
                .number(
                        "maximumHardwareVersion",
                        hardware.map(it -> it.maximum().u16()))
                .objects(
                        "elements",
                        image.elements(),
                        (object, it) -> object.number("tag", it.tag()).number("length", it.length()))
                .objects(
                        "findings",
                        image.findings(),
                        (object, it) -> object.text("code", it.code().name())
                                .number("at", it.at())
                                .text("message", it.message()));
    }

    private void print(Path file, ImageInspection image) {
        out.printf("%s%n", file);
        out.printf(LINE, "size", image.file().length() + " octets");
        out.printf(LINE, "SHA-256", ImageText.sha256(image.file()));
        image.magicOffset().ifPresent(it -> out.printf(LINE, "file identifier at", it));
        image.header().ifPresent(this::print);
        for (SubElement it : image.elements()) {
            out.printf(LINE, "sub-element 0x%04X".formatted(it.tag()), it.length() + " octets");
        }
        image.image()
                .flatMap(it -> it.activation())
                .ifPresent(it -> out.printf(
                        LINE,
                        "activation date-time",
                        it.instant().map(Object::toString).orElse("now")));
        image.image()
                .ifPresent(it ->
                        out.printf(LINE, "Manufacturer Image", "%d octets".formatted(it.manufacturerImageLength())));
        image.findings()
                .forEach(it ->
                        out.printf(LINE, "finding", "%s: %s".formatted(it.code().name(), it.message())));
    }

    private void print(OtaHeader header) {
        ImageId id = header.image();
        out.printf(LINE, "header version", "0x%04X".formatted(header.headerVersion()));
        out.printf(LINE, "header length", header.headerLength());
        out.printf(LINE, "field control", "0x%04X".formatted(header.fieldControl()));
        out.printf(LINE, "manufacturer code", "0x%04X".formatted(id.manufacturerCode()));
        out.printf(LINE, "image type", "0x%04X".formatted(id.imageType()));
        out.printf(LINE, "file version", "0x%08X".formatted(id.fileVersion()));
        out.printf(LINE, "stack version", "0x%04X".formatted(header.stackVersion()));
        out.printf(LINE, "header string", header.headerString().text());
        out.printf(LINE, "total image size", header.totalImageSize());
        header.securityCredentialVersion().ifPresent(it -> out.printf(LINE, "security credential version", it));
        header.upgradeFileDestination()
                .ifPresent(it -> out.printf(LINE, "upgrade file destination", "%016X".formatted(it)));
        header.hardware().ifPresent(it -> out.printf(LINE, "hardware", it.minimum() + " to " + it.maximum()));
    }
}
