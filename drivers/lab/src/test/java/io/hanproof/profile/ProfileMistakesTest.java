package io.hanproof.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hanproof.octets.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is answered by one sentence that says where it is and what to write instead. */
class ProfileMistakesTest {
    private static final String SMALL = """
            profile: small
            device: PPMID
            identity: { manufacturer: "0xFFFE", model: "0xAABB", hardware: "1.1" }
            firmware: [ { version: "0x10", is: installed }, { version: "0x20" } ]
            """;

    private static final String NETWORK =
            "network: { channel: 20, pan: \"0x1A62\", extended-pan: \"00112233445566AA\", ";

    @TempDir
    private Path folder;

    @BeforeEach
    void putAnImageThere() throws IOException {
        Files.write(folder.resolve("v2.ota"), Octets.hex("1EF1EE0B").toArray());
    }

    static List<Arguments> mistakes() {
        return List.of(
                arguments(
                        "policies: { overwrit: pia }",
                        "5:13: policies: expected one of POLICIES, found the key overwrit; did you mean "
                                + "overwrite?"),
                arguments(
                        "policies: { offer: newest }",
                        "5:20: policies.offer: expected one of any, newer, found newest; did you mean newer?"),
                arguments(
                        "policies: { read-back-delay: soon }",
                        "5:30: policies.read-back-delay: expected one of PT10M, <duration>, found soon"),
                arguments(
                        "policies: { read-back-delay: <duration> }",
                        "5:30: policies.read-back-delay: expected one of PT10M, <duration>, found <duration>; "
                                + "did you mean <duration>?"),
                arguments(
                        "split: [ { version: \"0x15\" } ]",
                        "5:8: split: expected two entries, the first part and the last, found 1"),
                arguments(
                        "split: no",
                        "5:8: split: expected a list, found no without quotes, which is true or false to some"),
                arguments(
                        "split: [ { version: \"0x15\" }, { name: \"0x20\", version: \"0x21\" } ]",
                        "5:56: split.version: expected 0x20 as for the whole 0x20, found 0x21"),
                arguments(
                        "split: [ { version: \"0x15\" }, { version: \"0x15\" } ]",
                        "5:31: split: the firmware 0x15 stands here twice"),
                arguments(
                        "split: [ { version: \"0x15\" }, { version: \"0x20\", image: v3.ota } ]",
                        "5:57: split.image: expected a file FOLDER/v3.ota, found none"),
                arguments(
                        "split: [ { version: \"0x15\" }, { version: \"0x20\", image: v2.ota, size: 1 } ]",
                        "5:71: split.size: expected none, since the image has its own"),
                arguments(
                        "capabilities: { split-images: true }",
                        "1:1: expected a key split, since capabilities.split-images is true, found none"),
                arguments(
                        "models: { IHD: {} }",
                        "5:9: models: expected none, since only a HUB or the DCC has models; a device has an identity"),
                arguments(
                        "store: { blocks: 0 }",
                        "5:18: store.blocks: expected a number from 1 to 16, found 0 without quotes, which is "
                                + "a number to YAML"),
                arguments(
                        "baseline: 2019",
                        "5:11: baseline: expected a text, in quotes if it is a number, found 2019 without "
                                + "quotes, which is a number to YAML"),
                arguments(
                        "baseline: \"2021\"",
                        "5:11: baseline: expected one of 2019, 2020, found 2021; did you mean 2020?"),
                arguments(
                        "capabilities: { resume: yes }",
                        "5:25: capabilities.resume: expected true or false, found yes without quotes, which is "
                                + "true or false to some"),
                arguments(
                        "policies: { reporting: off }",
                        "5:24: policies.reporting: expected a text, in quotes if it is a number, found off "
                                + "without quotes, which is true or false to some"),
                arguments("form: gbcs", "5:7: form: expected one of zigbee, gb, found gbcs; did you mean gb?"),
                arguments("device: IHD", "5:1: the key device stands here twice"),
                arguments("timing:", "5:8: timing: expected a mapping, found nothing"),
                arguments(
                        "timing: { reboot: PT }",
                        "5:19: timing.reboot: expected an ISO 8601 duration, as PT3M, found PT"),
                arguments("? [a]", "5:3: expected a key, found a list"),
                arguments(
                        "network: { channel: 27, pan: \"0x1A62\", extended-pan: \"00112233445566AA\" }",
                        "5:21: network.channel: expected a number from 11 to 26, found 27 without quotes, which is "
                                + "a number to YAML"),
                arguments(
                        NETWORK + "install-code: \"83FED3407A939723A5C639B26916D505C3B4\" }",
                        "5:88: network.install-code: expected a code whose last four digits are its CRC, found "
                                + "another: some digit is wrong"),
                arguments(
                        NETWORK + "install-code: \"83FED340\" }",
                        "5:88: network.install-code: expected 16, 20, 28 or 36 hexadecimal digits, the last four "
                                + "of them the CRC, found 8"),
                arguments(
                        NETWORK + "install-code: 1234567890123456 }",
                        "5:88: network.install-code: expected a text, in quotes if it is a number, found something "
                                + "else"),
                arguments(
                        NETWORK + "network-key: \"5A6967426565416C6C69616E63653039\" }",
                        "5:87: network.network-key: expected random, env:NAME or file:PATH, found something else; "
                                + "a network key has no place here"),
                arguments(
                        NETWORK + "link-key: 5A6967426565416C }",
                        "5:84: network.link-key: expected env:NAME, file:PATH or 32 hexadecimal digits, found 16 "
                                + "characters"),
                arguments(
                        "power: { off: [ relay, off ], on: [ relay, \"on\" ] }",
                        "5:24: power.off: expected a text, in quotes if it is a number, found off without quotes, "
                                + "which is true or false to some"),
                arguments(
                        "joining: []",
                        "5:10: joining: expected a list of words, the program first, found an empty list"),
                arguments(
                        "restore: downgarde",
                        "5:10: restore: expected one of downgrade, none, found downgarde; did you mean downgrade?"),
                arguments(
                        "bench: { update: 3 }",
                        "5:10: bench: expected one of reconnect, prompt, updates, found the key update; "
                                + "did you mean updates?"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsPlace(String line, String problem) {
        String policies = Stream.of(Policy.values()).map(Policy::text).collect(Collectors.joining(", "));
        assertThat(problems(SMALL + line + "\n"))
                .containsExactly("small.yaml:"
                        + problem.replace("FOLDER", folder.toString()).replace("POLICIES", policies));
    }

    private List<String> problems(String yaml) {
        byte[] octets = yaml.getBytes(StandardCharsets.UTF_8);
        return catchThrowableOfType(ProfileError.class, () -> ProfileReader.read("small.yaml", octets, folder))
                .problems();
    }
}
