package io.hanproof.matrix;

/** The catalogue of requirements cannot be used; the message says file, row, field, what was needed and found. */
public final class CatalogueFault extends RuntimeException {
    CatalogueFault(String message) {
        super(message);
    }

    CatalogueFault(String message, Throwable cause) {
        super(message, cause);
    }
}
