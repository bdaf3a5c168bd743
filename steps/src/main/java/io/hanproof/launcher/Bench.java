package io.hanproof.launcher;

import java.time.InstantSource;

/** What a run needs of the world: a clock on the wall, somebody to tell how it goes, and somebody to end it. */
record Bench(InstantSource clock, Progress progress, Watchdog watchdog, Interruption interruption) {}
