package io.hanproof.dongle;

import io.hanproof.lab.BenchFault;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whose protocol a stick speaks with its host. */
public enum StickFamily {
    /** Silicon Labs EmberZNet: EZSP over ASH. */
    EMBER(115_200),
    /** Texas Instruments Z-Stack: ZNP. */
    CC2531(115_200),
    /** dresden elektronik: ConBee and RaspBee. */
    CONBEE(38_400),
    /** Digi XBee in API mode. */
    XBEE(9_600),
    /** Telegesis AT commands. */
    TELEGESIS(19_200);

    private final int baud;

    StickFamily(int baud) {
        this.baud = baud;
    }

    /** What such sticks leave the factory with. */
    int baud() {
        return baud;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StickFamily of(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BenchFault("family needs one of %s, found %s"
                        .formatted(
                                Arrays.stream(values()).map(StickFamily::word).collect(Collectors.joining(", ")),
                                word.isEmpty() ? "nothing" : word)));
    }
}
