package io.hanproof.launcher;

import io.hanproof.doors.HanClosed;
import io.hanproof.doors.NodeDescription;
import io.hanproof.doors.SocketNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Joins a HAN socket again and again, with a node made anew each time. */
final class HanSessions {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final Terminal terminal;
    private final HanOptions options;

    HanSessions(Terminal terminal, HanOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    /** @param settle makes what lives on the node, before anything reaches it */
    int run(NodeDescription self, Consumer<SocketNode> settle) {
        var product = ToolVersion.read().text();
        terminal.out().printf("%s %s joins %s%n", self.device(), self.eui64(), options.han);
        terminal.out().flush();
        while (true) {
            try (var node = SocketNode.join(options.socket(), self, options.mode(), product)) {
                node.onComplaint(it -> terminal.err().println(it));
                settle.accept(node);
                node.run();
                if (options.once) {
                    return ExitCode.PASSED;
                }
            } catch (HanClosed e) {
                pause(); // a run that has not begun, or is over: there may be another
            }
        }
    }

    private static void pause() {
        new CompletableFuture<Boolean>()
                .completeOnTimeout(true, BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
