package io.hanproof.cpl;

import io.hanproof.cpl.SupplierFinding.Check;
import io.hanproof.cpl.SupplierFinding.Outcome;
import io.hanproof.image.HardwareRange;
import io.hanproof.image.OtaImage;
import io.hanproof.image.Recipient;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a supplier checks before it asks the DCC to send an image (Annex A 3.1.1, S002:2642-2686). Each check on the
 * list looks at the entries that the one before it left over.
 */
public final class SupplierChecks {
    private static final int LISTED = 4;
    private static final String NO_ENTRY = "no entry to compare with";

    private final OtaImage image;
    private final Recipient recipient;
    private final Octets hash;
    private final Cpl cpl;
    private final List<SupplierFinding> findings = new ArrayList<>();

    private SupplierChecks(OtaImage image, Recipient recipient, Cpl cpl) {
        this.image = image;
        this.recipient = recipient;
        this.hash = image.sha256();
        this.cpl = cpl;
    }

    /**
     * Makes every check there is.
     *
     * @param recipient the kind of device that the image is for
     * @param manufacturersHash the SHA-256 of the Manufacturer Image that came with it
     * @return one finding for each check, in order
     */
    public static List<SupplierFinding> of(
            OtaImage image, Recipient recipient, Optional<Octets> manufacturersHash, Cpl cpl) {
        var checks = new SupplierChecks(image, recipient, cpl);
        checks.headerFields();
        checks.manufacturersHash(manufacturersHash);
        checks.entries();
        return List.copyOf(checks.findings);
    }

    private void headerFields() {
        add(
                Check.HEADER_FIELDS,
                image.header().hardware().isPresent(),
                "manufacturer, model, firmware version, minimum and maximum hardware version in the header",
                image.header()
                        .hardware()
                        .map(it -> "%s for hardware %s".formatted(image.id(), text(it)))
                        .orElseGet(() -> "%s, and no hardware versions".formatted(image.id())));
    }

    private void manufacturersHash(Optional<Octets> given) {
        String need = given.map(it -> "the manufacturer's hash " + text(it)).orElse("the manufacturer's hash");
        if (given.isPresent()) {
            add(Check.MANUFACTURERS_HASH, given.get().equals(hash), need, text(hash));
        } else {
            findings.add(new SupplierFinding(Check.MANUFACTURERS_HASH, Outcome.NOT_CHECKED, need, "none was given"));
        }
    }

    private void entries() {
        List<CplEntry> listed = cpl.withHash(hash);
        add(
                Check.HASH_LISTED,
                !listed.isEmpty(),
                "an entry with hash " + text(hash),
                listed.isEmpty() ? unlisted() : list(listed, CplEntry::toString));
        List<CplEntry> matching = narrowed(
                Check.ENTRY_MATCHES_HEADER,
                listed,
                it -> it.firmware().equals(image.id()),
                "an entry for %s".formatted(image.id()),
                it -> it.firmware().toString());
        Optional<HardwareRange> range = image.header().hardware();
        List<CplEntry> admitted = narrowed(
                Check.HARDWARE_IN_RANGE,
                matching,
                it -> range.isPresent() && range.get().admits(it.hardware()),
                range.map(it -> "an entry for hardware " + text(it))
                        .orElse("an entry for hardware that the header admits"),
                it -> it.hardware().toString());
        List<String> deviceTypes = deviceTypes(recipient);
        List<CplEntry> forDevice = narrowed(
                Check.ENTRY_FOR_DEVICE,
                admitted,
                it -> deviceTypes.contains(it.deviceType()),
                "an entry for one of " + String.join(", ", deviceTypes),
                CplEntry::deviceType);
        narrowed(
                Check.ENTRY_NOT_REMOVED,
                forDevice,
                it -> !it.isRemoved(),
                "an entry that has not been removed",
                CplEntry::toString);
    }

    private static List<String> deviceTypes(Recipient recipient) {
        return switch (recipient) {
            case DISPLAY -> List.of("PPMID", "IHD");
            case METER -> List.of("ESME", "GSME", "HCALCS");
        };
    }

    /** Whether some entry has what is needed; those that have. */
    private List<CplEntry> narrowed(
            Check check,
            List<CplEntry> entries,
            Predicate<CplEntry> has,
            String need,
            Function<CplEntry, String> words) {
        if (entries.isEmpty()) {
            findings.add(new SupplierFinding(check, Outcome.NOT_CHECKED, need, NO_ENTRY));
            return entries;
        }
        List<CplEntry> left = entries.stream().filter(has).toList();
        add(check, !left.isEmpty(), need, list(left.isEmpty() ? entries : left, words));
        return left;
    }

    /** Of an image whose hash is nowhere: with which hash the list has its version, if it does. */
    private String unlisted() {
        List<CplEntry> same = cpl.entries().stream()
                .filter(it -> it.firmware().equals(image.id()))
                .toList();
        return same.isEmpty()
                ? "none, and none for %s".formatted(image.id())
                : "none; %s is listed with %s"
                        .formatted(
                                image.id(),
                                list(
                                        same,
                                        it -> it.hash()
                                                .map(hash -> "hash " + text(hash))
                                                .orElse("no hash")));
    }

    private void add(Check check, boolean holds, String need, String found) {
        findings.add(new SupplierFinding(check, holds ? Outcome.OK : Outcome.WRONG, need, found));
    }

    private static String list(List<CplEntry> entries, Function<CplEntry, String> words) {
        List<String> distinct = entries.stream().map(words).distinct().toList();
        String listed = distinct.stream().limit(LISTED).collect(Collectors.joining("; "));
        return distinct.size() <= LISTED ? listed : "%s; and %d more".formatted(listed, distinct.size() - LISTED);
    }

    private static String text(HardwareRange range) {
        return "%s to %s".formatted(range.minimum(), range.maximum());
    }

    private static String text(Octets hash) {
        return hash.hex().toLowerCase(Locale.ROOT);
    }
}
