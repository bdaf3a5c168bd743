/** The glue: one sentence, one call. Each scenario has a world of its own; what it observes is judged from the recording. */
@NullMarked
package io.hanproof.steps;

import org.jspecify.annotations.NullMarked;
