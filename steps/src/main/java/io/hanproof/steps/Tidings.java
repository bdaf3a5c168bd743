package io.hanproof.steps;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.UserMessage;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.DeviceModel;
import io.hanproof.gbcs.FirmwareActivationAlert;
import io.hanproof.gbcs.FirmwareActivationAlert.ActivateImage;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.steps.DccWords.Recipients;
import io.hanproof.steps.NoticeWords.Notice;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the DCC has to tell users, and since when it can. What a hub or a device has to say first is not the DCC's to answer for:
 * without that on the WAN nothing was put to the test.
 */
final class Tidings {
    /** A transfer, a restart and the read-back fit in, and the day after which a device asks that missed the notice. */
    private static final Duration CHAIN = Duration.ofHours(36);

    /**
     * What a user must be told.
     *
     * @param from the first frame that it can stand in: after that which it reports
     */
    record Expected(int from, Predicate<UserMessage> which) {}

    private final World world;

    Tidings(World world) {
        this.world = world;
    }

    Expected of(Notice notice) {
        return switch (notice) {
            case Notice.Requested it -> new Expected(world.since(), message -> isRequested(it, message));
            case Notice.NotDelivered it -> new Expected(world.since(), message -> isNotDelivered(it, message));
            case Notice.RejectedByCsp(var firmware, var recipients) ->
                new Expected(
                        world.since(),
                        message -> message instanceof DccAlert.DevicesRejected it
                                && it.firmwareVersion() == world.version(firmware)
                                && Set.copyOf(it.devices()).equals(devices(recipients)));
            case Notice.ModelRead(var name) -> modelRead(name);
            case Notice.Transferred it -> transferred(it);
            case Notice.Running(var name, var firmware) -> running(name, firmware);
            case Notice.OfDevice(var name, int code) -> ofDevice(name, code);
        };
    }

    private Expected transferred(Notice.Transferred notice) {
        Eui64 device = device(notice.device());
        long version = world.version(notice.firmware());
        String code = ofBaseline(notice.responseCode());
        var cause = onWan(
                GbcsSights.from(
                        world.hub().address(),
                        HubFirmwareAlert.class,
                        it -> it.entity().equals(device)
                                && it.firmwareVersion() == version
                                && GbcsSights.name(it.responseCode()).equals(code)),
                "the hub reports %s of image %s to the %s"
                        .formatted(notice.responseCode(), notice.firmware(), notice.device()));
        Eui64 hub = world.chain().neighbourhood().hubOf(notice.device());
        return new Expected(cause.number(), new DccAlert.FirmwareTransfer(hub, device, version, code)::equals);
    }

    /** What the hub has read, or the PPMID has said of its activation, is told as it was said. */
    private Expected running(String name, Optional<String> firmware) {
        Eui64 device = device(name);
        Optional<Long> version = firmware.map(world::version);
        String state = "what the %s runs is reported".formatted(name);
        if (world.run().baseline() == Baseline.BASELINE_2019) {
            var cause = onWan(
                    GbcsSights.from(
                            world.hub().address(),
                            HubFirmwareAlert.class,
                            it -> it.entity().equals(device)
                                    && !GbcsSights.isOfTransfer(it)
                                    && version(it).equals(version)),
                    state);
            return new Expected(cause.number(), new DccAlert.FirmwareRead(device, version)::equals);
        }
        var cause = onWan(
                GbcsSights.from(
                        device, FirmwareActivationAlert.class, it -> version.equals(Optional.of(it.firmwareVersion()))),
                state);
        var said = content(cause, FirmwareActivationAlert.class);
        boolean activated = said.activateImage() == ActivateImage.ACTIVATION_SUCCESS;
        return new Expected(
                cause.number(), new DccAlert.PpmidFirmwareUpgrade(device, said.firmwareVersion(), activated)::equals);
    }

    private Expected modelRead(String name) {
        var cause = onWan(
                GbcsSights.from(
                        world.hub().address(),
                        DeviceModel.class,
                        it -> it.device().equals(device(name)) && it.responseCode() == ReadResponseCode.READ_SUCCESS),
                "the hub has read the " + name);
        var read = content(cause, DeviceModel.class);
        var told = new ServiceResponse.DeviceModel(
                read.device(),
                Optional.of(new ServiceResponse.Model(
                        read.manufacturerCode(), read.imageType(), read.hardwareVersion(), read.firmwareVersion())));
        return new Expected(
                cause.number(),
                message -> message instanceof ServiceResponse(var to, var answer) && answer.equals(told));
    }

    private Expected ofDevice(String name, int code) {
        Eui64 device = device(name);
        var cause = onWan(
                GbcsSights.from(
                        device, FirmwareReceiptAlert.class, it -> it.alertCode().code() == code),
                "the %s sends alert 0x%04X".formatted(name, code));
        return new Expected(
                cause.number(),
                message -> message instanceof DeviceAlert it
                        && it.device().equals(device)
                        && GbcsSights.read(it.message())
                                .filter(alert -> isAlert(alert, device, code))
                                .isPresent());
    }

    private static <C extends Content> C content(Sight<WanMessage.Gbcs> sight, Class<C> type) {
        return GbcsSights.read(sight.message().message())
                .map(GbcsMessage::content)
                .map(type::cast)
                .orElseThrow();
    }

    private static Optional<Long> version(HubFirmwareAlert alert) {
        return alert.responseCode() == HubFirmwareAlert.ResponseCode.FIRMWARE_READ_SUCCESS
                ? Optional.of(alert.firmwareVersion())
                : Optional.empty();
    }

    private Sight<WanMessage.Gbcs> onWan(Predicate<Sight<WanMessage.Gbcs>> which, String state) {
        var latest = world.witness().last(WanMessage.Gbcs.class, 0, which);
        return latest.or(() -> world.witness().await(WanMessage.Gbcs.class, 0, CHAIN, which))
                .orElseThrow(() -> new PreconditionNotReached("DIS-01", state));
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

    private boolean isNotDelivered(Notice.NotDelivered notice, UserMessage message) {
        String one = notice.devices().names().getFirst();
        return message instanceof DccAlert.FirmwareDistributionFailure it
                && it.hub().equals(world.chain().neighbourhood().hubOf(one))
                && it.firmwareVersion() == world.version(notice.firmware())
                && Set.copyOf(it.devices()).equals(devices(notice.devices()));
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

    private Eui64 device(String name) {
        return world.chain().neighbourhood().device(name);
    }

    private Set<Eui64> devices(Recipients recipients) {
        return recipients.names().stream().map(this::device).collect(Collectors.toSet());
    }
}
