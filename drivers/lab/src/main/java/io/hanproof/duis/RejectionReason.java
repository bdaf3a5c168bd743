package io.hanproof.duis;

/** Why one device of a request is left out while the others go on. */
public enum RejectionReason {
    /** Not in the Smart Metering Inventory. */
    UNKNOWN_DEVICE("the device is not in the Smart Metering Inventory"),
    /** Of a kind that the request is not for. */
    WRONG_DEVICE_TYPE("the device is of a type that the request is not for"),
    /** Known, but not commissioned. */
    NOT_COMMISSIONED("the device is not commissioned"),
    /** Manufacturer, model or hardware equal no CPL entry with the image's hash. */
    MODEL_NOT_LISTED("the image's CPL entries are for other manufacturers, models or hardware"),
    /** Associated with no Communications Hub Function. */
    NO_HUB("the device is associated with no Communications Hub"),
    /** The sender is no Responsible Supplier of a meter on that hub. */
    NOT_RESPONSIBLE("the sender is not responsible for a meter on the device's Communications Hub"),
    /** Its GBCS version, or the lack of one, says that it cannot be updated. */
    NOT_UPGRADEABLE("the device's GBCS version knows no firmware update"),
    /** Its hub does not know the operation. */
    HUB_NOT_CAPABLE("the device's Communications Hub does not support the operation"),
    /** Another firmware request for it is in progress. */
    OTHER_REQUEST_IN_PROGRESS("another firmware request is in progress"),
    /** The product it is has been removed from the CPL. */
    REMOVED_FROM_CPL("the device's own model has been removed from the CPL");

    private final String text;

    RejectionReason(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
