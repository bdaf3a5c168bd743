package io.hanproof.launcher;

import io.hanproof.lab.Cursor;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.Entry;
import io.hanproof.lab.Recording;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.FrameType;
import io.hanproof.zcl.GlobalCommand;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.QuerySpecificFileRequest;
import io.hanproof.zcl.ota.QuerySpecificFileResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One pass over a recording that finds out what it cost. What devices run and hold is taken from what they say. */
final class CostReader {
    /** The name that every recording gives the server of the images. */
    private static final String HUB = "hub";

    private final Instant start;
    private final Duration ended;
    private final Duration reboot;
    private final Map<Eui64, DeviceCost> devices = new LinkedHashMap<>();
    private Optional<Duration> begun = Optional.empty();
    private int switchings;
    private Optional<Duration> judgedFrom = Optional.empty();

    CostReader(Instant start, Duration ended, Duration reboot) {
        this.start = start;
        this.ended = ended;
        this.reboot = reboot;
    }

    void read(Recording recording, List<Integer> decidedBy) {
        for (Cursor at = recording.cursor(); at.next(); ) {
            Duration when = Duration.between(start, Timeline.toInstant(at.nanos()));
            begun = begun.or(() -> Optional.of(when));
            if (decidedBy.contains(at.number()) && judgedFrom.isEmpty()) {
                judgedFrom = Optional.of(when);
            }
            switch (at.kind()) {
                case FRAME -> frame(at, when, recording.name(at.source()).equals(HUB));
                case POWER -> switched(recording.name(at.source()).equals(HUB), at.source());
                case WAN -> arrived(at.entry());
                case USER -> {} // costs a bench nothing
            }
        }
    }

    private void switched(boolean hub, Eui64 node) {
        if (!hub) {
            switchings++;
            device(node).disturb();
        }
    }

    private void arrived(Entry entry) {
        if (entry instanceof Entry.RecordedDelivery) {
            devices.values().forEach(DeviceCost::disturb);
        }
    }

    private void frame(Cursor at, Duration when, boolean fromHub) {
        if (at.cluster() != Cluster.OTA.id()) {
            return;
        }
        Octets zcl = at.zcl();
        if (ZclHeader.read(zcl) instanceof Decoded.Value<ZclHeader>(var header)) {
            if (header.frameType() == FrameType.GLOBAL) {
                if (!fromHub && GlobalCommand.read(header, zcl) instanceof Decoded.Value<GlobalCommand>(var command)) {
                    version(command).ifPresent(it -> device(at.source()).runs(it, when));
                }
            } else if (OtaCommand.read(header, zcl) instanceof Decoded.Value<OtaCommand>(var command)) {
                ota(at, when, command);
            }
        }
    }

    private static Optional<Long> version(GlobalCommand command) {
        return command instanceof ReadAttributesResponse answer
                ? answer.value(OtaAttribute.CURRENT_FILE_VERSION.id())
                        .filter(AttributeValue.Number.class::isInstance)
                        .map(it -> ((AttributeValue.Number) it).value())
                : Optional.empty();
    }

    private void ota(Cursor at, Duration when, OtaCommand command) {
        switch (command) {
            case OtaCommand.ToServer said -> said(device(at.source()), when, said);
            case OtaCommand.ToClient told -> {
                if (!at.destination().isBroadcast() && at.delivery() != Delivery.LOST) {
                    told(device(at.destination()), when, told);
                }
            }
        }
    }

    private static void said(DeviceCost device, Duration when, OtaCommand.ToServer command) {
        switch (command) {
            case QueryNextImageRequest it -> device.runs(it.running().fileVersion(), when);
            case ImageBlockRequest it -> device.asks(it.image().fileVersion(), it.fileOffset());
            case ImagePageRequest it -> device.asks(it.image().fileVersion(), it.fileOffset());
            case UpgradeEndRequest it -> {
                if (it.status().equals(ZclStatus.SUCCESS)) {
                    device.ends(it.image().fileVersion());
                }
            }
            case QuerySpecificFileRequest it -> {} // says nothing of a download
        }
    }

    private static void told(DeviceCost device, Duration when, OtaCommand.ToClient command) {
        switch (command) {
            case QueryNextImageResponse.Success it -> device.isOffered();
            case ImageBlockResponse.Success it -> device.isServed(it.data().length(), when);
            case UpgradeEndResponse it -> device.isTold(it, when);
            case ImageNotify it -> {} // nor do the others
            case QueryNextImageResponse.Refused it -> {}
            case ImageBlockResponse.WaitForData it -> {}
            case ImageBlockResponse.Refused it -> {}
            case QuerySpecificFileResponse it -> {}
        }
    }

    private DeviceCost device(Eui64 address) {
        return devices.computeIfAbsent(address, it -> new DeviceCost(reboot));
    }

    ScenarioCost cost() {
        var all = new ArrayList<>(devices.values());
        all.forEach(it -> it.finish(ended));
        Optional<DeviceCost> first = all.stream().filter(DeviceCost::tookPart).findFirst();
        var fetched = new TreeSet<Long>();
        all.forEach(it -> fetched.addAll(it.fetched));
        return new ScenarioCost(
                begun.orElse(ended),
                ended,
                all.stream().mapToInt(it -> it.downloads).sum(),
                all.stream().mapToLong(it -> it.blocks).sum(),
                all.stream().mapToLong(it -> it.octets).sum(),
                all.stream().map(it -> it.fetching).reduce(Duration.ZERO, Duration::plus),
                fetched,
                first.flatMap(it -> it.needs),
                first.map(it -> List.copyOf(it.activated)).orElse(List.of()),
                first.map(it -> it.due).orElse(new TreeSet<>()),
                first.flatMap(DeviceCost::pending),
                switchings,
                all.size() == 1 ? first.flatMap(it -> it.downloaded) : Optional.empty(),
                judgedFrom,
                all.size() == 1 && first.map(DeviceCost::leavesDownload).orElse(false));
    }
}
