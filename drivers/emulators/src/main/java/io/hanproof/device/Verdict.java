package io.hanproof.device;

/** What the manufacturer's check says of a downloaded image. */
public sealed interface Verdict {

    /** From the manufacturer, undamaged, and for this device. */
    record Sound(Content content) implements Verdict {}

    record Flawed(Flaw flaw) implements Verdict {}

    /** Why an image is refused; damage comes before all else. */
    enum Flaw {
        DAMAGED,
        OTHER_PRODUCT,
        OTHER_VERSION,
        OTHER_HARDWARE,
        /** Not signed by the supplier whose certificate the device holds. */
        NOT_AUTHORISED
    }
}
