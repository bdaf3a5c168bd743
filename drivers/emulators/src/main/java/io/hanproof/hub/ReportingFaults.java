package io.hanproof.hub;

import static io.hanproof.hub.HubChanges.remembers;
import static io.hanproof.hub.HubChanges.rewrites;
import static io.hanproof.hub.HubMisbehaviours.fault;

import io.hanproof.lab.Misbehaviour;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import java.util.List;
import java.util.Map;

/** Hubs that report the versions of queries wrongly, where they are to report them at all. */
final class ReportingFaults {
    private static final String REPORTING = "reporting";
    private static final String QUERIES = "query-next-image";

    private ReportingFaults() {}

    static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        return List.of(
                fault(
                                "keeps-queries-to-itself",
                                "reports no version that a device names in its query",
                                "GEO-01 GEO-04",
                                rewrites((effect, event, state, now) -> effect instanceof HubEffect.Alert alert
                                                && alert.message() instanceof ReadAlert
                                                && isQuery(event)
                                        ? List.of()
                                        : List.of(effect)))
                        .under(REPORTING, QUERIES),
                fault(
                                "reports-every-query",
                                "reports the version of every query, whether it is new or not",
                                "GEO-04 GEO-05",
                                remembers((state, event, now) -> state.withReported(Map.of())))
                        .under(REPORTING, QUERIES));
    }

    private static boolean isQuery(HubEvent event) {
        return event instanceof HubEvent.Asked(var from, var command) && command instanceof QueryNextImageRequest;
    }
}
