package io.hanproof.zdo;

import io.hanproof.octets.Eui64;
import java.util.List;
import java.util.Optional;

/** One command of the ZigBee Device Object; its cluster identifier says which. */
public sealed interface ZdoCommand {
    /** What the cluster identifier of a response has, and that of a request has not. */
    int RESPONSE = 0x8000;

    int NWK_ADDRESS = 0x0000;
    int IEEE_ADDRESS = 0x0001;
    int NODE_DESCRIPTOR = 0x0002;
    int SIMPLE_DESCRIPTOR = 0x0004;
    int ACTIVE_ENDPOINTS = 0x0005;
    int MATCH_DESCRIPTOR = 0x0006;
    int DEVICE_ANNOUNCE = 0x0013;
    int LEAVE = 0x0034;
    int PERMIT_JOINING = 0x0036;

    /** The cluster identifier. */
    int cluster();

    /** Who has that EUI-64? */
    record NwkAddressRequest(Eui64 node) implements ZdoCommand {
        @Override
        public int cluster() {
            return NWK_ADDRESS;
        }
    }

    /** What is the EUI-64 of the node with that short address? */
    record IeeeAddressRequest(int shortAddress) implements ZdoCommand {
        @Override
        public int cluster() {
            return IEEE_ADDRESS;
        }
    }

    record NodeDescriptorRequest(int shortAddress) implements ZdoCommand {
        @Override
        public int cluster() {
            return NODE_DESCRIPTOR;
        }
    }

    record SimpleDescriptorRequest(int shortAddress, int endpoint) implements ZdoCommand {
        @Override
        public int cluster() {
            return SIMPLE_DESCRIPTOR;
        }
    }

    record ActiveEndpointsRequest(int shortAddress) implements ZdoCommand {
        @Override
        public int cluster() {
            return ACTIVE_ENDPOINTS;
        }
    }

    /** Which endpoints serve one of the servers or use one of the clients? */
    record MatchDescriptorRequest(int shortAddress, int profile, List<Integer> servers, List<Integer> clients)
            implements ZdoCommand {
        @Override
        public int cluster() {
            return MATCH_DESCRIPTOR;
        }
    }

    /** A node says that it is here, by which addresses, and what it can do. */
    record DeviceAnnounce(int shortAddress, Eui64 node, int capability) implements ZdoCommand {
        @Override
        public int cluster() {
            return DEVICE_ANNOUNCE;
        }
    }

    /** A node is to leave the network. */
    record LeaveRequest(Eui64 node, int flags) implements ZdoCommand {
        @Override
        public int cluster() {
            return LEAVE;
        }
    }

    /** A router, or the coordinator, is to let nodes join: for so many seconds, or no more when it is 0. */
    record PermitJoiningRequest(int seconds) implements ZdoCommand {
        @Override
        public int cluster() {
            return PERMIT_JOINING;
        }
    }

    /** The answer to both questions for an address. */
    record AddressResponse(int cluster, ZdoStatus status, Eui64 node, int shortAddress) implements ZdoCommand {}

    record NodeDescriptorResponse(ZdoStatus status, int shortAddress, Optional<NodeDescriptor> descriptor)
            implements ZdoCommand {
        @Override
        public int cluster() {
            return NODE_DESCRIPTOR | RESPONSE;
        }
    }

    record SimpleDescriptorResponse(ZdoStatus status, int shortAddress, Optional<SimpleDescriptor> descriptor)
            implements ZdoCommand {
        @Override
        public int cluster() {
            return SIMPLE_DESCRIPTOR | RESPONSE;
        }
    }

    record ActiveEndpointsResponse(ZdoStatus status, int shortAddress, List<Integer> endpoints) implements ZdoCommand {
        @Override
        public int cluster() {
            return ACTIVE_ENDPOINTS | RESPONSE;
        }
    }

    record MatchDescriptorResponse(ZdoStatus status, int shortAddress, List<Integer> endpoints) implements ZdoCommand {
        @Override
        public int cluster() {
            return MATCH_DESCRIPTOR | RESPONSE;
        }
    }

    record LeaveResponse(ZdoStatus status) implements ZdoCommand {
        @Override
        public int cluster() {
            return LEAVE | RESPONSE;
        }
    }
}
