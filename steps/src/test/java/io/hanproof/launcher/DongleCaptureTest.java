package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole updates on the way of a real bench, looked at with a dissector that nobody here wrote. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DongleCaptureTest {
    /** From the notification to the end of the transfer, and to the firmware that runs then. */
    private static final String[] UPDATES = {
        "--scenario", "DEV-04/the-device-fetches-the-whole-image/every-octet-is-fetched",
        "--scenario", "DEV-11/the-device-reports-what-it-runs-when-it-is-read/after-the-activation",
    };

    private static final Pattern FRAME = Pattern.compile("#0*(\\d+) \\S+ +(\\S+) +> (\\S+) +(\\S+).*");
    private static final Pattern OTA = Pattern.compile("(Image|QueryNextImage|QuerySpecificFile|UpgradeEnd).*");
    private static final String OTA_PROTOCOL = ":zbee_zcl_general.ota";

    @TempDir
    Path temp;

    private Tshark tshark;

    @BeforeEach
    void needsADissector() throws IOException, InterruptedException {
        tshark = new Tshark(temp.resolve("tshark"));
    }

    @Test
    void everyFrameIsDecodedAsWhatItIs() throws IOException, InterruptedException {
        Path out = updated();

        for (Path capture : captures(out)) {
            List<Packet> packets = packets(tshark, capture);

            assertThat(packets).isEqualTo(expected(capture));
            assertThat(packets).extracting(Packet::info).anyMatch("ZCL OTA: Image Block Response"::equals);
        }
    }

    @Test
    void sealedFramesAreOpenedByTheExportedKeysAndByNothingElse() throws IOException, InterruptedException {
        Path keys = temp.resolve("zigbee_pc_keys");
        Path out = updated("--export-keys", keys.toString());
        var withKeys = new Tshark(temp.resolve("with-keys")).withKeys(keys);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        for (Path capture : captures(out)) {
            List<Packet> opened = packets(withKeys, capture);
            List<Packet> closed = packets(tshark, capture);

            assertThat(opened).isEqualTo(expected(capture));
            assertThat(closed).hasSameSizeAs(opened).noneMatch(Packet::ota).noneMatch(it -> it.info.contains("ZCL"));
        }
    }

    private Path updated(String... options) throws InterruptedException {
        Path out = temp.resolve("out");
        try (var bench = StickBench.plugged(temp.resolve("stick"), "ppmid-example");
                var run = bench.run(
                        out,
                        Stream.concat(Stream.of(UPDATES), Stream.of(options)).toArray(String[]::new))) {
            int exitCode = run.exitCode();

            assertThat(exitCode).as(run.text()).isZero();
            return out;
        }
    }

    private static List<Path> captures(Path out) throws IOException {
        try (var files = Files.walk(out.resolve("frames"))) {
            List<Path> captures = files.filter(it -> it.toString().endsWith(".pcapng"))
                    .sorted()
                    .toList();
            assertThat(captures).hasSize(UPDATES.length / 2);
            return captures;
        }
    }

    /**
     * A packet as the dissector tells it.
     *
     * @param comment its first: the number of the frame, as verdicts cite it
     * @param ota whether it was read to its end as the OTA cluster's
     * @param info the command's name, with the protocol's before it
     */
    private record Packet(String comment, boolean ota, String info, boolean malformed) {}

    private static List<Packet> packets(Tshark tshark, Path capture) throws IOException, InterruptedException {
        return tshark.fields(capture, "frame.comment", "frame.protocols", "_ws.col.Info", "_ws.malformed").stream()
                .map(it -> new Packet(
                        it.get(0).split(";", -1)[0],
                        it.get(1).endsWith(OTA_PROTOCOL),
                        it.get(2).replaceFirst(", Seq: \\d+$", ""),
                        !it.get(3).isEmpty()))
                .toList();
    }

    /** As the log beside the capture has it, which was not made from octets of a capture. */
    private static List<Packet> expected(Path capture) throws IOException {
        Path log = capture.resolveSibling(capture.getFileName().toString().replace(".pcapng", ".log"));
        var frames = new ArrayList<Packet>();
        for (String line : Files.readAllLines(log)) {
            Matcher frame = FRAME.matcher(line);
            if (frame.matches()
                    && !frame.group(2).equals("dcc")
                    && !frame.group(3).equals("dcc")) {
                boolean ota = OTA.matcher(frame.group(4)).matches();
                String name = (ota ? "ZCL OTA: " : "ZCL: ") + inWords(frame.group(4));
                frames.add(new Packet("frame " + frame.group(1), ota, name, false));
            }
        }
        assertThat(frames).hasSizeGreaterThan(10);
        return frames;
    }

    /** Image Block Response, of ImageBlockResponse. */
    private static String inWords(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }
}
