package io.hanproof.launcher;

import io.hanproof.image.OtaImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hashes OTA image files: the file as it is, and the Manufacturer Image as the Central Products List has it. */
@Command(
        name = "hash",
        description =
                "Prints the SHA-256 of each file, and that of its Manufacturer Image as on the Central Products List.")
final class ImageHashCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "OTA image files.")
    List<Path> files = new ArrayList<>();

    @Mixin
    ImageForm form = new ImageForm();

    @Option(names = "--json", description = "One JSON object on a line for each file.")
    boolean json;

    ImageHashCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return ImageText.each(files, terminal.err(), file -> {
            OtaImage image = form.whole(file);
            String whole = ImageText.sha256(ImageText.read(file));
            String manufacturers = ImageText.lowerCase(image.sha256());
            if (json) {
                terminal.out()
                        .println(Json.line(it -> it.text("file", file.toString())
                                .text("sha256", whole)
                                .text("manufacturerImageSha256", manufacturers)));
            } else {
                terminal.out().printf("%s%n  file               %s%n", file, whole);
                terminal.out().printf("  Manufacturer Image %s%n", manufacturers);
            }
        });
    }
}
