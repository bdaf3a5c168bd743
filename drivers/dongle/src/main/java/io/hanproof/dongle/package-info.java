/**
 * Real ZigBee sticks as radios of the HAN: the one room that knows zsmartsystems and jSerialComm. A {@link Stick} is
 * opened over a serial port or a socket, forms or joins a network, and lends a radio to each scenario. The library's
 * driver carries the link, the codec and the start-up; its network manager and its OTA server stay out, since they
 * answer, drop and repeat by themselves. Frames are tapped where they come off the link, in order, and no key is ever
 * written down.
 */
@NullMarked
package io.hanproof.dongle;

import org.jspecify.annotations.NullMarked;
