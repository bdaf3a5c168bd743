package io.hanproof.steps;

import io.cucumber.java.ParameterType;
import io.hanproof.steps.DccWords.Recipients;
import io.hanproof.steps.DccWords.User;
import io.hanproof.steps.Words.Activation;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words about requests that name one device, and about what users are told. */
public final class NoticeWords {
    private static final String CODE = "fileTransferSuccess|fileTransferFailure|hardwareVersionMismatch|imageDiscarded";

    private static final String REQUEST = "SR (?:11\\.2|11\\.5|8\\.2) for (?:" + DccWords.RECIPIENT + ")"
            + "|SR 11\\.3 for (?:" + DccWords.RECIPIENT + ") with image " + Words.FIRMWARE + ", (?:" + Words.ACTIVATION
            + ")"
            + "|SR (?:8\\.4|12\\.2) for (?:" + DccWords.RECIPIENT + ") with firmware " + Words.FIRMWARE;
    private static final Pattern REQUEST_PARTS = Pattern.compile("SR (?<variant>\\d+\\.\\d) for (?<device>.+?)"
            + "(?: with (?:image|firmware) (?<firmware>" + Words.FIRMWARE + "))?(?:, (?<when>to activate .+))?");
    private static final String NOTICE = "the first alert about image " + Words.FIRMWARE + " for (?:"
            + DccWords.RECIPIENTS + ")"
            + "|the second alert about image " + Words.FIRMWARE + " for (?:" + DccWords.RECIPIENT + "), (?:" + CODE
            + ")"
            + "|the third alert for (?:" + DccWords.RECIPIENT + ") with (?:firmware " + Words.FIRMWARE + "|no firmware)"
            + "|the news that image " + Words.FIRMWARE + " (?:did not reach|is not taken for) (?:" + DccWords.RECIPIENTS
            + ")"
            + "|what SR 11\\.5 read of (?:" + DccWords.RECIPIENT + ")"
            + "|alert 0x8F[0-9A-F]{2} of (?:" + DccWords.RECIPIENT + ")";
    private static final String IMAGE = "image (?<firmware>" + Words.FIRMWARE + ")";
    private static final Pattern FIRST = Pattern.compile("the first alert about " + IMAGE + " for (?<devices>.+)");
    private static final Pattern SECOND =
            Pattern.compile("the second alert about " + IMAGE + " for (?<device>.+), (?<code>\\w+)");
    private static final Pattern THIRD = Pattern.compile(
            "the third alert for (?<device>.+) with (?:firmware (?<firmware>" + Words.FIRMWARE + ")|no firmware)");
    private static final Pattern LOST =
            Pattern.compile("the news that " + IMAGE + " (?<how>did not reach|is not taken for) (?<devices>.+)");
    private static final Pattern OF_DEVICE = Pattern.compile("alert 0x(?<code>8F[0-9A-F]{2}) of (?<device>.+)");
    private static final Pattern FIRMWARE = Pattern.compile(Words.FIRMWARE);

    /** A service request about one device. */
    public sealed interface DeviceRequest {
        String device();

        /** SR 11.2. */
        record ReadVersion(String device) implements DeviceRequest {}

        /** SR 11.3: transformed, signed and sent. */
        record Activate(String device, String firmware, Activation when) implements DeviceRequest {}

        /** SR 11.5. */
        record ReadModel(String device) implements DeviceRequest {}

        /** SR 8.2. */
        record ReadInventory(String device) implements DeviceRequest {}

        /** SR 8.4. */
        record UpdateInventory(String device, String firmware) implements DeviceRequest {}

        /** SR 12.2. */
        record Prenotify(String device, String firmware) implements DeviceRequest {}
    }

    /** What a user is told unasked. */
    public sealed interface Notice {
        /** What it is, as a finding says it. */
        default String words() {
            return switch (this) {
                case Notice.Requested(var firmware, var devices) ->
                    "the first alert about image %s for %s".formatted(firmware, devices.names());
                case Notice.Transferred(var firmware, var device, var code) ->
                    "the second alert about image %s for the %s, %s".formatted(firmware, device, code);
                case Notice.Running(var device, var firmware) ->
                    "the third alert for the %s with firmware %s".formatted(device, firmware.orElse("none"));
                case Notice.NotDelivered(var firmware, var devices) ->
                    "the news that image %s did not reach %s".formatted(firmware, devices.names());
                case Notice.RejectedByCsp(var firmware, var devices) ->
                    "the news that image %s is not taken for %s".formatted(firmware, devices.names());
                case Notice.ModelRead(var device) -> "what SR 11.5 read of the " + device;
                case Notice.OfDevice(var device, int code) -> "alert 0x%04X of the %s".formatted(code, device);
            };
        }

