package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.octets.Eui64;
import io.hanproof.steps.AnswerWords.AlertSubject;
import io.hanproof.steps.AnswerWords.AlertWords;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Judges a hub by the alerts that the DCC received. */
final class AlertJudge {
    /** A hub may wait 30 seconds for a device's answer before it reports (S002:6319-6322). */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    private final World world;

    AlertJudge(World world) {
        this.world = world;
    }

    void receives(AlertWords alert, AlertSubject subject) {
        for (String device : devices(subject)) {
            awaitAlert(alert, subject, device);
        }
    }

    static List<String> devices(AlertSubject subject) {
        return switch (subject) {
            case AlertSubject.ForBoth() -> List.of(HanDevices.FIRST, HanDevices.SECOND);
            case AlertSubject.OfStoredImage(var device) -> List.of(device);
            case AlertSubject.OfImage it -> List.of(HanDevices.FIRST);
            case AlertSubject.WithFirmware it -> List.of(HanDevices.FIRST);
            case AlertSubject.WithoutFirmware it -> List.of(HanDevices.FIRST);
        };
    }

    /** How long an alert may take. */
    Duration limit() {
        return READ_TIMEOUT.plus(world.timing().readBackTolerance());
    }

    private void awaitAlert(AlertWords alert, AlertSubject subject, String device) {
        Eui64 address = world.devices().address(device);
        Duration limit = limit();
        var seen =
                world.witness().await(WanMessage.class, 0, limit, it -> matches(it.message(), alert, subject, address));
        if (seen.isEmpty()) {
            requireThatItRuns(subject, device);
            fail("expected alert 0x%04X%s about the %s by %s, saw %s"
                    .formatted(
                            alert.code(),
                            alert.responseCode().map(it -> " " + it).orElse(""),
                            device,
                            world.timeline().instant(),
                            allAlerts()));
        }
        var sight = seen.orElseThrow();
        world.ledger().observed("the DCC received " + words(sight.message()), sight);
    }

    /** A hub that reports truly what a device said is not to blame when that is not what the sentence supposes. */
    private void requireThatItRuns(AlertSubject subject, String device) {
        if (!(subject instanceof AlertSubject.WithFirmware(var firmware))) {
            return;
        }
        int told = world.witness()
                .last(UpgradeEndResponse.class, 0, it -> world.isTo(it, device))
                .map(Sight::number)
                .orElse(0);
        world.witness()
                .last(ReadAttributesResponse.class, told, it -> world.isFrom(it, device))
                .flatMap(it -> it.message().value(OtaAttribute.CURRENT_FILE_VERSION.id()))
                .filter(it -> !VersionOracle.isNumber(it, world.version(firmware)))
                .ifPresent(it -> {
                    throw new PreconditionNotReached("OTA-11", "the %s runs firmware %s".formatted(device, firmware));
                });
    }

    boolean matches(WanMessage message, AlertWords alert, AlertSubject subject, Eui64 device) {
        return switch (message) {
            case TransferAlert it ->
                it.alertCode() == alert.code()
                        && it.device().equals(device)
                        && alert.responseCode().stream()
                                .allMatch(name -> name.equals(it.responseCode().sourceName()))
                        && subjectMatches(subject, it);
            case ReadAlert it ->
                ReadAlert.ALERT_CODE == alert.code()
                        && it.device().equals(device)
                        && alert.responseCode().stream()
                                .allMatch(name -> name.equals(it.responseCode().sourceName()))
                        && subjectMatches(subject, it);
            case WanMessage.FirmwareDelivery it -> false;
            case WanMessage.Gbcs it -> false;
            case WanMessage.ContradictoryAlert it -> false;
        };
    }

    private boolean subjectMatches(AlertSubject subject, TransferAlert alert) {
        return switch (subject) {
            case AlertSubject.OfImage(var firmware) -> alert.fileVersion() == world.version(firmware);
            case AlertSubject.OfStoredImage it -> alert.fileVersion() == world.version(Firmwares.UPDATE);
            case AlertSubject.ForBoth it -> true;
            case AlertSubject.WithFirmware it -> true;
            case AlertSubject.WithoutFirmware it -> true;
        };
    }

