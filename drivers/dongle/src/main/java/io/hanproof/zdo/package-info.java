/**
 * The ZigBee Device Object: what nodes tell each other about themselves on endpoint 0, and who has which address. Only
 * the commands that a bench needs, read and written as the ZigBee specification 05-3474 has them in clause 2.4.
 */
@NullMarked
package io.hanproof.zdo;

import org.jspecify.annotations.NullMarked;
