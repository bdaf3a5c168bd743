/**
 * The Communications Hub's HAN and image side: what it keeps of an image that arrives over the WAN, how it serves it as
 * OTA server, what it tells the DCC of it, and how it reads the firmware back. {@link HubMachine} decides,
 * {@link EmulatedHub} sends and books; a mutation between them makes a hub that misbehaves, or one that does what is
 * unusual but legal.
 */
@NullMarked
package io.hanproof.hub;

import org.jspecify.annotations.NullMarked;
