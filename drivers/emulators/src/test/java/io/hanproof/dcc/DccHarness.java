package io.hanproof.dcc;

import io.hanproof.cpl.Cpl;
import io.hanproof.cpl.CplEntry;
import io.hanproof.dcc.InventoryDevice.Status;
import io.hanproof.duis.DccAlert;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.RequestId;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceRequest.UpdateFirmware;
import io.hanproof.duis.ServiceRequest.UpdatePpmidFirmware;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.UserMessage;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.HubFirmwareAlert.ResponseCode;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.image.ActivationDateTime;
import io.hanproof.image.HeaderString;
import io.hanproof.image.ImageWriter;
import io.hanproof.image.OtaHeader;
import io.hanproof.image.OtaImage;
import io.hanproof.image.SignatureTrailer;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.zcl.ota.ImageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A DCC with a home or two behind it; what it does is kept until somebody looks. */
final class DccHarness {
    static final Eui64 IMPORT = Eui64.parse("90B3D51F30010000");
    static final Eui64 GAS = Eui64.parse("90B3D51F30030000");
    static final Eui64 STRANGER = Eui64.parse("90B3D51F30050000");
    static final Eui64 NETWORK = Eui64.parse("90B3D51F30020000");
    static final Eui64 HUB = Eui64.parse("00DB1234567890A2");
    static final Eui64 ESME = Eui64.parse("00DB1234567890A0");
    static final Eui64 GSME = Eui64.parse("00DB1234567890A1");
    static final Eui64 PPMID = Eui64.parse("00DB1234567890A4");
    static final Eui64 IHD = Eui64.parse("00DB1234567890A5");
    static final Eui64 SWITCH = Eui64.parse("00DB1234567890A6");
    static final int MANUFACTURER = 0xFFFE;
    static final int HARDWARE = 0x0101;
    static final int DISPLAY_MODEL = 0xAABB;
    static final int SWITCH_MODEL = 0x0203;
    static final int METER_MODEL = 0x0304;
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    final List<DccEffect> effects = new ArrayList<>();
    Instant now = START;

    private final DccMachine machine;
    private DccState state;
    private long counter = 1000;

    private DccHarness(DccModel model, Policies policies, Baseline baseline) {
        this.machine = new DccMachine(model, policies, baseline);
        this.state = DccState.of(model);
    }

    static DccHarness of2019(Object... policies) {
        return new DccHarness(model(), policies(policies), Baseline.BASELINE_2019);
    }

    static DccHarness of2020(Object... policies) {
        return new DccHarness(model(), policies(policies), Baseline.BASELINE_2020);
    }

    private static Policies policies(Object... names) {
        var policies = Policies.DEFAULT;
        for (int i = 0; i < names.length; i += 2) {
            policies = policies.with((Policy) names[i], (String) names[i + 1]);
        }
        return policies;
    }

    static DccModel model() {
        return DccModel.of(
                cpl(),
                List.of(
                        device(ESME, DeviceType.ESME, METER_MODEL),
                        device(GSME, DeviceType.GSME, METER_MODEL),
                        device(PPMID, DeviceType.PPMID, DISPLAY_MODEL),
                        device(IHD, DeviceType.IHD, DISPLAY_MODEL),
                        device(SWITCH, DeviceType.HCALCS, SWITCH_MODEL)),
                List.of(CommunicationsHub.of(HUB)),
                List.of(
                        new MeterPoint(HUB, ESME, DeviceType.ESME, IMPORT),
                        new MeterPoint(HUB, GSME, DeviceType.GSME, GAS)),
                List.of(
                        User.importSupplier(IMPORT),
                        User.gasSupplier(GAS),
                        User.importSupplier(STRANGER),
                        new User(NETWORK, Set.of(User.Role.NETWORK_OPERATOR))),
                new FakeSeals());
    }

    static Cpl cpl() {
        return Cpl.of(List.of(
                CplEntry.of(
                        "PPMID",
                        displayImage(0x20).id(),
                        HARDWARE,
                        displayImage(0x20).sha256()),
                CplEntry.of(
                        "PPMID",
                        displayImage(0x15).id(),
                        HARDWARE,
                        displayImage(0x15).sha256()),
                CplEntry.of(
                        "PPMID",
                        displayImage(0x10).id(),
                        HARDWARE,
                        displayImage(0x10).sha256()),
                CplEntry.of(
                        "HCALCS",
                        switchImage(0x20).id(),
                        HARDWARE,
                        switchImage(0x20).sha256()),
                CplEntry.of(
                        "ESME",
                        meterImage(0x20).id(),
                        HARDWARE,
                        meterImage(0x20).sha256())));
    }

    static InventoryDevice device(Eui64 id, DeviceType type, int model) {
        return new InventoryDevice(
                id,
                type,
                Status.COMMISSIONED,
                MANUFACTURER,
                model,
                HARDWARE,
                Optional.of(0x10L),
                Optional.of(HUB),
                Optional.of("4.0"));
    }

    static OtaImage displayImage(long version) {
        return displayImage(version, 100);
    }

    static OtaImage displayImage(long version, int length) {
        return ImageWriter.gb(header(DISPLAY_MODEL, version), content(version, length));
    }

    static OtaImage switchImage(long version) {
        return signedImage(SWITCH_MODEL, version);
    }

    static OtaImage meterImage(long version) {
        return signedImage(METER_MODEL, version);
    }

