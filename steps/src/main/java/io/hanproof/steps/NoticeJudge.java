package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.Incident;
import io.hanproof.duis.UserMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.steps.DccWords.User;
import io.hanproof.steps.DccWords.Users;
import io.hanproof.steps.NoticeWords.Notice;
import io.hanproof.steps.NoticeWords.NoticeKind;
import io.hanproof.steps.Tidings.Expected;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judges the DCC by what it tells users unasked, and by what it keeps to itself. */
final class NoticeJudge {
    /** No text says how soon users are told: what has not come by then does not come. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    /** Who is told once is not told again soon afterwards. */
    private static final Duration REPETITION = Duration.ofMinutes(10);

    private final World world;
    private final Tidings tidings;

    NoticeJudge(World world) {
        this.world = world;
        this.tidings = new Tidings(world);
    }

    void receive(Users users, Notice notice) {
        Expected expected = tidings.of(notice);
        users.each().forEach(it -> receive(it, notice, expected));
    }

    private void receive(User user, Notice notice, Expected expected) {
        Eui64 id = Neighbourhood.user(user);
        int from = expected.from();
        Predicate<Sight<UserMessage>> which =
                it -> it.to().equals(id) && expected.which().test(it.message());
        var seen = world.witness().await(UserMessage.class, from, PATIENCE, which);
        if (seen.isEmpty()) {
            fail("expected %s to receive %s by %s, saw %s"
                    .formatted(user, notice.words(), world.timeline().instant(), alertsTo(id)));
        }
        world.timeline().advance(REPETITION);
        List<Sight<UserMessage>> all = world.witness().all(UserMessage.class, from, which);
        if (all.size() > 1) {
            fail("expected %s to receive %s once, saw it %d times (frame %d)"
                    .formatted(user, notice.words(), all.size(), all.getLast().number()));
        }
        world.ledger().observed("%s received %s".formatted(user, notice.words()), all);
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

    /** Silence names nobody, and a refusal does not either. */
    void nameNoSender(User asker, Duration window) {
        world.timeline().advance(window);
        Eui64 id = Neighbourhood.user(asker);
        var seen = world.witness()
                .first(
                        Incident.Answered.class,
                        world.since(),
                        it -> it.to().equals(id) && !it.message().images().isEmpty());
        if (seen.isPresent()) {
            fail("expected no sender to be named to %s, saw %s (frame %d)"
                    .formatted(asker, seen.get().message().images(), seen.get().number()));
        }
        var asked = world.witness()
                .last(Incident.Raised.class, world.since(), it -> it.from().equals(id));
        world.ledger()
                .observed("no sender was named to " + asker, asked.stream().toList());
    }

    private static boolean isOf(NoticeKind kind, UserMessage message) {
        return switch (kind) {
            case FIRST ->
                message instanceof DccAlert.UpdateRequested || message instanceof DccAlert.FirmwareUpgradeRequested;
            case SECOND -> message instanceof DccAlert.FirmwareTransfer;
            case ANY -> message instanceof DccAlert || message instanceof DeviceAlert;
        };
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
}
