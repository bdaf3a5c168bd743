package io.hanproof.dcc;

import io.hanproof.duis.RejectionReason;
import io.hanproof.octets.Eui64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The checks of one device of a distribution (S002:2723-2745), in their order; the first that fails is its reason. */
final class DeviceChecks {
    private final DccRules rules;
    private final Responsibility responsibility;
    private final Books books;
    private final Traffic traffic;
    private final Eui64 sender;
    private final Products products;
    private final boolean forDisplays;
    private final List<Check> checks;

    private record Check(RejectionReason reason, Predicate<InventoryDevice> fails) {}

    DeviceChecks(DccRules rules, DccState state, Eui64 sender, Products products, boolean forDisplays) {
        this.rules = rules;
        this.responsibility = new Responsibility(rules);
        this.books = state.books();
        this.traffic = state.traffic();
        this.sender = sender;
        this.products = products;
        this.forDisplays = forDisplays;
        this.checks = List.of(
                        new Check(RejectionReason.WRONG_DEVICE_TYPE, this::isWrongType),
                        new Check(RejectionReason.NOT_COMMISSIONED, this::isNotCommissioned),
                        new Check(RejectionReason.REMOVED_FROM_CPL, this::isRemoved),
                        new Check(RejectionReason.MODEL_NOT_LISTED, this::isNotListed),
                        new Check(RejectionReason.NOT_UPGRADEABLE, this::isNotUpgradeable),
                        new Check(RejectionReason.NO_HUB, this::hasNoHub),
                        new Check(RejectionReason.HUB_NOT_CAPABLE, this::isBehindIncapableHub),
                        new Check(RejectionReason.NOT_RESPONSIBLE, this::isNotTheSenders),
                        new Check(RejectionReason.OTHER_REQUEST_IN_PROGRESS, this::isBusy))
                .stream()
                .filter(it -> !rules.waivedReasons().contains(it.reason))
                .toList();
    }

    Optional<RejectionReason> reason(InventoryDevice device) {
        for (var each : checks) {
            if (each.fails.test(device)) {
                return Optional.of(each.reason);
            }
        }
        return Optional.empty();
    }

    private boolean isWrongType(InventoryDevice device) {
        return forDisplays ? !rules.isDisplayUpdateFor(device.type()) : !rules.isSentBySr111(device.type());
    }

    /** A suspended device may be updated: that is how it gets back onto the list. */
    private boolean isNotCommissioned(InventoryDevice device) {
        return switch (device.status()) {
            case PENDING, DECOMMISSIONED -> true;
            case COMMISSIONED, SUSPENDED -> false;
        };
    }

    private boolean isRemoved(InventoryDevice device) {
        return !products.isActive(device) && products.isRemoved(device);
    }

    private boolean isNotListed(InventoryDevice device) {
        return !products.isActive(device) && !products.isRemoved(device);
    }

    private boolean isNotUpgradeable(InventoryDevice device) {
        return !device.type().isMeter() && !GbcsVersions.isUpgradeable(device);
    }

    private boolean hasNoHub(InventoryDevice device) {
        return device.hub().flatMap(books.hubs()::find).isEmpty();
    }

    private boolean isBehindIncapableHub(InventoryDevice device) {
        return !device.type().isMeter()
                && device.hub()
                        .flatMap(books.hubs()::find)
                        .filter(it -> !it.updatesHanDevices())
                        .isPresent();
    }

    private boolean isNotTheSenders(InventoryDevice device) {
        return !responsibility.covers(sender, device, books);
    }

    private boolean isBusy(InventoryDevice device) {
        return rules.inFlight() == DccRules.InFlight.REJECT
                && device.hub()
                        .flatMap(traffic.queues()::find)
                        .filter(it -> it.inProgress().isPresent())
                        .isPresent();
    }
}
