package io.hanproof.gbcs;

/** What an alert tells: the codes of the firmware use cases. */
public enum AlertCode implements Coded {
    FIRMWARE_VERIFICATION_FAILED(0x8F1C, "firmware verification failed"),
    LIMITED_DUTY_CYCLE(0x8F20, "limited duty cycle action taken"),
    DUTY_CYCLE_8F21(0x8F21, "duty cycle alert 8F21"),
    DUTY_CYCLE_8F22(0x8F22, "duty cycle alert 8F22"),
    DUTY_CYCLE_8F23(0x8F23, "duty cycle alert 8F23"),
    DUTY_CYCLE_8F24(0x8F24, "duty cycle alert 8F24"),
    DUTY_CYCLE_8F25(0x8F25, "duty cycle alert 8F25"),
    MESSAGE_DISCARDED(0x8F2C, "message discarded"),
    FUTURE_DATED_ACTIVATION_ACTIONED(0x8F66, "future-dated command actioned"),
    FUTURE_DATED_ACTIVATION_NOT_ACTIONED(0x8F67, "future-dated command not actioned"),
    FIRMWARE_VERIFIED(0x8F72, "firmware verification successful"),
    FIRMWARE_TRANSFER_FAILED(0x8F89, "firmware transfer failed"),
    FIRMWARE_TRANSFERRED(0x8F8A, "firmware transfer successful"),
    FIRMWARE_VERSION_READ(0x8F8B, "firmware version read or activated");

    private final int code;
    private final String title;

    AlertCode(int code, String title) {
        this.code = code;
        this.title = title;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
