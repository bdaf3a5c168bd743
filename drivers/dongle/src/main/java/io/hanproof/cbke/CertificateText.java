package io.hanproof.cbke;

import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a text in which hexadecimal digits stand under headings. */
final class CertificateText {
    private static final Pattern HEADING = Pattern.compile(
            Arrays.stream(Heading.values()).map(Heading::bare).collect(Collectors.joining("|", "(", "):")),
            Pattern.CASE_INSENSITIVE);

    private final Map<Heading, Octets> parts;
    private final String place;

    enum Heading {
        AUTHORITY_KEY("CA Pub Key"),
        CERTIFICATE("Device Implicit Cert"),
        /** What the authority calls it; it is the device's private key itself. */
        PRIVATE_KEY("Private Key Reconstruction Data"),
        PRIVATE_KEY_BY_ITS_NAME("Device Private Key"),
        PUBLIC_KEY("Device Public Key");

        private final String words;

        Heading(String words) {
            this.words = words;
        }

        private String bare() {
            return words.replace(" ", "").toLowerCase(Locale.ROOT);
        }

        private static Heading of(String bare) {
            return Arrays.stream(values())
                    .filter(it -> it.bare().equalsIgnoreCase(bare))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no heading is " + bare));
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private CertificateText(Map<Heading, Octets> parts, String place) {
        this.parts = parts;
        this.place = place;
    }

    /** @throws BenchFault when there is something else than hexadecimal digits under a heading */
    static CertificateText read(String text, String place) {
        String bare = text.replaceAll("(?m)^\\s*#.*$", "").replaceAll("\\s", "");
        var parts = new EnumMap<Heading, Octets>(Heading.class);
        Matcher matcher = HEADING.matcher(bare);
        boolean found = matcher.find();
        while (found) {
            var heading = Heading.of(matcher.group(1));
            int from = matcher.end();
            found = matcher.find();
            String digits = bare.substring(from, found ? matcher.start() : bare.length());
            parts.put(heading, octets(heading, digits, place));
        }
        return new CertificateText(parts, place);
    }

    private static Octets octets(Heading heading, String digits, String place) {
        if (digits.length() % 2 != 0 || !digits.matches("\\p{XDigit}*")) {
            // what was found is not said: it may be a private key
            throw new BenchFault(
                    "%s needs pairs of hexadecimal digits in %s, found something else".formatted(heading, place));
        }
        return Octets.hex(digits);
    }

    Optional<Octets> find(Heading heading) {
        return Optional.ofNullable(parts.get(heading));
    }

    Octets need(Heading heading) {
        return find(heading)
                .orElseThrow(() ->
                        new BenchFault("the heading \"%s:\" is needed in %s, found none".formatted(heading, place)));
    }

    Octets need(Heading heading, int length, Suite suite) {
        Octets part = need(heading);
        if (part.length() != length) {
            throw new BenchFault("%s needs %d octets for %s in %s, found %d"
                    .formatted(heading, length, suite, place, part.length()));
        }
        return part;
    }
}
