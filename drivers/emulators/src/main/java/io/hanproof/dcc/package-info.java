/**
 * The DCC between its users and the Communications Hubs: the DSP, which checks requests against the Central Products List,
 * the Smart Metering Inventory and the registration data, and the CSP, which carries images to the hubs. {@link DccMachine}
 * decides, {@link EmulatedDcc} sends and books; a mutation between them makes a DCC that misbehaves.
 */
@NullMarked
package io.hanproof.dcc;

import org.jspecify.annotations.NullMarked;
