package io.hanproof.bench;

import io.hanproof.lab.ApsFrame;
import io.hanproof.ncp.StickTap;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Cluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** When a block passed each place on its way through the host, from request to response. */
final class Stages implements StickTap {
    private static final int INCOMING_MESSAGE = 0x45;
    private static final int SEND_UNICAST = 0x34;
    private static final int FRAME_ID = 3;
    private static final int COMMAND = 2;
    private static final int IMAGE_BLOCK_REQUEST = 0x03;
    private static final int IMAGE_BLOCK_RESPONSE = 0x05;
    private static final double NANOS_IN_A_MICROSECOND = 1e3;

    /** Where a stage ends that begins where the one before ended. */
    enum Place {
        HANDED_OUT("", ""),
        ON_THE_LINE("stick", "frames and escapes the request"),
        POSTED("library, way in", "socket to its reading thread, parser, queue to its second thread, our datagram"),
        HEARD("hop", "to the thread of the scenario, which learns that time stands still"),
        DECIDED("hub", "reads the request, finds the block, makes the response"),
        ARRIVED("library, way out", "codec, framing, its timer, the write into the socket, back to the stick's thread"),
        TAKEN("stick", "reads the response");

        private final String who;
        private final String what;

        Place(String who, String what) {
            this.who = who;
            this.what = what;
        }
    }

    private final LongSupplier nanos;
    private final int warmUp;
    private final Map<Place, Long> passed = new EnumMap<>(Place.class);
    private final List<Map<Place, Long>> blocks = new ArrayList<>();

    Stages(LongSupplier nanos, int warmUp) {
        this.nanos = nanos;
        this.warmUp = warmUp;
    }

    @Override
    public synchronized void ezspToHost(Octets frame) {
        if (is(frame, INCOMING_MESSAGE)) {
            passed.clear();
            passed.put(Place.HANDED_OUT, nanos.getAsLong());
        }
    }

    @Override
    public void octetsToHost(Octets octets) {
        pass(Place.ON_THE_LINE, Place.HANDED_OUT);
    }

    @Override
    public synchronized void octetsFromHost(Octets octets) {
        if (passed.containsKey(Place.DECIDED)) {
            passed.put(Place.ARRIVED, nanos.getAsLong());
        }
    }

    @Override
    public synchronized void ezspFromHost(Octets frame) {
        if (is(frame, SEND_UNICAST)) {
            pass(Place.TAKEN, Place.ARRIVED);
            if (passed.size() == Place.values().length) {
                blocks.add(Map.copyOf(passed));
            }
            passed.clear();
        }
    }

    /** From the library's thread: something was handed to the scenario. */
    void posted() {
        pass(Place.POSTED, Place.ON_THE_LINE);
    }

    void heard(ApsFrame frame) {
        if (is(frame, IMAGE_BLOCK_REQUEST)) {
            pass(Place.HEARD, Place.POSTED);
        }
    }

    void sends(ApsFrame frame) {
        if (is(frame, IMAGE_BLOCK_RESPONSE)) {
            pass(Place.DECIDED, Place.HEARD);
        }
    }

    private static boolean is(Octets ezsp, int id) {
        return ezsp.length() > FRAME_ID + 1 && ezsp.u16(FRAME_ID) == id;
    }

    private static boolean is(ApsFrame frame, int command) {
        return frame.cluster() == Cluster.OTA.id()
                && frame.zcl().length() > COMMAND
                && frame.zcl().u8(COMMAND) == command;
    }

    /** Once, and only after the place before. */
    private synchronized void pass(Place place, Place after) {
        if (passed.containsKey(after)) {
            passed.putIfAbsent(place, nanos.getAsLong());
        }
    }

    /** A line for each stage, and the one that takes longest. */
    synchronized String words() {
        var text = new StringBuilder("where hanproof's time goes, medians of %d blocks:%n"
                .formatted(counted().size()));
        Place[] places = Place.values();
        for (int i = 1; i < places.length; i++) {
            text.append("  %6.1f us  %-16s  %s%n".formatted(microseconds(places[i]), places[i].who, places[i].what));
        }
        Optional<Place> longest =
                List.of(places).subList(1, places.length).stream().max(Comparator.comparingDouble(this::microseconds));
        longest.ifPresent(it -> text.append("what dominates: %s, %s".formatted(it.who, it.what)));
        return text.toString();
    }

    private List<Map<Place, Long>> counted() {
        return blocks.subList(Math.min(warmUp, blocks.size()), blocks.size());
    }

    private double microseconds(Place place) {
        Place before = Place.values()[place.ordinal() - 1];
        double[] sorted = counted().stream()
                .mapToDouble(it -> (it.get(place) - it.get(before)) / NANOS_IN_A_MICROSECOND)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
