/**
 * Where scenarios take place: on emulators in one process, with nodes that come in through a socket, or at a bench with a
 * ZigBee stick. A scenario opens a ground, its actors join there, and it ends by closing it; which venue it was shows
 * in nothing that a sentence says.
 */
@NullMarked
package io.hanproof.venue;

import org.jspecify.annotations.NullMarked;
