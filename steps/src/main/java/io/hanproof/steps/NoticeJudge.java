package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.UserMessage;
import io.hanproof.gbcs.FirmwareActivationAlert;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.steps.DccWords.Recipients;
import io.hanproof.steps.DccWords.User;
import io.hanproof.steps.DccWords.Users;
import io.hanproof.steps.NoticeWords.Notice;
import io.hanproof.steps.NoticeWords.NoticeKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Judges the DCC by what it tells users unasked. What a hub or a device has to say first is not the DCC's to answer for: without
 * that on the WAN nothing was put to the test.
 */
final class NoticeJudge {
    /** A transfer, a restart and the read-back fit in, and the day after which a device asks that missed the notice. */
    private static final Duration CHAIN = Duration.ofHours(36);

    /** No text says how soon users are told: what has not come by then does not come. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    /** Who is told once is not told again soon afterwards. */
    private static final Duration REPETITION = Duration.ofMinutes(10);

    private final World world;

    NoticeJudge(World world) {
        this.world = world;
    }

    void receive(Users users, Notice notice) {
        int from = cause(notice);
        users.each().forEach(it -> receive(it, notice, from));
    }

    private void receive(User user, Notice notice, int from) {
        Eui64 id = Neighbourhood.user(user);
        Predicate<Sight<UserMessage>> which = it -> it.to().equals(id) && matches(notice, it.message());
        var seen = world.witness().await(UserMessage.class, from, PATIENCE, which);
        if (seen.isEmpty()) {
            fail("expected %s to receive %s by %s, saw %s"
                    .formatted(user, words(notice), world.timeline().instant(), alertsTo(id)));
        }
        world.timeline().advance(REPETITION);
        List<Sight<UserMessage>> all = world.witness().all(UserMessage.class, from, which);
        if (all.size() > 1) {
            fail("expected %s to receive %s once, saw it %d times (frame %d)"
                    .formatted(user, words(notice), all.size(), all.getLast().number()));
        }
        world.ledger().observed("%s received %s".formatted(user, words(notice)), all);
    }

    void receiveNone(Users users, NoticeKind kind, Duration window) {
        world.timeline().advance(window);
        for (User user : users.each()) {
            Eui64 id = Neighbourhood.user(user);
            var seen = world.witness()
                    .first(UserMessage.class, world.since(), it -> it.to().equals(id) && isOf(kind, it.message()));
            if (seen.isPresent()) {
                fail("expected no %s to %s until %s, saw %s (frame %d)"
                        .formatted(
                                kind,
                                user,
                                world.timeline().instant(),
                                seen.get().message(),
                                seen.get().number()));
            }
        }
        var asked = world.witness().last(UserMessage.class, 0, it -> it.to().equals(Sight.DCC));
        world.ledger()
                .observed(
                        "no %s to %s".formatted(kind, users.each()),
                        asked.stream().toList());
    }

    /** The first frame that the notice can stand in: after that which it reports. */
    private int cause(Notice notice) {
        return switch (notice) {
            case Notice.Requested it -> world.since();
            case Notice.NotDelivered it -> world.since();
            case Notice.RejectedByCsp it -> world.since();
            case Notice.Mismatch it -> world.since();
            case Notice.ModelRead it -> world.since();
            case Notice.Transferred(var firmware, var name, var code) ->
                onWan(
                        GbcsSights.from(
                                world.hub().address(),
                                HubFirmwareAlert.class,
                                it -> it.entity().equals(device(name))
                                        && it.firmwareVersion() == world.version(firmware)
                                        && GbcsSights.name(it.responseCode()).equals(ofBaseline(code))),
                        "the hub reports %s of image %s to the %s".formatted(code, firmware, name));
            case Notice.Running(var name, var firmware) -> running(name, firmware);
            case Notice.OfDevice(var name, int code) ->
                onWan(
                        GbcsSights.from(
                                device(name),
                                FirmwareReceiptAlert.class,
                                it -> it.alertCode().code() == code),
                        "the %s sends alert 0x%04X".formatted(name, code));
        };
    }

    private int running(String name, Optional<String> firmware) {
        String state = "what the %s runs is reported".formatted(name);
        if (world.run().baseline() == Baseline.BASELINE_2019) {
            return onWan(
                    GbcsSights.from(
                            world.hub().address(),
                            HubFirmwareAlert.class,
                            it -> it.entity().equals(device(name))
                                    && !GbcsSights.isOfTransfer(it)
                                    && version(it).equals(firmware.map(world::version))),
                    state);
        }
        return onWan(
                GbcsSights.from(
                        device(name),
                        FirmwareActivationAlert.class,
                        it -> firmware.map(world::version).stream().allMatch(v -> v == it.firmwareVersion())),
                state);
    }

    private static Optional<Long> version(HubFirmwareAlert alert) {
        return alert.responseCode() == HubFirmwareAlert.ResponseCode.FIRMWARE_READ_SUCCESS
                ? Optional.of(alert.firmwareVersion())
                : Optional.empty();
    }

    private int onWan(Predicate<Sight<WanMessage.Gbcs>> which, String state) {
        var latest = world.witness().last(WanMessage.Gbcs.class, 0, which);
        return latest.or(() -> world.witness().await(WanMessage.Gbcs.class, 0, CHAIN, which))
                .orElseThrow(() -> new PreconditionNotReached("DIS-01", state))
                .number();
    }

