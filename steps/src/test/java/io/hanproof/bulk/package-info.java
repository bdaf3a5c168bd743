/** One request for very many devices, what becomes of each of them written to a file. */
@NullMarked
package io.hanproof.bulk;

import org.jspecify.annotations.NullMarked;
