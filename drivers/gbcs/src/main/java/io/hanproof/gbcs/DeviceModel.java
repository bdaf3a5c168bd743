package io.hanproof.gbcs;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/**
 * The hub tells what a device of its HAN is: the answer to {@link ReadDeviceModel}, non-normative as that is.
 *
 * @param imageType the device model
 * @param firmwareVersion 0 when it could not be read
 */
public record DeviceModel(
        Eui64 device,
        int manufacturerCode,
        int imageType,
        int hardwareVersion,
        long firmwareVersion,
        ReadResponseCode responseCode)
        implements Content {
    private static final int EUI_LENGTH = 8;
    private static final int DEVICE_LENGTH_AT = 3;

    public DeviceModel {
        Wire.requireU16(manufacturerCode, "manufacturer code");
        Wire.requireU16(imageType, "image type");
        Wire.requireU16(hardwareVersion, "hardware version");
        Wire.requireU32(firmwareVersion, "firmware version");
    }

    @Override
    public UseCase useCase() {
        return UseCase.CS08;
    }

    @Override
    public Cra cra() {
        return Cra.RESPONSE;
    }

    @Override
    public Protection protection() {
        return Protection.MAC;
    }

    /** CS08's response begins with a version of 4 octets, this with an identifier of 8. */
    static boolean isNext(OctetReader in, Octets all) {
        return in.left() > DEVICE_LENGTH_AT && all.u8(in.at() + DEVICE_LENGTH_AT) == EUI_LENGTH;
    }

    static DeviceModel read(OctetReader in) {
        int end = Der.enter(in, "device model");
        Der.tag(in, "device");
        var device = Wire.eui(in, "device");
        int manufacturerCode = Der.u16(in, "manufacturer code");
        int imageType = Der.u16(in, "image type");
        int hardwareVersion = Der.u16(in, "hardware version");
        long firmwareVersion = Der.version(in, "firmware version");
        var responseCode = Der.coded(in, "response code", ReadResponseCode.values());
        Der.leave(in, "device model", end);
        return new DeviceModel(device, manufacturerCode, imageType, hardwareVersion, firmwareVersion, responseCode);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        var model = Wire.eui(Der.tag(new OctetWriter(64)), device);
        Der.integer(Der.integer(Der.integer(model, manufacturerCode), imageType), hardwareVersion);
        return Der.sequence(out, Der.integer(Der.version(model, firmwareVersion), responseCode.code()));
    }
}
