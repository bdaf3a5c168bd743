/**
 * What passes between the DCC and its users over the DCC User Interface, as domain records: service requests, responses and
 * alerts, and incidents beside it. Names are those of the DUIS schema where it has one. No XML, no transport.
 */
@NullMarked
package io.hanproof.duis;

import org.jspecify.annotations.NullMarked;
