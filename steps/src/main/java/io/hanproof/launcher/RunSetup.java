package io.hanproof.launcher;

import io.hanproof.gbcs.Keys;
import io.hanproof.matrix.Requirements;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a run is made of, found and checked before it starts.
 *
 * @param image what takes the place of the profiles' updates, if anything does
 * @param keys what GBCS messages are signed and checked with
 */
record RunSetup(
        Requirements requirements,
        Catalogue catalogue,
        List<Products.Chosen> products,
        Optional<RealImage> image,
        Keys keys,
        Readings readings,
        Plan plan) {

    /** @throws UsageFault when something given is wrong or does not go together */
    static RunSetup of(RunOptions options) {
        options.check();
        var requirements = Requirements.shipped();
        Optional<Misbehaviours.Known> misbehaviour = options.misbehaviour.map(Misbehaviours::named);
        Optional<RealImage> image = options.image.map(RealImage::new);
        List<Products.Chosen> products = new Products().chosenBy(options, misbehaviour, image);
        List<Profile> profiles = products.stream().map(Products.Chosen::profile).toList();
        if (!options.against().isOurs()) {
            profiles.forEach(it -> checkOnHan(it, options.against()));
        }
        Readings readings = Readings.chosenBy(options, misbehaviour, products);
        Catalogue catalogue = options.features
                .map(it -> Catalogue.in(it, requirements.ids()))
                .orElseGet(() -> Catalogue.shipped(requirements.ids()));
        List<CatalogueScenario> selected = options.selection().from(catalogue, requirements);
        Plan plan = Plan.of(selected, profiles, readings, requirements, options.seed);
        List<Profile> idle = plan.parts().stream()
                .filter(it -> it.items().isEmpty())
                .map(Plan.Part::profile)
                .toList();
        boolean named = !options.profiles.isEmpty();
        if (idle.size() == profiles.size() || (named && !idle.isEmpty())) {
            throw new UsageFault("nothing is planned for %s: what is selected judges %s"
                    .formatted(Products.described(idle), targets(selected)));
        }
        return new RunSetup(
                requirements,
                catalogue,
                without(idle, products),
                image,
                KeyFiles.readToPlay(options.keys),
                readings,
                plan.withoutIdle());
    }

    private static void checkOnHan(Profile profile, Against against) {
        if (profile.device() == DeviceKind.DCC) {
            throw new UsageFault(
                    "--against %s reaches products on a HAN: profile %s is a DCC, which runs on emulators only"
                            .formatted(against, profile.name()));
        }
    }

    /** Whether features and profiles are all hanproof's. */
    boolean isShipped() {
        return catalogue.own() && products.stream().allMatch(Products.Chosen::isShipped);
    }

    /** Those that hanproof chose itself need not all have something to do. */
    private static List<Products.Chosen> without(List<Profile> idle, List<Products.Chosen> products) {
        return products.stream().filter(it -> !idle.contains(it.profile())).toList();
    }

    private static String targets(List<CatalogueScenario> scenarios) {
        List<String> targets = scenarios.stream()
                .map(it -> it.conditions().target().text())
                .distinct()
                .toList();
        return "a " + String.join(" or a ", targets);
    }
}
