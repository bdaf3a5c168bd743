/**
 * An emulated ZigBee stick: the far side of a serial line, as a network co-processor of Silicon Labs speaks there.
 * ASH (UG101) carries EZSP (UG100); what the host sends crosses a simulated HAN, on which emulated devices live. It is
 * strict: a host that departs from the protocol is answered as the stack answers, and the departure is recorded.
 * Sticks, devices and their HAN form one {@link io.hanproof.ncp.Home}, run by one thread, in wall time or in the
 * steps its hosts allow.
 */
@NullMarked
package io.hanproof.ncp;

import org.jspecify.annotations.NullMarked;
