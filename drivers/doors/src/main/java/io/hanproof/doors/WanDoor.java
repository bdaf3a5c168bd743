package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hanproof.gbcs.Cra;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.HubWan;
import io.hanproof.lab.LiveTimeline;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.WanMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The WAN door, version 1, in front of a hub of ours. It stays open from one session of the hub on a HAN to the next.
 * What it is asked is handed over to the hub's own thread; in lockstep that is when time next comes to the hub.
 */
public final class WanDoor implements AutoCloseable {
    private static final int LONGEST_BODY = 2 * 1024 * 1024;
    private static final int MOST_AT_ONCE = 64;
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final HttpServer server;
    private final ExecutorService workers;
    private final AlertLog alerts = new AlertLog();
    private final AtomicLong deliveries = new AtomicLong();
    private volatile @Nullable Session session;

    /** @param onItsThread lets something happen where everything happens to the hub */
    private record Session(Consumer<Runnable> onItsThread, BooleanSupplier ended, HubWan hub, HubFacts facts) {}

    private record Answer(int status, ObjectNode body) {}

    /** A request that cannot be answered as asked. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Refusal(int status, String detail) {
            super(detail, null, false, false);
            this.status = status;
        }
    }

    @FunctionalInterface
    private interface Route {
        Answer answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final Map<String, Map<String, Route>> routes = Map.of(
            "/wan/v1/firmware", Map.of("POST", this::firmware),
            "/wan/v1/gbcs", Map.of("POST", this::gbcs),
            "/wan/v1/alerts", Map.of("GET", this::alerts),
            "/wan/v1/hub", Map.of("GET", this::hub));

    private WanDoor(HttpServer server) {
        this.server = server;
        this.workers = new ThreadPoolExecutor(
                0, MOST_AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Threads.named("hanproof-wan-door"));
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Opens the door; port 0 is any free one.
     *
     * @throws BenchFault when it cannot
     */
    public static WanDoor open(InetSocketAddress address) {
        try {
            return new WanDoor(HttpServer.create(address, MOST_AT_ONCE));
        } catch (IOException e) {
            throw new BenchFault("the WAN door cannot open at %s: %s".formatted(address, e.getMessage()), e);
        }
    }

    /** What it is reached by. */
    public URI uri() {
        var address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, address.getPort()));
    }

    /** From now on, until {@code node} has left its HAN, that hub is behind the door. */
    public void serve(SocketNode node, HubWan hub, HubFacts facts) {
        serve(node.timeline(), hub, new Session(node::post, node::isEnded, hub, facts));
    }

    /** From now on that hub is behind the door; everything happens to it on that timeline. */
    public void serve(LiveTimeline timeline, HubWan hub, HubFacts facts) {
        serve(timeline, hub, new Session(timeline::post, () -> false, hub, facts));
    }

    private void serve(Timeline timeline, HubWan hub, Session other) {
        hub.listen(message -> alerts.add(timeline.instant(), message));
        session = other;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = route(exchange).answer(exchange);
            } catch (BadInput bad) {
                answer = problem(
                        400,
                        bad.field().isEmpty() ? bad.reason() : "%s: %s".formatted(bad.field(), bad.reason()),
                        it -> it.put("field", bad.field()));
            } catch (Refusal refusal) {
                answer = problem(refusal.status, String.valueOf(refusal.getMessage()), it -> it);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer = problem(503, "the door closes", it -> it);
            }
            send(exchange, answer);
        }
    }

    private Route route(HttpExchange exchange) {
        var methods = routes.get(exchange.getRequestURI().getPath());
        if (methods == null) {
            throw new Refusal(
                    404,
                    "nothing is at " + Fields.excerpt(exchange.getRequestURI().getPath()));
        }
        var route = methods.get(exchange.getRequestMethod());
        if (route == null) {
            exchange.getResponseHeaders().set("Allow", String.join(", ", methods.keySet()));
            throw new Refusal(
                    405, "needs %s, found %s".formatted(methods.keySet(), Fields.excerpt(exchange.getRequestMethod())));
        }
        return route;
    }

    private static Answer problem(int status, String detail, UnaryOperator<ObjectNode> more) {
        return new Answer(status, more.apply(Json.object().put("status", status).put("detail", detail)));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = Json.octets(answer.body());
        exchange.getResponseHeaders()
                .set("Content-Type", answer.status() < 300 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private Session present() {
        var present = session;
        if (present == null || present.ended().getAsBoolean()) {
            throw new Refusal(409, "the hub is on no HAN at present");
        }
        return present;
    }

    private static Fields body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new Refusal(413, "a body has at most %d octets".formatted(LONGEST_BODY));
        }
        return Json.read(ByteBuffer.wrap(body));
    }

    private Answer firmware(HttpExchange exchange) throws IOException {
        var firmware = WanFirmware.read(body(exchange));
        var present = present();
        present.onItsThread().accept(() -> present.hub().deliver(firmware.delivery()));
        return new Answer(202, Json.object().put("id", "delivery-" + deliveries.incrementAndGet()));
    }

    private Answer gbcs(HttpExchange exchange) throws IOException {
        var message = body(exchange).hex("message", WanAlert.LONGEST_GBCS);
        if (!new WanMessage.Gbcs(message).cra().equals(Optional.of(Cra.COMMAND))) {
            throw new BadInput("message", "is no GBCS command");
        }
        var present = present();
        present.onItsThread().accept(() -> present.hub().send(message));
        var out = Json.object();
        out.putArray("responses"); // time has to come to the hub first: what it answers is among the alerts
        return new Answer(200, out);
    }

    private Answer alerts(HttpExchange exchange) throws InterruptedException {
        var query = new Query(exchange.getRequestURI().getRawQuery());
        long after = query.number("after", Long.MAX_VALUE);
        int wait = (int) query.number("wait", LONGEST_WAIT_SECONDS);
        return new Answer(200, alerts.after(after, wait));
    }

    private Answer hub(HttpExchange exchange) {
        return new Answer(200, present().facts().json());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
