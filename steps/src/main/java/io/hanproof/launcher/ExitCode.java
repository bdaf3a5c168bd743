package io.hanproof.launcher;

/** Whose fault it was, for whoever started hanproof from a script. */
final class ExitCode {
    /** Everything executed passed, or the command did what it was asked. */
    static final int PASSED = 0;
    /** A scenario or a monitor says FAIL, or a check of what was given did. */
    static final int FAILED = 1;
    /** Nothing failed, but something could not be decided. */
    static final int INCONCLUSIVE = 2;
    /** Usage, profile, image or feature: what hanproof was given is wrong. */
    static final int USAGE = 3;
    /** hanproof itself is wrong; never a verdict. */
    static final int OWN_ERROR = 4;

    private ExitCode() {}
}
