package io.hanproof.device;

import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import java.util.Optional;

/**
 * Everything about one emulated device that does not change while it runs.
 *
 * @param installed file version of the firmware it is made with
 * @param blockSize octets it takes in one block, 1 to 63
 * @param baseline what it is built to: whether a PPMID tells of its activation itself
 * @param credentials with which it sends and understands GBCS messages; an IHD has none
 */
public record DisplayModel(
        DeviceKind kind,
        Eui64 address,
        Profile.Model identity,
        long installed,
        Profile.Capabilities capabilities,
        Profile.Timing timing,
        int blockSize,
        Habits habits,
        Baseline baseline,
        Optional<Credentials> credentials) {
    private static final int LARGEST_BLOCK = 63;
    private static final int USUAL_BLOCK = 48;
    private static final int SUB_GHZ_BLOCK = 40;

    public DisplayModel {
        if (blockSize < 1 || blockSize > LARGEST_BLOCK) {
            throw new IllegalArgumentException(
                    "block size needs 1 to %d octets, found %d".formatted(LARGEST_BLOCK, blockSize));
        }
    }

    /** A device of 2019 without credentials. */
    public DisplayModel(
            DeviceKind kind,
            Eui64 address,
            Profile.Model identity,
            long installed,
            Profile.Capabilities capabilities,
            Profile.Timing timing,
            int blockSize,
            Habits habits) {
        this(
                kind,
                address,
                identity,
                installed,
                capabilities,
                timing,
                blockSize,
                habits,
                Baseline.BASELINE_2019,
                Optional.empty());
    }

    /** A device of that kind as the profile declares it, running the installed firmware. */
    public static DisplayModel of(Profile profile, DeviceKind kind, Eui64 address) {
        return new DisplayModel(
                kind,
                address,
                profile.model(kind),
                profile.installed().fileVersion(),
                profile.capabilities(),
                profile.timing(),
                profile.capabilities().subGhz() ? SUB_GHZ_BLOCK : USUAL_BLOCK,
                Habits.USUAL);
    }

    public DisplayModel withHardware(HardwareVersion hardware) {
        var other = new Profile.Model(identity.manufacturerCode(), identity.imageType(), hardware);
        return new DisplayModel(
                kind, address, other, installed, capabilities, timing, blockSize, habits, baseline, credentials);
    }

    public DisplayModel withInstalled(long fileVersion) {
        return new DisplayModel(
                kind, address, identity, fileVersion, capabilities, timing, blockSize, habits, baseline, credentials);
    }

    public DisplayModel withCapabilities(Profile.Capabilities other) {
        return new DisplayModel(
                kind, address, identity, installed, other, timing, blockSize, habits, baseline, credentials);
    }

    public DisplayModel withBlockSize(int octets) {
        return new DisplayModel(
                kind, address, identity, installed, capabilities, timing, octets, habits, baseline, credentials);
    }

    public DisplayModel withHabits(Habits other) {
        return new DisplayModel(
                kind, address, identity, installed, capabilities, timing, blockSize, other, baseline, credentials);
    }

    public DisplayModel withBaseline(Baseline other) {
        return new DisplayModel(
                kind, address, identity, installed, capabilities, timing, blockSize, habits, other, credentials);
    }

    public DisplayModel withCredentials(Credentials held) {
        return new DisplayModel(
                kind,
                address,
                identity,
                installed,
                capabilities,
                timing,
                blockSize,
                habits,
                baseline,
                Optional.of(held));
    }

    /** The identity of this product's firmware of that version. */
    ImageId image(long fileVersion) {
        return new ImageId(identity.manufacturerCode(), identity.imageType(), fileVersion);
    }

    boolean isForThisProduct(ImageId image) {
        return image.manufacturerCode() == identity.manufacturerCode() && image.imageType() == identity.imageType();
    }
}
