package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.zcl.DefaultResponse;
import java.time.Duration;

/** Finds what a hub answered to what a device has said last. */
final class HubAnswers {
    /** How long a hub may take to answer on the HAN. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private final World world;

    HubAnswers(World world) {
        this.world = world;
    }

    /** The answer of that type; another answer, or silence where one is due, is the hub's fault. */
    <C> Sight<C> answer(Class<C> type, String name) {
        var request = world.speech().lastSaid(Object.class);
        var answer = world.witness().await(type, request.number(), LIMIT, it -> world.answers(it, request));
        if (answer.isEmpty()) {
            var instead =
                    world.witness().first(DefaultResponse.class, request.number(), it -> world.answers(it, request));
            instead.ifPresent(it -> fail("expected %s, saw Default Response %s (frame %d)"
                    .formatted(name, it.message().status(), it.number())));
            throw world.silence().after(request, "expected %s to frame %d, saw none".formatted(name, request.number()));
        }
        return answer.orElseThrow();
    }
}
