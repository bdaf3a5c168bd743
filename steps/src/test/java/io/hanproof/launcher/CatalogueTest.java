package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.matrix.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final Set<String> REQUIREMENTS = Set.of("OTA-06", "OTA-07");
    private static final String FEATURE = """
            @must
            Feature: Offers

              Background:
                Given a home

              @target:hub @req:OTA-07
              Rule: The hub offers nothing outside the range

                Scenario Outline: hardware <hardware> asks
                  When the PPMID asks
                  Then there is no image

                  @slow
                  Examples: one revision outside
                    | hardware | of      |
                    | 1.0      | a PPMID |
                    | 2.1      | an IHD  |

                Scenario: nobody asks
                  Then there is no image
            """;

    @TempDir
    Path folder;

    private Catalogue read(String text) throws IOException {
        Files.writeString(folder.resolve("offers.feature"), text);
        return Catalogue.in(folder, REQUIREMENTS);
    }

    private static List<String> ids(Catalogue catalogue) {
        return catalogue.scenarios().stream().map(CatalogueScenario::id).toList();
    }

    @Test
    void idsAreMadeOfRequirementRuleScenarioAndExampleValues() throws IOException {
        assertThat(ids(read(FEATURE)))
                .containsExactly(
                        "OTA-07/the-hub-offers-nothing-outside-the-range/hardware-1.0-asks/a-ppmid",
                        "OTA-07/the-hub-offers-nothing-outside-the-range/hardware-2.1-asks/an-ihd",
                        "OTA-07/the-hub-offers-nothing-outside-the-range/nobody-asks");
    }

    @Test
    void idsStayWhenLinesMove() throws IOException {
        Catalogue before = read(FEATURE);

        Catalogue after =
                read(FEATURE.replace("Rule:", "\n\n  Rule:").replace("    | 1.0      ", "    # moved\n      | 1.0 "));

        assertThat(ids(after)).isEqualTo(ids(before));
        assertThat(after.scenarios().getFirst().line())
                .isGreaterThan(before.scenarios().getFirst().line());
        assertThat(after.sha256()).isNotEqualTo(before.sha256());
    }

    @Test
    void aRowHasItsOwnLineAndAllTagsAroundIt() throws IOException {
        CatalogueScenario row = read(FEATURE).scenarios().getFirst();

        assertThat(row.line()).isEqualTo(17);
        assertThat(row.tags()).containsExactly("@must", "@target:hub", "@req:OTA-07", "@slow");
        assertThat(row.place())
                .isEqualTo(folder.resolve("offers.feature").toRealPath().toUri() + ":17");
        assertThat(row.rule()).isEqualTo("The hub offers nothing outside the range");
        assertThat(row.steps())
                .containsExactly(
                        new Sentence("Given ", "a home", 5),
                        new Sentence("When ", "the PPMID asks", 11),
                        new Sentence("Then ", "there is no image", 12));
    }

    @Test
    void withoutARequirementTheFeatureStandsFirst() throws IOException {
        assertThat(ids(read(FEATURE.replace("@req:OTA-07", ""))))
                .first()
                .asString()
                .startsWith("offers/the-hub-offers");
    }

    @Test
    void twoScenariosOfOneNameAreRefused() {
        assertThatThrownBy(() ->
                        read(FEATURE.replace("nobody asks", "hardware 1.0 asks").replace(" a PPMID", "       ")))
                .isInstanceOf(UsageFault.class)
                .hasMessageContaining(
                        "offers.feature:20: another name is needed, offers.feature:17 has the same identifier");
    }

    @Test
    void everyMistakeIsNamedWithItsPlace() {
        assertThatThrownBy(() -> read(FEATURE.replace("@req:OTA-07", "@req:OTA-77 @needs:own-cluck")))
                .isInstanceOf(UsageFault.class)
                .hasMessageContaining("offers.feature:17: @req:OTA-77: there is no OTA-77, did you mean OTA-07?")
                .hasMessageContaining("offers.feature:20: ");
    }

    @Test
    void aScenarioSaysWhomItJudges() {
        assertThatThrownBy(() -> read(FEATURE.replace("@target:hub", "")))
                .isInstanceOf(UsageFault.class)
                .hasMessageContaining(
                        "the scenario needs one of @target:device, @target:hub and @target:dcc among its tags, found 0");
    }

    @Test
    void whatIsNoGherkinIsNamedWithItsLine() {
        assertThatThrownBy(() -> read(
                        FEATURE.replace("Then there is no image\n\n      @slow", "Thereupon nothing\n\n      @slow")))
                .isInstanceOf(UsageFault.class)
                .hasMessageStartingWith("offers.feature:12: expected: ");
    }

    @Test
    void aFolderWithoutFeaturesIsRefused() {
        assertThatThrownBy(() -> Catalogue.in(folder, REQUIREMENTS))
                .isInstanceOf(UsageFault.class)
                .hasMessageContaining("there is no .feature file in");
    }

    @Test
    void theShippedCatalogueCanBeRead() {
        Catalogue shipped = Catalogue.shipped(Requirements.shipped().ids());

        assertThat(ids(shipped)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(shipped.scenarios()).allSatisfy(it -> assertThat(it.uri()).startsWith("classpath:features/"));
    }
}
