package io.hanproof.dongle;

/** What a stick is on its network. */
public enum StickRole {
    /** Coordinator and trust centre of a network of its own: the place of a hub. */
    FORM,
    /** Router on the network of another: the place of a device. */
    JOIN
}
