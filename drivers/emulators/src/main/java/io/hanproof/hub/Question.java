package io.hanproof.hub;

import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.octets.Eui64;

/**
 * A device is being asked for its model, because the DCC wants to know.
 *
 * @param serial tells it from every other question
 * @param command what the DCC asked with, which the response repeats
 */
public record Question(int serial, Eui64 device, GroupingHeader command) {}
