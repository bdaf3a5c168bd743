/** Steps for the launcher's own tests: they end scenarios in every way there is. */
@NullMarked
package io.hanproof.launcher.glue;

import org.jspecify.annotations.NullMarked;
