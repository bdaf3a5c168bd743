package io.hanproof.image;

import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.Octets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One walk through one file, from the file identifier to the last trailer. It touches no octet of the image's data. */
final class Inspector {
    private final Octets file;
    private final Findings findings = new Findings();

    Inspector(Octets file) {
        this.file = file;
    }

    ImageInspection inspect(Form form, Recipient recipient) {
        int magic = magicOffset();
        if (magic < 0) {
            String found = file.length() == 0 ? "no octets" : "found " + start();
            findings.add(FindingCode.NOT_AN_OTA_FILE, "file identifier", OtaHeader.FILE_IDENTIFIER.hex(), 0, found);
            return inspection(OptionalInt.empty(), Optional.empty(), List.of(), Optional.empty());
        }
        if (magic > 0) {
            findings.add(
                    FindingCode.LEADING_OCTETS,
                    "file identifier",
                    OtaHeader.FILE_IDENTIFIER.hex(),
                    0,
                    "found at offset " + magic);
        }
        try {
            var header = OtaHeader.read(new OctetReader(file, magic, file.length() - magic));
            new HeaderRules(header, magic, findings).check();
            return inspect(header, magic, form, recipient);
        } catch (MalformedOctets e) {
            findings.add(FindingCode.TRUNCATED, e);
            return inspection(OptionalInt.of(magic), Optional.empty(), List.of(), Optional.empty());
        }
    }

    private ImageInspection inspect(OtaHeader header, int magic, Form form, Recipient recipient) {
        var body = new Body(file, magic, header);
        Trailers trailers = switch (form) {
            case ZIGBEE -> Trailers.NONE;
            case GB -> new TrailerReader(body, findings).read(recipient);
        };
        checkLength(body, trailers);
        List<SubElement> elements = switch (form) {
            case ZIGBEE -> body.isThere() ? new ElementWalk(body, findings).elements() : List.of();
            case GB -> List.of();
        };
        var image = body.isWhole()
                ? Optional.of(new OtaImage(form, header, body.served(), elements, trailers))
                : Optional.<OtaImage>empty();
        return inspection(OptionalInt.of(magic), Optional.of(header), elements, image);
    }

    private void checkLength(Body body, Trailers trailers) {
        long surplus = body.surplus() - trailers.lengthOutside();
        if (surplus < 0) {
            findings.add(
                    FindingCode.TRUNCATED,
                    "image",
                    body.header().totalImageSize() + " octets",
                    body.magic(),
                    (file.length() - body.magic()) + " left");
        } else if (surplus > 0) {
            int at = (int) (file.length() - surplus);
            findings.add(FindingCode.TRAILING_OCTETS, "end of file", "no more octets", at, surplus + " left");
        }
    }

    private ImageInspection inspection(
            OptionalInt magic, Optional<OtaHeader> header, List<SubElement> elements, Optional<OtaImage> image) {
        return new ImageInspection(file, magic, header, elements, findings.list(), image);
    }

    private String start() {
        return file.slice(0, Math.min(file.length(), OtaHeader.FILE_IDENTIFIER.length()))
                .hex();
    }

    /** Searches the whole file only when it does not begin with the file identifier. */
    private int magicOffset() {
        int first = OtaHeader.FILE_IDENTIFIER.u8(0);
        long identifier = OtaHeader.FILE_IDENTIFIER.u32(0);
        int last = file.length() - OtaHeader.FILE_IDENTIFIER.length();
        for (int at = 0; at <= last; at++) {
            if (file.u8(at) == first && file.u32(at) == identifier) {
                return at;
            }
        }
        return -1;
    }
}
