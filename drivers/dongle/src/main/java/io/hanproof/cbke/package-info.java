/**
 * Key Establishment of ZigBee Smart Energy (cluster 0x0800, annex C): two devices show certificates of one authority,
 * agree on a link key by ECMQV and prove to each other that they have the same. A pure machine decides; certificates
 * for tests are read from a file, or made here. Bouncy Castle's curves stay inside.
 */
@NullMarked
package io.hanproof.cbke;

import org.jspecify.annotations.NullMarked;