    private boolean subjectMatches(AlertSubject subject, ReadAlert alert) {
        return switch (subject) {
            case AlertSubject.WithFirmware(var firmware) ->
                alert.firmwareVersion().stream().anyMatch(it -> it == world.version(firmware));
            case AlertSubject.WithoutFirmware() -> alert.firmwareVersion().isEmpty();
            case AlertSubject.OfImage it -> true;
            case AlertSubject.OfStoredImage it -> true;
            case AlertSubject.ForBoth() -> true;
        };
    }

    /** Of no device, since the device has got the hub's word on its activation. */
    void sendsNone(AlertWords alert) {
        var told = world.witness()
                .last(UpgradeEndResponse.class, 0, world::isFromHub)
                .orElseThrow(() -> new PreconditionNotReached("OTA-11", "the PPMID has downloaded the image"));
        world.witness()
                .first(WanMessage.class, told.number(), it -> isAlert(it) && code(it.message()) == alert.code())
                .ifPresent(it -> fail("expected no alert 0x%04X until %s, saw %s (frame %d)"
                        .formatted(alert.code(), world.timeline().instant(), words(it.message()), it.number())));
        world.ledger()
                .observed(
                        "no alert 0x%04X until %s"
                                .formatted(alert.code(), world.timeline().instant()),
                        told);
    }

    private static int code(WanMessage message) {
        return switch (message) {
            case TransferAlert it -> it.alertCode();
            case ReadAlert it -> ReadAlert.ALERT_CODE;
            case WanMessage.ContradictoryAlert it -> it.alertCode();
            case WanMessage.FirmwareDelivery it -> 0;
            case WanMessage.Gbcs it -> 0;
        };
    }

    void receivedNone() {
        var end = world.witness()
                .last(UpgradeEndRequest.class, 0, it -> world.isFrom(it, HanDevices.FIRST))
                .orElseThrow(() -> new PreconditionNotReached("OTA-10", "the PPMID has downloaded the image"));
        world.witness()
                .first(WanMessage.class, 0, AlertJudge::isAlert)
                .ifPresent(it -> fail("expected no alert until %s, saw %s (frame %d)"
                        .formatted(world.timeline().instant(), words(it.message()), it.number())));
        world.ledger().observed("no alert until " + world.timeline().instant(), end);
    }

    /** None since the scenario's latest act, and there was one before it. */
    void receivedNoFurther() {
        var before = world.witness()
                .last(WanMessage.class, 0, it -> isAlert(it) && it.number() < world.since())
                .orElseThrow(() -> new PreconditionNotReached("GEO-01", "the DCC has received an alert"));
        world.timeline().advance(limit());
        world.witness()
                .first(WanMessage.class, world.since(), AlertJudge::isAlert)
                .ifPresent(it -> fail("expected no further alert until %s, saw %s (frame %d)"
                        .formatted(world.timeline().instant(), words(it.message()), it.number())));
        world.ledger().observed("no further alert until " + world.timeline().instant(), before);
    }

    static boolean isAlert(Sight<WanMessage> sight) {
        return switch (sight.message()) {
            case TransferAlert it -> true;
            case ReadAlert it -> true;
            case WanMessage.ContradictoryAlert it -> true;
            case WanMessage.FirmwareDelivery it -> false;
            case WanMessage.Gbcs it -> false; // the words after it are the same alert
        };
    }

    private String allAlerts() {
        String all = world.witness().all(WanMessage.class, 0, AlertJudge::isAlert).stream()
                .map(it -> "%s (frame %d)".formatted(words(it.message()), it.number()))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }

    private static String words(WanMessage message) {
        return switch (message) {
            case TransferAlert it ->
                "alert 0x%04X %s for %08X"
                        .formatted(it.alertCode(), it.responseCode().sourceName(), it.fileVersion());
            case ReadAlert it ->
                "alert 0x%04X %s with %s"
                        .formatted(
                                ReadAlert.ALERT_CODE,
                                it.responseCode().sourceName(),
                                it.firmwareVersion().map("%08X"::formatted).orElse("no firmware"));
            case WanMessage.FirmwareDelivery it -> "an image";
            case WanMessage.Gbcs it -> "a GBCS message";
            case WanMessage.ContradictoryAlert it -> "an alert that contradicts itself: " + it.contradiction();
        };
    }
}
