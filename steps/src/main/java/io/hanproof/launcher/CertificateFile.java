package io.hanproof.launcher;

import io.hanproof.cbke.DeviceCertificate;
import io.hanproof.lab.BenchFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that hold a certificate with its private key: nobody but their owner may read them. */
final class CertificateFile {
    private CertificateFile() {}

    /** @throws UsageFault when there is no certificate in it; the message repeats nothing of its content */
    static DeviceCertificate read(Path file) {
        try {
            return DeviceCertificate.read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UsageFault("--certificates needs a file that can be read, found %s".formatted(file), e);
        } catch (BenchFault e) {
            throw new UsageFault("--certificates: " + e.getMessage(), e);
        }
    }

    /** @throws UsageFault when the file is there already, or cannot be made */
    static void make(Path file, String text) {
        try (var out = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersAlone())) {
            var octets = StandardCharsets.US_ASCII.encode(text);
            while (octets.hasRemaining()) {
                int unused = out.write(octets);
            }
        } catch (FileAlreadyExistsException e) {
            throw new UsageFault("%s is there already: keys are not overwritten".formatted(file), e);
        } catch (IOException e) {
            throw new UsageFault("%s cannot be made: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static FileAttribute<?>[] ownersAlone() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[] {};
    }
}
