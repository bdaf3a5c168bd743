package io.hanproof.cpl;

import io.hanproof.octets.Octets;
import io.hanproof.zcl.Unsigned;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import java.util.Optional;

/**
 * One firmware version of one Device Model on the Central Products List.
 *
 * @param imageType the model identifier, which an OTA header calls image type
 * @param hardwareVersion hardware version in the high octet, its revision in the low one
 * @param hash SHA-256 of the Manufacturer Image, 32 octets; absent for firmware that is never sent over the air
 * @param deviceType as DUIS writes it: PPMID, HCALCS, ESME, ...
 */
public record CplEntry(
        int manufacturerCode,
        int imageType,
        int hardwareVersion,
        long firmwareVersion,
        Optional<Octets> hash,
        String deviceType,
        Status status,
        Optional<String> smetsVersion,
        Optional<String> gbcsVersion) {
    public static final int HASH_LENGTH = 32;

    /** Whether the entry still approves what it lists. */
    public enum Status {
        ACTIVE,
        REMOVED
    }

    public CplEntry {
        Unsigned.u16("manufacturer identifier", manufacturerCode);
        Unsigned.u16("model identifier", imageType);
        Unsigned.u16("hardware version", hardwareVersion);
        Unsigned.u32("firmware version", firmwareVersion);
        if (hash.isPresent() && hash.get().length() != HASH_LENGTH) {
            throw new IllegalArgumentException("hash needs %d octets, found %d"
                    .formatted(HASH_LENGTH, hash.get().length()));
        }
    }

    /** An active entry that names no SMETS nor GBCS version. */
    public static CplEntry of(String deviceType, ImageId firmware, int hardwareVersion, Octets hash) {
        return new CplEntry(
                firmware.manufacturerCode(),
                firmware.imageType(),
                hardwareVersion,
                firmware.fileVersion(),
                Optional.of(hash),
                deviceType,
                Status.ACTIVE,
                Optional.empty(),
                Optional.empty());
    }

    public boolean isRemoved() {
        return status == Status.REMOVED;
    }

    /** The entry as it stands once its firmware is no longer approved. */
    public CplEntry removed() {
        return new CplEntry(
                manufacturerCode,
                imageType,
                hardwareVersion,
                firmwareVersion,
                hash,
                deviceType,
                Status.REMOVED,
                smetsVersion,
                gbcsVersion);
    }

    public CplEntry withHash(Optional<Octets> other) {
        return new CplEntry(
                manufacturerCode,
                imageType,
                hardwareVersion,
                firmwareVersion,
                other,
                deviceType,
                status,
                smetsVersion,
                gbcsVersion);
    }

    public CplEntry withGbcsVersion(String version) {
        return new CplEntry(
                manufacturerCode,
                imageType,
                hardwareVersion,
                firmwareVersion,
                hash,
                deviceType,
                status,
                smetsVersion,
                Optional.of(version));
    }

    /** What an OTA header says of the same firmware. */
    public ImageId firmware() {
        return new ImageId(manufacturerCode, imageType, firmwareVersion);
    }

    public HardwareVersion hardware() {
        return HardwareVersion.of(hardwareVersion);
    }

    @Override
    public String toString() {
        return "%s %s on hardware %s%s".formatted(deviceType, firmware(), hardware(), isRemoved() ? ", removed" : "");
    }
}
