package io.hanproof.steps;

import io.cucumber.java.ParameterType;

/** The words about what the Central Products List says of a firmware. */
public final class CplWords {
    private static final String SIZE = " of \\d+ octets";

    /**
     * What the Central Products List says of a firmware.
     *
     * @param octets of its Manufacturer Image, where that matters
     */
    public record CplState(String firmware, Listing listing, int octets) {}

    /** How a firmware stands on the Central Products List. */
    public enum Listing {
        LISTED("has image %s"),
        OF_SIZE("has image %s of that size"),
        ABSENT("lacks image %s"),
        REMOVED("has image %s removed"),
        REMOVED_WITH_IHD("has the IHD's firmware %s removed"),
        OTHER_HARDWARE("has image %s for other hardware"),
        WITHOUT_HASH("has image %s without its hash"),
        HASH_ADDED("has image %s with its hash again"),
        ONE_BIT("has image %s with one bit changed"),
        IHDS_OF_OLD_GBCS("has the IHD's firmware %s of GBCS version 3.2"),
        TWICE("has image %s for two GBCS versions"),
        TWICE_ONE_FOR_ANOTHER_MODEL("has image %s for another model, then for the PPMID");

        private final String words;

        Listing(String words) {
            this.words = words;
        }
    }

    @ParameterType("lacks image " + Words.FIRMWARE + "|has the IHD's firmware " + Words.FIRMWARE
            + " (?:removed|of GBCS version 3\\.2)|has image " + Words.FIRMWARE
            + "(?: removed| for other hardware| for two GBCS versions| without its hash| with its hash again"
            + "| with one bit changed"
            + "| for another model, then for the PPMID|" + SIZE + ")?")
    public CplState cplState(String words) {
        String firmware = words.replaceFirst(".*?(" + Words.FIRMWARE + ").*", "$1");
        String listing = words.replaceFirst(SIZE, " of that size");
        int octets = listing.equals(words) ? 0 : Integer.parseInt(words.replaceFirst(".* of (\\d+) octets", "$1"));
        return new CplState(
                firmware, DccWords.named(Listing.values(), it -> it.words.formatted(firmware), listing), octets);
    }
}
