/**
 * The laboratory: ports to the HAN and the WAN, the timeline that moves everything, a simulated radio and the recorder
 * of what crossed it. State machines take time, chance and I/O from here as arguments, so the same ones run on two
 * clocks.
 */
@NullMarked
package io.hanproof.lab;

import org.jspecify.annotations.NullMarked;
