package io.hanproof.evidence;

/** hanproof could not write what it found. That is no verdict, and says nothing of the target. */
public final class ReportFault extends RuntimeException {
    public ReportFault(String message) {
        super(message);
    }

    public ReportFault(String message, Throwable cause) {
        super(message, cause);
    }
}
