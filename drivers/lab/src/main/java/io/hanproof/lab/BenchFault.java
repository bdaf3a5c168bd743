package io.hanproof.lab;

/** Our cable, stick or set-up failed, or the scenario could not be prepared: the verdict is INCONCLUSIVE. */
public class BenchFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BenchFault(String message) {
        super(message);
    }

    public BenchFault(String message, Throwable cause) {
        super(message, cause);
    }
}
