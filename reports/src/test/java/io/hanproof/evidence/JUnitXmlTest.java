package io.hanproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

final class JUnitXmlTest {
    @TempDir
    private Path folder;

    private Element suites;

    @BeforeEach
    void writeAndParse() throws Exception {
        Path file = folder.resolve("junit.xml");
        JUnitXml.write(SampleRun.run(), file);
        suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    @Test
    void hasASuiteForEachProfileAndOneForItsStandingRules() {
        assertThat(all("testsuite"))
                .extracting(it -> it.getAttribute("name"))
                .containsExactly("hub-example", "ppmid-example", "hub-example standing rules");
    }

    @Test
    void countsWhatItHolds() {
        for (Element suite : all("testsuite")) {
            assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
            assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
            assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
            assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
        }
        assertThat(suites.getAttribute("tests")).isEqualTo("5");
        assertThat(suites.getAttribute("failures")).isEqualTo("2");
        assertThat(suites.getAttribute("errors")).isEqualTo("1");
        assertThat(suites.getAttribute("skipped")).isEqualTo("1");
    }

    @Test
    void tellsTheTargetsFaultFromTheBenchs() {
        var failure = all("failure").getFirst();
        var error = all("error").getFirst();

        assertThat(failure.getAttribute("message"))
                .isEqualTo("expected \"no image\" & no block, saw <0x20> offered (frame 2)");
        assertThat(failure.getTextContent()).contains("replay: ./hanproof run", "--seed 42");
        assertThat(error.getAttribute("type")).isEqualTo("INCONCLUSIVE");
    }

    @Test
    void namesRequirementFeatureAndScenario() {
        var first = all("testcase").getFirst();

        assertThat(first.getAttribute("classname"))
                .isEqualTo("OTA-06/A device is offered only firmware built for its hardware");
        assertThat(first.getAttribute("name")).isEqualTo("OTA-06/inside/hardware-1.1");
        assertThat(first.getAttribute("time")).isEqualTo("0.007");
    }

    @Test
    void saysWhyAScenarioWasNotExecuted() {
        assertThat(all("skipped").getFirst().getAttribute("message"))
                .isEqualTo("needs clockless; ppmid-example has a clock");
    }

    @Test
    void survivesWhatXmlCannotHold() {
        assertThat(Markup.escaped("a\u0000<b>\n\uD800")).isEqualTo("a\uFFFD&lt;b&gt;&#10;\uFFFD");
        assertThat(Markup.escaped("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
    }

    private List<Element> all(String name) {
        var nodes = suites.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(it -> (Element) nodes.item(it))
                .toList();
    }

    private static String count(Element suite, String name) {
        return Integer.toString(suite.getElementsByTagName(name).getLength());
    }
}
