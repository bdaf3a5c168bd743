package io.hanproof.image;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Unsigned;
import io.hanproof.zcl.ota.ImageId;
import java.util.Optional;

/**
 * The header of an OTA image file. It carries what stands in the file even where the fields contradict each other, so
 * that writing what was read gives the same octets.
 *
 * @param headerLength octets of the header: the image continues there, however many fields are known before it
 * @param totalImageSize octets of header and image, exactly what a hub serves
 * @param upgradeFileDestination EUI-64 of the one device the file is for
 * @param extension octets between the last field known and the header's end, as newer headers have
 */
public record OtaHeader(
        int headerVersion,
        int headerLength,
        int fieldControl,
        ImageId image,
        int stackVersion,
        HeaderString headerString,
        long totalImageSize,
        Optional<Integer> securityCredentialVersion,
        Optional<Long> upgradeFileDestination,
        Optional<HardwareRange> hardware,
        Octets extension) {

    public static final int VERSION = 0x0100;
    static final Octets FILE_IDENTIFIER = Octets.hex("1EF1EE0B");
    static final int FIXED_LENGTH = 56;
    static final int KNOWN_FIELDS = 0b111;
    static final int VERSION_AT = 4;
    static final int LENGTH_AT = 6;
    static final int FIELD_CONTROL_AT = 8;
    static final int STRING_AT = 20;
    private static final int SECURITY_CREDENTIAL_VERSION = 0b001;
    private static final int UPGRADE_FILE_DESTINATION = 0b010;
    private static final int HARDWARE_VERSIONS = 0b100;
    private static final int ZIGBEE_PRO = 2;

    public OtaHeader {
        Unsigned.u16("header version", headerVersion);
        Unsigned.u16("header length", headerLength);
        Unsigned.u16("field control", fieldControl);
        Unsigned.u16("stack version", stackVersion);
        Unsigned.u32("total image size", totalImageSize);
        securityCredentialVersion.ifPresent(it -> Unsigned.u8("security credential version", it));
    }

    /** A header without optional fields, of ZigBee PRO, with no image behind it yet. */
    public static OtaHeader of(ImageId image, HeaderString headerString) {
        return new OtaHeader(
                VERSION,
                FIXED_LENGTH,
                0,
                image,
                ZIGBEE_PRO,
                headerString,
                FIXED_LENGTH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Octets.NONE);
    }

    /** Reads a header from the first octet on, however much follows it. */
    public static Decoded<OtaHeader> read(Octets octets) {
        try {
            return new Decoded.Value<>(read(new OctetReader(octets)));
        } catch (MalformedOctets e) {
            return e.asValue();
        }
    }

    /** Optional fields that the header length or the end of the octets cuts off are absent. */
    static OtaHeader read(OctetReader in) {
        int start = in.at();
        Octets identifier = in.take("file identifier", FILE_IDENTIFIER.length());
        if (!identifier.equals(FILE_IDENTIFIER)) {
            throw in.malformed("file identifier", FILE_IDENTIFIER.hex(), start, "found " + identifier.hex());
        }
        int version = in.u16("header version");
        int length = in.u16("header length");
        int control = in.u16("field control");
        var image = ImageId.read(in);
        int stack = in.u16("stack version");
        var string = new HeaderString(in.take("header string", HeaderString.LENGTH));
        long size = in.u32("total image size");
        int room = Math.max(0, Math.min(length - FIXED_LENGTH, in.left()));
        int present = fitting(control, room);
        return new OtaHeader(
                version,
                length,
                control,
                image,
                stack,
                string,
                size,
                has(present, SECURITY_CREDENTIAL_VERSION)
                        ? Optional.of(in.u8("security credential version"))
                        : Optional.empty(),
                has(present, UPGRADE_FILE_DESTINATION)
                        ? Optional.of(in.u64("upgrade file destination"))
                        : Optional.empty(),
                has(present, HARDWARE_VERSIONS) ? Optional.of(HardwareRange.read(in)) : Optional.empty(),
                in.take("header extension", room - optionalLength(present)));
    }

    public OctetWriter write(OctetWriter out) {
        out.octets(FILE_IDENTIFIER).u16(headerVersion).u16(headerLength).u16(fieldControl);
        image.write(out).u16(stackVersion).octets(headerString.octets()).u32(totalImageSize);
        securityCredentialVersion.ifPresent(out::u8);
        upgradeFileDestination.ifPresent(out::u64);
        hardware.ifPresent(it -> it.write(out));
        return out.octets(extension);
    }

    /** Where the image continues: at the header length, or after the fixed fields when that is too small to be true. */
    int bodyOffset() {
        return Math.max(headerLength, FIXED_LENGTH);
    }

    /** The header length that the field control asks for. */
    int fieldsLength() {
        return FIXED_LENGTH + optionalLength(fieldControl);
    }

    public OtaHeader withImage(ImageId other) {
        return sized(other, totalImageSize, securityCredentialVersion, upgradeFileDestination, hardware);
    }

    public OtaHeader withSecurityCredentialVersion(int version) {
        return sized(image, totalImageSize, Optional.of(version), upgradeFileDestination, hardware);
    }

    public OtaHeader withUpgradeFileDestination(long eui64) {
        return sized(image, totalImageSize, securityCredentialVersion, Optional.of(eui64), hardware);
    }

    public OtaHeader withHardware(HardwareRange range) {
        return sized(image, totalImageSize, securityCredentialVersion, upgradeFileDestination, Optional.of(range));
    }

    /** The header as it stands before {@code bodyLength} octets: lengths and field control are true then. */
    OtaHeader before(long bodyLength) {
        var sized = withImage(image);
        return sized.sized(
                image, sized.headerLength + bodyLength, securityCredentialVersion, upgradeFileDestination, hardware);
    }

    private OtaHeader sized(
            ImageId id,
            long size,
            Optional<Integer> security,
            Optional<Long> destination,
            Optional<HardwareRange> range) {
        int known = (security.isPresent() ? SECURITY_CREDENTIAL_VERSION : 0)
                | (destination.isPresent() ? UPGRADE_FILE_DESTINATION : 0)
                | (range.isPresent() ? HARDWARE_VERSIONS : 0);
        return new OtaHeader(
                headerVersion,
                FIXED_LENGTH + optionalLength(known) + extension.length(),
                (fieldControl & ~KNOWN_FIELDS) | known,
                id,
                stackVersion,
                headerString,
                size,
                security,
                destination,
                range,
                extension);
    }

    /** The optional fields that {@code room} octets hold: one that does not fit takes those after it along. */
    private static int fitting(int control, int room) {
        int fitting = 0;
        for (int field = SECURITY_CREDENTIAL_VERSION; field <= HARDWARE_VERSIONS; field <<= 1) {
            int more = fitting | (control & field);
            if (optionalLength(more) > room) {
                return fitting;
            }
            fitting = more;
        }
        return fitting;
    }

    private static int optionalLength(int control) {
        return (has(control, SECURITY_CREDENTIAL_VERSION) ? 1 : 0)
                + (has(control, UPGRADE_FILE_DESTINATION) ? 8 : 0)
                + (has(control, HARDWARE_VERSIONS) ? 4 : 0);
    }

    private static boolean has(int control, int field) {
        return (control & field) != 0;
    }
}
