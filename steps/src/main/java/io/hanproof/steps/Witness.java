package io.hanproof.steps;

import io.hanproof.duis.UserMessage;
import io.hanproof.lab.Cursor;
import io.hanproof.lab.Entry;
import io.hanproof.lab.Recording;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.FrameType;
import io.hanproof.zcl.GlobalCommand;
import io.hanproof.zcl.ZclCommand;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ota.OtaCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the recording as it grows, message by message, and waits for messages to come. Nothing else tells a check anything. */
final class Witness {
    private final Timeline timeline;
    private final Cursor cursor;
    private final List<Sight<?>> sights = new ArrayList<>();

    Witness(Recording recording, Timeline timeline) {
        this.timeline = timeline;
        this.cursor = recording.cursor();
    }

    /** Everything of that type from frame {@code since} on, in order. */
    <C> List<Sight<C>> all(Class<C> type, int since, Predicate<Sight<C>> which) {
        readOn();
        var found = new ArrayList<Sight<C>>();
        for (int i = firstFrom(since); i < sights.size(); i++) {
            Sight<C> sight = as(type, sights.get(i));
            if (sight != null && which.test(sight)) {
                found.add(sight);
            }
        }
        return found;
    }

    <C> Optional<Sight<C>> first(Class<C> type, int since, Predicate<Sight<C>> which) {
        return all(type, since, which).stream().findFirst();
    }

    <C> Optional<Sight<C>> last(Class<C> type, int since, Predicate<Sight<C>> which) {
        List<Sight<C>> all = all(type, since, which);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The first of that type from {@code since} on, already there or coming within {@code atMost}. */
    <C> Optional<Sight<C>> await(Class<C> type, int since, Duration atMost, Predicate<Sight<C>> which) {
        var search = new Search<>(type, since, which);
        timeline.advanceUntil(search::holds, timeline.instant().plus(atMost));
        return search.found();
    }

    /** Looks at each sight once, however often it is asked. */
    private final class Search<C> {
        private final Class<C> type;
        private final Predicate<Sight<C>> which;
        private int next;
        private Optional<Sight<C>> found = Optional.empty();

        Search(Class<C> type, int since, Predicate<Sight<C>> which) {
            this.type = type;
            this.which = which;
            readOn();
            this.next = firstFrom(since);
        }

        boolean holds() {
            readOn();
            while (found.isEmpty() && next < sights.size()) {
                Sight<C> sight = as(type, sights.get(next++));
                if (sight != null && which.test(sight)) {
                    found = Optional.of(sight);
                }
            }
            return found.isPresent();
        }

        Optional<Sight<C>> found() {
            return holds() ? found : Optional.empty();
        }
    }

    /** The number that the next entry of the recording will have. */
    int next() {
        readOn();
        return cursor.number() + 1;
    }

    private void readOn() {
        while (cursor.next()) {
            if (cursor.isFrame()) {
                readFrame();
            } else {
                readOther();
            }
        }
    }

    private void readFrame() {
        var zcl = cursor.zcl();
        if (ZclHeader.read(zcl) instanceof Decoded.Value<ZclHeader>(var header)) {
            Decoded<? extends ZclCommand> decoded = header.frameType() == FrameType.GLOBAL
                    ? GlobalCommand.read(header, zcl)
                    : cursor.cluster() == Cluster.OTA.id() ? OtaCommand.read(header, zcl) : unknown();
            if (decoded instanceof Decoded.Value<? extends ZclCommand>(var command)) {
                sights.add(new Sight<>(
                        cursor.number(),
                        Timeline.toInstant(cursor.nanos()),
                        cursor.source(),
                        cursor.destination(),
                        header.sequence(),
                        cursor.cluster(),
                        command));
            }
        }
    }

    private static Decoded<ZclCommand> unknown() {
        return new Decoded.Malformed<>("cluster", "one that an update needs", 0, "found another");
    }

    private void readOther() {
        switch (cursor.entry()) {
            case Entry.Wan(int number, long nanos, WanMessage message) ->
                sights.add(new Sight<>(
                        number, Timeline.toInstant(nanos), Eui64.BROADCAST, Eui64.BROADCAST, -1, -1, message));
            case Entry.User(int number, long nanos, Eui64 user, boolean toDcc, UserMessage message) ->
                sights.add(new Sight<>(
                        number,
                        Timeline.toInstant(nanos),
                        toDcc ? user : Sight.DCC,
                        toDcc ? Sight.DCC : user,
                        -1,
                        -1,
                        message));
            case Entry.RecordedDelivery it ->
                sights.add(new Sight<>(
                        it.number(), Timeline.toInstant(it.nanos()), Sight.DCC, Eui64.BROADCAST, -1, -1, it));
            case Entry.Power it -> {} // the bench's own doing
            case Entry.Frame it -> throw new IllegalStateException("frames are read by themselves");
        }
    }

    /** Sights are in order of their numbers, so this is a binary search. */
    private int firstFrom(int number) {
        int low = 0;
        int high = sights.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sights.get(middle).number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @SuppressWarnings("unchecked") // the message was looked at
    private static <C> @Nullable Sight<C> as(Class<C> type, Sight<?> sight) {
        return type.isInstance(sight.message()) ? (Sight<C>) sight : null;
    }
}
