package io.hanproof;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The walls of the house: who may know whom, and who may read the clock. */
@AnalyzeClasses(packages = "io.hanproof", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> JDK_AND_OURS =
            List.of("java..", "javax.crypto..", "org.jspecify.annotations..", "io.hanproof..");

    private static final List<String> JSON_AND_YAML = List.of(
            "com.fasterxml.jackson..", "com.networknt.schema..", "org.snakeyaml.engine..", "org.yaml.snakeyaml..");

    /** The packages that wrap a third party, and whom. A package that is not here stands on the JDK alone. */
    private static final Map<String, List<String>> GUESTS = Map.ofEntries(
            Map.entry("io.hanproof.profile", JSON_AND_YAML),
            Map.entry("io.hanproof.doors", List.of("com.fasterxml.jackson..", "com.sun.net.httpserver..")),
            Map.entry("io.hanproof.ncp", List.of("com.sun.jna..")),
            Map.entry(
                    "io.hanproof.dongle", List.of("com.zsmartsystems..", "com.fazecast.jSerialComm..", "org.slf4j..")),
            Map.entry("io.hanproof.cbke", List.of("org.bouncycastle..")),
            Map.entry("io.hanproof.gbcs", List.of("org.bouncycastle..")),
            Map.entry("io.hanproof.cpl", JSON_AND_YAML),
            Map.entry("io.hanproof.evidence", JSON_AND_YAML),
            Map.entry("io.hanproof.matrix", JSON_AND_YAML),
            Map.entry("io.hanproof.allure", both(JSON_AND_YAML, List.of("io.qameta.allure.."))),
            Map.entry("io.hanproof.steps", List.of("io.cucumber..", "org.assertj..", "org.opentest4j..")),
            Map.entry(
                    "io.hanproof.launcher",
                    both(JSON_AND_YAML, List.of("io.cucumber..", "org.junit.platform..", "org.slf4j..", "picocli.."))));

    private static final Pattern CLOCK_OR_CHANCE = Pattern.compile(String.join(
            "|",
            "java\\.lang\\.(Strict)?Math\\.random\\(.*",
            "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*",
            "java\\.lang\\.Thread\\.sleep\\(.*",
            "java\\.time\\.\\w+\\.now\\((?!java\\.time\\.Clock).*",
            "java\\.time\\.(Clock|InstantSource)\\.(system|tick)\\w*\\(.*",
            "java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)",
            "java\\.util\\.(Date|Random|SplittableRandom)\\.<init>\\(\\)",
            "java\\.util\\.UUID\\.randomUUID\\(.*",
            "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(.*",
            "java\\.util\\.concurrent\\.TimeUnit\\.sleep\\(.*",
            "java\\.security\\.SecureRandom\\.<init>\\(.*"));

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.hanproof.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule importsGoDownOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .ensureAllClassesAreContainedInArchitecture()
            .layer("octets")
            .definedBy("io.hanproof.octets..")
            .layer("zcl")
            .definedBy("io.hanproof.zcl..")
            .layer("image")
            .definedBy("io.hanproof.image..")
            .layer("pcapng")
            .definedBy("io.hanproof.pcapng..")
            .layer("gbcs")
            .definedBy("io.hanproof.gbcs..")
            .layer("lab")
            .definedBy("io.hanproof.lab..", "io.hanproof.profile..", "io.hanproof.duis..", "io.hanproof.cpl..")
            .layer("emulators")
            .definedBy("io.hanproof.hub..", "io.hanproof.device..", "io.hanproof.dcc..")
            .layer("doors")
            .definedBy("io.hanproof.doors..")
            .layer("ncp")
            .definedBy("io.hanproof.ncp..")
            .layer("dongle")
            .definedBy("io.hanproof.dongle..", "io.hanproof.zdo..", "io.hanproof.cbke..")
            .layer("reports")
            .definedBy("io.hanproof.evidence..", "io.hanproof.matrix..", "io.hanproof.allure..")
            .layer("steps")
            .definedBy("io.hanproof.steps..", "io.hanproof.venue..", "io.hanproof.launcher..")
            .whereLayer("octets")
            .mayNotAccessAnyLayer()
            .whereLayer("zcl")
            .mayOnlyAccessLayers("octets")
            .whereLayer("image")
            .mayOnlyAccessLayers("octets", "zcl")
            .whereLayer("pcapng")
            .mayOnlyAccessLayers("octets", "zcl")
            .whereLayer("gbcs")
            .mayOnlyAccessLayers("octets")
            .whereLayer("lab")
            .mayOnlyAccessLayers("octets", "zcl", "image", "gbcs")
            .whereLayer("emulators")
            .mayOnlyAccessLayers("octets", "zcl", "image", "gbcs", "lab")
            .whereLayer("doors")
            .mayOnlyAccessLayers("octets", "zcl", "image", "gbcs", "lab")
            .whereLayer("ncp")
            .mayOnlyAccessLayers("octets", "zcl", "image", "gbcs", "lab")
            .whereLayer("dongle")
            .mayOnlyAccessLayers("octets", "zcl", "image", "gbcs", "lab")
            .whereLayer("reports")
            .mayOnlyAccessLayers("octets", "zcl", "image", "gbcs", "pcapng", "lab")
            .whereLayer("steps")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule thirdPartiesStayInThePackageThatWrapsThem = classes().should(keepToTheirGuests());

    @ArchTest
    static final ArchRule theProtocolHasNoThreadLogOrFile = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.hanproof.octets..", "io.hanproof.zcl..", "io.hanproof.image..", "io.hanproof.pcapng..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.net..",
                    "java.nio.channels..",
                    "java.nio.file..",
                    "java.util.concurrent..",
                    "java.util.logging.."))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule timeAndChanceAreArguments = noClasses()
            .that()
            .resideOutsideOfPackage("io.hanproof.launcher..")
            .and()
            .haveNameNotMatching("io\\.hanproof\\.lab\\.WallTimeline(\\$.*)?")
            .should(accessTargetWhere(describe("is a clock or dice", ArchitectureTest::isClockOrChance)));

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes().should(liveInANullMarkedPackage());

    private static boolean isClockOrChance(JavaAccess<?> access) {
        return CLOCK_OR_CHANCE.matcher(access.getTarget().getFullName()).matches();
    }

    private static ArchCondition<JavaClass> keepToTheirGuests() {
        return new ArchCondition<>("use no third party but those of their package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var guests = GUESTS.getOrDefault(item.getPackageName(), List.of());
                var allowed = resideInAnyPackage(both(JDK_AND_OURS, guests).toArray(String[]::new));
                for (var dependency : item.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass().getBaseComponentType();
                    if (!target.isPrimitive() && !allowed.test(target)) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package marked @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(item, item.getPackageName() + " has no @NullMarked"));
                }
            }
        };
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
