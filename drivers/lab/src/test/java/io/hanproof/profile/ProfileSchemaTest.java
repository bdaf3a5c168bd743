package io.hanproof.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use and the reader that runs use say the same. */
class ProfileSchemaTest {
    private static final String SMALL = """
            profile: small
            device: PPMID
            identity: { manufacturer: "0xFFFE", model: "0xAABB", hardware: "1.1" }
            firmware: [ { version: "0x10", is: installed } ]
            """;

    private static final Schema SCHEMA = schema();

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedProfileIsValidAndReadable(Path file) throws IOException {
        assertThat(SCHEMA.validate(Files.readString(file), InputFormat.YAML)).isEmpty();
        assertThat(ProfileReader.read(file).installed().name()).isEqualTo("0x10");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedProfileNamesTheFirmwareThatScenariosSpeakOf(Path file) {
        var profile = ProfileReader.read(file);

        assertThat(profile.firmware()).extracting(Profile.Firmware::name).containsExactly("0x10", "0x20", "0x30");
        assertThat(profile.split()).extracting(Profile.Firmware::name).containsExactly("0x15", "0x20");
        assertThat(profile.firmware("0x20").fileVersion())
                .isEqualTo(profile.part("0x20").fileVersion());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedProfileTellsEditorsOfTheSchema(Path file) throws IOException {
        assertThat(Files.readAllLines(file)).first().isEqualTo("# yaml-language-server: $schema=schema.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "split: [ { version: \"0x15\" }, { version: \"0x20\", size: 1 } ]",
                "hardware-versions: { \"1.0\": \"3.0\", 1.1: \"255.0\" }",
                "capabilities: { own-clock: true, sub-ghz: false }",
                "timing: { reboot: PT0S, check: P1DT2H, stall: PT0.5S }",
                "store: { blocks: 16, block-octets: 16777216 }",
                "form: zigbee",
                "baseline: \"2020\"",
                "policies: { image-expiry: none, read-back-delay: PT15M, image-limit: \"768000\" }",
                "policies: { reporting: \"off\" }",
                "network: { channel: 11, pan: \"0x1A62\", extended-pan: \"00112233445566AA\" }",
                "network: { channel: 26, pan: \"0x0\", extended-pan: \"00112233445566AA\", network-key: random, "
                        + "install-code: \"83FED3407A939723A5C639B26916D505C3B5\", join: PT1M }",
                "network: { channel: 20, pan: \"0x1A62\", extended-pan: \"00112233445566AA\", network-key: "
                        + "env:HAN_KEY, link-key: file:keys/link.txt, device: \"00DB1234567890A4\" }",
                "network: { channel: 20, pan: \"0x1A62\", extended-pan: \"00112233445566AA\", "
                        + "link-key: \"5A6967426565416C6C69616E63653039\" }",
                "power: { off: [ ./relay, \"off\" ], on: [ ./relay, \"on\", \"1\" ] }",
                "joining: [ button ]",
                "restore: downgrade",
                "restore: none",
                "restore: { command: [ ./flash, v1.bin ] }",
                "bench: { reconnect: PT90S, prompt: PT10M, updates: 0 }",
                "bench: {}"
            })
    void whatTheSchemaAcceptsTheReaderAccepts(String line) {
        String yaml = SMALL + line + "\n";

        assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isEmpty();
        assertThat(problems(yaml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour: blue",
                "split: [ { version: \"0x15\" } ]",
                "split: [ { version: \"0x15\" }, { version: \"0x20\", is: update } ]",
                "split: [ { version: \"0x15\" }, { version: 0x20 } ]",
                "split: [ { version: \"0x15\" }, { version: \"0x123456789\" } ]",
                "split: [ { version: \"0x15\" }, { version: \"0x20\", image: a.ota, size: 1 } ]",
                "split: [ { version: \"0x15\" }, { version: \"0x20\", size: 0 } ]",
                "split: [ { version: \"0x15\" }, { version: \"0x20\", size: \"1\" } ]",
                "split: [ { version: \"0x15\" }, { version: \"0x20\", name: \"two words\" } ]",
                "split: { version: \"0x15\" }",
                "split: [ { version: \"0x15\" }, 7 ]",
                "models: { IHD: { manufacturer: \"0x1\", model: \"0x1\", hardware: \"1.1\" } }",
                "hardware-versions: { \"1.0\": \"3.256\" }",
                "hardware-versions: { \"1.0\": 3.0 }",
                "hardware-versions: { \"1.0\": \"03.0\" }",
                "capabilities: { own-clock: \"true\" }",
                "capabilities: { clock: true }",
                "capabilities: { split-images: true }",
                "capabilities: [ own-clock ]",
                "capabilities:",
                "timing: { reboot: 180 }",
                "timing: { reboot: PT }",
                "timing: { reboot: P }",
                "timing: { reboot: 3M }",
                "timing: { reboot: PT-3M }",
                "timing: { reboot: pt3m }",
                "timing: { boot: PT3M }",
                "store: { blocks: 17 }",
                "store: { blocks: 2.5 }",
                "store: { block-octets: 0 }",
                "form: GB",
                "baseline: 2019",
                "baseline: \"2021\"",
                "policies: { overwrite: newest }",
                "policies: { overwrites: pia }",
                "policies: { image-limit: 750000 }",
                "policies: { reporting: off }",
                "policies: { image-expiry: soon }",
                "policies: { read-back-delay: <duration> }",
                "network: {}",
                "network: { channel: 27, pan: \"0x1A62\", extended-pan: \"00112233445566AA\" }",
                "network: { channel: 20, pan: 0x1A62, extended-pan: \"00112233445566AA\" }",
                "network: { channel: 20, pan: \"0xFFFF\", extended-pan: \"00112233445566AA\" }",
                "network: { channel: 20, pan: \"0x1A62\", extended-pan: \"0000000000000000\" }",
                "network: { channel: 20, pan: \"0x1A62\", extended-pan: \"FFFFFFFFFFFFFFFF\" }",
                "network: { channel: 20, pan: \"0x1A62\", extended-pan: 1122334455667788 }",
                "network: { channel: 20, pan: \"0x1A62\", extended-pan: \"00112233445566AA\", "
                        + "network-key: \"5A6967426565416C6C69616E63653039\" }",
                "network: { channel: 20, pan: \"0x1A62\", extended-pan: \"00112233445566AA\", network-key: \"env:\" }",
                "network: { channel: 20, pan: \"0x1A62\", extended-pan: \"00112233445566AA\", link-key: random }",
                "network: { channel: 20, pan: \"0x1A62\", extended-pan: \"00112233445566AA\", "
                        + "install-code: \"83FED3407A939723A5C639B26916D505\" }",
                "network: { channel: 20, pan: \"0x1A62\", extended-pan: \"00112233445566AA\", "
                        + "install-code: \"83FED3407A939723A5C639B26916D505C3B5\", link-key: env:LINK }",
                "network: { channel: 20, pan: \"0x1A62\", extended-pan: \"00112233445566AA\", key: random }",
                "power: { off: [ relay ] }",
                "power: { off: relay, on: relay }",
                "power: { off: [], on: [ relay ] }",
                "power: { off: [ relay, off ], on: [ relay, on ] }",
                "joining: [ \"\" ]",
                "joining: [ [ button ] ]",
                "restore: upgrade",
                "restore: { command: [] }",
                "restore: { commands: [ flash ] }",
                "restore: {}",
                "bench: { reconnect: 60 }",
                "bench: { updates: -1 }",
                "bench: { spare-updates: 1 }"
            })
    void whatTheSchemaRefusesTheReaderRefuses(String line) {
        String yaml = SMALL + line + "\n";

        assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isNotEmpty();
        assertThat(problems(yaml)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "device: PPMID|device: HUB",
                "device: PPMID|device: ppmid",
                "device: PPMID|",
                "profile: small|",
                "profile: small|profile: 7",
                "device: PPMID|baseline: \"2020\"\ndevice: IHD",
                "identity: { manufacturer: \"0xFFFE\", |identity: { manufacturer: 0xFFFE, ",
                "identity: { manufacturer: \"0xFFFE\", |identity: { manufacturer: \"FFFE\", ",
                "identity: { manufacturer: \"0xFFFE\", |identity: { ",
                "hardware: \"1.1\"|hardware: 1.1",
                "hardware: \"1.1\"|hardware: \"1\"",
                "is: installed|is: update",
                "is: installed|is: running",
                "is: installed }|is: installed }, { version: \"0x20\", is: installed }",
                "{ version: \"0x10\", is: installed }|{ is: installed }",
                "{ version: \"0x10\", is: installed }|"
            })
    void aChangeThatTheSchemaRefusesTheReaderRefuses(String change) {
        String[] parts = change.split("\\|", -1);
        String yaml = SMALL.replace(parts[0], parts[1]);

        assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isNotEmpty();
        assertThat(problems(yaml)).isNotEmpty();
    }

    @Test
    void theSchemaIsASchema() {
        var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

        assertThat(metaSchema.validate(SCHEMA.getSchemaNode())).isEmpty();
    }

    @Test
    void theSchemaListsEveryPolicyWithItsReadingsTheDefaultFirst() {
        JsonNode policies = SCHEMA.getSchemaNode().at("/properties/policies/properties");
        var names = new ArrayList<String>();
        policies.fieldNames().forEachRemaining(names::add);

        assertThat(names).isEqualTo(Stream.of(Policy.values()).map(Policy::text).toList());
        for (Policy policy : Policy.values()) {
            assertThat(readings(policies.get(policy.text()))).as(policy.text()).isEqualTo(policy.readings());
        }
    }

    @Test
    void theSchemaHasTheFormsOfTheReader() {
        JsonNode forms = SCHEMA.getSchemaNode().get("$defs");

        assertThat(pattern(forms, "hex16")).isEqualTo(Shape.HEX_16.regex());
        assertThat(pattern(forms, "hex32")).isEqualTo(Shape.HEX_32.regex());
        assertThat(pattern(forms, "hardware")).isEqualTo(Shape.HARDWARE.regex());
        assertThat(pattern(forms, "duration")).isEqualTo(Shape.DURATION.regex());
        assertThat(pattern(forms, "name")).isEqualTo(Shape.NAME.regex());
        assertThat(pattern(forms, "path")).isEqualTo(Shape.PATH.regex());
        assertThat(pattern(forms, "pan")).isEqualTo(Shape.PAN.regex());
        assertThat(pattern(forms, "eui64")).isEqualTo(Shape.EUI_64.regex());
    }

    static List<Path> shipped() throws IOException {
        try (var files = Files.list(Folders.deviceProfiles())) {
            return files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static List<String> readings(JsonNode property) {
        var readings = new ArrayList<String>();
        Iterable<JsonNode> forms = property.has("anyOf") ? property.get("anyOf") : List.of(property);
        for (JsonNode form : forms) {
            if (form.has("enum")) {
                form.get("enum").forEach(it -> readings.add(it.asText()));
            } else {
                readings.add(Policy.DURATION);
            }
        }
        return readings;
    }

    private static String pattern(JsonNode forms, String name) {
        return forms.get(name).get("pattern").asText().replaceAll("^\\^|\\$$", "");
    }

    private static List<String> problems(String yaml) {
        try {
            ProfileReader.read("small.yaml", yaml.getBytes(StandardCharsets.UTF_8), Path.of(""));
            return List.of();
        } catch (ProfileError e) {
            return e.problems();
        }
    }

    private static Schema schema() {
        try {
            String text = Files.readString(Folders.deviceProfiles().resolve("schema.json"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