    private static boolean isAlert(GbcsMessage message, Eui64 device, int code) {
        return message.header().originator().equals(device)
                && message.content() instanceof FirmwareReceiptAlert receipt
                && receipt.alertCode().code() == code;
    }

    /** The 2019 list has no name of its own for an image that was lost to another. */
    private String ofBaseline(String code) {
        boolean unnamed = code.equals("imageDiscarded") && world.run().baseline() == Baseline.BASELINE_2019;
        return unnamed ? "fileTransferFailure" : code;
    }

    private boolean matches(Notice notice, UserMessage message) {
        return switch (notice) {
            case Notice.Requested it -> isRequested(it, message);
            case Notice.Transferred(var firmware, var name, var code) ->
                message instanceof DccAlert.FirmwareTransfer it
                        && it.hub().equals(world.chain().neighbourhood().hubOf(name))
                        && it.device().equals(device(name))
                        && it.firmwareVersion() == world.version(firmware)
                        && it.responseCode().equals(ofBaseline(code));
            case Notice.Running(var name, var firmware) ->
                isRunning(message, device(name), firmware.map(world::version));
            case Notice.NotDelivered(var firmware, var recipients) ->
                message instanceof DccAlert.FirmwareDistributionFailure it
                        && it.hub()
                                .equals(world.chain()
                                        .neighbourhood()
                                        .hubOf(recipients.names().getFirst()))
                        && it.firmwareVersion() == world.version(firmware)
                        && Set.copyOf(it.devices()).equals(devices(recipients));
            case Notice.RejectedByCsp(var firmware, var recipients) ->
                message instanceof DccAlert.DevicesRejected it
                        && it.firmwareVersion() == world.version(firmware)
                        && Set.copyOf(it.devices()).equals(devices(recipients));
            case Notice.Mismatch(var name, var firmware) ->
                message instanceof DccAlert.FirmwareVersionMismatch it
                        && it.device().equals(device(name))
                        && it.onDevice() == world.version(firmware);
            case Notice.ModelRead(var name) ->
                message instanceof ServiceResponse(var to, ServiceResponse.DeviceModel(var device, var read))
                        && device.equals(device(name))
                        && read.isPresent();
            case Notice.OfDevice(var name, int code) ->
                message instanceof DeviceAlert it
                        && it.device().equals(device(name))
                        && GbcsSights.read(it.message())
                                .filter(alert -> isAlert(alert, device(name), code))
                                .isPresent();
        };
    }

    private boolean isRequested(Notice.Requested notice, UserMessage message) {
        var image = world.supply().delivered(notice.firmware());
        var activation = image.activation().flatMap(it -> it.instant());
        if (message instanceof DccAlert.UpdateRequested it) {
            return world.run().baseline() == Baseline.BASELINE_2019
                    && it.hash().equals(image.sha256())
                    && it.activation().equals(activation)
                    && Set.copyOf(it.devices()).equals(devices(notice.devices()));
        }
        return message instanceof DccAlert.FirmwareUpgradeRequested it
                && world.run().baseline() == Baseline.BASELINE_2020
                && it.firmwareVersion() == image.id().fileVersion()
                && Set.copyOf(it.devices()).equals(devices(notice.devices()));
    }

    private boolean isRunning(UserMessage message, Eui64 device, Optional<Long> version) {
        if (message instanceof DccAlert.FirmwareRead it) {
            return it.device().equals(device) && it.firmwareVersion().equals(version);
        }
        return message instanceof DccAlert.PpmidFirmwareUpgrade it
                && it.device().equals(device)
                && version.equals(Optional.of(it.firmwareVersion()));
    }

    private static boolean isOf(NoticeKind kind, UserMessage message) {
        return switch (kind) {
            case FIRST ->
                message instanceof DccAlert.UpdateRequested || message instanceof DccAlert.FirmwareUpgradeRequested;
            case SECOND -> message instanceof DccAlert.FirmwareTransfer;
            case THIRD -> message instanceof DccAlert.FirmwareRead || message instanceof DccAlert.PpmidFirmwareUpgrade;
            case ANY -> message instanceof DccAlert || message instanceof DeviceAlert;
        };
    }

    private Eui64 device(String name) {
        return world.chain().neighbourhood().device(name);
    }

    private Set<Eui64> devices(Recipients recipients) {
        return recipients.names().stream().map(this::device).collect(Collectors.toSet());
    }

    private String alertsTo(Eui64 user) {
        String all = world
                .witness()
                .all(UserMessage.class, 0, it -> it.to().equals(user) && isOf(NoticeKind.ANY, it.message()))
                .stream()
                .map(it -> "%s (frame %d)".formatted(it.message(), it.number()))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "no alert" : all;
    }

    private static String words(Notice notice) {
        return switch (notice) {
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
            case Notice.Mismatch(var device, var firmware) ->
                "the news that the %s runs firmware %s".formatted(device, firmware);
            case Notice.ModelRead(var device) -> "what SR 11.5 read of the " + device;
            case Notice.OfDevice(var device, int code) -> "alert 0x%04X of the %s".formatted(code, device);
        };
    }
}
