package io.hanproof.dongle;

import com.zsmartsystems.zigbee.ZigBeeChannelMask;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetCertificate283k1Request;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetCertificate283k1Response;
import io.hanproof.dongle.StickFacts.KeyEstablishment;
import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks a stick for what a doctor wants to know. */
final class StickCheck {
    private static final int OLDEST_ADVISED = 8;
    private static final int SCAN_EXPONENT = 3;
    private static final int LOUD = -60;
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration SCAN = Duration.ofSeconds(20);

    private StickCheck() {}

    static StickFacts of(EmberTransport transport, NetworkSettings settings) {
        var curves = keyEstablishment(transport);
        var energy = energy(transport);
        return new StickFacts(
                StickFamily.EMBER,
                Optional.of(transport.version()),
                transport.dongle().getVersionString(),
                transport.address(),
                curves,
                energy,
                settings.endpoints(),
                advice(transport.version(), curves, energy, settings.channel()));
    }

    static StickFacts of(PlainTransport transport, StickFamily family, NetworkSettings settings) {
        Eui64 address = transport.address();
        return new StickFacts(
                family,
                Optional.empty(),
                Optional.ofNullable(transport.dongle().getVersionString()).orElse("unknown"),
                address,
                KeyEstablishment.ABSENT,
                Map.of(),
                settings.endpoints(),
                transport.limits());
    }

    private static KeyEstablishment keyEstablishment(EmberTransport transport) {
        return transport
                .transact(new EzspGetCertificate283k1Request(), EzspGetCertificate283k1Response.class, ANSWER)
                .map(it -> switch (it.getStatus()) {
                    case EMBER_SUCCESS -> KeyEstablishment.READY;
                    case EMBER_LIBRARY_NOT_PRESENT, UNKNOWN -> KeyEstablishment.ABSENT;
                    default -> KeyEstablishment.WITHOUT_CERTIFICATE;
                })
                .orElse(KeyEstablishment.ABSENT);
    }

    private static Map<Integer, Integer> energy(EmberTransport transport) {
        var ncp = transport.dongle().getEmberNcp();
        var scan = Waits.aside(
                "hanproof-stick-scan",
                () -> Optional.ofNullable(ncp.doEnergyScan(ZigBeeChannelMask.CHANNEL_MASK_2GHZ, SCAN_EXPONENT)));
        var energy = new TreeMap<Integer, Integer>();
        if (Waits.done(scan, SCAN)) {
            scan.resultNow().ifPresent(all -> all.forEach(it -> energy.put(it.getChannel(), it.getMaxRssiValue())));
        }
        return energy;
    }

    static List<String> advice(int version, KeyEstablishment curves, Map<Integer, Integer> energy, int channel) {
        var advice = new ArrayList<String>();
        if (version < OLDEST_ADVISED) {
            advice.add("EZSP %d is old: firmware with EZSP 8 to 12 is what hanproof is tried with".formatted(version));
        }
        if (version > EmberTransport.LAST_VERSION_WITH_KEYS) {
            advice.add(("with EZSP %d link keys for single devices cannot be set, and the stick does not say so:"
                            + " use firmware with EZSP 8 to 12, or a product that takes the trust centre's key")
                    .formatted(version));
        }
        switch (curves) {
            case ABSENT ->
                advice.add("the firmware lacks the elliptic curves of Smart Energy: for a product that insists on"
                        + " certificate-based key establishment the host needs --certificates");
            case WITHOUT_CERTIFICATE ->
                advice.add("the firmware has the elliptic curves of Smart Energy but no certificate");
            case READY -> {}
        }
        if (energy.getOrDefault(channel, Integer.MIN_VALUE) > LOUD) {
            energy.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(quiet -> advice.add("channel %d is loud (%d dBm), channel %d is quietest (%d dBm)"
                            .formatted(channel, energy.get(channel), quiet.getKey(), quiet.getValue())));
        }
        return List.copyOf(advice);
    }
}
