package io.hanproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeWhenItIsNotThere() throws IOException {
        Path out = folder.resolve("new/results");

        OutFolder.claim(out);

        assertThat(out).isEmptyDirectory();
    }

    @Test
    void mayHoldResultsOfAnEarlierRun() {
        Report.write(SampleRun.run(), folder);

        assertThatCode(() -> OutFolder.claim(folder)).doesNotThrowAnyException();
    }

    @Test
    void isRefusedWhenItHoldsWhatOthersWrote() throws IOException {
        Files.writeString(folder.resolve("junit.xml"), "<testsuites/>");
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThatExceptionOfType(UnusableOutFolder.class)
                .isThrownBy(() -> OutFolder.claim(folder))
                .withMessageContaining("holds junit.xml and 1 more, which hanproof did not write");
        assertThat(folder.resolve("junit.xml")).hasContent("<testsuites/>");
    }

    @Test
    void isRefusedWhenItIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "");

        assertThatExceptionOfType(UnusableOutFolder.class)
                .isThrownBy(() -> OutFolder.claim(file))
                .withMessageEndingWith("out is a file");
        assertThatExceptionOfType(UnusableOutFolder.class)
                .isThrownBy(() -> OutFolder.claim(file.resolve("in")))
                .withMessageContaining("lies in a file");
    }

    @Test
    void isRefusedWhenNobodyMayWriteIt() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews())
                .as("this platform has no permissions to take away")
                .contains("posix");
        Path out = Files.createDirectory(folder.resolve("ro"));
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));

        try {
            assertThatExceptionOfType(UnusableOutFolder.class)
                    .isThrownBy(() -> OutFolder.claim(out))
                    .withMessageEndingWith("ro is read-only");
            assertThatExceptionOfType(UnusableOutFolder.class)
                    .isThrownBy(() -> OutFolder.claim(out.resolve("sub")))
                    .withMessageContaining("read-only");
        } finally {
            Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void losesWhatAKilledRunLeftBehind() throws IOException {
        long noProcess = Long.MAX_VALUE / 10;
        Path left = Files.createDirectory(folder.resolve(".hanproof-%d-1".formatted(noProcess)));
        Files.writeString(left.resolve("verdicts.json"), "{");

        OutFolder.claim(folder);

        assertThat(folder).isEmptyDirectory();
    }
}
