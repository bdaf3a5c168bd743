package io.hanproof.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code hanproof run}, as given. */
final class RunOptions {
    private static final String DEFAULT_OUT = "hanproof-out";

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            description =
                    "A shipped profile by name, or one in a file. May be given several times. Default: all shipped"
                            + " profiles.")
    List<String> profiles = new ArrayList<>();

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description = "A real OTA file to be the update: a full transfer with its identity and its octets.")
    Optional<Path> image = Optional.empty();

    @Option(names = "--req", paramLabel = "ID,..", split = ",", description = "Only scenarios of these requirements.")
    List<String> requirements = new ArrayList<>();

    @Option(names = "--scenario", paramLabel = "ID", description = "Only this scenario. May be given several times.")
    List<String> scenarios = new ArrayList<>();

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Only scenarios whose tags satisfy the expression, as '@must and not @needs:sub-ghz'.")
    Optional<String> tags = Optional.empty();

    @Option(
            names = "--features",
            paramLabel = "DIR",
            description = "Your own features on hanproof's steps, in place of the shipped ones.")
    Optional<Path> features = Optional.empty();

    @Option(
            names = "--baseline",
            paramLabel = "2019|2020",
            description = "The state of the modification to follow. Default: the profile's, or else 2019.")
    Optional<String> baseline = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "NAME=VALUE",
            description = "The reading to follow where the sources disagree. May be given several times.")
    List<String> policies = new ArrayList<>();

    @Option(
            names = "--time",
            paramLabel = "virtual|wall",
            description = "Whether time passes at once or as on the wall. Default: virtual.")
    String time = "virtual";

    @Option(names = "--seed", paramLabel = "N", description = "What all chance derives from. Default: 1.")
    long seed = 1;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "How many scenarios at a time. Default: one for each processor.")
    int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--fail-fast",
            description = "Stop at the first FAIL. Scenarios then run one by one, in the order of the plan.")
    boolean failFast;

    @Option(
            names = "--misbehaviour",
            paramLabel = "NAME",
            description = "Put this wrong behaviour into the emulated target: the run must then fail.")
    Optional<String> misbehaviour = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go. Default: " + DEFAULT_OUT + ".")
    Path out = Path.of(DEFAULT_OUT);

    @Option(names = "--list", description = "Print the plan and run nothing.")
    boolean list;

    @Option(names = "--dry-run", description = "Print the plan, check that every sentence has its step, run nothing.")
    boolean dryRun;

    Selection selection() {
        Optional<String> expression = tags.isEmpty() && isImageDefault() ? Optional.of(Selection.IMAGE_TAG) : tags;
        return new Selection(requirements.stream().map(String::strip).toList(), List.copyOf(scenarios), expression);
    }

    /** An image alone asks for the scenario of a full transfer. */
    boolean isImageDefault() {
        return image.isPresent() && requirements.isEmpty() && scenarios.isEmpty() && tags.isEmpty();
    }

    boolean wallTime() {
        return "wall".equals(time);
    }

    /** @throws UsageFault when a value is not one of those there are */
    void check() {
        if (!List.of("virtual", "wall").contains(time)) {
            throw new UsageFault("--time needs virtual or wall, found " + time);
        }
        if (jobs < 1) {
            throw new UsageFault("--jobs needs a number from 1 on, found " + jobs);
        }
        tags.filter(String::isBlank).ifPresent(it -> {
            throw new UsageFault("--tags needs an expression, found nothing");
        });
        baseline.filter(it -> !Readings.baselines().contains(it)).ifPresent(it -> {
            throw new UsageFault("--baseline needs 2019 or 2020, found " + it);
        });
    }

    /** What a replay has to be told again: everything that bears on what a scenario does. */
    List<String> repeated() {
        var options = new ArrayList<String>();
        baseline.ifPresent(it -> options.addAll(List.of("--baseline", it)));
        policies.forEach(it -> options.addAll(List.of("--policy", it)));
        image.ifPresent(it -> options.addAll(List.of("--image", it.toString())));
        features.ifPresent(it -> options.addAll(List.of("--features", it.toString())));
        misbehaviour.ifPresent(it -> options.addAll(List.of("--misbehaviour", it)));
        if (wallTime()) {
            options.addAll(List.of("--time", time));
        }
        return options;
    }
}
