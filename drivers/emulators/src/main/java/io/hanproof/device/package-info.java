/**
 * Devices that are updated over the HAN: displays (PPMID and IHD) and, by the same machine, the OTA clients of meters
 * and switches, with the firmware they are given and the ways in which they can be wrong. What a device decides is a
 * pure function of event, state and time; its shell holds the flash memory, sends, and books one timer.
 */
@NullMarked
package io.hanproof.device;

import org.jspecify.annotations.NullMarked;
