package io.hanproof.doors;

import java.util.concurrent.ThreadFactory;

/** Threads that keep nobody from ending. */
final class Threads {
    private Threads() {}

    static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    static Thread start(String name, Runnable what) {
        return Thread.ofPlatform().daemon().name(name).start(what);
    }
}
