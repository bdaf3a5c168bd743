/** How fast it is, in ratios and counts: nothing here asserts. */
@NullMarked
package io.hanproof.bench;

import org.jspecify.annotations.NullMarked;
