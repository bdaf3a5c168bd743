package io.hanproof.launcher;

import io.hanproof.image.Form;
import io.hanproof.image.OtaImage;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What image commands read from the command line and from files. */
final class ImageText {
    private ImageText() {}

    /**
     * Does the same with each file; one that cannot be used is complained of and keeps no other from being done.
     *
     * @return the exit code
     */
    static int each(List<Path> files, PrintWriter err, Consumer<Path> action) {
        int exitCode = ExitCode.PASSED;
        for (Path file : files) {
            try {
                action.accept(file);
            } catch (UsageFault e) {
                err.printf("hanproof: %s%n", e.getMessage());
                exitCode = ExitCode.USAGE;
            }
        }
        return exitCode;
    }

    /** The hash in the spelling that other tools print. */
    static String sha256(Octets octets) {
        return lowerCase(octets.sha256());
    }

    static String lowerCase(Octets hash) {
        return hash.hex().toLowerCase(Locale.ROOT);
    }

    /** Says what was made. */
    static void tell(Path file, OtaImage image, boolean json, PrintWriter out) {
        Octets octets = image.file();
        if (json) {
            out.println(Json.line(it -> it.text("file", file.toString())
                    .number("size", octets.length())
                    .text("sha256", sha256(octets))
                    .text("manufacturerImageSha256", lowerCase(image.sha256()))
                    .number("fileVersion", image.id().fileVersion())));
        } else {
            out.printf("%s: %s, %d octets%n", file, image.id(), octets.length());
        }
    }

    static Octets read(Path file) {
        try {
            return Octets.copyOf(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new UsageFault("there is no file " + file, e);
        } catch (IOException e) {
            String found = Files.isDirectory(file) ? "it is a folder" : e.getMessage();
            throw new UsageFault("%s cannot be read: %s".formatted(file, found), e);
        }
    }

    /** Writes a file that is not there yet: nothing that somebody has is lost. */
    static void write(Path file, Octets octets) {
        try {
            Files.write(file, octets.toArray(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new UsageFault("%s is there already: name another file, or remove it".formatted(file), e);
        } catch (IOException e) {
            throw new UsageFault("%s cannot be written: %s".formatted(file, e), e);
        }
    }

    static String name(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    static Form form(String name) {
        List<String> names = Arrays.stream(Form.values()).map(ImageText::name).toList();
        return Arrays.stream(Form.values())
                .filter(it -> name(it).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new UsageFault("--form needs %s, found %s".formatted(String.join(" or ", names), name)));
    }

    /** A number in decimal, or in hexadecimal after {@code 0x}. */
    static long number(String option, String text, long greatest) {
        try {
            long number = text.startsWith("0x") || text.startsWith("0X")
                    ? Long.parseLong(text.substring(2), 16)
                    : Long.parseLong(text);
            if (number >= 0 && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with what was needed
        }
        throw new UsageFault("%s needs a number from 0 to 0x%X, found %s".formatted(option, greatest, text));
    }
}
