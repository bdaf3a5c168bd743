/** What a run found, and the files that say so: verdicts, JUnit XML and frame logs. */
@NullMarked
package io.hanproof.evidence;

import org.jspecify.annotations.NullMarked;
