package io.hanproof.octets;

/**
 * Carries a {@link Decoded.Malformed} from the reader to the codec's door, which turns it into a value. It has no stack
 * trace: malformed input is data, and arrives by the thousand in a fuzzed session.
 */
public final class MalformedOctets extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String need;
    private final int at;
    private final String found;

    public MalformedOctets(String field, String need, int at, String found) {
        super(null, null, false, false);
        this.field = field;
        this.need = need;
        this.at = at;
        this.found = found;
    }

    public <T> Decoded<T> asValue() {
        return new Decoded.Malformed<>(field, need, at, found);
    }

    @Override
    public String getMessage() {
        return this.<Object>asValue().toString();
    }
}
