package io.hanproof.launcher;

import io.hanproof.evidence.MonitorResult;
import io.hanproof.evidence.ScenarioResult;
import java.util.List;

/** Rules that hold at all times, judged over the recordings of all scenarios of a profile together. */
@FunctionalInterface
interface StandingRules {
    List<MonitorResult> judge(Plan plan, List<ScenarioResult> results);
}
