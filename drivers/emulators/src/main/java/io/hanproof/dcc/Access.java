package io.hanproof.dcc;

import io.hanproof.dcc.Books.Kind;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.octets.Eui64;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may send what, and how often: checked before anything of a request is looked at. */
final class Access {
    static final String DISPLAYS_BY_SR_11_1 = "11.1 for displays";

    private final DccRules rules;

    Access(DccRules rules) {
        this.rules = rules;
    }

    Optional<RequestFault> fault(Turn turn, Eui64 user, ServiceRequest request) {
        if (applies(RequestFault.NOT_IN_BASELINE)
                && request instanceof ServiceRequest.ReadDeviceModel
                && !rules.year2019()) {
            return Optional.of(RequestFault.NOT_IN_BASELINE);
        }
        if (applies(RequestFault.USER_NOT_ELIGIBLE) && !isEligible(turn.books(), user, request)) {
            return Optional.of(RequestFault.USER_NOT_ELIGIBLE);
        }
        return isWithinThreshold(turn, user, request) ? Optional.empty() : Optional.of(RequestFault.THRESHOLD_EXCEEDED);
    }

    private boolean applies(RequestFault fault) {
        return !rules.waivedFaults().contains(fault);
    }

    private static boolean isEligible(Books books, Eui64 user, ServiceRequest request) {
        var known = books.users().find(user);
        return request.id().originator().equals(user)
                && known.isPresent()
                && switch (request) {
                    case ServiceRequest.ReadFirmwareVersion it -> true;
                    case ServiceRequest.ReadInventory it -> true;
                    case ServiceRequest.UpdateFirmware it -> known.get().isSupplier();
                    case ServiceRequest.UpdatePpmidFirmware it -> known.get().isSupplier();
                    case ServiceRequest.ActivateFirmware it -> known.get().isSupplier();
                    case ServiceRequest.SignedPreCommand it -> known.get().isSupplier();
                    case ServiceRequest.ReadDeviceModel it -> known.get().isSupplier();
                    case ServiceRequest.UpdateInventory it -> known.get().isSupplier();
                    case ServiceRequest.DevicePrenotification it -> known.get().isSupplier();
                };
    }

    /** What a threshold is for; the first half of SR 11.3 sends nothing to a device. */
    private static String limited(ServiceRequest request) {
        return request instanceof ServiceRequest.ActivateFirmware ? "11.3 for transformation" : request.variant();
    }

    /** What is counted: SR 11.1 apart for displays, where it is for them at all (S002:1300-1304). */
    private static String counted(Books books, ServiceRequest request) {
        boolean forDisplays = request instanceof ServiceRequest.UpdateFirmware it
                && it.devices().stream()
                        .map(books.inventory()::find)
                        .flatMap(Optional::stream)
                        .anyMatch(device -> device.type().isDisplay());
        return forDisplays ? DISPLAYS_BY_SR_11_1 : limited(request);
    }

    /** Each kind has its own count (S002:1251-1260); what is refused for its number is counted, too. */
    private boolean isWithinThreshold(Turn turn, Eui64 user, ServiceRequest request) {
        var threshold = turn.books().thresholds().get(new Kind(user, limited(request)));
        var kind = new Kind(user, counted(turn.books(), request));
        if (threshold == null || !applies(RequestFault.THRESHOLD_EXCEEDED)) {
            return true;
        }
        Instant since = turn.now().minus(threshold.within());
        var times = new ArrayList<Instant>();
        for (var each : turn.traffic().requests().getOrDefault(kind, List.of())) {
            if (each.isAfter(since)) {
                times.add(each);
            }
        }
        times.add(turn.now());
        turn.become(turn.traffic().withRequests(kind, times));
        return times.size() <= threshold.requests();
    }
}
