package io.hanproof.steps;

import io.cucumber.java.ParameterType;
import io.hanproof.duis.RejectionReason;
import io.hanproof.steps.Words.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words about the chain from a supplier to the Smart Metering Inventory, but for requests and what they are told. */
public final class DccWords {
    static final String USER = "the import supplier|the gas supplier|the gaining supplier|the network operator";
    static final String RECIPIENT =
            "the PPMID|the second PPMID|the IHD|the HCALCS|the ESME|the GSME|the CAD|the new PPMID|the new IHD"
                    + "|the neighbour's PPMID|an unknown device";
    static final String RECIPIENTS =
            "(?:" + RECIPIENT + ")(?:, (?:" + RECIPIENT + "))*(?: and (?:" + RECIPIENT + "))?|\\d+ PPMIDs";

    private static final Pattern SEVERAL = Pattern.compile("(\\d+) PPMIDs");
    private static final Pattern BETWEEN = Pattern.compile(", | and ");
    private static final Pattern CLAUSES = Pattern.compile(", and (?=(?:" + RECIPIENTS + ") because )");
    private static final String BECAUSE = " because ";

    /** Who asks the DCC for something. */
    public enum User {
        IMPORT_SUPPLIER("the import supplier"),
        GAS_SUPPLIER("the gas supplier"),
        GAINING_SUPPLIER("the gaining supplier"),
        NETWORK_OPERATOR("the network operator");

        private final String words;

        User(String words) {
            this.words = words;
        }

