package io.hanproof.bulk;

import io.hanproof.cpl.Cpl;
import io.hanproof.cpl.CplEntry;
import io.hanproof.dcc.CommunicationsHub;
import io.hanproof.dcc.DccMisbehaviours;
import io.hanproof.dcc.DccModel;
import io.hanproof.dcc.DeviceType;
import io.hanproof.dcc.EmulatedDcc;
import io.hanproof.dcc.InventoryDevice;
import io.hanproof.dcc.InventoryDevice.Status;
import io.hanproof.dcc.KeyRing;
import io.hanproof.dcc.MeterPoint;
import io.hanproof.dcc.User;
import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestId;
import io.hanproof.duis.ServiceRequest.UpdatePpmidFirmware;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.HubFirmwareAlert.ResponseCode;
import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.Role;
import io.hanproof.gbcs.Sealing;
import io.hanproof.gbcs.SmkiCertificate;
import io.hanproof.gbcs.TestPki;
import io.hanproof.gbcs.UseCase;
import io.hanproof.image.ActivationDateTime;
import io.hanproof.image.HeaderString;
import io.hanproof.image.ImageWriter;
import io.hanproof.image.OtaHeader;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.HubWan;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.zcl.ota.ImageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * SR 11.4 for many PPMIDs, each behind a hub of its own. A tenth of them fails for each reason that the default readings know,
 * the last tenth passes; the hubs of those answer with a transfer alert and a read alert that they have signed.
 */
