package io.hanproof.dcc;

import io.hanproof.dcc.Books.Kind;
import io.hanproof.octets.Eui64;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is under way.
 *
 * @param queues firmware requests, by hub
 * @param recorded updates whose alerts are to be forwarded, by device, oldest first
 * @param awaited commands, by the device that has to answer
 * @param counters the last originator counter of each device and hub
 * @param requests when each user sent requests of each kind within the last 24 hours
 * @param commandCounter the DCC's own last originator counter
 * @param serial the last number given to an update or a command
 */
public record Traffic(
        Table<HubQueue> queues,
        Table<List<Recorded>> recorded,
        Table<List<Awaited>> awaited,
        Table<Long> counters,
        Map<Kind, List<Instant>> requests,
        long commandCounter,
        int serial) {
    static final Traffic NONE = new Traffic(Table.empty(), Table.empty(), Table.empty(), Table.empty(), Map.of(), 0, 0);

    public Traffic {
        requests = Map.copyOf(requests);
    }

    Traffic withQueue(Eui64 hub, HubQueue queue) {
        return withQueues(queues.with(hub, queue));
    }

    Traffic withQueues(Table<HubQueue> others) {
        return new Traffic(others, recorded, awaited, counters, requests, commandCounter, serial);
    }

    Traffic withRecorded(Table<List<Recorded>> others) {
        return new Traffic(queues, others, awaited, counters, requests, commandCounter, serial);
    }

    Traffic withAwaited(Eui64 device, List<Awaited> others) {
        return new Traffic(queues, recorded, awaited.with(device, others), counters, requests, commandCounter, serial);
    }

    Traffic withCounter(Eui64 device, long counter) {
        return new Traffic(queues, recorded, awaited, counters.with(device, counter), requests, commandCounter, serial);
    }

    Traffic withRequests(Kind kind, List<Instant> times) {
        var more = new HashMap<>(requests);
        more.put(kind, List.copyOf(times));
        return new Traffic(queues, recorded, awaited, counters, more, commandCounter, serial);
    }

    Traffic withCommandCounter(long last) {
        return new Traffic(queues, recorded, awaited, counters, requests, last, serial);
    }

    Traffic counted() {
        return new Traffic(queues, recorded, awaited, counters, requests, commandCounter, serial + 1);
    }
}
