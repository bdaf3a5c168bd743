package io.hanproof.dongle;

import io.hanproof.octets.Eui64;
import io.hanproof.zdo.NodeDescriptor;
import io.hanproof.zdo.SimpleDescriptor;
import io.hanproof.zdo.ZdoCommand;
import io.hanproof.zdo.ZdoStatus;
import java.util.List;
import java.util.Optional;

/** Answers what others ask a node about itself, for sticks that leave that to their host. */
final class ZdoResponder {
    private static final int COORDINATOR = 0; // the library knows no other role for such sticks
    private static final int MAINS_POWERED_ROUTER = 0x8E;
    private static final int MANUFACTURER = 0xFFFE; // any: our own is nobody's product
    private static final int LARGEST = 82;

    private final List<StickEndpoint> endpoints;

    ZdoResponder(List<StickEndpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    /** What to say, if anything: a question to all is answered only by whom it concerns. */
    Optional<ZdoCommand> answer(ZdoCommand question, Eui64 self, boolean toAll) {
        return switch (question) {
            case ZdoCommand.NwkAddressRequest(var node) ->
                node.equals(self) ? Optional.of(address(ZdoCommand.NWK_ADDRESS, self)) : Optional.empty();
            case ZdoCommand.IeeeAddressRequest(int of) ->
                ours(of) ? Optional.of(address(ZdoCommand.IEEE_ADDRESS, self)) : Optional.empty();
            case ZdoCommand.NodeDescriptorRequest(int of) ->
                ours(of) ? Optional.of(nodeDescriptor()) : Optional.empty();
            case ZdoCommand.SimpleDescriptorRequest(int of, int endpoint) ->
                ours(of) ? Optional.of(simpleDescriptor(endpoint)) : Optional.empty();
            case ZdoCommand.ActiveEndpointsRequest(int of) ->
                ours(of)
                        ? Optional.of(new ZdoCommand.ActiveEndpointsResponse(
                                ZdoStatus.SUCCESS,
                                COORDINATOR,
                                endpoints.stream().map(StickEndpoint::number).toList()))
                        : Optional.empty();
            case ZdoCommand.MatchDescriptorRequest it -> match(it, toAll);
            case ZdoCommand.LeaveRequest it -> Optional.of(new ZdoCommand.LeaveResponse(ZdoStatus.NOT_SUPPORTED));
            case ZdoCommand.PermitJoiningRequest it -> Optional.empty();
            case ZdoCommand.DeviceAnnounce it -> Optional.empty();
            case ZdoCommand.AddressResponse it -> Optional.empty();
            case ZdoCommand.NodeDescriptorResponse it -> Optional.empty();
            case ZdoCommand.SimpleDescriptorResponse it -> Optional.empty();
            case ZdoCommand.ActiveEndpointsResponse it -> Optional.empty();
            case ZdoCommand.MatchDescriptorResponse it -> Optional.empty();
            case ZdoCommand.LeaveResponse it -> Optional.empty();
        };
    }

    private boolean ours(int asked) {
        return asked == COORDINATOR;
    }

    private ZdoCommand address(int request, Eui64 self) {
        return new ZdoCommand.AddressResponse(request | ZdoCommand.RESPONSE, ZdoStatus.SUCCESS, self, COORDINATOR);
    }

    private ZdoCommand nodeDescriptor() {
        return new ZdoCommand.NodeDescriptorResponse(
                ZdoStatus.SUCCESS,
                COORDINATOR,
                Optional.of(new NodeDescriptor(COORDINATOR, MAINS_POWERED_ROUTER, MANUFACTURER, LARGEST, LARGEST)));
    }

    private ZdoCommand simpleDescriptor(int number) {
        var found = endpoints.stream().filter(it -> it.number() == number).findFirst();
        return new ZdoCommand.SimpleDescriptorResponse(
                found.isPresent() ? ZdoStatus.SUCCESS : ZdoStatus.NOT_ACTIVE,
                COORDINATOR,
                found.map(it ->
                        new SimpleDescriptor(it.number(), it.profile(), it.device(), 0, it.servers(), it.clients())));
    }

    private Optional<ZdoCommand> match(ZdoCommand.MatchDescriptorRequest wanted, boolean toAll) {
        var matching = endpoints.stream()
                .filter(it -> it.profile() == wanted.profile())
                .filter(it -> it.servers().stream().anyMatch(wanted.servers()::contains)
                        || it.clients().stream().anyMatch(wanted.clients()::contains))
                .map(StickEndpoint::number)
                .toList();
        if (toAll && matching.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ZdoCommand.MatchDescriptorResponse(ZdoStatus.SUCCESS, COORDINATOR, matching));
    }
}