        /** The first alert: an update has been processed. */
        record Requested(String firmware, Recipients devices) implements Notice {}

        /** The second alert: what became of a transfer. */
        record Transferred(String firmware, String device, String responseCode) implements Notice {}

        /** The third alert: what the device runs. */
        record Running(String device, Optional<String> firmware) implements Notice {}

        record NotDelivered(String firmware, Recipients devices) implements Notice {}

        record RejectedByCsp(String firmware, Recipients devices) implements Notice {}

        /** What the hub has read of a display, to whoever is responsible for it. */
        record ModelRead(String device) implements Notice {}

        /** A device's own alert, as it came. */
        record OfDevice(String device, int code) implements Notice {}
    }

    /** What a user is not told. */
    public enum NoticeKind {
        FIRST("first alert"),
        SECOND("second alert"),
        ANY("alert");

        private final String words;

        NoticeKind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** What the DCC answers to a request about one device. */
    public sealed interface DccAnswer {
        /** What the device said that it runs; empty when it could not be read or activated. */
        record DeviceRuns(Optional<String> firmware) implements DccAnswer {}

        /** What the hub read of the device. */
        record Model(Optional<String> firmware) implements DccAnswer {}

        record Sender(String firmware, User user) implements DccAnswer {}
    }

    @ParameterType(REQUEST)
    public DeviceRequest deviceRequest(String words) {
        var all = match(REQUEST_PARTS, words);
        String device = DccWords.name(all.group("device"));
        var firmware = Optional.ofNullable(all.group("firmware"));
        return switch (all.group("variant")) {
            case "11.2" -> new DeviceRequest.ReadVersion(device);
            case "11.3" ->
                new DeviceRequest.Activate(device, firmware.orElseThrow(), Words.toActivation(all.group("when")));
            case "11.5" -> new DeviceRequest.ReadModel(device);
            case "8.2" -> new DeviceRequest.ReadInventory(device);
            case "8.4" -> new DeviceRequest.UpdateInventory(device, firmware.orElseThrow());
            case "12.2" -> new DeviceRequest.Prenotify(device, firmware.orElseThrow());
            default -> throw new IllegalArgumentException(words);
        };
    }

    @ParameterType(NOTICE)
    public Notice notice(String words) {
        if (words.startsWith("alert ")) {
            var all = match(OF_DEVICE, words);
            return new Notice.OfDevice(DccWords.name(all.group("device")), Integer.parseInt(all.group("code"), 16));
        }
        if (words.startsWith("the third alert ")) {
            var all = match(THIRD, words);
            return new Notice.Running(DccWords.name(all.group("device")), Optional.ofNullable(all.group("firmware")));
        }
        if (words.startsWith("the second alert ")) {
            var all = match(SECOND, words);
            return new Notice.Transferred(all.group("firmware"), DccWords.name(all.group("device")), all.group("code"));
        }
        if (words.startsWith("the first alert ")) {
            var all = match(FIRST, words);
            return new Notice.Requested(all.group("firmware"), DccWords.toRecipients(all.group("devices")));
        }
        if (words.startsWith("the news that image ")) {
            var all = match(LOST, words);
            var devices = DccWords.toRecipients(all.group("devices"));
            return all.group("how").equals("did not reach")
                    ? new Notice.NotDelivered(all.group("firmware"), devices)
                    : new Notice.RejectedByCsp(all.group("firmware"), devices);
        }
        return new Notice.ModelRead(DccWords.name(words.substring("what SR 11.5 read of ".length())));
    }

    @ParameterType("first alert|second alert|alert")
    public NoticeKind noticeKind(String words) {
        return Arrays.stream(NoticeKind.values())
                .filter(it -> it.words.equals(words))
                .findFirst()
                .orElseThrow();
    }

    @ParameterType("with (?:firmware " + Words.FIRMWARE + "|no firmware)"
            + "|with its manufacturer(?: and firmware " + Words.FIRMWARE + ")?"
            + "|with (?:" + DccWords.USER + ") as the sender of image " + Words.FIRMWARE)
    public DccAnswer dccAnswer(String words) {
        var found = FIRMWARE.matcher(words);
        var firmware = found.find() ? Optional.of(found.group()) : Optional.<String>empty();
        if (words.contains(" as the sender of ")) {
            String user = words.substring("with ".length(), words.indexOf(" as the sender"));
            return new DccAnswer.Sender(firmware.orElseThrow(), User.of(user));
        }
        return words.startsWith("with its manufacturer")
                ? new DccAnswer.Model(firmware)
                : new DccAnswer.DeviceRuns(firmware);
    }

    private static Matcher match(Pattern pattern, String words) {
        var matcher = pattern.matcher(words);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(words);
        }
        return matcher;
    }
}
