package io.hanproof.steps;

import io.cucumber.java.ParameterType;
import io.hanproof.profile.DeviceKind;
import io.hanproof.steps.Words.Activation;
import io.hanproof.steps.Words.Displays;
import io.hanproof.steps.Words.Firmware;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words about images: what they are for, what is wrong with them, what becomes of them in the hub's store. */
public final class ImageWords {
    static final String KIND = "PPMID|IHD|HCALCS|ESME|GSME";

    /** The hardware that an image is built for, by names that the profile binds; both ends are inside. */
    public record Range(String minimum, String maximum) {}

    /** An image that the hub holds for displays. */
    public record HeldImage(String firmware, Optional<Range> hardware, Activation activation, Displays displays) {
        static HeldImage of(Firmware image, Displays displays) {
            return new HeldImage(image.name(), Optional.empty(), Activation.AT_ONCE, displays);
        }
    }

    /** An image for one kind of device, as it comes to the hub's store. */
    public record ImageForStore(
            DeviceKind kind,
            boolean another,
            Optional<Integer> octets,
            Optional<Range> hardware,
            boolean forced,
            Fetching fetching) {
        static ImageForStore of(DeviceKind kind) {
            return new ImageForStore(kind, false, Optional.empty(), Optional.empty(), false, Fetching.NOT_STARTED);
        }
    }

    /** How far the fetching of a stored image has come. */
    public enum Fetching {
        NOT_STARTED,
        STARTED,
        BEING_FETCHED
    }

    /** Which image of the hub's store a sentence speaks of. */
    public record StoredImage(DeviceKind kind, String firmware) {}

    /** What has become of an image in the hub's store. */
    public enum Fate {
        HELD("held"),
        GONE("gone"),
        REFUSED("refused"),
        HELD_FOR_SECOND("held for the second PPMID"),
        HELD_UNTIL_FETCHED("held until it has been fetched"),
        HELD_BACK("held back until the PPMID image has been fetched"),
        SERVED_BESIDE("served while the ESME image is being fetched");

        private final String words;

        Fate(String words) {
            this.words = words;
        }
    }

    /** What is wrong with an image that a hub serves. */
    public enum Flaw {
        OTHER_HARDWARE("built for other hardware"),
        OTHER_MODEL("built for another model"),
        OTHER_MAKER("built by another maker"),
        HEADER("wrong in its header"),
        LENGTH("wrong in its length"),
        TAIL("wrong in its tail"),
        MIDDLE("wrong in its middle"),
        OTHER_SUPPLIER("signed by another supplier"),
        OTHER_IMAGES_SIGNATURE("signed for another image"),
        UNSTARTABLE("unable to start");

        private final String words;

        Flaw(String words) {
            this.words = words;
        }
    }

    @ParameterType("image (" + Words.FIRMWARE + ")(?: for hardware (\\d+\\.\\d+) to (\\d+\\.\\d+))?" + "(?:, ("
            + Words.ACTIVATION + "))?(?:, for (" + Words.DISPLAYS + "))?")
    public HeldImage heldImage(String firmware, String minimum, String maximum, String activation, String displays) {
        return new HeldImage(
                firmware,
                range(minimum, maximum),
                activation == null ? Activation.AT_ONCE : Words.toActivation(activation),
                displays == null ? Displays.FIRST : Displays.of(displays));
    }

    @ParameterType("(an|a|another) (" + KIND + ") image(?: of (\\d+) octets)?"
            + "(?: for hardware (\\d+\\.\\d+) to (\\d+\\.\\d+))?( with force replace)?"
            + "(?:, (not started|started|being fetched))?")
    public ImageForStore imageForStore(
            String article,
            String kind,
            String octets,
            String minimum,
            String maximum,
            String forced,
            String fetching) {
        return new ImageForStore(
                DeviceKind.valueOf(kind),
                article.equals("another"),
                Optional.ofNullable(octets).map(Integer::valueOf),
                range(minimum, maximum),
                forced != null,
                fetching == null
                        ? Fetching.NOT_STARTED
                        : Fetching.valueOf(fetching.toUpperCase(Locale.ROOT).replace(' ', '_')));
    }

    @ParameterType("the (?:(older|newer) )?(" + KIND + ") image|image (" + Words.FIRMWARE + ")")
    public StoredImage storedImage(String age, String kind, String firmware) {
        return firmware == null
                ? new StoredImage(DeviceKind.valueOf(kind), "newer".equals(age) ? Firmwares.LATER : Firmwares.UPDATE)
                : new StoredImage(DeviceKind.PPMID, firmware);
    }

    private static Optional<Range> range(@Nullable String minimum, String maximum) {
        return minimum == null ? Optional.empty() : Optional.of(new Range(minimum, maximum));
    }

    @ParameterType("held|gone|refused|held for the second PPMID|held until it has been fetched"
            + "|held back until the PPMID image has been fetched|served while the ESME image is being fetched")
    public Fate fate(String words) {
        return Arrays.stream(Fate.values())
                .filter(it -> it.words.equals(words))
                .findFirst()
                .orElseThrow();
    }

    @ParameterType("built for other hardware|built for another model|built by another maker"
            + "|wrong in its (?:header|length|tail|middle)|signed by another supplier|signed for another image"
            + "|unable to start")
    public Flaw flaw(String words) {
        return Arrays.stream(Flaw.values())
                .filter(it -> it.words.equals(words))
                .findFirst()
                .orElseThrow();
    }
}
