package io.hanproof.launcher;

import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import io.hanproof.venue.Cast;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What an emulator is told to be; the words are those of {@code hanproof run}. */
final class EmulateOptions {
    static final String DEVICE = "ppmid-example";
    static final String HUB = "hub-example";

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            description = "What it is. Default: " + DEVICE + ", of a hub " + HUB + ".")
    Optional<String> profile = Optional.empty();

    @Option(
            names = "--misbehaviour",
            paramLabel = "NAME",
            description = "What it does wrong; see 'hanproof misbehaviours'.")
    Optional<String> misbehaviour = Optional.empty();

    @Option(names = "--baseline", paramLabel = "2019|2020", description = "Default: the profile's, or else 2019.")
    Optional<String> baseline = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "NAME=VALUE",
            description = "The reading it follows where the sources disagree.")
    List<String> policies = new ArrayList<>();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Keys and certificates of its GBCS messages; see 'hanproof keys make'. Default: test ones.")
    List<Path> keys = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "What its chance derives from. Default: 1.")
    long seed = 1;

    /** A device of the profile. */
    Cast device() {
        Cast cast = cast(DEVICE);
        if (cast.profile().device() == DeviceKind.HUB) {
            throw new UsageFault("--profile %s is a hub: 'hanproof emulate hub' plays it"
                    .formatted(cast.profile().name()));
        }
        return onTheHan(cast);
    }

    /** The hub of the profile. */
    Cast hub() {
        Cast cast = cast(HUB);
        if (onTheHan(cast).profile().device() != DeviceKind.HUB) {
            throw new UsageFault("--profile %s is a device: 'hanproof emulate device' plays it"
                    .formatted(cast.profile().name()));
        }
        return cast;
    }

    /** A device, or nothing at all beside a hub. */
    Cast any() {
        return onTheHan(cast(DEVICE));
    }

    private static Cast onTheHan(Cast cast) {
        if (cast.profile().device() == DeviceKind.DCC) {
            throw new UsageFault("--profile %s is a DCC, which is on no HAN: 'hanproof run' has one in each scenario"
                    .formatted(cast.profile().name()));
        }
        return cast;
    }

    private Cast cast(String usual) {
        var options = new RunOptions();
        options.profiles = List.of(profile.orElse(usual));
        options.misbehaviour = misbehaviour;
        options.baseline = baseline;
        options.policies = policies;
        options.seed = seed;
        options.check();
        Optional<Misbehaviours.Known> known = misbehaviour.map(Misbehaviours::named);
        List<Products.Chosen> products = new Products().chosenBy(options, known, Optional.empty());
        Readings readings = Readings.chosenBy(options, known, products);
        Profile chosen = products.getFirst().profile();
        return new Cast(
                chosen, readings.policies(chosen), readings.baseline(), misbehaviour, KeyFiles.readToPlay(keys));
    }
}
