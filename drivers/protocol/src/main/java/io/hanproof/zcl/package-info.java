/**
 * The ZigBee Cluster Library frame: its header, the global commands, their typed attributes, and what every cluster
 * shares. A cluster has a room of its own below this one and adds its commands there.
 */
@NullMarked
package io.hanproof.zcl;

import org.jspecify.annotations.NullMarked;
