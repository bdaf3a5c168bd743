package io.hanproof.steps;

import io.cucumber.java.ParameterType;
import io.hanproof.profile.DeviceKind;
import io.hanproof.steps.Words.Activation;
import io.hanproof.steps.Words.Displays;
import java.util.Optional;

/** The words about what is seen on the HAN and on the WAN: offers, blocks, orders, alerts. */
public final class AnswerWords {

    /** What a hub offers. */
    public sealed interface Offer {
        record Image(String firmware) implements Offer {}

        /** An image size that counts the header and the Manufacturer Image, and nothing else. */
        record ExactSize() implements Offer {}
    }

    /** What a hub serves. */
    public sealed interface Serving {
        /** The one block that was asked for last. */
        record TheBlock() implements Serving {}

        record PageOrRefusal() implements Serving {}

        record EveryBlockAskedFor() implements Serving {}

        record OctetForOctet() implements Serving {}

        record WholeImage(Displays to) implements Serving {}
    }

    /** What a hub tells a device. */
    public sealed interface Instruction {
        record Wait() implements Instruction {}

        /** To activate on a command of its supplier's only. */
        record AwaitCommand() implements Instruction {}

        record Activate(Activation when) implements Instruction {}
    }

    /** What a hub reads from a device. */
    public enum ReadWhat {
        FIRMWARE_VERSION,
        CURRENT_FILE_VERSION
    }

    /** What a query must carry. */
    public sealed interface QueryContent {
        record Hardware() implements QueryContent {}

        record Identity(String firmware) implements QueryContent {}
    }

    /** Which alert must come. */
    public record AlertWords(int code, Optional<String> responseCode) {}

    /** What an alert must be about. */
    public sealed interface AlertSubject {
        record OfImage(String firmware) implements AlertSubject {}

        /** The image of one kind of device, as it first came to the hub's store. */
        record OfStoredImage(String device) implements AlertSubject {}

        record WithFirmware(String firmware) implements AlertSubject {}

        record WithoutFirmware() implements AlertSubject {}

        record ForBoth() implements AlertSubject {}
    }

    @ParameterType("image (" + Words.FIRMWARE + ")|header and Manufacturer Image, not an octet more")
    public Offer offer(String firmware) {
        return firmware == null ? new Offer.ExactSize() : new Offer.Image(firmware);
    }

    @ParameterType("((?:the first|the last|the) block|the page, or says that it knows no pages"
            + "|every block that was asked for|header and Manufacturer Image, octet for octet)"
            + "|the whole image to (" + Words.DISPLAYS + ")")
    public Serving serving(String words, String displays) {
        if (displays != null) {
            return new Serving.WholeImage(Displays.of(displays));
        }
        return switch (words) {
            case "the page, or says that it knows no pages" -> new Serving.PageOrRefusal();
            case "every block that was asked for" -> new Serving.EveryBlockAskedFor();
            case "header and Manufacturer Image, octet for octet" -> new Serving.OctetForOctet();
            default -> new Serving.TheBlock();
        };
    }

    @ParameterType(
            "wait|wait for its supplier's command|activate (?:now|at " + Words.CLOCK + "|in " + Words.DURATION + ")")
    public Instruction instruction(String words) {
        return switch (words) {
            case "wait" -> new Instruction.Wait();
            case "wait for its supplier's command" -> new Instruction.AwaitCommand();
            default -> new Instruction.Activate(Words.toActivation("to " + words));
        };
    }

    @ParameterType("the firmware version|CurrentFileVersion")
    public ReadWhat readWhat(String words) {
        return words.equals("CurrentFileVersion") ? ReadWhat.CURRENT_FILE_VERSION : ReadWhat.FIRMWARE_VERSION;
    }

    @ParameterType("the hardware version|its manufacturer, its model and firmware (" + Words.FIRMWARE + ")")
    public QueryContent queryContent(String firmware) {
        return firmware == null ? new QueryContent.Hardware() : new QueryContent.Identity(firmware);
    }

    @ParameterType("alert 0x(8F[0-9A-F]{2})(?:, (\\w+),)?")
    public AlertWords alert(String code, String responseCode) {
        return new AlertWords(Integer.parseInt(code, 16), Optional.ofNullable(responseCode));
    }

    @ParameterType("for image (" + Words.FIRMWARE + ")|with firmware (" + Words.FIRMWARE + ")"
            + "|(with no firmware|for both PPMIDs)|for the (" + ImageWords.KIND + ") image")
    public AlertSubject alertSubject(String image, String running, String words, String kind) {
        if (image != null) {
            return new AlertSubject.OfImage(image);
        }
        if (running != null) {
            return new AlertSubject.WithFirmware(running);
        }
        if (kind != null) {
            return new AlertSubject.OfStoredImage(HanDevices.display(DeviceKind.valueOf(kind)));
        }
        return words.equals("with no firmware") ? new AlertSubject.WithoutFirmware() : new AlertSubject.ForBoth();
    }
}
