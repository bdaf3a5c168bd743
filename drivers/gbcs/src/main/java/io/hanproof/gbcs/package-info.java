/**
 * GBCS messages: the envelope both ways, its signatures and MACs, the payloads of the firmware use cases, and a test PKI. No
 * clock, thread, log or I/O but for key store files; keys never appear in text.
 */
@NullMarked
package io.hanproof.gbcs;

import org.jspecify.annotations.NullMarked;
