/**
 * The OTA image file, in the ZigBee form with its sub-elements and in the GB form with its trailers. An inspection
 * reads whatever can be read and lists what is wrong with it; a strict reading refuses the first of those findings.
 * Offsets within an image count from the header's first octet, as on the HAN; offsets of findings count from the
 * file's.
 */
@NullMarked
package io.hanproof.image;

import org.jspecify.annotations.NullMarked;
