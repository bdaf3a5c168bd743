/**
 * The requirements, and what tests each: scenarios and standing rules, the misbehaviours that prove those can fail, or
 * the reason why nothing does.
 */
@NullMarked
package io.hanproof.matrix;

import org.jspecify.annotations.NullMarked;
