package io.hanproof.bench;

import io.hanproof.lab.WallTimeline;
import io.hanproof.ncp.StickSettings;
import io.hanproof.octets.Eui64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a block of an image costs its host, from the stick's handing out of an Image Block Request to its having the
 * response: hanproof beside zigbee-herdsman, over TCP, with the same emulated stick, image and block size; and where
 * hanproof's time goes.
 */
public final class HostBenchmark {
    static final int EZSP = 13; // herdsman takes no older one
    static final Eui64 STICK = StickSettings.USUAL_ADDRESS;
    static final Eui64 DEVICE = new Eui64(STICK.value() + 1);

    private static final int BLOCKS = Integer.getInteger("hanproof.bench.blocks", 10_000);
    private static final int WARM_UP = BLOCKS / 5;

    private HostBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder =
                Files.createDirectories(Path.of("steps/target/host-benchmark")).toAbsolutePath();
        var load = Load.of(BLOCKS, folder);
        System.out.printf(
                "host time of a block of %d octets over TCP, EZSP %d, the first %d blocks not counted%n",
                Load.BLOCK, EZSP, WARM_UP);
        var hanproof = costs();
        new Hanproof(folder).update(load, hanproof);
        System.out.println(words("hanproof", hanproof));
        var herdsman = new Herdsman(folder.resolve("herdsman"));
        Optional<String> missing = herdsman.missing();
        if (missing.isPresent()) {
            System.out.printf("zigbee-herdsman    not measured: %s%n", missing.get());
        } else {
            var costs = costs();
            herdsman.update(load, costs);
            System.out.println(words("zigbee-herdsman", costs));
            System.out.printf(
                    "hanproof takes %.2f times the median and %.2f times the p99 of zigbee-herdsman%n",
                    hanproof.milliseconds(0.5) / costs.milliseconds(0.5),
                    hanproof.milliseconds(0.99) / costs.milliseconds(0.99));
        }
        var stages = new Stages(new WallTimeline()::nanos, WARM_UP);
        StagedUpdate.seenBy(stages, load);
        System.out.println(stages.words());
    }

    private static String words(String host, BlockCosts costs) {
        if (costs.blocks() < BLOCKS - WARM_UP) {
            throw new IllegalStateException(
                    "%s was measured with %d blocks, of %d".formatted(host, costs.blocks(), BLOCKS - WARM_UP));
        }
        return costs.words(host);
    }

    private static BlockCosts costs() {
        return new BlockCosts(new WallTimeline()::nanos, WARM_UP);
    }
}
