/**
 * Octets in wire order: an immutable run of them, a reader that says what it lacks, and a writer. Everything on the HAN
 * is little-endian, so both speak only that.
 */
@NullMarked
package io.hanproof.octets;

import org.jspecify.annotations.NullMarked;
