/**
 * Standing rules: what must hold in every session, whatever the scenario is about. They are judged over the recordings of all
 * scenarios, so that one transfer proves many rules.
 */
@NullMarked
package io.hanproof.steps.monitor;

import org.jspecify.annotations.NullMarked;