public final class BulkRequest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Eui64 BROKER = Eui64.parse("90B3D51F30000002");
    private static final Eui64 IMPORT = Eui64.parse("90B3D51F30010000");
    private static final Eui64 GAS = Eui64.parse("90B3D51F30030000");
    private static final Eui64 OTHER = Eui64.parse("90B3D51F30050000");
    private static final long DEVICES = 0x00DB_0000_0000_0000L;
    private static final long HUBS = 0x00DB_0001_0000_0000L;
    private static final long METERS = 0x00DB_0002_0000_0000L;
    private static final int MANUFACTURER = 0xFFFE;
    private static final int MODEL = 0xAABB;
    private static final int HARDWARE = 0x0101;
    private static final int REMOVED_HARDWARE = 0x0102;
    private static final long INSTALLED = 0x10;
    private static final long UPDATE = 0x20;
    private static final int IMAGE_OCTETS = 700_000;
    private static final List<RejectionReason> REASONS = List.of(
            RejectionReason.UNKNOWN_DEVICE,
            RejectionReason.WRONG_DEVICE_TYPE,
            RejectionReason.NOT_COMMISSIONED,
            RejectionReason.REMOVED_FROM_CPL,
            RejectionReason.MODEL_NOT_LISTED,
            RejectionReason.NOT_UPGRADEABLE,
            RejectionReason.NO_HUB,
            RejectionReason.HUB_NOT_CAPABLE,
            RejectionReason.NOT_RESPONSIBLE);
    private static final int TENTHS = 10;

    private final OtaImage image = image();
    private final TestPki pki = new TestPki(1);
    private final List<Eui64> devices = new ArrayList<>();
    private final List<InventoryDevice> inventory = new ArrayList<>();
    private final List<CommunicationsHub> hubs = new ArrayList<>();
    private final List<MeterPoint> meters = new ArrayList<>();
    private final List<Home> answering;
    private final Map<String, Integer> expected = new TreeMap<>();

    /** A device that passes, and what its hub will say of it. */
    private record Home(Eui64 hub, List<SmkiCertificate> certificates, Octets transferred, Octets read) {}

    /** @param count how many devices, a multiple of ten */
    public BulkRequest(int count) {
        for (int i = 0; i < count; i++) {
            add(i);
        }
        answering = IntStream.range(0, count)
                .filter(it -> it % TENTHS == REASONS.size())
                .parallel()
                .mapToObj(this::home)
                .toList();
    }

    /** How often each line's first and last field come together, by what was put in. */
    public Map<String, Integer> expected() {
        return expected;
    }

    /** A DCC that knows all these devices, with the hubs that will answer behind it. */
    public Running start(FrameTap report) {
        var timeline = new VirtualTimeline(START);
        var dcc = new EmulatedDcc(
                timeline, model(), Policies.DEFAULT, Baseline.BASELINE_2019, report, DccMisbehaviours.HONEST);
        answering.forEach(it -> dcc.attach(it.hub(), new AnsweringHub(timeline, it)));
        return new Running(timeline, dcc, request());
    }

    /** The request on its way. */
    public record Running(Timeline timeline, EmulatedDcc dcc, UpdatePpmidFirmware request) {
        /** The DCC checks the request, answers it, tells the suppliers and delivers. */
        public void send() {
            dcc.request(IMPORT, request);
        }

        /** All hubs answer, and the DCC checks who signed what they say. */
        public void letHubsAnswer() {
            timeline.advance(Duration.ofHours(1));
        }
    }

    private UpdatePpmidFirmware request() {
        var file = image.withActivation(ActivationDateTime.NOW).file().toArray();
        return new UpdatePpmidFirmware(
                new RequestId(IMPORT, BROKER, 1), Base64.getEncoder().encodeToString(file), "00000020", devices);
    }

    private DccModel model() {
        var certificates = new ArrayList<SmkiCertificate>();
        answering.forEach(it -> certificates.addAll(it.certificates()));
        var entry = CplEntry.of("PPMID", image.id(), HARDWARE, image.sha256());
        var removed = CplEntry.of("PPMID", image.id(), REMOVED_HARDWARE, image.sha256())
                .removed();
        return DccModel.of(
                Cpl.of(List.of(entry, removed)),
                inventory,
                hubs,
                meters,
                List.of(User.importSupplier(IMPORT), User.gasSupplier(GAS), User.importSupplier(OTHER)),
                new KeyRing(pki.mint(BROKER, Role.ACB), certificates));
    }

    private void add(int number) {
        var id = new Eui64(DEVICES + number);
        var hub = new Eui64(HUBS + number);
        devices.add(id);
        hubs.add(CommunicationsHub.of(hub));
        var device = new InventoryDevice(
                id,
                DeviceType.PPMID,
                Status.COMMISSIONED,
                MANUFACTURER,
                MODEL,
                HARDWARE,
                Optional.of(INSTALLED),
                Optional.of(hub),
                Optional.of("4.0"));
        int tenth = number % TENTHS;
        boolean foreign = tenth == REASONS.indexOf(RejectionReason.NOT_RESPONSIBLE);
        long meter = METERS + 2L * number;
        meters.add(new MeterPoint(hub, new Eui64(meter), DeviceType.ESME, foreign ? OTHER : IMPORT));
        meters.add(new MeterPoint(hub, new Eui64(meter + 1), DeviceType.GSME, foreign ? OTHER : GAS));
        if (tenth == REASONS.size()) {
            inventory.add(device);
            List.of("UpdateRequested", "FirmwareTransfer", "FirmwareRead").forEach(it -> expect("alert", it, 2));
            return;
        }
        var reason = REASONS.get(tenth);
        failing(device, reason, number).ifPresent(inventory::add);
        expect("rejected", reason.name(), 1);
    }

    private Optional<InventoryDevice> failing(InventoryDevice device, RejectionReason reason, int number) {
        return switch (reason) {
            case UNKNOWN_DEVICE -> Optional.empty();
            case WRONG_DEVICE_TYPE -> Optional.of(device.withType(DeviceType.CAD));
            case NOT_COMMISSIONED -> Optional.of(device.with(Status.PENDING));
            case REMOVED_FROM_CPL -> Optional.of(device.withHardware(REMOVED_HARDWARE));
            case MODEL_NOT_LISTED -> Optional.of(device.withModel(MANUFACTURER, MODEL + 1));
            case NOT_UPGRADEABLE -> Optional.of(device.withGbcs(Optional.of("3.2")));
            case NO_HUB -> Optional.of(device.withHub(Optional.empty()));
            case HUB_NOT_CAPABLE -> {
                hubs.set(number, hubs.get(number).notUpdatingHanDevices());
                yield Optional.of(device);
            }
            case NOT_RESPONSIBLE -> Optional.of(device);
            case OTHER_REQUEST_IN_PROGRESS -> throw new IllegalStateException("no default reading rejects for that");
        };
    }

    private void expect(String what, String why, int times) {
        expected.merge(what + "\t" + why, times, Integer::sum);
    }

    private Home home(int number) {
        var hub = pki.mint(new Eui64(HUBS + number), Role.HUB);
        var device = new Eui64(DEVICES + number);
        return new Home(
                hub.id(),
                hub.certificates(),
                alert(hub, 1, AlertCode.FIRMWARE_TRANSFERRED, device, ResponseCode.FILE_TRANSFER_SUCCESS),
                alert(hub, 2, AlertCode.FIRMWARE_VERSION_READ, device, ResponseCode.FIRMWARE_READ_SUCCESS));
    }

    private static Octets alert(Identity hub, long counter, AlertCode code, Eui64 device, ResponseCode response) {
        var header = new GroupingHeader(Cra.ALERT, counter, hub.id(), BROKER, OtherInformation.of(UseCase.CCS08));
        return Sealing.sign(header, new HubFirmwareAlert(code, START, device, UPDATE, response), hub)
                .write();
    }

    private static OtaImage image() {
        byte[] content = new byte[IMAGE_OCTETS];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) ((i * 31) >> 3);
        }
        var header = OtaHeader.of(new ImageId(MANUFACTURER, MODEL, UPDATE), HeaderString.of("bulk"));
        return ImageWriter.gb(header, Octets.copyOf(content));
    }

    /** A hub that answers an image with what was made ready: it has arrived, and its device runs it. */
    private static final class AnsweringHub implements HubWan {
        private final Timeline timeline;
        private final Home home;
        private Consumer<WanMessage> dcc = message -> {};

        AnsweringHub(Timeline timeline, Home home) {
            this.timeline = timeline;
            this.home = home;
        }

        @Override
        public void deliver(WanMessage.FirmwareDelivery delivery) {
            say(Duration.ofMinutes(20), home.transferred());
            say(Duration.ofMinutes(30), home.read());
        }

        private void say(Duration delay, Octets message) {
            var unused = timeline.in(delay, () -> dcc.accept(new WanMessage.Gbcs(message)));
        }

        @Override
        public void send(Octets gbcs) {
            throw new IllegalStateException("nothing was to be asked of hub " + home.hub());
        }

        @Override
        public void listen(Consumer<WanMessage> listener) {
            dcc = listener;
        }
    }
}
