package io.hanproof.launcher;

import io.hanproof.image.Form;
import io.hanproof.image.ImageFile;
import io.hanproof.image.ImageSplit;
import io.hanproof.image.OtaImage;
import io.hanproof.octets.Decoded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Splits an image too long to be sent into images of their own. */
@Command(
        name = "split",
        description = "Splits an image into parts, each an image with a version of its own. Numbers are decimal, or"
                + " hexadecimal after 0x.")
final class ImageSplitCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A flawless OTA image file.")
    Path file = Path.of("");

    @Option(names = "--limit", paramLabel = "N", required = true, description = "More octets than any part may have.")
    String limit = "";

    @Option(
            names = "--versions",
            paramLabel = "N,..",
            split = ",",
            required = true,
            description = "File versions of the parts in order; the last part keeps the image's own, named or not.")
    List<String> versions = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the parts go. Default: beside FILE.")
    Optional<Path> out = Optional.empty();

    @Option(names = "--form", paramLabel = "zigbee|gb", description = "What follows the header. Default: zigbee.")
    String form = "zigbee";

    @Option(names = "--json", description = "Say what was made as one JSON object on a line for each part.")
    boolean json;

    ImageSplitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        OtaImage image = flawless(ImageText.form(form));
        List<OtaImage> parts = parts(image);
        Path folder = folder();
        List<Path> files =
                parts.stream().map(it -> folder.resolve(it.id() + ".ota")).toList();
        files.stream().filter(Files::exists).findFirst().ifPresent(it -> {
            throw new UsageFault("%s is there already: name another folder, or remove it".formatted(it));
        });
        for (int i = 0; i < parts.size(); i++) {
            ImageText.write(files.get(i), parts.get(i).file());
            ImageText.tell(files.get(i), parts.get(i), json, terminal.out());
        }
        return ExitCode.PASSED;
    }

    private OtaImage flawless(Form read) {
        return switch (ImageFile.readStrict(ImageText.read(file), read)) {
            case Decoded.Value<OtaImage>(var image) -> image;
            case Decoded.Malformed<OtaImage> fault ->
                throw new UsageFault("%s is no flawless image of form %s: %s"
                        .formatted(file, ImageText.name(read), fault.message()));
        };
    }

    private List<OtaImage> parts(OtaImage image) {
        List<Long> numbers = versions.stream()
                .map(it -> ImageText.number("--versions", it, 0xFFFF_FFFFL))
                .toList();
        boolean namesLast = numbers.getLast() == image.id().fileVersion();
        List<Long> earlier = namesLast ? numbers.subList(0, numbers.size() - 1) : numbers;
        return switch (ImageSplit.split(image, ImageText.number("--limit", limit, 0xFFFF_FFFFL), earlier)) {
            case Decoded.Value<List<OtaImage>>(var parts) -> parts;
            case Decoded.Malformed<List<OtaImage>> fault ->
                throw new UsageFault("%s cannot be split so: %s needs %s, %s"
                        .formatted(file, fault.field(), fault.need(), fault.found()));
        };
    }

    private Path folder() {
        Path folder = out.orElse(file.toAbsolutePath().resolveSibling(""));
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageFault("--out %s cannot be made: %s".formatted(folder, e), e);
        }
    }
}
