package io.hanproof.launcher;

import io.hanproof.steps.OutcomeListener;
import io.hanproof.steps.RunContext;
import io.hanproof.steps.WorldFactory;
import java.util.function.Consumer;

/**
 * Where the sentences of features find their steps.
 *
 * @param packageName whose classes hold the steps
 * @param objectFactory class that makes a world for each scenario
 * @param plugin class that tells what each scenario left behind
 * @param use tells that factory what the worlds of the next request have in common
 */
record Glue(String packageName, String objectFactory, String plugin, Consumer<RunContext> use) {
    static final Glue SHIPPED = new Glue(
            "io.hanproof.steps", WorldFactory.class.getName(), OutcomeListener.class.getName(), WorldFactory::use);
}
