/**
 * The Central Products List: which firmware is approved for which Device Model, and what a supplier checks against it
 * before an image is sent (Annex A 3.1.1). Fields are those of the sources; the file format is hanproof's own and
 * non-normative, for none was published.
 */
@NullMarked
package io.hanproof.cpl;

import org.jspecify.annotations.NullMarked;
