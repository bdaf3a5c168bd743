/**
 * The OTA Upgrade cluster 0x0019: its ten commands, its attributes, and the identities an image goes by. Octets that
 * cannot be told apart are malformed here; values that a standard forbids are read as they stand, for a checker to
 * judge.
 */
@NullMarked
package io.hanproof.zcl.ota;

import org.jspecify.annotations.NullMarked;
