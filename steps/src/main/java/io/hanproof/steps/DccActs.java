package io.hanproof.steps;

import io.hanproof.duis.RequestId;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.hub.Corruption;
import io.hanproof.hub.HubScripts;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import io.hanproof.steps.DccWords.Recipient;
import io.hanproof.steps.DccWords.Recipients;
import io.hanproof.steps.DccWords.Route;
import io.hanproof.steps.DccWords.Shipment;
import io.hanproof.steps.DccWords.User;
import io.hanproof.steps.NoticeWords.DeviceRequest;
import io.hanproof.steps.Words.Activation;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What suppliers do in a scenario. */
final class DccActs {
    /** Long enough for the DCC to answer and to send on what it does not hold back. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration LONGEST_TRANSFER = Duration.ofHours(2);

    private static final int ONE_BIT = 1;

    private final World world;

    DccActs(World world) {
        this.world = world;
    }

    private Chain chain() {
        return world.chain();
    }

    private Neighbourhood neighbourhood() {
        return chain().neighbourhood();
    }

    void send(User user, Shipment shipment, Recipients recipients, Route route) {
        var kind = kind(recipients);
        OtaImage image = image(shipment, kind, route);
        world.supply().sent(shipment.firmware(), image);
        List<Eui64> devices = devices(recipients);
        String text = text(shipment, image);
        String version = "%X".formatted(image.id().fileVersion());
        chain().request(user, Sight.DCC, id -> request(id, route, text, version, devices));
        world.timeline().advance(ANSWER);
    }

    /** As a Given: a DCC that does not take it has let the scenario down. */
    void haveSent(User user, Shipment shipment, Recipients recipients, Route route) {
        send(user, shipment, recipients, route);
        var answer = world.witness()
                .await(
                        ServiceResponse.class,
                        world.since(),
                        PATIENCE,
                        it -> it.to().equals(Neighbourhood.user(user)));
        boolean taken = answer.isPresent()
                && answer.get().message().answer() instanceof ServiceResponse.Accepted(var rejected)
                && rejected.isEmpty();
        if (!taken) {
            throw new PreconditionNotReached(
                    "DSP-10", "the DCC accepts image %s from %s".formatted(shipment.firmware(), user));
        }
    }

    /** The device does not take what the hub serves it, and the hub says so. */
    void failTransfer(String firmware, Recipient recipient) {
        world.hub().script(HubScripts.corrupts(Corruption.MIDDLE));
        world.begin();
        haveSent(
                User.IMPORT_SUPPLIER,
                new Shipment(firmware, DccWords.Damage.NONE, 0),
                new Recipients.Named(List.of(recipient.name())),
                new Route.Combined(Activation.AT_ONCE));
        Eui64 device = neighbourhood().device(recipient.name());
        var unused = world.witness()
                .await(
                        WanMessage.Gbcs.class,
                        world.since(),
                        LONGEST_TRANSFER,
                        GbcsSights.from(
                                world.hub().address(),
                                HubFirmwareAlert.class,
                                it -> it.entity().equals(device)
                                        && it.responseCode() == HubFirmwareAlert.ResponseCode.FILE_TRANSFER_FAILURE))
                .orElseThrow(() -> new PreconditionNotReached(
                        "DIS-01", "the transfer of image %s to the %s fails".formatted(firmware, recipient.name())));
    }

    private static ServiceRequest request(RequestId id, Route route, String text, String version, List<Eui64> devices) {
        return switch (route) {
            case Route.Combined it -> new ServiceRequest.UpdatePpmidFirmware(id, text, version, devices);
            case Route.Critical() -> new ServiceRequest.UpdateFirmware(id, text, version, devices);
        };
    }

    private List<Eui64> devices(Recipients recipients) {
        return switch (recipients) {
            case Recipients.Named(var names) ->
                names.stream().map(neighbourhood()::device).toList();
            case Recipients.Many(int count) -> neighbourhood().many(count);
        };
    }

    private DeviceKind kind(Recipients recipients) {
        return recipients.names().stream()
                .findFirst()
                .map(neighbourhood()::kind)
                .orElse(DeviceKind.PPMID);
    }

