package io.hanproof.gbcs;

import static io.hanproof.gbcs.CorpusTest.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.gbcs.FirmwareActivationAlert.ActivateImage;
import io.hanproof.gbcs.FirmwareReceiptAlert.DlmsForm;
import io.hanproof.gbcs.FirmwareReceiptAlert.Form;
import io.hanproof.gbcs.FirmwareReceiptAlert.GbzForm;
import io.hanproof.gbcs.HubFirmwareAlert.ResponseCode;
import io.hanproof.gbcs.OtherInformation.RemoteParty;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Messages and octets of any kind. */
final class AnyMessageTest {
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final List<Octets> PUBLISHED = List.copyOf(Published.all().values());

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("messages") GbcsMessage message) {
        Octets written = message.write();

        assertThat(value(GbcsMessage.read(written))).isEqualTo(message);
        // of a command that nobody has signed the octets are those of a pre-command
        if (PreCommand.read(written) instanceof Decoded.Malformed) {
            assertThat(GbcsText.of(written)).isEqualTo(GbcsText.of(message));
        } else {
            assertThat(message.signature().isPresent() || message.mac().isPresent())
                    .isFalse();
            assertThat(GbcsText.of(written)).first().asString().startsWith("message: pre-command");
        }
    }

    @Property
    void anyOctetsAreReadWithoutAnException(@ForAll byte[] octets) {
        assertThatTheyAreRead(Octets.copyOf(octets));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyOctetsBehindAHeaderAreReadWithoutAnException(
            @ForAll("messages") GbcsMessage message, @ForAll byte[] octets) {
        var written = message.write();
        assertThatTheyAreRead(written.slice(0, Math.min(written.length(), 47)).plus(Octets.copyOf(octets)));
    }

    @Property
    void aPublishedMessageWithOctetsChangedIsReadWithoutAnException(
            @ForAll("published") Octets published,
            @ForAll("fractions") double one,
            @ForAll("fractions") double other,
            @ForAll byte octet,
            @ForAll byte second) {
        int length = published.length();
        assertThatTheyAreRead(published.with((int) (one * length), octet).with((int) (other * length), second));
    }

    /** Whatever is read has one form only: the octets that it was read from. */
    private static void assertThatTheyAreRead(Octets octets) {
        switch (GbcsMessage.read(octets)) {
            case Decoded.Value<GbcsMessage>(var message) ->
                assertThat(message.write()).isEqualTo(octets);
            case Decoded.Malformed<GbcsMessage> malformed ->
                assertThat(malformed.message()).contains("at offset");
        }
        switch (PreCommand.read(octets)) {
            case Decoded.Value<PreCommand>(var command) ->
                assertThat(command.write()).isEqualTo(octets);
            case Decoded.Malformed<PreCommand> malformed ->
                assertThat(malformed.message()).contains("at offset");
        }
        assertThat(GbcsText.of(octets)).isNotEmpty();
        assertThat(GbcsCheck.check(octets, Certificates.NONE)).isNotEmpty();
    }

    @Provide
    Arbitrary<Octets> published() {
        return Arbitraries.of(PUBLISHED);
    }

    @Provide
    Arbitrary<Double> fractions() {
        return Arbitraries.doubles().between(0, true, 1, false);
    }

    @Provide
    Arbitrary<GbcsMessage> messages() {
        return contents()
                .flatMap(content -> Combinators.combine(
                                headers(content),
                                octets(64).optional(),
                                octets(12).optional())
                        .as((header, signature, mac) -> new GbcsMessage(header, content, signature, mac)));
    }

    private static Arbitrary<GroupingHeader> headers(Content content) {
        return Combinators.combine(
                        Arbitraries.longs(),
                        euis(),
                        euis(),
                        dateTimes().optional(),
                        parties().optional())
                .as((counter, originator, recipient, dateTime, party) -> new GroupingHeader(
                        content.cra(),
                        counter,
                        originator,
                        recipient,
                        dateTime,
                        new OtherInformation(content.useCase().messageCode(), party)));
    }

    private static Arbitrary<RemoteParty> parties() {
        return Combinators.combine(
                        euis(),
                        Arbitraries.longs(),
                        Arbitraries.longs().optional(),
                        Arbitraries.of(
                                        Published.HUB_CERTIFICATE,
                                        Players.ACB.agreement().der())
                                .optional())
                .as((id, counter, own, certificate) ->
                        new RemoteParty(id, counter, own, own.isPresent() ? certificate : Optional.empty()));
    }

    private static Arbitrary<Content> contents() {
        var reads = Arbitraries.of(ReadResponseCode.class);
        var results = Combinators.combine(Arbitraries.of(ActivateImageResponseCode.class), u32s())
                .as(ActivateFirmwareResult::new);
        return Arbitraries.oneOf(List.<Arbitrary<? extends Content>>of(
                Combinators.combine(
                                Arbitraries.of(
                                        AlertCode.FIRMWARE_TRANSFERRED,
                                        AlertCode.FIRMWARE_TRANSFER_FAILED,
                                        AlertCode.FIRMWARE_VERSION_READ),
                                instants(),
                                euis(),
                                u32s(),
                                Arbitraries.of(ResponseCode.class))
                        .as(HubFirmwareAlert::new),
                Combinators.combine(instants(), u32s(), Arbitraries.of(ActivateImage.class))
                        .as(FirmwareActivationAlert::new),
                Combinators.combine(octets(32), Arbitraries.longs(), instants().optional())
                        .as(ActivateFirmware::new),
                results,
                Combinators.combine(
                                Arbitraries.of(
                                        AlertCode.FUTURE_DATED_ACTIVATION_ACTIONED,
                                        AlertCode.FUTURE_DATED_ACTIVATION_NOT_ACTIONED),
                                instants(),
                                Arbitraries.longs(),
                                results)
                        .as(ActivateFirmwareAlert::new),
                Combinators.combine(u32s(), reads).as(FirmwareVersion::new),
                Combinators.combine(
                                Arbitraries.of(AlertCode.FIRMWARE_VERIFIED, AlertCode.FIRMWARE_VERIFICATION_FAILED),
                                forms(),
                                octets(32))
                        .as(FirmwareReceiptAlert::new),
                dutyCycles(),
                invokeIds().map(ReadElectricityFirmwareVersion::new),
                Combinators.combine(
                                invokeIds(),
                                u32s().optional(),
                                Arbitraries.integers().between(0, 0xFF))
                        .as(ElectricityFirmwareVersion::new),
                Combinators.combine(Arbitraries.integers().between(0, 0xFF), u32s())
                        .as((status, version) ->
                                new GasFirmwareVersion(status, status == 0 ? Optional.of(version) : Optional.empty())),
                euis().map(ReadDeviceModel::new),
                Combinators.combine(euis(), u16s(), u16s(), u16s(), u32s(), reads)
                        .as(DeviceModel::new),
                Arbitraries.of(
                        new ReadFirmwareVersion(), new ActivateFirmwareAccepted(), new ReadGasFirmwareVersion())));
    }

    private static Arbitrary<DutyCycleAlert> dutyCycles() {
        Arbitrary<DutyCycleAlert.Subject> subjects = Arbitraries.oneOf(
                euis().map(DutyCycleAlert.Device::new),
                Combinators.combine(euis(), euis(), Arbitraries.of(Cra.class), Arbitraries.longs())
                        .as(DutyCycleAlert.DiscardedMessage::new));
        return Combinators.combine(
                        Arbitraries.of(UseCase.DBCH06, UseCase.DBCH08, UseCase.DBCH10, UseCase.DBCH11),
                        Arbitraries.of(AlertCode.LIMITED_DUTY_CYCLE, AlertCode.MESSAGE_DISCARDED),
                        invokeIds(),
                        dateTimes(),
                        subjects)
                .as(DutyCycleAlert::new);
    }

    private static Arbitrary<Form> forms() {
        var utcTimes = Arbitraries.longs().between(0, 0xFFFFFFFFL);
        var epoch = Instant.parse("2000-01-01T00:00:00Z");
        return Arbitraries.oneOf(
                Combinators.combine(invokeIds(), dateTimes()).as(DlmsForm::new),
                utcTimes.map(it -> new GbzForm(epoch.plusSeconds(it))));
    }

    private static Arbitrary<CosemDateTime> dateTimes() {
        return octets(12).map(it -> CosemDateTime.read(new OctetReader(it)));
    }

    private static Arbitrary<Instant> instants() {
        long first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
        return Arbitraries.longs().between(first, LAST_SECOND).map(Instant::ofEpochSecond);
    }

    private static Arbitrary<Octets> octets(int length) {
        return Arbitraries.bytes().array(byte[].class).ofSize(length).map(Octets::copyOf);
    }

    private static Arbitrary<Eui64> euis() {
        return Arbitraries.longs().map(Eui64::new);
    }

    private static Arbitrary<Long> u32s() {
        return Arbitraries.longs().between(0, 0xFFFFFFFFL);
    }

    private static Arbitrary<Integer> u16s() {
        return Arbitraries.integers().between(0, 0xFFFF);
    }

    private static Arbitrary<Integer> invokeIds() {
        return Arbitraries.integers().between(0, 0xFFFFFF);
    }
}
