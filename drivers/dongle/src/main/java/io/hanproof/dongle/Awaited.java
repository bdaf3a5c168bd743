package io.hanproof.dongle;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Delivery;
import java.util.concurrent.CompletableFuture;

/** The fate of a frame that somebody waits for: whether it was acknowledged. */
final class Awaited implements Fate {
    private final CompletableFuture<Boolean> acknowledged = new CompletableFuture<>();

    CompletableFuture<Boolean> acknowledged() {
        return acknowledged;
    }

    @Override
    public void settled(Delivery delivery) {
        acknowledged.complete(delivery == Delivery.DELIVERED);
    }

    @Override
    public void busy() {
        refused("it has no room for the frame just now");
    }

    @Override
    public void refused(String why) {
        acknowledged.completeExceptionally(new BenchFault("the stick will not send: " + why));
    }
}
