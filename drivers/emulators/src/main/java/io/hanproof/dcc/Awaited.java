package io.hanproof.dcc;

import io.hanproof.duis.RequestId;
import io.hanproof.gbcs.ActivateFirmwareAccepted;
import io.hanproof.gbcs.ActivateFirmwareResult;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.DeviceModel;
import io.hanproof.gbcs.ElectricityFirmwareVersion;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.GasFirmwareVersion;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.octets.Eui64;

/**
 * A command that has still to be answered.
 *
 * @param about the device that the request named; its hub is the one to answer a question about a model
 */
public record Awaited(
        int serial, Eui64 user, RequestId request, GroupingHeader command, Question question, Eui64 about) {

    /** What was asked. */
    public enum Question {
        READ_FIRMWARE_VERSION,
        READ_DEVICE_MODEL,
        ACTIVATE_FIRMWARE
    }

    /** Who has to answer. */
    Eui64 device() {
        return command.recipient();
    }

    /** Whether that is the answer to this command, of whom it was sent to, and about what was asked. */
    boolean isAnsweredBy(GbcsMessage response) {
        var expected = command.response();
        var header = response.header();
        return header.originator().equals(expected.originator())
                && header.recipient().equals(expected.recipient())
                && header.counter() == expected.counter()
                && header.other().equals(expected.other())
                && isAnswer(response.content());
    }

    private boolean isAnswer(Content content) {
        return switch (content) {
            case FirmwareVersion it -> question == Question.READ_FIRMWARE_VERSION;
            case ElectricityFirmwareVersion it -> question == Question.READ_FIRMWARE_VERSION;
            case GasFirmwareVersion it -> question == Question.READ_FIRMWARE_VERSION;
            case DeviceModel it ->
                question == Question.READ_DEVICE_MODEL && it.device().equals(about);
            case ActivateFirmwareAccepted it -> question == Question.ACTIVATE_FIRMWARE;
            case ActivateFirmwareResult it -> question == Question.ACTIVATE_FIRMWARE;
            case Content other -> false;
        };
    }
}