    private OtaImage image(Shipment shipment, DeviceKind kind, Route route) {
        var when = switch (route) {
            case Route.Combined(var activation) -> world.supply().toInstant(activation);
            case Route.Critical() -> Optional.<Instant>empty();
        };
        Firmwares firmwares = world.site().firmwares();
        return switch (shipment.damage()) {
            case SIZE -> sized(firmwares, shipment.firmware(), shipment.octets(), kind);
            case OTHER_HARDWARE -> firmwares.imageForOtherHardware(shipment.firmware(), kind);
            case NO_DATE_TIME -> firmwares.imageWithoutDateTime(shipment.firmware(), kind);
            case NONE, NO_IMAGE, NO_BASE64, ONE_BIT -> firmwares.image(shipment.firmware(), kind, when);
        };
    }

    /** @param octets of the Manufacturer Image */
    static OtaImage sized(Firmwares firmwares, String firmware, int octets, DeviceKind kind) {
        OtaImage usual = firmwares.image(firmware, kind, Optional.empty());
        int around = usual.served().length() - usual.manufacturerImageLength();
        return firmwares.imageOf(octets + around, firmware, kind);
    }

    private static String text(Shipment shipment, OtaImage image) {
        Octets file = image.file();
        Octets octets = switch (shipment.damage()) {
            case NO_IMAGE ->
                file.slice(
                        image.header().headerLength(),
                        file.length() - image.header().headerLength());
            case ONE_BIT -> oneBitChanged(image);
            case NONE, SIZE, NO_DATE_TIME, NO_BASE64, OTHER_HARDWARE -> file;
        };
        String text = Base64.getEncoder().encodeToString(octets.toArray());
        return shipment.damage() == DccWords.Damage.NO_BASE64 ? "?" + text : text;
    }

    static Octets oneBitChanged(OtaImage image) {
        int middle = image.header().headerLength() + image.manufacturerImageLength() / 2;
        return image.file().with(middle, image.file().u8(middle) ^ ONE_BIT);
    }

    /** As a Given: a DCC that does not take it has let the scenario down. */
    void haveAsked(User user, DeviceRequest request) {
        ask(user, request);
        boolean refused = world.witness()
                .last(ServiceResponse.class, world.since(), it -> it.to().equals(Neighbourhood.user(user)))
                .filter(it -> !(it.message().answer() instanceof ServiceResponse.Refused))
                .isEmpty();
        if (refused) {
            throw new PreconditionNotReached(
                    "SMI-05", "the DCC carries out a request of %s about the %s".formatted(user, request.device()));
        }
    }

    void ask(User user, DeviceRequest request) {
        Eui64 device = neighbourhood().device(request.device());
        Eui64 target = request instanceof DeviceRequest.Activate ? device : Sight.DCC;
        chain().request(user, target, id -> request(id, device, request));
        world.timeline().advance(ANSWER);
    }

    private ServiceRequest request(RequestId id, Eui64 device, DeviceRequest request) {
        return switch (request) {
            case DeviceRequest.ReadVersion it -> new ServiceRequest.ReadFirmwareVersion(id, device);
            case DeviceRequest.ReadModel it -> new ServiceRequest.ReadDeviceModel(id, device);
            case DeviceRequest.ReadInventory it -> new ServiceRequest.ReadInventory(id, device);
            case DeviceRequest.UpdateInventory(var name, var firmware) ->
                new ServiceRequest.UpdateInventory(id, device, world.version(firmware));
            case DeviceRequest.Activate(var name, var firmware, var when) ->
                new ServiceRequest.ActivateFirmware(
                        id,
                        device,
                        world.supply().delivered(firmware).sha256(),
                        world.supply().toInstant(when));
            case DeviceRequest.Prenotify(var name, var firmware) -> {
                Profile.Model model =
                        world.site().firmwares().model(neighbourhood().kind(name));
                yield new ServiceRequest.DevicePrenotification(
                        id,
                        device,
                        neighbourhood().kind(name).name(),
                        model.manufacturerCode(),
                        model.imageType(),
                        model.hardware().u16(),
                        world.version(firmware));
            }
        };
    }

    void raiseIncident(User user, String device) {
        chain().incident(user, device);
        world.timeline().advance(ANSWER);
    }
}
