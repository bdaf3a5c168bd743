package io.hanproof.launcher;

import io.hanproof.launcher.BenchPlan.WayBack;
import io.hanproof.profile.BenchSettings;
import io.hanproof.profile.BenchSettings.Restore;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.profile.Profile;
import io.hanproof.profile.Profile.Firmware;
import io.hanproof.profile.Profile.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The firmware there is for a device, how often it may be updated, and how it gets back to what it ran. */
final class FirmwareSupply {
    private final Profile profile;
    private final BenchSettings bench;
    private final Policies policies;
    private final double pace;
    private long running;
    private String because = "";
    private boolean storesPart;
    private int used;
    private Duration now = Duration.ZERO;
    private Optional<Due> pending = Optional.empty();

    /** An activation that is still to come, by the plan's clock. */
    private record Due(long version, Duration when) {}

    /** Whether a scenario can be executed as things stand. */
    sealed interface Way {
        /** @param detour what has to come first */
        record Open(Optional<WayBack> detour) implements Way {}

        record Closed(String reason) implements Way {}
    }

    /** @param pace seconds that the HAN takes for an octet */
    FirmwareSupply(Profile profile, Policies policies, double pace) {
        this.profile = profile;
        this.bench = profile.bench();
        this.policies = policies;
        this.pace = pace;
    }

    /** Begins with a device that runs this. */
    void begin(long version) {
        running = version;
        because = "the device runs firmware %s now".formatted(name(version));
        storesPart = false;
        used = 0;
        now = Duration.ZERO;
        pending = Optional.empty();
    }

    /** Why the scenario needs firmware that there is not; empty when it needs none. */
    Optional<String> missing(ScenarioCost cost) {
        return cost.fetched().stream()
                .filter(version -> images(version).findAny().isEmpty())
                .findFirst()
                .map(it -> "profile %s binds no image to firmware %s, and hanproof's own are no real device's"
                        .formatted(profile.name(), name(it)));
    }

    /** Activating a first part only stores it. */
    int updates(ScenarioCost cost) {
        return (int) cost.activated().stream().filter(it -> !isFirstPart(it)).count();
    }

    /** @param shared whether it begins on a download that is there already */
    Way way(ScenarioCost cost, boolean shared) {
        long needed = cost.needs().orElse(profile.installed().fileVersion());
        if (!shared) {
            activateWhatIsDue(cost);
        }
        Optional<String> stuck = Optional.empty();
        Optional<WayBack> detour = Optional.empty();
        if (!shared && (running != needed || storesPart)) {
            stuck = stuck(needed);
            detour = Optional.of(new WayBack(name(needed), bench.restore() instanceof Restore.Downgrade, back(needed)));
        }
        int needs = updates(cost) + (detour.filter(WayBack::update).isPresent() ? 1 : 0);
        if (stuck.isPresent()) {
            return new Way.Closed(stuck.get());
        }
        int most = bench.updates().orElse(Integer.MAX_VALUE);
        return used + needs > most
                ? new Way.Closed(
                        "it needs %d more of the %d updates that bench.updates allows, and %d are planned before it"
                                .formatted(needs, most, used))
                : new Way.Open(detour);
    }

    /** A download of its own takes the place of what waits to be activated. */
    private void activateWhatIsDue(ScenarioCost cost) {
        pending.filter(it -> it.when().compareTo(now) <= 0).ifPresent(it -> {
            running = it.version();
            because = "an activation came due meanwhile";
            used++;
            pending = Optional.empty();
        });
        if (cost.downloads() > 0) {
            pending = Optional.empty();
        }
    }

    private Optional<String> stuck(long needed) {
        String where = "it needs firmware %s, and %s".formatted(name(needed), because);
        return switch (bench.restore()) {
            case Restore.None none -> Optional.of(where + ": the profile says restore: none");
            case Restore.Command command ->
                needed == profile.installed().fileVersion()
                        ? Optional.empty()
                        : Optional.of(where
                                + ": the profile's restore command puts firmware %s back"
                                        .formatted(profile.installed().name()));
            case Restore.Downgrade downgrade -> {
                if (images(needed).findAny().isEmpty()) {
                    yield Optional.of(where
                            + ": restore: downgrade needs an image of it, and profile %s binds none"
                                    .formatted(profile.name()));
                }
                yield needed < running && policies.is(Policy.OFFER, "newer")
                        ? Optional.of(where + ": under policy offer=newer no older firmware is offered")
                        : Optional.empty();
            }
        };
    }

    /**
     * Counts what a scenario changes.
     *
     * @param from where it begins: later than alone when it shares a download
     */
    void use(Candidate it, Optional<WayBack> detour, Duration from) {
        ScenarioCost cost = it.cost();
        detour.ifPresent(back -> {
            running = cost.needs().orElse(profile.installed().fileVersion());
            storesPart = false;
            used += back.update() ? 1 : 0;
            now = now.plus(back.time());
        });
        for (long version : cost.activated()) {
            if (!isFirstPart(version)) {
                running = version;
                because = "%s leaves firmware %s on the device"
                        .formatted(it.item().planned().id(), name(version));
                used++;
                storesPart = false;
            }
        }
        if (cost.due().stream().anyMatch(this::isFirstPart) && it.updates() == 0) {
            storesPart = true;
            because = "%s leaves part of an upgrade on the device"
                    .formatted(it.item().planned().id());
        }
        Duration zero = now.minus(from);
        now = zero.plus(cost.ended());
        pending = cost.pending()
                .flatMap(left -> left.when().map(when -> new Due(left.version(), zero.plus(when))))
                .or(() -> cost.downloads() > 0 ? Optional.empty() : pending);
    }

    private Duration back(long version) {
        Duration restart = profile.timing().reboot();
        long octets = images(version).mapToLong(FirmwareSupply::size).max().orElse(0);
        return bench.restore() instanceof Restore.Downgrade
                ? restart.plusMillis((long) (octets * pace * 1000))
                : restart;
    }

    private Stream<Path> images(long version) {
        return all().filter(it -> it.fileVersion() == version).flatMap(it -> it.image().stream());
    }

    private static long size(Path image) {
        try {
            return Files.size(image);
        } catch (IOException e) {
            return 0; // an image that is gone is found where it is read
        }
    }

    private boolean isFirstPart(long version) {
        return profile.split().stream().anyMatch(it -> it.role() == Role.FIRST_PART && it.fileVersion() == version);
    }

    private String name(long version) {
        return all().filter(it -> it.fileVersion() == version)
                .map(Firmware::name)
                .findFirst()
                .orElse("0x%X".formatted(version));
    }

    private Stream<Firmware> all() {
        return Stream.concat(profile.firmware().stream(), profile.split().stream());
    }
}
