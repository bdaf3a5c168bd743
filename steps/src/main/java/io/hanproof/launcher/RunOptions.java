package io.hanproof.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code hanproof run}, as given. */
final class RunOptions {
    private static final String DEFAULT_OUT = "hanproof-out";

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            description =
                    "A shipped profile by name, or one in a file. May be given several times. Default: all shipped"
                            + " profiles; against a dongle or a socket ppmid-example, or hub-example with --wan.")
    List<String> profiles = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "TARGET",
            description = "What is tested: emulator, dongle:PORT[,family=ember,baud=115200] or socket:HOST:PORT."
                    + " Default: emulator.")
    String target = "emulator";

    @Option(
            names = "--wan",
            paramLabel = "URL",
            description = "Where a hub under test serves its WAN door, as http://HOST:PORT.")
    Optional<String> wan = Optional.empty();

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
            paramLabel = "virtual|wall|stepped",
            description =
                    "Whether time passes at once, as on the wall, or in step with an emulated bench behind a serial"
                            + " line. Default: wall against a dongle, virtual otherwise.")
    Optional<String> time = Optional.empty();

    @Option(
            names = "--reconnect",
            paramLabel = "SECONDS",
            description =
                    "How long to wait for a stick that was lost to come back. Default: as the profile says, or 60.")
    Optional<Integer> reconnect = Optional.empty();

    @Option(
            names = "--longest",
            paramLabel = "DURATION",
            description =
                    "At a bench, scenarios that take longer than that are not executed, as PT12H. Default: no limit.")
    Optional<Duration> longest = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "OUT",
            description = "Go on with the bench run that was cut short in that folder.")
    Optional<Path> resume = Optional.empty();

    @Option(
            names = "--certificates",
            paramLabel = "FILE",
            description = "The stick's certificate and private key, for devices that ask for key establishment; see"
                    + " 'hanproof certificates make'.")
    Optional<Path> certificates = Optional.empty();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Keys and certificates of GBCS messages in place of test ones: a key store of 'hanproof keys"
                    + " make', or somebody's certificates in PEM. May be given several times.")
    List<Path> keys = new ArrayList<>();

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Who does what is to be done at the bench, in place of a person: lines of KIND: ANSWER, as"
                    + " power-off: done.")
    Optional<Path> answers = Optional.empty();

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
    Path folder = Path.of(DEFAULT_OUT);

    @Mixin
    CaptureOptions captures = new CaptureOptions();

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

    /** Where results go. */
    Path out() {
        return resume.orElse(folder);
    }

    Against against() {
        return Against.parse(target);
    }

    /** How time passes: as asked for, or as it does there by default. */
    String time() {
        return time.orElseGet(() -> against().times().getFirst());
    }

    boolean wallTime() {
        return "wall".equals(time());
    }

    /** @throws UsageFault when a value is not one of those there are, or does not go with another */
    void check() {
        Against against = against();
        if (!against.times().contains(time())) {
            throw new UsageFault("--time needs %s against %s, found %s"
                    .formatted(String.join(" or ", against.times()), against, time()));
        }
        if (against.isOurs()) {
            resume.ifPresent(it -> {
                throw new UsageFault("--resume goes on with a run at a bench: it needs --against dongle or socket");
            });
            wan.ifPresent(it -> {
                throw new UsageFault(
                        "--wan is where somebody else's hub is reached: it needs --against dongle or socket");
            });
        } else {
            checkForeign(against);
        }
        captures.check(against);
        if (certificates.isPresent() && !(against instanceof Against.Dongle)) {
            throw new UsageFault("--certificates is for devices on the air: it needs --against dongle");
        }
        resume.filter(it -> !folder.equals(Path.of(DEFAULT_OUT)) && !folder.equals(it))
                .ifPresent(it -> {
                    throw new UsageFault("--resume %s writes there again: leave --out %s away".formatted(it, folder));
                });
        reconnect.filter(it -> it < 1).ifPresent(it -> {
            throw new UsageFault("--reconnect needs a number of seconds from 1 on, found " + it);
        });
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

    private void checkForeign(Against against) {
        if (profiles.isEmpty()) {
            profiles = List.of(wan.isPresent() ? EmulateOptions.HUB : EmulateOptions.DEVICE);
        }
        if (profiles.size() > 1) {
            throw new UsageFault("--against %s tests one product: it needs one --profile, found %d"
                    .formatted(against, profiles.size()));
        }
        misbehaviour.ifPresent(it -> {
            throw new UsageFault("--misbehaviour is an emulated target's; against %s give it to 'hanproof emulate'"
                    .formatted(against));
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
        if (!against().isOurs()) {
            options.addAll(List.of("--against", target));
        }
        wan.ifPresent(it -> options.addAll(List.of("--wan", it)));
        certificates.ifPresent(it -> options.addAll(List.of("--certificates", it.toString())));
        keys.forEach(it -> options.addAll(List.of("--keys", it.toString())));
        time.ifPresent(it -> options.addAll(List.of("--time", it)));
        return options;
    }
}
