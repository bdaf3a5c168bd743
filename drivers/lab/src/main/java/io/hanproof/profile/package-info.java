/**
 * Device profiles: what a product is, what it can do and how long it takes, with the names that scenarios use bound to
 * its real versions and images; and the readings of the sources that a run follows.
 */
@NullMarked
package io.hanproof.profile;

import org.jspecify.annotations.NullMarked;
