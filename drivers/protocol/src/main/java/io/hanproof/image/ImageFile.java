package io.hanproof.image;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;

/** Reads OTA image files: leniently with findings, or strictly. */
public final class ImageFile {
    private ImageFile() {}

    /** Reads whatever can be read; a GB file is taken for a display's. */
    public static ImageInspection inspect(Octets file, Form form) {
        return inspect(file, form, Recipient.DISPLAY);
    }

    /**
     * Reads whatever can be read.
     *
     * @param recipient decides which trailer a GB image has; the ZigBee form has none
     */
    public static ImageInspection inspect(Octets file, Form form, Recipient recipient) {
        return new Inspector(file).inspect(form, recipient);
    }

    /** Reads an image that has no findings; a GB file is taken for a display's. */
    public static Decoded<OtaImage> readStrict(Octets file, Form form) {
        return readStrict(file, form, Recipient.DISPLAY);
    }

    /** Reads an image that has no findings; the first finding is what is malformed about any other. */
    public static Decoded<OtaImage> readStrict(Octets file, Form form, Recipient recipient) {
        ImageInspection inspection = inspect(file, form, recipient);
        return inspection.findings().isEmpty()
                ? new Decoded.Value<>(inspection.image().orElseThrow())
                : inspection.findings().getFirst().malformed();
    }
}