    private static OtaImage signedImage(int model, long version) {
        var trailer = new SignatureTrailer(0, FakeSeals.signature(IMPORT));
        return ImageWriter.gb(header(model, version), content(version + model, 100), trailer);
    }

    private static OtaHeader header(int model, long version) {
        return OtaHeader.of(new ImageId(MANUFACTURER, model, version), HeaderString.of("firmware"));
    }

    private static Octets content(long seed, int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) (seed + i);
        }
        return Octets.copyOf(octets);
    }

    static String base64(OtaImage image) {
        return Base64.getEncoder().encodeToString(image.file().toArray());
    }

    RequestId id(Eui64 user) {
        return new RequestId(user, FakeSeals.BROKER, counter++);
    }

    UpdatePpmidFirmware displayUpdate(Eui64 user, long version, Eui64... devices) {
        return displayUpdate(user, displayImage(version).withActivation(ActivationDateTime.NOW), devices);
    }

    UpdatePpmidFirmware displayUpdate(Eui64 user, OtaImage image, Eui64... devices) {
        return new UpdatePpmidFirmware(
                id(user), base64(image), "%08X".formatted(image.id().fileVersion()), List.of(devices));
    }

    UpdateFirmware meterUpdate(Eui64 user, OtaImage image, Eui64... devices) {
        return new UpdateFirmware(
                id(user), base64(image), "%08X".formatted(image.id().fileVersion()), List.of(devices));
    }

    DccHarness request(ServiceRequest request) {
        return happen(new DccEvent.Requested(request.id().originator(), request));
    }

    DccHarness happen(DccEvent event) {
        var step = machine.on(event, state, now);
        state = step.state();
        effects.addAll(step.effects());
        return this;
    }

    DccHarness pass(Duration time) {
        var until = now.plus(time);
        while (true) {
            var due = effects.stream()
                    .filter(DccEffect.Book.class::isInstance)
                    .map(DccEffect.Book.class::cast)
                    .filter(it -> !it.at().isAfter(until))
                    .findFirst();
            if (due.isEmpty()) {
                break;
            }
            effects.remove(due.get());
            now = due.get().at().isAfter(now) ? due.get().at() : now;
            happen(new DccEvent.Due(due.get().timer()));
        }
        now = until;
        return this;
    }

    DccHarness change(InventoryDevice device) {
        return happen(new DccEvent.InventoryChanged(device));
    }

    InventoryDevice inventory(Eui64 device) {
        return state.books().inventory().find(device).orElseThrow();
    }

    DccHarness hubSays(Eui64 device, long version, ResponseCode code) {
        var alertCode = switch (code) {
            case FILE_TRANSFER_SUCCESS -> AlertCode.FIRMWARE_TRANSFERRED;
            case FIRMWARE_IMAGE_DISCARDED, HARDWARE_VERSION_MISMATCH, FILE_TRANSFER_FAILURE ->
                AlertCode.FIRMWARE_TRANSFER_FAILED;
            case FIRMWARE_READ_SUCCESS, FIRMWARE_READ_FAILURE -> AlertCode.FIRMWARE_VERSION_READ;
        };
        return alert(HUB, FakeSeals.BROKER, new HubFirmwareAlert(alertCode, now, device, version, code));
    }

    DccHarness alert(Eui64 from, Eui64 to, Content content) {
        return heard(FakeSeals.signed(alertHeader(from, to, content), content));
    }

    GroupingHeader alertHeader(Eui64 from, Eui64 to, Content content) {
        return new GroupingHeader(Cra.ALERT, counter++, from, to, OtherInformation.of(content.useCase()));
    }

    DccHarness heard(Octets message) {
        return happen(new DccEvent.Heard(HUB, message));
    }

    /** What that user has been told since somebody looked. */
    List<UserMessage> told(Eui64 user) {
        var told = new ArrayList<UserMessage>();
        effects.removeIf(
                it -> it instanceof DccEffect.Tell(var to, var message) && to.equals(user) && told.add(message));
        return told;
    }

    List<DccAlert> alerts(Eui64 user) {
        return told(user).stream()
                .filter(DccAlert.class::isInstance)
                .map(DccAlert.class::cast)
                .toList();
    }

    ServiceResponse.Answer answer(Eui64 user) {
        return told(user).stream()
                .filter(ServiceResponse.class::isInstance)
                .map(it -> ((ServiceResponse) it).answer())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    RequestFault fault(Eui64 user) {
        return ((ServiceResponse.Refused) answer(user)).fault();
    }

    List<ServiceResponse.Rejected> rejected(Eui64 user) {
        return ((ServiceResponse.Accepted) answer(user)).rejected();
    }

    /** What has been sent to hubs since somebody looked. */
    List<DccEffect.Deliver> delivered() {
        var delivered = new ArrayList<DccEffect.Deliver>();
        effects.removeIf(it -> it instanceof DccEffect.Deliver one && delivered.add(one));
        return delivered;
    }

    List<Octets> sent() {
        var sent = new ArrayList<Octets>();
        effects.removeIf(it -> it instanceof DccEffect.Send(var hub, var command) && sent.add(command));
        return sent;
    }

    List<String> notes() {
        var notes = new ArrayList<String>();
        effects.removeIf(it -> it instanceof DccEffect.Note note && notes.add(note.finding()));
        return notes;
    }
}
