package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.duis.ServiceRequest;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.image.OtaHeader;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Entry.RecordedDelivery;
import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.steps.DccWords.Recipients;
import io.hanproof.steps.DeliveryWords.DeliveryTrait;
import io.hanproof.steps.DeliveryWords.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges the DCC by what it delivers to hubs. */
final class DeliveryJudge {
    /** A transfer, and the time after which one that never ends holds up nothing any more. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private static final int SMALLEST_TOO_LARGE = 750_000;

    private final World world;

    DeliveryJudge(World world) {
        this.world = world;
    }

    void delivers(String firmware, Recipients recipients, Occasion occasion) {
        long version = world.version(firmware);
        for (Set<Eui64> devices : byHub(recipients)) {
            var seen = world.witness()
                    .await(
                            RecordedDelivery.class,
                            world.since(),
                            patience(occasion),
                            it -> Set.copyOf(it.message().targets()).equals(devices) && version(it) == version);
            if (seen.isEmpty()) {
                fail("expected image %s to be delivered to %s by %s, saw %s"
                        .formatted(firmware, names(devices), world.timeline().instant(), deliveries()));
            }
            check(seen.orElseThrow(), occasion);
            world.ledger().observed("the DCC delivered image %s to %s".formatted(firmware, names(devices)), seen.get());
        }
    }

    /** No text says how soon: what comes at all while the bench waits has come. */
    private Duration patience(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Within(var limit) -> {
                var left = Duration.between(
                        world.timeline().instant(), firstAsked().plus(limit));
                yield left.isNegative() ? Duration.ZERO : left;
            }
            case Occasion.Unsaid it -> LONGEST;
            case Occasion.After it -> LONGEST;
            case Occasion.OnceReported it -> LONGEST;
            case Occasion.AheadOf it -> LONGEST;
        };
    }

    private void check(Sight<RecordedDelivery> seen, Occasion occasion) {
        switch (occasion) {
            case Occasion.Unsaid() -> {}
            case Occasion.After(var delay) -> {
                Instant earliest = firstAsked().plus(delay);
                if (seen.at().isBefore(earliest)) {
                    fail("expected no delivery before %s, saw one at %s (frame %d)"
                            .formatted(earliest, seen.at(), seen.number()));
                }
            }
            case Occasion.Within(var limit) -> {
                Instant end = firstAsked().plus(limit);
                if (!seen.at().isBefore(end)) {
                    fail("expected a delivery before %s, saw it at %s (frame %d)"
                            .formatted(end, seen.at(), seen.number()));
                }
            }
            case Occasion.OnceReported(var device) -> isAfterReport(seen, device);
            case Occasion.AheadOf(var device) -> isAhead(seen, device);
        }
    }

    private void isAfterReport(Sight<RecordedDelivery> seen, String device) {
        Eui64 address = world.chain().neighbourhood().device(device);
        var report = world.witness()
                .first(
                        WanMessage.Gbcs.class,
                        0,
                        GbcsSights.from(
                                world.chain().neighbourhood().hubOf(device),
                                HubFirmwareAlert.class,
                                it -> it.entity().equals(address) && GbcsSights.isOfTransfer(it)));
        if (report.isEmpty() && !seen.at().isBefore(firstAsked().plus(Neighbourhood.IN_FLIGHT))) {
            throw new PreconditionNotReached("DIS-01", "the hub reports on the " + device);
        }
        if (report.isEmpty() || seen.number() < report.get().number()) {
            fail("expected no delivery before the hub has reported on the %s, saw one at %s (frame %d)"
                    .formatted(device, seen.at(), seen.number()));
        }
    }

    private void isAhead(Sight<RecordedDelivery> seen, String device) {
        Eui64 address = world.chain().neighbourhood().device(device);
        var other = world.witness()
                .await(
                        RecordedDelivery.class,
                        0,
                        LONGEST,
                        it -> it.message().targets().contains(address))
                .orElseThrow(
                        () -> new PreconditionNotReached("DIS-04", "the %s is sent its image, too".formatted(device)));
        if (other.number() < seen.number()) {
            fail("expected the delivery of frame %d ahead of that to the %s, saw that before it (frame %d)"
                    .formatted(seen.number(), device, other.number()));
        }
    }

    /** When the first request for distribution was sent: it is in progress. */
    private Instant firstAsked() {
        return world.witness()
                .first(ServiceRequest.Distribution.class, 0, it -> true)
                .map(Sight::at)
                .orElseThrow(() -> new BenchFault("no image has been sent in this scenario"));
    }

    void deliversNothing(Recipients recipients, Duration window) {
        world.timeline().advance(window);
        Set<Eui64> devices = recipients.names().stream()
                .map(world.chain().neighbourhood()::device)
                .collect(Collectors.toSet());
        var seen = world.witness()
                .first(
                        RecordedDelivery.class,
                        world.since(),
                        it -> it.message().targets().stream().anyMatch(devices::contains));
        if (seen.isPresent()) {
            fail("expected no delivery to %s until %s, saw one (frame %d)"
                    .formatted(
                            names(devices),
                            world.timeline().instant(),
                            seen.get().number()));
        }
        var asked = world.witness().last(ServiceRequest.class, 0, it -> true);
        world.ledger()
                .observed(
                        "the DCC delivered nothing to " + names(devices),
                        asked.stream().toList());
    }

    void sendsNoCommand(Recipients recipients, Duration window) {
        world.timeline().advance(window);
        for (String device : recipients.names()) {
            Eui64 address = world.chain().neighbourhood().device(device);
            var seen = world.witness()
                    .first(WanMessage.Gbcs.class, world.since(), it -> isCommandTo(address, it.message()));
            if (seen.isPresent()) {
                fail("expected no command to the %s until %s, saw one (frame %d)"
                        .formatted(
                                device, world.timeline().instant(), seen.get().number()));
            }
            var delivery = world.witness()
                    .last(
                            RecordedDelivery.class,
                            0,
                            it -> it.message().targets().contains(address));
            world.ledger()
                    .observed("no command to the " + device, delivery.stream().toList());
        }
    }

    private static boolean isCommandTo(Eui64 device, WanMessage.Gbcs gbcs) {
        return GbcsSights.read(gbcs.message())
                .map(GbcsMessage::header)
                .filter(it -> it.cra() == Cra.COMMAND && it.recipient().equals(device))
                .isPresent();
    }

    void lastIs(DeliveryTrait trait) {
        var last = world.witness()
                .last(RecordedDelivery.class, world.since(), it -> true)
                .orElseThrow(() -> new PreconditionNotReached("DIS-01", "the DCC delivers the image"));
        var image = world.supply().lastImage();
        var delivery = last.message();
        boolean held = switch (trait) {
            case OCTET_FOR_OCTET -> delivery.sha256().equals(image.file().sha256());
            case FOR_METERS -> delivery.useCase() == UseCase.CS05B;
            case FOR_HAN_DEVICES -> delivery.useCase() == UseCase.CS05C;
            case OF_AT_MOST_750_KB -> manufacturerImageLength(delivery, image) < SMALLEST_TOO_LARGE;
        };
        if (!held) {
            fail("expected a delivery that %s, saw %s (frame %d)"
                    .formatted(words(trait), words(delivery), last.number()));
        }
        world.ledger().observed("the delivery " + words(trait), last);
    }

    /** What is delivered has the header and the trailers of what was sent. */
    private static int manufacturerImageLength(RecordedDelivery delivery, OtaImage sent) {
        int around = sent.file().length() - sent.manufacturerImageLength();
        return delivery.imageLength() - around;
    }

    private static String words(DeliveryTrait trait) {
        return switch (trait) {
            case OCTET_FOR_OCTET -> "carries the image octet for octet";
            case FOR_METERS -> "is marked as one for meters and load switches";
            case FOR_HAN_DEVICES -> "is marked as one for displays";
            case OF_AT_MOST_750_KB -> "has a Manufacturer Image of less than 750 KB";
        };
    }

    private static String words(RecordedDelivery delivery) {
        return "%s with %d octets, SHA-256 %s"
                .formatted(
                        delivery.useCase(),
                        delivery.imageLength(),
                        delivery.sha256().hex());
    }

    private List<Set<Eui64>> byHub(Recipients recipients) {
        var neighbourhood = world.chain().neighbourhood();
        Map<Eui64, Set<Eui64>> byHub = new LinkedHashMap<>();
        recipients
                .names()
                .forEach(it -> byHub.computeIfAbsent(neighbourhood.hubOf(it), hub -> new LinkedHashSet<>())
                        .add(neighbourhood.device(it)));
        return List.copyOf(byHub.values());
    }

    private static long version(Sight<RecordedDelivery> sight) {
        return OtaHeader.read(sight.message().head()) instanceof Decoded.Value<OtaHeader>(var header)
                ? header.image().fileVersion()
                : -1;
    }

    private String names(Set<Eui64> devices) {
        return devices.stream()
                .map(world.chain().neighbourhood()::device)
                .sorted()
                .collect(Collectors.joining(" and "));
    }

    private String deliveries() {
        String all = world.witness().all(RecordedDelivery.class, 0, it -> true).stream()
                .map(it -> "%08X to %s (frame %d)"
                        .formatted(version(it), names(Set.copyOf(it.message().targets())), it.number()))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }
}
