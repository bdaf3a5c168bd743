package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hanproof.lab.BenchFault;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Requests to a WAN door: the object it answers with, or a {@link BenchFault} that says why there is none. */
final class WanCalls implements AutoCloseable {
    private static final int LONGEST_ANSWER = 2 * 1024 * 1024;

    private final URI door;
    private final Duration patience;
    private final HttpClient client;

    WanCalls(URI door, Duration patience) {
        this.door = door;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(patience)
                .build();
    }

    Fields get(String path) {
        return get(path, Duration.ZERO);
    }

    /** @param longer how long the door may wait before it answers */
    Fields get(String path, Duration longer) {
        return call("GET " + path, HttpRequest.newBuilder(at(path)).GET().build(), 200, patience.plus(longer));
    }

    Fields post(String path, ObjectNode body, int expected) {
        var request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.octets(body)))
                .build();
        return call("POST " + path, request, expected, patience);
    }

    private URI at(String path) {
        return door.resolve(path);
    }

    private Fields call(String what, HttpRequest request, int expected, Duration timeout) {
        var answer = client.sendAsync(request, head -> new BoundedBody(LONGEST_ANSWER));
        try {
            return read(what, answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS), expected);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw fault(what, "no answer within " + timeout);
        } catch (ExecutionException e) {
            throw fault(what, e.getCause() instanceof ConnectException ? "nobody listens there" : reason(e));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw fault(what, "interrupted");
        }
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private Fields read(String what, HttpResponse<byte[]> answer, int expected) {
        byte[] body = answer.body();
        if (answer.statusCode() != expected) {
            throw fault(what, "%d expected, found %d%s".formatted(expected, answer.statusCode(), detail(body)));
        }
        return readAs(what, () -> Json.read(ByteBuffer.wrap(body)));
    }

    /** What a reader finds wrong with an answer is the door's fault. */
    <T> T readAs(String what, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (BadInput bad) {
            throw fault(what, bad.field().isEmpty() ? bad.reason() : "%s: %s".formatted(bad.field(), bad.reason()));
        }
    }

    private static String detail(byte[] body) {
        try {
            var problem = Json.read(ByteBuffer.wrap(body));
            return ": " + problem.text(problem.has("detail") ? "detail" : "title");
        } catch (BadInput none) {
            return "";
        }
    }

    private BenchFault fault(String what, String found) {
        return new BenchFault("WAN door %s, %s: %s".formatted(door, what, found));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