        static User of(String words) {
            return named(values(), it -> it.words, words);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Whoever is told something. */
    public record Users(List<User> each) {}

    /** One device, by the name that the chain knows it by. */
    public record Recipient(String name) {}

    /** Some devices by name; more than the chain has names for are named only in a request. */
    public sealed interface Recipients {
        record Named(List<String> names) implements Recipients {}

        record Many(int count) implements Recipients {}

        /** The names, where there are names. */
        default List<String> names() {
            return switch (this) {
                case Named(var names) -> names;
                case Many many -> List.of();
            };
        }
    }

    /** Which devices of a request are left out, and why. */
    public record Rejections(List<RejectedDevice> each) {}

    /** A device by its name, and why it is left out. */
    public record RejectedDevice(String device, RejectionReason reason) {}

    /** What a request for distribution carries. */
    public record Shipment(String firmware, Damage damage, int octets) {}

    /** What is wrong with what a request for distribution carries. */
    public enum Damage {
        NONE(""),
        SIZE(" of \\d+ octets"),
        NO_IMAGE(" with no OTA header"),
        NO_DATE_TIME(" with no activation date-time"),
        NO_BASE64(" that is no base64 text"),
        ONE_BIT(" with one bit changed"),
        OTHER_HARDWARE(" for other hardware");

        private final String words;

        Damage(String words) {
            this.words = words;
        }
    }

    /** Which service request distributes an image, and when it is to be activated. */
    public sealed interface Route {
        record Combined(Activation when) implements Route {}

        record Critical() implements Route {}
    }

    /** How a device is, on the HAN or in the Smart Metering Inventory. */
    public sealed interface DeviceState {
        record Power(boolean on) implements DeviceState {}

        record OfAnotherManufacturer() implements DeviceState {}

        record OfAnotherModel() implements DeviceState {}

        record OfHardware(String version) implements DeviceState {}

        record WithoutHub() implements DeviceState {}

        record OfGbcs(String version) implements DeviceState {}

        record Recorded(Optional<String> firmware) implements DeviceState {}
    }

    /** Which hub. */
    public enum HubName {
        OURS,
        NEIGHBOURS
    }

    /** How a hub stands to the DCC. */
    public enum HubState {
        UNREACHABLE("is out of reach"),
        UNKNOWN_TO_CSP("is unknown to the Communication Service Provider"),
        METERS_ONLY("serves meters only");

        private final String words;

        HubState(String words) {
            this.words = words;
        }
    }

    /** What a supply change is about. */
    public enum Fuel {
        ELECTRICITY,
        GAS
    }

    @ParameterType(USER)
    public User user(String words) {
        return User.of(words);
    }

    @ParameterType("both suppliers|(?:" + USER + ")(?: and (?:" + USER + "))?")
    public Users users(String words) {
        return words.equals("both suppliers")
                ? new Users(List.of(User.IMPORT_SUPPLIER, User.GAS_SUPPLIER))
                : new Users(BETWEEN.splitAsStream(words).map(User::of).toList());
    }

    @ParameterType(RECIPIENT)
    public Recipient recipient(String words) {
        return new Recipient(name(words));
    }

    @ParameterType(RECIPIENTS)
    public Recipients recipients(String words) {
        return toRecipients(words);
    }

    static Recipients toRecipients(String words) {
        var several = SEVERAL.matcher(words);
        return several.matches()
                ? new Recipients.Many(Integer.parseInt(several.group(1)))
                : new Recipients.Named(
                        BETWEEN.splitAsStream(words).map(DccWords::name).toList());
    }

    static String name(String words) {
        return words.replaceFirst("^the ", "");
    }

    @ParameterType("image (" + Words.FIRMWARE + ")( of \\d+ octets| with no OTA header| with no activation date-time"
            + "| that is no base64 text| with one bit changed| for other hardware)?")
    public Shipment shipment(String firmware, String damage) {
        String words = damage == null ? "" : damage;
        int octets = words.startsWith(" of ") ? Integer.parseInt(words.replaceAll("\\D", "")) : 0;
        return Arrays.stream(Damage.values())
                .filter(it -> words.matches(it.words))
                .findFirst()
                .map(it -> new Shipment(firmware, it, octets))
                .orElseThrow();
    }

    @ParameterType("by SR 11\\.[14]|" + Words.ACTIVATION)
    public Route route(String words) {
        return switch (words) {
            case "by SR 11.1" -> new Route.Critical();
            case "by SR 11.4" -> new Route.Combined(Activation.AT_ONCE);
            default -> new Route.Combined(Words.toActivation(words));
        };
    }

    @ParameterType("of hardware (\\d+\\.\\d+)|of GBCS version (\\d+\\.\\d+)|recorded with firmware (" + Words.FIRMWARE
            + ")|(off|on again|of another model|of another manufacturer|known behind no hub|recorded with no firmware)")
    public DeviceState deviceState(String hardware, String gbcs, String firmware, String words) {
        if (hardware != null) {
            return new DeviceState.OfHardware(hardware);
        }
        if (gbcs != null) {
            return new DeviceState.OfGbcs(gbcs);
        }
        if (firmware != null) {
            return new DeviceState.Recorded(Optional.of(firmware));
        }
        return switch (words) {
            case "off" -> new DeviceState.Power(false);
            case "on again" -> new DeviceState.Power(true);
            case "of another model" -> new DeviceState.OfAnotherModel();
            case "of another manufacturer" -> new DeviceState.OfAnotherManufacturer();
            case "known behind no hub" -> new DeviceState.WithoutHub();
            default -> new DeviceState.Recorded(Optional.empty());
        };
    }

    @ParameterType("the hub|the neighbour's hub")
    public HubName hubName(String words) {
        return words.equals("the hub") ? HubName.OURS : HubName.NEIGHBOURS;
    }

    @ParameterType("is out of reach|is unknown to the Communication Service Provider" + "|serves meters only")
    public HubState hubState(String words) {
        return named(HubState.values(), it -> it.words, words);
    }

    @ParameterType("electricity|gas")
    public Fuel fuel(String words) {
        return words.equals("gas") ? Fuel.GAS : Fuel.ELECTRICITY;
    }

    @ParameterType("Pending|Commissioned|Suspended|Decommissioned")
    public String inventoryStatus(String words) {
        return words;
    }

    @ParameterType("SR \\d+\\.\\d")
    public String variant(String words) {
        return words.substring("SR ".length());
    }

    @ParameterType("(?:" + RECIPIENTS + ") because .+")
    public Rejections rejections(String words) {
        return new Rejections(
                CLAUSES.splitAsStream(words).flatMap(DccWords::ofClause).toList());
    }

    private static Stream<RejectedDevice> ofClause(String clause) {
        int because = clause.indexOf(BECAUSE);
        var reason =
                named(RejectionReason.values(), RejectionReason::text, clause.substring(because + BECAUSE.length()));
        return toRecipients(clause.substring(0, because)).names().stream().map(it -> new RejectedDevice(it, reason));
    }

    static <T> T named(T[] all, Function<T, String> text, String words) {
        return Arrays.stream(all)
                .filter(it -> text.apply(it).equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is called " + words));
    }
}
