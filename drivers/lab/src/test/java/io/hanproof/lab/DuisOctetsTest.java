package io.hanproof.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.Incident;
import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.RequestId;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.UserMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

final class DuisOctetsTest {
    private static final Eui64 USER = Eui64.parse("90B3D51F30010000");
    private static final Eui64 DEVICE = Eui64.parse("00DB1234567890A4");
    private static final RequestId ID = new RequestId(USER, DEVICE, 7);

    @Property(tries = 2_000)
    void aMessageComesBackFromItsOctets(@ForAll("messages") UserMessage message) {
        assertThat(DuisOctets.read(DuisOctets.write(message))).isEqualTo(message);
    }

    @Property(tries = 300)
    void aMessageCutShortIsNamed(@ForAll("messages") UserMessage message) {
        Octets octets = DuisOctets.write(message);

        for (int length = 0; length < octets.length(); length++) {
            Octets cut = octets.slice(0, length);
            assertThatThrownBy(() -> DuisOctets.read(cut)).isInstanceOf(MalformedOctets.class);
        }
    }

    @Property(tries = 2_000)
    void anyOctetsAreReadOrNamed(@ForAll @Size(max = 80) byte[] octets) {
        try {
            UserMessage message = DuisOctets.read(Octets.copyOf(octets));
            assertThat(DuisOctets.write(message)).isEqualTo(Octets.copyOf(octets));
        } catch (MalformedOctets e) {
            assertThat(e).hasMessageContaining("Malformed");
        }
    }

