package io.hanproof.launcher;

import io.hanproof.dongle.NetworkSettings;
import io.hanproof.dongle.SharedKey;
import io.hanproof.dongle.Stick;
import io.hanproof.dongle.StickAddress;
import io.hanproof.dongle.StickEndpoint;
import io.hanproof.dongle.StickRole;
import io.hanproof.lab.BenchFault;
import io.hanproof.profile.BenchSettings.JoinSecret;
import io.hanproof.profile.BenchSettings.Network;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The network that a stick is to be on, and what it is there: the counterpart of the product under test. */
record StickNetwork(StickRole role, NetworkSettings settings) {
    private static final int CHANNEL = 20;
    private static final int PAN = 0x1A62;
    private static final long EXTENDED_PAN = 0x00A1_B2C3_D4E5_0000L;

    /** For a device of which nothing is known. */
    static StickNetwork usual(RandomGenerator chance) {
        return new StickNetwork(StickRole.FORM, usual(StickEndpoint.hub(), chance));
    }

    /**
     * As the profile has it, or as usual where it does not say.
     *
     * @param environment variables by name, which may hold keys
     * @throws BenchFault when a key is not where the profile says
     */
    static StickNetwork of(Profile profile, Map<String, String> environment, RandomGenerator chance) {
        boolean hub = profile.device() == DeviceKind.HUB;
        StickEndpoint own = hub ? StickEndpoint.display() : StickEndpoint.hub();
        NetworkSettings settings = profile.bench()
                .network()
                .map(it -> settings(it, own, environment, chance))
                .orElseGet(() -> usual(own, chance));
        return new StickNetwork(hub ? StickRole.JOIN : StickRole.FORM, settings);
    }

    private static NetworkSettings usual(StickEndpoint own, RandomGenerator chance) {
        return new NetworkSettings(
                CHANNEL, PAN, EXTENDED_PAN, SharedKey.random(chance), SharedKey.wellKnown(), List.of(own));
    }

    private static NetworkSettings settings(
            Network network, StickEndpoint own, Map<String, String> environment, RandomGenerator chance) {
        return new NetworkSettings(
                network.channel(),
                network.pan(),
                network.extendedPan().value(),
                SharedKey.of(network.key().key(environment, chance)),
                linkKey(network.secret(), environment, chance),
                List.of(own));
    }

    private static SharedKey linkKey(
            Optional<JoinSecret> secret, Map<String, String> environment, RandomGenerator chance) {
        if (secret.isEmpty()) {
            return SharedKey.wellKnown();
        }
        return switch (secret.get()) {
            case JoinSecret.Label(var code) -> SharedKey.ofInstallCode(code.octets());
            case JoinSecret.Preconfigured(var key) -> SharedKey.of(key.key(environment, chance));
        };
    }

    /** @throws BenchFault saying what is wrong with the stick or its line */
    Stick open(StickAddress address, Consumer<String> progress) {
        return Stick.open(address, role, settings, progress);
    }

    /** @throws UsageFault when that is no stick's address, with {@code option} before what is wrong */
    static StickAddress address(String option, String text) {
        try {
            return StickAddress.parse(text);
        } catch (BenchFault e) {
            throw new UsageFault("%s: %s".formatted(option, e.getMessage()), e);
        }
    }
}
