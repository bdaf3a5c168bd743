package io.hanproof.launcher;

import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import io.hanproof.profile.ProfileCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profiles that hanproof ships, and those in a user's files. */
final class Products {
    private static final String IMAGE_PROFILE = "ppmid-example";

    private final ProfileCatalogue catalogue = ProfileCatalogue.shipped();

    /**
     * A profile that somebody chose.
     *
     * @param named as on the command line
     */
    record Chosen(String named, Profile profile) {
        /** A file is never named without its suffix. */
        boolean isShipped() {
            return named.equals(profile.name());
        }

        Chosen with(Profile other) {
            return new Chosen(named, other);
        }
    }

    List<Chosen> shipped() {
        return catalogue.names().stream().map(this::shipped).toList();
    }

    Chosen shipped(String name) {
        return new Chosen(name, catalogue.read(name));
    }

    /** Those named, by name or by file; results are told apart by profile, so no two may have the same name. */
    List<Chosen> named(List<String> names) {
        Map<String, String> seen = new HashMap<>();
        List<Chosen> chosen = names.stream().distinct().map(this::named).toList();
        for (Chosen it : chosen) {
            String before = seen.put(it.profile().name(), it.named());
            if (before != null) {
                throw new UsageFault("--profile %s and --profile %s have the same name: each needs one of its own"
                        .formatted(before, it.named()));
            }
        }
        return chosen;
    }

    private Chosen named(String name) {
        if (!catalogue.names().contains(name) && isPath(name) && !Files.exists(Path.of(name))) {
            throw new UsageFault("--profile: there is no file " + name);
        }
        return new Chosen(name, catalogue.read(name));
    }

    /** Those that a command line asks for; with none named, all that have a part in it. */
    List<Chosen> chosenBy(RunOptions options, Optional<Misbehaviours.Known> misbehaviour, Optional<RealImage> image) {
        List<Chosen> chosen = options.profiles.isEmpty()
                ? (image.isPresent() ? List.of(shipped(IMAGE_PROFILE)) : shipped())
                : named(options.profiles);
        List<Chosen> acting = misbehaviour
                .map(it -> chosen.stream()
                        .filter(product -> it.kinds().contains(product.profile().device()))
                        .toList())
                .orElse(chosen);
        if (acting.isEmpty() || (!options.profiles.isEmpty() && acting.size() < chosen.size())) {
            throw new UsageFault("misbehaviour %s is a %s's, and there is only %s"
                    .formatted(
                            misbehaviour.map(Misbehaviours.Known::name).orElse(""),
                            misbehaviour.map(it -> it.actor().text()).orElse(""),
                            described(chosen.stream().map(Chosen::profile).toList())));
        }
        return image.map(it -> acting.stream()
                        .map(product -> product.with(it.identityFor(product.profile())))
                        .toList())
                .orElse(acting);
    }

    /** Names profiles, and says what each is. */
    static String described(List<Profile> profiles) {
        List<String> kinds = profiles.stream()
                .map(it -> "profile %s, a %s".formatted(it.name(), kind(it.device())))
                .toList();
        return String.join(", ", kinds);
    }

    private static String kind(DeviceKind kind) {
        return switch (Target.of(kind)) {
            case HUB -> "hub";
            case DCC -> "dcc";
            case DEVICE -> "device (" + kind + ")";
        };
    }

    private static boolean isPath(String name) {
        return name.endsWith(".yaml") || name.contains("/") || name.contains("\\");
    }
}