    @Example
    void everyKindOfMessageIsAmongThoseOfTheProperty() {
        Set<String> found = new LinkedHashSet<>();

        messages().sampleStream().limit(20_000).forEach(it -> {
            found.add(it.getClass().getName());
            if (it instanceof ServiceResponse(var id, var answer)) {
                found.add(answer.getClass().getName());
            }
        });

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Stream.of(UserMessage.class, ServiceResponse.Answer.class)
                        .flatMap(DuisOctetsTest::records)
                        .map(Class::getName)
                        .toList());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(DuisOctetsTest::records)
                : Stream.of(type);
    }

    @Example
    void fieldsOutOfRangeAreNamed() {
        assertNamed("15", "kind of user message", "0 to 20");
        assertNamed("09 0000000000000000 0000000000000000 0000000000000000 06", "kind of answer", "0 to 5");
        assertNamed(
                "09 0000000000000000 0000000000000000 0000000000000000 01 03000000 414243",
                "request fault",
                "one of [IMAGE_MALFORMED");
        assertNamed("0D 0000000000000000 02", "presence of the firmware version", "0 to 1");
        assertNamed("12 0000000000000000 FFFFFFFF", "message", "4294967295 octets");
        assertNamed("0B 01000000 FF", "device type", "text in UTF-8");
        assertNamed("0A 00000000 FFFFFFFF 00", "device", "8 octets");
        assertNamed("0A 00000000 00000000 01 0000000000000000 00CA9A3B", "activation", "an instant");
        assertNamed("0D 0000000000000000 00 00", "end of the user message", "no more octets");
    }

    private static void assertNamed(String hex, String field, String need) {
        assertThatThrownBy(() -> DuisOctets.read(Octets.hex(hex.replace(" ", ""))))
                .isInstanceOf(MalformedOctets.class)
                .hasMessageContaining("field=" + field)
                .hasMessageContaining("need=" + need);
    }

    @Provide
    Arbitrary<UserMessage> messages() {
        return Arbitraries.oneOf(requests(), responses(), alerts(), incidents());
    }

    private static Arbitrary<UserMessage> requests() {
        Arbitrary<UserMessage> distributions = Combinators.combine(text(), text(), euis(), Arbitraries.of(true, false))
                .as((image, version, devices, meters) -> meters
                        ? new ServiceRequest.UpdateFirmware(ID, image, version, devices)
                        : new ServiceRequest.UpdatePpmidFirmware(ID, image, version, devices));
        Arbitrary<UserMessage> simple = Combinators.combine(
                        ids(), eui(), Arbitraries.integers().between(0, 2))
                .as((id, device, which) -> switch (which) {
                    case 0 -> new ServiceRequest.ReadFirmwareVersion(id, device);
                    case 1 -> new ServiceRequest.ReadDeviceModel(id, device);
                    default -> new ServiceRequest.ReadInventory(id, device);
                });
        Arbitrary<UserMessage> activations = Combinators.combine(
                        ids(), eui(), octets(), instants().optional())
                .as(ServiceRequest.ActivateFirmware::new);
        Arbitrary<UserMessage> signed = Combinators.combine(ids(), octets()).as(ServiceRequest.SignedPreCommand::new);
        Arbitrary<UserMessage> updates =
                Combinators.combine(ids(), eui(), Arbitraries.longs()).as(ServiceRequest.UpdateInventory::new);
        Arbitrary<UserMessage> prenotifications = Combinators.combine(
                        ids(),
                        eui(),
                        text(),
                        Arbitraries.integers(),
                        Arbitraries.integers(),
                        Arbitraries.integers(),
                        Arbitraries.longs())
                .as(ServiceRequest.DevicePrenotification::new);
        return Arbitraries.oneOf(distributions, simple, activations, signed, updates, prenotifications);
    }

    private static Arbitrary<UserMessage> responses() {
        Arbitrary<ServiceResponse.Answer> accepted = Combinators.combine(eui(), Arbitraries.of(RejectionReason.class))
                .as(ServiceResponse.Rejected::new)
                .list()
                .ofMaxSize(4)
                .map(ServiceResponse.Accepted::new);
        Arbitrary<ServiceResponse.Answer> refused =
                Arbitraries.of(RequestFault.class).map(ServiceResponse.Refused::new);
        Arbitrary<ServiceResponse.Answer> preCommand = octets().map(ServiceResponse.PreCommand::new);
        Arbitrary<ServiceResponse.Answer> firmware =
                Combinators.combine(eui(), versions()).as(ServiceResponse.DeviceFirmware::new);
        Arbitrary<ServiceResponse.Model> model = Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers(), Arbitraries.integers(), Arbitraries.longs())
                .as(ServiceResponse.Model::new);
        Arbitrary<ServiceResponse.Answer> models =
                Combinators.combine(eui(), model.optional()).as(ServiceResponse.DeviceModel::new);
        Arbitrary<ServiceResponse.Answer> entries = Combinators.combine(
                        eui(),
                        text(),
                        text(),
                        Arbitraries.integers(),
                        Arbitraries.integers(),
                        Arbitraries.integers(),
                        versions())
                .as(ServiceResponse.InventoryEntry::new);
        return Combinators.combine(ids(), Arbitraries.oneOf(accepted, refused, preCommand, firmware, models, entries))
                .as(ServiceResponse::new);
    }

    private static Arbitrary<UserMessage> alerts() {
        Arbitrary<UserMessage> requested =
                Combinators.combine(octets(), euis(), instants().optional()).as(DccAlert.UpdateRequested::new);
        Arbitrary<UserMessage> upgrades =
                Combinators.combine(text(), Arbitraries.longs(), euis()).as(DccAlert.FirmwareUpgradeRequested::new);
        Arbitrary<UserMessage> transfers =
                Combinators.combine(eui(), eui(), Arbitraries.longs(), text()).as(DccAlert.FirmwareTransfer::new);
        Arbitrary<UserMessage> reads = Combinators.combine(eui(), versions()).as(DccAlert.FirmwareRead::new);
        Arbitrary<UserMessage> activated = Combinators.combine(eui(), Arbitraries.longs(), Arbitraries.of(true, false))
                .as(DccAlert.PpmidFirmwareUpgrade::new);
        Arbitrary<UserMessage> failures =
                Combinators.combine(eui(), euis(), Arbitraries.longs()).as(DccAlert.FirmwareDistributionFailure::new);
        Arbitrary<UserMessage> rejected =
                Combinators.combine(euis(), Arbitraries.longs()).as(DccAlert.DevicesRejected::new);
        Arbitrary<UserMessage> mismatches =
                Combinators.combine(eui(), versions(), Arbitraries.longs()).as(DccAlert.FirmwareVersionMismatch::new);
        Arbitrary<UserMessage> devices = Combinators.combine(eui(), octets()).as(DeviceAlert::new);
        return Arbitraries.oneOf(
                requested, upgrades, transfers, reads, activated, failures, rejected, mismatches, devices);
    }

    private static Arbitrary<UserMessage> incidents() {
        Arbitrary<UserMessage> raised = eui().map(Incident.Raised::new);
        Arbitrary<Incident.Sent> sent = Combinators.combine(instants(), eui(), ids(), octets(), Arbitraries.longs())
                .as(Incident.Sent::new);
        Arbitrary<UserMessage> answered =
                Combinators.combine(eui(), sent.list().ofMaxSize(3)).as(Incident.Answered::new);
        return Arbitraries.oneOf(raised, answered);
    }

    private static Arbitrary<Eui64> eui() {
        return Arbitraries.longs().map(Eui64::new);
    }

    private static Arbitrary<List<Eui64>> euis() {
        return eui().list().ofMaxSize(5);
    }

    private static Arbitrary<RequestId> ids() {
        return Combinators.combine(eui(), eui(), Arbitraries.longs()).as(RequestId::new);
    }

    private static Arbitrary<Optional<Long>> versions() {
        return Arbitraries.longs().optional();
    }

    private static Arbitrary<Octets> octets() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Octets::copyOf);
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().withCharRange(' ', '\uD7FF').ofMaxLength(12);
    }
}
