package io.hanproof.steps;

import io.hanproof.cpl.Cpl;
import io.hanproof.cpl.CplEntry;
import io.hanproof.dcc.CommunicationsHub;
import io.hanproof.dcc.DccModel;
import io.hanproof.dcc.DeviceType;
import io.hanproof.dcc.InventoryDevice;
import io.hanproof.dcc.KeyRing;
import io.hanproof.dcc.MeterPoint;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.Role;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import io.hanproof.steps.DccWords.Fuel;
import io.hanproof.steps.DccWords.HubName;
import io.hanproof.steps.DccWords.User;
import io.hanproof.zcl.ota.HardwareVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the DCC is told of the world before a scenario begins: the home with its hub and devices, a neighbour that exists on
 * paper only, their suppliers, and the Central Products List of all firmware that the profile names.
 */
final class Neighbourhood {
    /** How long one firmware request holds up others for the same hub: to be agreed, here less than a hub's patience. */
    static final Duration IN_FLIGHT = Duration.ofMinutes(30);

    /** How long a device may take to answer: one that activates its firmware restarts first. */
    static final Duration ANSWER = Duration.ofMinutes(10);

    static final Eui64 NEIGHBOURS_HUB = Eui64.parse("00A1B2C3D4E60000");
    static final String UNKNOWN = "an unknown device";

    private static final String NEIGHBOURS = "neighbour's PPMID";
    private static final String NEW = "new PPMID";
    private static final String NEW_IHD = "new IHD";
    private static final String CAD = "CAD";
    private static final String GBCS = "4.0";
    private static final int LARGEST = 749_999;
    private static final Profile.Model CAD_MODEL = new Profile.Model(0xFFF9, 0x0506, new HardwareVersion(1, 1));
    private static final List<DeviceKind> LISTED =
            List.of(DeviceKind.ESME, DeviceKind.GSME, DeviceKind.HCALCS, DeviceKind.PPMID, DeviceKind.IHD);
    private static final Map<User, Eui64> USERS = Map.of(
            User.IMPORT_SUPPLIER, Keys.IMPORT_SUPPLIER,
            User.GAS_SUPPLIER, Keys.GAS_SUPPLIER,
            User.GAINING_SUPPLIER, Keys.GAINING_SUPPLIER,
            User.NETWORK_OPERATOR, Eui64.parse("90B3D51F30070000"));

    private final RunContext run;
    private final Site site;
    private final Map<String, Eui64> devices = new LinkedHashMap<>();

    /** Lets everybody move in: the devices join the hub in an order that is always the same. */
    Neighbourhood(RunContext run, Site site) {
        this.run = run;
        this.site = site;
        for (DeviceKind kind : LISTED) {
            devices.put(
                    HanDevices.display(kind),
                    site.devices().address(site.devices().ensure(kind)));
        }
        site.devices().joinSecondDisplay();
        devices.put(HanDevices.SECOND, site.devices().address(HanDevices.SECOND));
        for (String name : List.of(NEIGHBOURS, NEW, CAD, UNKNOWN, NEW_IHD)) {
            devices.put(name, new Eui64(NEIGHBOURS_HUB.value() + 1 + devices.size()));
        }
    }

    static Eui64 user(User user) {
        Eui64 id = USERS.get(user);
        if (id == null) {
            throw new BenchFault("nobody is called " + user);
        }
        return id;
    }

    /** The user with that identifier, in words. */
    static String user(Eui64 id) {
        return USERS.entrySet().stream()
                .filter(it -> it.getValue().equals(id))
                .map(it -> it.getKey().toString())
                .findFirst()
                .orElse(id.toString());
    }

    Eui64 device(String name) {
        Eui64 id = devices.get(name);
        if (id == null) {
            throw new BenchFault("no device is called " + name);
        }
        return id;
    }

    /** A name for the identifier, where it has one. */
    String device(Eui64 id) {
        return devices.entrySet().stream()
                .filter(it -> it.getValue().equals(id))
                .map(it -> it.getKey().equals(UNKNOWN) ? UNKNOWN : "the " + it.getKey())
                .findFirst()
                .orElse(id.toString());
    }

    /** As many identifiers as wanted, those of the home's PPMIDs first; the others are in nobody's inventory. */
    List<Eui64> many(int count) {
        var ids = new ArrayList<Eui64>(count);
        ids.add(device(HanDevices.FIRST));
        ids.add(device(HanDevices.SECOND));
        for (long i = ids.size(); i < count; i++) {
            ids.add(new Eui64(NEIGHBOURS_HUB.value() + 0x10000 + i));
        }
        return ids;
    }

    /** What kind of image a device takes. */
    DeviceKind kind(String name) {
        return switch (name) {
            case NEIGHBOURS, NEW, CAD, UNKNOWN -> DeviceKind.PPMID;
            case NEW_IHD -> DeviceKind.IHD;
            default -> site.devices().kind(name);
        };
    }

    Eui64 hub(HubName name) {
        return switch (name) {
            case OURS -> site.hub().address();
            case NEIGHBOURS -> NEIGHBOURS_HUB;
        };
    }

    Eui64 hubOf(String name) {
        return name.equals(NEIGHBOURS) ? NEIGHBOURS_HUB : site.hub().address();
    }

