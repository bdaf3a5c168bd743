/**
 * Frames as a sniffer would have seen them: ZigBee's headers around a ZCL frame, sealed or not, in a capture of the
 * pcapng form that any protocol analyser opens. What is written goes to a sink; nothing here opens a file.
 */
@NullMarked
package io.hanproof.pcapng;

import org.jspecify.annotations.NullMarked;
