package io.hanproof.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A point on which the source documents disagree, and the readings of it. The first is the default; each run names
 * those it follows.
 */
public enum Policy {
    OVERWRITE("overwrite", "S002:2603-2615; 1544-1570; 5380-5427, 6118-6128", "annex-a", "working-group", "pia"),
    MEMORY_BLOCKS("memory-blocks", "S002:1576-1629", "both", "esme-only"),
    PARALLEL("parallel", "S002:2794-2796; 3778-3780", "allowed", "one-at-a-time"),
    /** A duration is how old an image has to be to be overwritten for its age; its removal was proposed and rejected. */
    IMAGE_EXPIRY("image-expiry", "S002:1653-1680; 5394-5397", "none", "<duration>", "removed-after-two-days"),
    FAILED_TRANSFER("failed-transfer", "S002:1416-1422, 1676-1680; 2132-2148, 2209-2221", "keep", "discard"),
    READ_BACK_DELAY("read-back-delay", "S002:381-387, 2191; 2861-2863; S000:6-8", "PT10M", "<duration>"),
    ACTIVATION_NOTICE("activation-notice", "S002:2879-2885; 4010-4020, 8415-8441", "read-back", "device-event"),
    ACTIVATION_ORDER("activation-order", "S002:2859-2861, 2869; 54-56, 2219-2223", "in-response", "hub-issued"),
    HARDWARE_VERSION("hardware-version", "S002:1989-1994, 2818; 3536-3538", "optional", "mandatory"),
    OFFER("offer", "S002:2830-2836; S000:53-57", "any", "newer"),
    HCALCS_ROUTE("hcalcs-route", "S002:393-440, 3063-3085; 3373, 3463", "critical", "combined"),
    /** Whether displays, too, are updated by SR 11.1: wished for by the DCC, and rejected. */
    DISPLAY_REQUEST("display-request", "S002:343-355, 1225-1304, 2023-2042", "sr-11.4", "sr-11.1"),
    IMAGE_LIMIT("image-limit", "S002:2713; 1338, 5553; 3358", "750000", "750000-inclusive", "768000", "none"),
    IN_FLIGHT("in-flight", "S002:5432-5465; 3783, 4105-4107; 5042-5048", "throttle", "reject", "forward"),
    TRANSFER_ALERT("transfer-alert", "S002:1462, 2160-2174; 5000-5009", "at-transfer", "at-activation"),
    FIRST_ALERT_TO("first-alert-to", "S002:2770; 1454-1460", "all", "others"),
    SPLIT_IMAGE("split-image", "S002:2934-3025; 1351-1359", "store-only", "together"),
    CPL_VERSIONS("cpl-versions", "S002:2674-2678, 2719; 4958-4977", "many", "one"),
    IHD_REMOVAL("ihd-removal", "S002:4888-4896; 3699-3703", "block", "suspend"),
    HCALCS_SUPPLIERS("hcalcs-suppliers", "S002:3477; 6288-6293", "import-only", "import-and-gas"),
    LOCAL_UPDATE("local-update", "S002:499-503, 2509; 112-122; 7271-7285", "report", "ban"),
    REPORTING("reporting", "S000:36-108; S002:958-1025", "off", "query-next-image", "firmware-changed-alert");

    static final String DURATION = "<duration>";

    private final String text;
    private final String sources;

    @SuppressWarnings("ImmutableEnumChecker") // it comes from List.of
    private final List<String> readings;

    Policy(String text, String sources, String... readings) {
        this.text = text;
        this.sources = sources;
        this.readings = List.of(readings);
    }

    /** The name on the command line, in profiles and in tags. */
    public String text() {
        return text;
    }

    /** Where the sources disagree: documents and lines. */
    public String sources() {
        return sources;
    }

    /** The values it may have, {@code <duration>} standing for any ISO 8601 duration. */
    public List<String> readings() {
        return readings;
    }

    public String defaultValue() {
        return readings.getFirst();
    }

    public static Optional<Policy> named(String text) {
        return Arrays.stream(values()).filter(it -> it.text.equals(text)).findFirst();
    }
}