    DccModel model() {
        var hubs = List.of(CommunicationsHub.of(site.hub().address()), CommunicationsHub.of(NEIGHBOURS_HUB));
        var users = List.of(
                io.hanproof.dcc.User.importSupplier(user(User.IMPORT_SUPPLIER)),
                io.hanproof.dcc.User.gasSupplier(user(User.GAS_SUPPLIER)),
                new io.hanproof.dcc.User(
                        user(User.GAINING_SUPPLIER),
                        Set.of(io.hanproof.dcc.User.Role.IMPORT_SUPPLIER, io.hanproof.dcc.User.Role.GAS_SUPPLIER)),
                new io.hanproof.dcc.User(
                        user(User.NETWORK_OPERATOR), Set.of(io.hanproof.dcc.User.Role.NETWORK_OPERATOR)));
        var meters = new ArrayList<>(meters(site.hub().address(), Map.of()));
        meters.addAll(meters(NEIGHBOURS_HUB, Map.of()));
        return new DccModel(
                cpl(),
                inventory(),
                hubs,
                meters,
                users,
                List.of(),
                keyRing(),
                run.profile().form(),
                IN_FLIGHT,
                ANSWER);
    }

    /** Everybody's certificates, as the DCC's own store of them has them. */
    private KeyRing keyRing() {
        Keys keys = run.keys();
        var known = new ArrayList<>(keys.certificates(site.hub().address(), Role.HUB));
        known.addAll(keys.certificates(NEIGHBOURS_HUB, Role.HUB));
        devices.values().forEach(it -> known.addAll(keys.certificates(it, Role.DEVICE)));
        for (User user : List.of(User.IMPORT_SUPPLIER, User.GAS_SUPPLIER, User.GAINING_SUPPLIER)) {
            known.addAll(keys.certificates(user(user), Role.SUPPLIER));
        }
        return new KeyRing(keys.acb(), known);
    }

    /** The meters on a hub with their suppliers, {@code changed} in place of the usual ones. */
    List<MeterPoint> meters(Eui64 hub, Map<Fuel, User> changed) {
        var electricity = user(changed.getOrDefault(Fuel.ELECTRICITY, User.IMPORT_SUPPLIER));
        var gas = user(changed.getOrDefault(Fuel.GAS, User.GAS_SUPPLIER));
        boolean ours = hub.equals(site.hub().address());
        Eui64 esme = ours ? device(DeviceKind.ESME.name()) : new Eui64(hub.value() + 0x8000);
        Eui64 gsme = ours ? device(DeviceKind.GSME.name()) : new Eui64(hub.value() + 0x8001);
        return List.of(
                new MeterPoint(hub, esme, DeviceType.ESME, electricity),
                new MeterPoint(hub, gsme, DeviceType.GSME, gas));
    }

    private List<InventoryDevice> inventory() {
        var all = new ArrayList<InventoryDevice>();
        for (String name : devices.keySet()) {
            if (!List.of(UNKNOWN, NEW, NEW_IHD).contains(name)) {
                all.add(entry(name));
            }
        }
        return all;
    }

    private InventoryDevice entry(String name) {
        boolean cad = name.equals(CAD);
        var type = cad ? DeviceType.CAD : DeviceType.valueOf(kind(name).name());
        Profile.Model model = cad ? CAD_MODEL : site.firmwares().model(kind(name));
        return new InventoryDevice(
                device(name),
                type,
                InventoryDevice.Status.COMMISSIONED,
                model.manufacturerCode(),
                model.imageType(),
                model.hardware().u16(),
                Optional.of(run.profile().installed().fileVersion()),
                Optional.of(hubOf(name)),
                Optional.of(GBCS));
    }

    /**
     * Every firmware that the profile names, for every kind of device; IHDs are no products of the later baseline. A list may err: one
     * image on it is for other hardware than it says.
     * An upgrade's last part is on it a second time, as large as it may be.
     */
    private Cpl cpl() {
        var whole = new Firmwares(run);
        var parts = new Firmwares(run);
        List<Profile.Firmware> split = run.profile().split();
        if (!split.isEmpty()) {
            parts.split(split.getFirst().name(), split.getLast().name());
        }
        var entries = new ArrayList<CplEntry>();
        for (DeviceKind kind : LISTED) {
            if (kind != DeviceKind.IHD || run.baseline() == Baseline.BASELINE_2019) {
                run.profile().firmware().forEach(it -> entries.add(entry(kind, whole, it)));
                split.forEach(it -> entries.add(entry(kind, parts, it)));
            }
        }
        if (!split.isEmpty()) {
            entries.add(entry(
                    DeviceKind.PPMID, parts, largest(parts, split.getLast().name())));
        }
        OtaImage elsewhere = whole.imageForOtherHardware(Firmwares.UPDATE, DeviceKind.PPMID);
        entries.add(entry(DeviceKind.PPMID, whole, elsewhere));
        return Cpl.of(entries);
    }

    /** The part with as large a Manufacturer Image as less than 750 KB allow. */
    private static OtaImage largest(Firmwares parts, String name) {
        OtaImage usual = parts.image(name, DeviceKind.PPMID, Optional.empty());
        int around = usual.served().length() - usual.manufacturerImageLength();
        return parts.imageOf(LARGEST + around, name, DeviceKind.PPMID);
    }

    private static CplEntry entry(DeviceKind kind, Firmwares firmwares, Profile.Firmware firmware) {
        return entry(kind, firmwares, firmwares.image(firmware.name(), kind, Optional.empty()));
    }

    /** As the list has it that the DCC starts with. */
    CplEntry entry(DeviceKind kind, OtaImage image) {
        return entry(kind, site.firmwares(), image);
    }

    private static CplEntry entry(DeviceKind kind, Firmwares firmwares, OtaImage image) {
        return CplEntry.of(
                        kind.name(),
                        image.id(),
                        firmwares.model(kind).hardware().u16(),
                        image.sha256())
                .withGbcsVersion(GBCS);
    }
}
