package io.hanproof.dcc;

import io.hanproof.duis.Incident;
import io.hanproof.octets.Eui64;
import java.util.List;

/** Answers incidents from the audit trail: a supplier affected is told who sent a device's firmware (S002:1704-1712). */
final class AuditDesk {
    private final Responsibility responsibility;

    AuditDesk(DccRules rules) {
        this.responsibility = new Responsibility(rules);
    }

    void on(Turn turn, Eui64 user, Eui64 device) {
        boolean affected = turn.books()
                .inventory()
                .find(device)
                .filter(it -> responsibility.of(it, turn.books()).contains(user))
                .isPresent();
        turn.tell(
                user, new Incident.Answered(device, affected ? sent(turn.state().audit(), device) : List.of()));
    }

    static List<Incident.Sent> sent(List<Update> audit, Eui64 device) {
        return audit.stream()
                .filter(it -> it.devices().contains(device))
                .map(it -> new Incident.Sent(it.received(), it.sender(), it.request(), it.hash(), it.firmwareVersion()))
                .toList();
    }
}
