package io.hanproof.dcc;

import java.util.regex.Pattern;

/** Which devices' firmware can be updated at all (S002:4853-4884), by the GBCS version that they were built to. */
final class GbcsVersions {
    /** The sources name no number: 4 is the first that the published messages of the modification belong to. */
    private static final int FIRST_UPGRADEABLE = 4;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,3})\\.[0-9]+");

    private GbcsVersions() {}

    /** An IHD without a recorded firmware version cannot be; one whose supplier has recorded a version can. */
    static boolean isUpgradeable(InventoryDevice device) {
        boolean versionSaysSo = device.gbcsVersion().isPresent()
                && isUpgradeable(device.gbcsVersion().get());
        return device.type() == DeviceType.IHD
                ? device.firmwareVersion().isPresent()
                        && (versionSaysSo || device.gbcsVersion().isEmpty())
                : versionSaysSo;
    }

    private static boolean isUpgradeable(String version) {
        var parts = FORM.matcher(version);
        return parts.matches() && Integer.parseInt(parts.group(1)) >= FIRST_UPGRADEABLE;
    }
}
