package io.hanproof.duis;

/** Why a whole request is refused. */
public enum RequestFault {
    IMAGE_MALFORMED("the image is no base64 text of an OTA Upgrade Image"),
    IMAGE_TOO_LARGE("the Manufacturer Image is too large"),
    VERSION_DIFFERS("the firmware version of the request is not that of the image"),
    HASH_NOT_LISTED("the image's hash is not on the CPL"),
    ENTRY_REMOVED("the image's CPL entry has been removed"),
    NO_DEVICE("no device is named"),
    TOO_MANY_DEVICES("more devices are named than a request may carry"),
    ACTIVATION_TOO_LATE("the activation date-time is more than 30 days ahead"),
    THRESHOLD_EXCEEDED("the sender's anomaly detection threshold is exceeded"),
    USER_NOT_ELIGIBLE("the sender is in no role that may send the request"),
    NOT_IN_BASELINE("the request does not exist under this baseline"),
    NOT_A_SIGNED_PRE_COMMAND("the message is no pre-command signed by the sender"),
    NOT_RESPONSIBLE("the sender is not responsible for the device"),
    UNKNOWN_DEVICE("the device is not in the Smart Metering Inventory"),
    NOT_FOR_DEVICE("the request is not for devices of that type"),
    NOT_ON_CPL("the product is not on the CPL"),
    OTHER_REQUEST_IN_PROGRESS("another firmware request is in progress"),
    NO_ANSWER("the device did not answer");

    private final String text;

    RequestFault(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
