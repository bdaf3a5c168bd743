package io.hanproof.bench;

import io.hanproof.image.Form;
import io.hanproof.image.HeaderString;
import io.hanproof.image.ImageFile;
import io.hanproof.image.ImageWriter;
import io.hanproof.image.OtaHeader;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.ImageId;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading an image of 750 000 octets and hashing it, beside hashing the same octets and nothing else. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(java.util.concurrent.TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class ImageBenchmark {
    private static final int OCTETS = 750_000;
    private static final int AROUND = 62;

    private Octets file;
    private Octets plain;

    @Setup
    public void prepare() {
        byte[] content = new byte[OCTETS - AROUND];
        RandomGeneratorFactory.of("L64X128MixRandom").create(1).nextBytes(content);
        var header = OtaHeader.of(new ImageId(0xFFFE, 0xAABB, 0x20), HeaderString.of("benchmark"));
        file = ImageWriter.zigbee(header, Octets.copyOf(content)).file();
        plain = Octets.copyOf(content);
    }

    @Benchmark
    public Octets parseAndHash() {
        return ImageFile.inspect(file, Form.ZIGBEE).image().orElseThrow().sha256();
    }

    @Benchmark
    public Octets hashAlone() {
        return plain.sha256();
    }
}
