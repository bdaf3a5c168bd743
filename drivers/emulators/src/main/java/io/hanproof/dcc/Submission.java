package io.hanproof.dcc;

import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest.Distribution;
import io.hanproof.image.Form;
import io.hanproof.image.ImageFile;
import io.hanproof.image.OtaImage;
import io.hanproof.image.Recipient;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The image of a request: what was decoded from it, and the hash that the DCC calculates itself.
 *
 * @param upgradeImage all octets of the base64 text
 */
record Submission(OtaImage image, Octets upgradeImage, Octets hash, Optional<Instant> activation) {

    /** What became of a FirmwareImage. */
    sealed interface Outcome {}

    record Taken(Submission submission) implements Outcome {}

    record Faulty(RequestFault fault) implements Outcome {}

    static Outcome of(Distribution request, Recipient recipient, DccRules rules, Instant now) {
        Octets octets;
        try {
            octets = Octets.copyOf(Base64.getDecoder().decode(request.firmwareImage()));
        } catch (IllegalArgumentException e) {
            return new Faulty(RequestFault.IMAGE_MALFORMED);
        }
        var inspection = ImageFile.inspect(octets, Form.GB, recipientOf(recipient, rules));
        if (inspection.image().isEmpty() || !inspection.findings().isEmpty()) {
            return new Faulty(RequestFault.IMAGE_MALFORMED);
        }
        var image = inspection.image().get();
        if (image.activation().isPresent() && !rules.year2019()) {
            return new Faulty(RequestFault.IMAGE_MALFORMED);
        }
        return judged(request, image, octets, rules, now);
    }

    private static Outcome judged(Distribution request, OtaImage image, Octets octets, DccRules rules, Instant now) {
        if (image.manufacturerImageLength() > rules.limits().largestImage()
                && applies(rules, RequestFault.IMAGE_TOO_LARGE)) {
            return new Faulty(RequestFault.IMAGE_TOO_LARGE);
        }
        if (!isVersion(request.firmwareVersion(), image.id().fileVersion())
                && applies(rules, RequestFault.VERSION_DIFFERS)) {
            return new Faulty(RequestFault.VERSION_DIFFERS);
        }
        var activation = image.activation().flatMap(it -> it.instant());
        if (activation.isPresent()
                && activation.get().isAfter(now.plus(rules.limits().furthestActivation()))
                && applies(rules, RequestFault.ACTIVATION_TOO_LATE)) {
            return new Faulty(RequestFault.ACTIVATION_TOO_LATE);
        }
        return new Taken(new Submission(image, octets, image.sha256(), activation));
    }

    /** Sub-elements are nothing to a party that hashes all of what follows the header. */
    private static Recipient recipientOf(Recipient recipient, DccRules rules) {
        return rules.form() == Form.GB ? recipient : Recipient.DISPLAY;
    }

    private static boolean applies(DccRules rules, RequestFault fault) {
        return !rules.waivedFaults().contains(fault);
    }

    private static boolean isVersion(String digits, long fileVersion) {
        try {
            return digits.length() <= 8 && Long.parseUnsignedLong(digits, 16) == fileVersion;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
