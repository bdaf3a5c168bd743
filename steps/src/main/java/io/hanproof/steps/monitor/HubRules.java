package io.hanproof.steps.monitor;

import io.hanproof.lab.Entry;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a hub does, or never does, on the HAN in every session. */
final class HubRules {
    static final List<StandingRule> ALL = List.of(
            StandingRule.of(
                    "never-more-than-asked",
                    "OTA-10",
                    "A block that a hub serves is of the offset that was asked for, and no longer than asked",
                    NeverMoreThanAsked::new),
            StandingRule.of(
                    "serves-what-it-offers",
                    "OTA-02",
                    "A hub serves no octet beyond the size of the image that it has offered",
                    ServesWhatItOffers::new),
            StandingRule.of(
                    "no-order-after-failure",
                    "OTA-15",
                    "A hub does not answer a transfer that failed with Upgrade End Response",
                    NoOrderAfterFailure::new),
            StandingRule.of(
                    "waits-forward",
                    "SGZ-01",
                    "A hub never tells a device to ask again at a time that has passed",
                    WaitsForward::new),
            StandingRule.of(
                    "same-octets-again",
                    "OTA-02",
                    "A hub that serves a place of an image again serves the same octets",
                    SameOctetsAgain::new));

    private HubRules() {}

    private static final class NeverMoreThanAsked extends Watch {
        private static final class Asked {
            int sequence = -1;
            long offset;
            int atMost;
        }

        private final Map<Eui64, Asked> asked = new HashMap<>();
        private @Nullable Eui64 lastDevice;
        private Asked last = new Asked();

        @Override
        void ota(OtaFrame frame) {
            switch (frame.command()) {
                case ImageBlockRequest.ID -> {
                    var of = of(frame.source());
                    of.sequence = frame.sequence();
                    of.offset = frame.sizeOrOffset();
                    of.atMost = frame.dataSize();
                }
                case ImageBlockResponse.ID -> {
                    var of = of(frame.destination());
                    if (frame.isSuccess() && of.sequence == frame.sequence()) {
                        boolean asAsked = frame.sizeOrOffset() == of.offset && frame.dataSize() <= of.atMost;
                        if (broken(!asAsked)) {
                            found(
                                    frame.number(),
                                    "serves %d octets at offset %d, asked were %d at %d"
                                            .formatted(frame.dataSize(), frame.sizeOrOffset(), of.atMost, of.offset));
                        }
                    }
                }
                default -> {}
            }
        }

        /** Blocks come in runs for one device. */
        private Asked of(Eui64 device) {
            if (!device.equals(lastDevice)) {
                lastDevice = device;
                last = asked.computeIfAbsent(device, it -> new Asked());
            }
            return last;
        }
    }

    private static final class ServesWhatItOffers extends Watch {
        private record Offer(int manufacturerCode, int imageType, long fileVersion) {}

        private final Map<Offer, Long> sizes = new HashMap<>();

        @Override
        void ota(OtaFrame frame) {
            switch (frame.command()) {
                case QueryNextImageResponse.ID -> {
                    if (frame.isSuccess()) {
                        sizes.put(identity(frame), frame.sizeOrOffset());
                    }
                }
                case ImageBlockResponse.ID -> {
                    Long size = frame.isSuccess() ? sizes.get(identity(frame)) : null;
                    if (size != null) {
                        boolean inside = frame.sizeOrOffset() + frame.dataSize() <= size;
                        if (broken(!inside)) {
                            found(
                                    frame.number(),
                                    "serves %d octets at offset %d of %08X, offered were %d"
                                            .formatted(
                                                    frame.dataSize(), frame.sizeOrOffset(), frame.fileVersion(), size));
                        }
                    }
                }
                default -> {}
            }
        }

        private static Offer identity(OtaFrame frame) {
            return new Offer(frame.manufacturerCode(), frame.imageType(), frame.fileVersion());
        }
    }

    private static final class NoOrderAfterFailure extends Watch {
        private final Map<Eui64, Integer> failed = new HashMap<>();

        @Override
        void ota(OtaFrame frame) {
            switch (frame.command()) {
                case UpgradeEndRequest.ID -> {
                    if (frame.isSuccess()) {
                        failed.remove(frame.source());
                    } else {
                        failed.put(frame.source(), frame.sequence());
                        tested();
                    }
                }
                case UpgradeEndResponse.ID -> {
                    Integer sequence = failed.get(frame.destination());
                    if (sequence != null && sequence == frame.sequence() && broken(true)) {
                        found(frame.number(), "tells to activate what the device has refused");
                    }
                }
                default -> {}
            }
        }
    }

    private static final class WaitsForward extends Watch {
        @Override
        void ota(OtaFrame frame) {
            if (frame.command() == ImageBlockResponse.ID
                    && frame.isWait()
                    && broken(frame.requestTime() < frame.waitingFrom())) {
                found(
                        frame.number(),
                        "tells to ask again at %d, and that it is %d now"
                                .formatted(frame.requestTime(), frame.waitingFrom()));
            }
        }
    }

    private static final class SameOctetsAgain extends Watch {
        private static final int AT_FIRST = 1 << 16;

        /** What was served of one image: its octets by place, and which places were. */
        private static final class Served {
            byte[] octets = new byte[AT_FIRST];
            final BitSet places = new BitSet();
        }

        private final Map<Long, Served> images = new HashMap<>();

        @Override
        void ota(OtaFrame frame) {
            if (frame.command() == ImageBlockResponse.ID && frame.isSuccess()) {
                long identity = frame.fileVersion() << 32 | frame.imageType();
                compare(frame, images.computeIfAbsent(identity, it -> new Served()));
            }
        }

        private void compare(OtaFrame frame, Served served) {
            int at = (int) frame.sizeOrOffset();
            int length = frame.dataSize();
            if (at + length > served.octets.length) {
                served.octets = Arrays.copyOf(served.octets, Math.max(2 * served.octets.length, at + length));
            }
            boolean differs = false;
            boolean again = false;
            for (int i = 0; i < length; i++) {
                byte octet = (byte) frame.data(i);
                boolean known = served.places.get(at + i);
                again |= known;
                differs |= known && served.octets[at + i] != octet;
                served.octets[at + i] = octet;
            }
            served.places.set(at, at + length);
            if (again && broken(differs)) {
                found(frame.number(), "serves other octets at offset %d than before".formatted(at));
            }
        }

        @Override
        void delivered(Entry.RecordedDelivery delivery) {
            images.clear();
        }
    }
}
