package io.hanproof.image;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.ImageId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Splits an image too long to be sent into parts, each an image with a header and a file version of its own. All but
 * the last are as long as the limit lets them be. A part carries a stretch of the Manufacturer Image: in the GB form as
 * its own Manufacturer Image, in the ZigBee form as the data of its Upgrade Image, the one sub-element it has.
 */
public final class ImageSplit {
    private final OtaImage image;
    private final long limit;
    private final Optional<Function<Octets, SignatureTrailer>> signer;

    private ImageSplit(OtaImage image, long limit, Optional<Function<Octets, SignatureTrailer>> signer) {
        this.image = image;
        this.limit = limit;
        this.signer = signer;
    }

    /**
     * Splits an image in the ZigBee form, or a display's in the GB form; an activation date-time stays behind, for each
     * part has its own.
     *
     * @param limitOctets more than any part has, as served
     * @param earlierVersions the file versions of all parts but the last, which keeps the image's own
     * @return the image alone when it is below the limit; malformed when limit, versions and image do not go together
     */
    public static Decoded<List<OtaImage>> split(OtaImage image, long limitOctets, List<Long> earlierVersions) {
        return new ImageSplit(image, limitOctets, Optional.empty()).split(earlierVersions);
    }

    /**
     * Splits a meter's or an HCALCS's image in the GB form.
     *
     * @param signer makes the trailer of a part from its Manufacturer Image
     * @see #split
     */
    public static Decoded<List<OtaImage>> splitSigned(
            OtaImage image, long limitOctets, List<Long> earlierVersions, Function<Octets, SignatureTrailer> signer) {
        return new ImageSplit(image, limitOctets, Optional.of(signer)).split(earlierVersions);
    }

    /** The Manufacturer Image that was split, from its parts in order. */
    public static Octets join(List<OtaImage> parts) {
        var out = new OctetWriter(
                parts.stream().mapToInt(OtaImage::manufacturerImageLength).sum());
        parts.forEach(it -> out.octets(parts.size() == 1 ? it.manufacturerImage() : content(it)));
        return out.toOctets();
    }

    private static Octets content(OtaImage part) {
        return switch (part.form()) {
            case ZIGBEE -> part.data(part.elements().getFirst());
            case GB -> part.manufacturerImage();
        };
    }

    private Decoded<List<OtaImage>> split(List<Long> earlierVersions) {
        if (signer.isPresent() != image.signature().isPresent()) {
            String need = signer.isPresent() ? "an image that has one" : "a signer, as each part has its own";
            return new Decoded.Malformed<>(
                    "signature trailer", need, image.served().length(), "found none");
        }
        if (image.served().length() < limit) {
            return versionCount(earlierVersions, 1).orElseGet(() -> new Decoded.Value<>(List.of(image)));
        }
        long capacity = limit - 1 - overhead();
        if (capacity < 1) {
            return new Decoded.Malformed<>("limit", "at least %d".formatted(overhead() + 2), 0, "found " + limit);
        }
        long parts = Math.ceilDiv(image.manufacturerImageLength(), capacity);
        return versionCount(earlierVersions, parts)
                .or(() -> versionClash(earlierVersions))
                .orElseGet(() -> new Decoded.Value<>(parts(earlierVersions, (int) capacity)));
    }

    private List<OtaImage> parts(List<Long> earlierVersions, int capacity) {
        Octets whole = image.manufacturerImage();
        var parts = new ArrayList<OtaImage>();
        for (int i = 0; i <= earlierVersions.size(); i++) {
            long version = i < earlierVersions.size()
                    ? earlierVersions.get(i)
                    : image.id().fileVersion();
            int from = i * capacity;
            parts.add(part(version, whole.slice(from, Math.min(capacity, whole.length() - from))));
        }
        return List.copyOf(parts);
    }

    private OtaImage part(long version, Octets content) {
        OtaHeader header = image.header().withImage(image.id().withFileVersion(version));
        return switch (image.form()) {
            case ZIGBEE -> ImageWriter.zigbee(header, content);
            case GB ->
                signer.map(it -> ImageWriter.gb(header, content, it.apply(content)))
                        .orElseGet(() -> ImageWriter.gb(header, content));
        };
    }

    /** Octets of a part that are not content. */
    private long overhead() {
        int more = switch (image.form()) {
            case ZIGBEE -> SubElement.HEADER_LENGTH;
            case GB -> signer.isPresent() ? SignatureTrailer.LENGTH : 0;
        };
        return image.header().before(more).totalImageSize();
    }

    private static Optional<Decoded<List<OtaImage>>> versionCount(List<Long> versions, long parts) {
        if (versions.size() == parts - 1) {
            return Optional.empty();
        }
        String need = "%d for %d parts".formatted(parts - 1, parts);
        return Optional.of(new Decoded.Malformed<>("earlier versions", need, 0, versions.size() + " given"));
    }

    private Optional<Decoded<List<OtaImage>>> versionClash(List<Long> versions) {
        Set<Long> taken = new HashSet<>(Set.of(image.id().fileVersion()));
        for (int i = 0; i < versions.size(); i++) {
            long version = versions.get(i);
            if (version < 0 || version >= ImageId.ANY_VERSION) {
                return Optional.of(new Decoded.Malformed<>(
                        "earlier versions", "0 to 0xFFFFFFFE", i, "found 0x%X".formatted(version)));
            }
            if (!taken.add(version)) {
                return Optional.of(new Decoded.Malformed<>(
                        "earlier versions", "a version for each part", i, "found 0x%08X twice".formatted(version)));
            }
        }
        return Optional.empty();
    }
}
