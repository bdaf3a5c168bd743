package io.hanproof.doors;

/** A line or a body says what it may not say; caught where it came in, and answered there. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    BadInput(String field, String reason) {
        super(field + ": " + reason, null, false, false); // no stack trace: it is a value, and may come often
        this.field = field;
        this.reason = reason;
    }

    String field() {
        return field;
    }

    String reason() {
        return reason;
    }
}
