package io.hanproof.ncp;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Commands that say what the stick is, and how it is set up before it comes up on a network. */
final class SetupCommands {
    private static final int APS_UNICAST_MESSAGE_COUNT = 0x03;
    private static final int KEY_TABLE_SIZE = 0x1E;
    private static final int LAST_CONFIGURATION = 0x44;
    private static final int LAST_POLICY = 0x09;
    private static final int LAST_VALUE = 0x44;
    private static final int ENDPOINT_FLAGS = 0;
    private static final int LAST_EXTENDED_VALUE = 2;
    private static final int VERSION_INFO = 0x11;
    private static final int CCA_THRESHOLD = 0x15;
    private static final int NO_LIBRARY = 0x00;
    private static final int LIBRARY = 0x80;
    /** Certificates and elliptic curves are the vendor's to give. */
    private static final List<Integer> ABSENT_LIBRARIES = List.of(0x06, 0x07, 0x08, 0x09, 0x0D, 0x0E, 0x0F, 0x14);
    /** Octets of each manufacturing token, by its number. */
    private static final int[] TOKENS = {2, 16, 16, 2, 2, 16, 40, 8, 64, 92, 20, 1, 8, 2};

    private static final int COUNTERS = 29;
    private static final int COUNTERS_SINCE_9 = 41;
    private static final int MULTICAST_ENTRY = 4;
    private static final int BINDING_ENTRY = 14;
    private static final int STACK_TOKEN = 8;
    private static final int BUILD = 0x0001;

    private final Ncp ncp;
    private final Nvram nvram;
    private final Stack stack;
    private final Map<Integer, Integer> configuration = new TreeMap<>();
    private final Map<Integer, Integer> policies = new TreeMap<>();
    private final Map<Integer, Octets> values = new TreeMap<>();

    SetupCommands(Ncp ncp, Nvram nvram, Stack stack) {
        this.ncp = ncp;
        this.nvram = nvram;
        this.stack = stack;
        configuration.put(APS_UNICAST_MESSAGE_COUNT, 10);
        configuration.put(KEY_TABLE_SIZE, KeyTable.SIZE);
        values.put(CCA_THRESHOLD, Octets.hex("B5"));
    }

    void addTo(CommandTable table) {
        table.put(0x01, "getLibraryStatus", this::libraryStatus)
                .put(0x02, "addEndpoint", this::addEndpoint)
                .put(0x03, "getExtendedValue", this::extendedValue)
                .put(0x05, "nop", (in, out) -> {})
                .put(0x07, "noCallbacks", (in, out) -> {})
                .put(0x09, "setToken", (in, out) -> {
                    in.skip("token", 1 + STACK_TOKEN);
                    succeed(out);
                })
                .put(0x0A, "getToken", (in, out) -> {
                    in.skip("tokenId", 1);
                    succeed(out).octets(zeros(STACK_TOKEN));
                })
                .put(0x0B, "getMfgToken", this::manufacturingToken)
                .put(0x0C, "setMfgToken", this::setManufacturingToken)
                .put(0x13, "getXncpInfo", (in, out) -> succeed(out).u16(0xFFFF).u16(0))
                .put(0x15, "setManufacturerCode", (in, out) -> in.skip("code", 2))
                .put(0x16, "setPowerDescriptor", (in, out) -> in.skip("descriptor", 2))
                .put(0x49, "getRandomNumber", (in, out) -> succeed(out).u16(0x2A17))
                .put(0x52, "getConfigurationValue", this::configurationValue)
                .put(0x53, "setConfigurationValue", this::setConfigurationValue)
                .put(0x55, "setPolicy", this::setPolicy)
                .put(0x56, "getPolicy", this::policy)
                .put(0x65, "readAndClearCounters", (in, out) -> out.octets(zeros(2 * counters())))
                .put(0x81, "echo", this::echo)
                .put(
                        0x91,
                        "getStandaloneBootloaderVersionPlatMicroPhy",
                        (in, out) -> out.u16(0x0110).u8(4).u8(0x18).u8(0))
                .put(0xAA, "getValue", this::value)
                .put(0xAB, "setValue", this::setValue)
                .put(0xF1, "readCounters", (in, out) -> out.octets(zeros(2 * counters())))
                .put(0x100, "getTokenCount", (in, out) -> out.u8(0));
        addTables(table);
    }

    private void addTables(CommandTable table) {
        table.put(0x2A, "clearBindingTable", (in, out) -> succeed(out))
                .put(0x2B, "setBinding", (in, out) -> {
                    in.skip("index and value", 1 + BINDING_ENTRY);
                    succeed(out);
                })
                .put(0x2C, "getBinding", (in, out) -> {
                    in.skip("index", 1);
                    succeed(out).octets(zeros(BINDING_ENTRY));
                })
                .put(0x2D, "deleteBinding", (in, out) -> {
                    in.skip("index", 1);
                    succeed(out);
                })
                .put(0x2E, "bindingIsActive", (in, out) -> {
                    in.skip("index", 1);
                    out.u8(0);
                })
                .put(0x63, "getMulticastTableEntry", (in, out) -> {
                    in.skip("index", 1);
                    succeed(out).octets(zeros(MULTICAST_ENTRY));
                })
                .put(0x64, "setMulticastTableEntry", (in, out) -> {
                    in.skip("index and value", 1 + MULTICAST_ENTRY);
                    succeed(out);
                });
    }

    private int counters() {
        return ncp.ezspVersion() > StickSettings.OLDEST_EZSP ? COUNTERS_SINCE_9 : COUNTERS;
    }

    private static Octets zeros(int count) {
        return Octets.copyOf(new byte[count]);
    }

    private static OctetWriter succeed(OctetWriter out) {
        return out.u8(EzspStatus.SUCCESS.code());
    }

    private void libraryStatus(OctetReader in, OctetWriter out) {
        out.u8(ABSENT_LIBRARIES.contains(in.u8("libraryId")) ? NO_LIBRARY : LIBRARY);
    }

    private void addEndpoint(OctetReader in, OctetWriter out) {
        int number = in.u8("endpoint");
        int profile = in.u16("profileId");
        int device = in.u16("deviceId");
        int version = in.u8("appFlags");
        int ins = in.u8("inputClusterCount");
        int outs = in.u8("outputClusterCount");
        var endpoint = new EndpointDescription(number, profile, device, version, clusters(in, ins), clusters(in, outs));
        if (refuseWhenUp("addEndpoint", out)) {
            return;
        }
        if (number < 1 || number > 254) {
            ncp.departure("addEndpoint: endpoint needs 1 to 254, found " + number);
            out.u8(EzspStatus.INVALID_VALUE.code());
            return;
        }
        stack.add(endpoint);
        succeed(out);
    }

    private static List<Integer> clusters(OctetReader in, int count) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            found.add(in.u16("cluster"));
        }
        return found;
    }

    private boolean refuseWhenUp(String command, OctetWriter out) {
        if (stack.isUp()) {
            ncp.departure(command + " needs the network to be down, sent while it is up");
            out.u8(EzspStatus.INVALID_CALL.code());
        }
        return stack.isUp();
    }

    private void extendedValue(OctetReader in, OctetWriter out) {
        int id = in.u8("valueId");
        long of = in.u32("characteristics");
        if (id > LAST_EXTENDED_VALUE) {
            out.u8(EzspStatus.INVALID_ID.code()).u8(0);
        } else if (id != ENDPOINT_FLAGS) {
            succeed(out).u8(1).u8(0);
        } else if (stack.endpoints().stream().anyMatch(it -> it.number() == of)) {
            succeed(out).u8(2).u16(1); // enabled
        } else {
            out.u8(EzspStatus.INVALID_VALUE.code()).u8(2).u16(0);
        }
    }

    private void manufacturingToken(OctetReader in, OctetWriter out) {
        int id = in.u8("tokenId");
        int length = id < TOKENS.length ? TOKENS[id] : 0;
        Octets content = nvram.token(id).orElseGet(() -> Octets.hex("FF".repeat(length)));
        out.u8(content.length()).octets(content);
    }

    private void setManufacturingToken(OctetReader in, OctetWriter out) {
        int id = in.u8("tokenId");
        Octets content = in.take("tokenData", in.u8("tokenDataLength"));
        boolean fits = id < TOKENS.length && content.length() == TOKENS[id];
        if (fits) {
            nvram.token(id, content);
        }
        out.u8((fits ? EmberStatus.SUCCESS : EmberStatus.BAD_ARGUMENT).code());
    }

    private void configurationValue(OctetReader in, OctetWriter out) {
        int id = in.u8("configId");
        boolean known = id >= 1 && id <= LAST_CONFIGURATION;
        out.u8((known ? EzspStatus.SUCCESS : EzspStatus.INVALID_ID).code()).u16(configuration.getOrDefault(id, 0));
    }

    private void setConfigurationValue(OctetReader in, OctetWriter out) {
        int id = in.u8("configId");
        int value = in.u16("value");
        if (refuseWhenUp("setConfigurationValue", out)) {
            return;
        }
        boolean known = id >= 1 && id <= LAST_CONFIGURATION;
        if (known) {
            configuration.put(id, value);
        }
        if (id == APS_UNICAST_MESSAGE_COUNT) {
            stack.room(value);
        }
        out.u8((known ? EzspStatus.SUCCESS : EzspStatus.INVALID_ID).code());
    }

    private void setPolicy(OctetReader in, OctetWriter out) {
        int id = in.u8("policyId");
        policies.put(id, in.u8("decisionId"));
        out.u8((id <= LAST_POLICY ? EzspStatus.SUCCESS : EzspStatus.INVALID_ID).code());
    }

    private void policy(OctetReader in, OctetWriter out) {
        int id = in.u8("policyId");
        out.u8((id <= LAST_POLICY ? EzspStatus.SUCCESS : EzspStatus.INVALID_ID).code())
                .u8(policies.getOrDefault(id, 0));
    }

    private void echo(OctetReader in, OctetWriter out) {
        Octets content = in.take("data", in.u8("dataLength"));
        out.u8(content.length()).octets(content);
    }

    private void value(OctetReader in, OctetWriter out) {
        int id = in.u8("valueId");
        if (id == VERSION_INFO) {
            int version = ncp.stackVersion();
            succeed(out)
                    .u8(7)
                    .u16(BUILD)
                    .u8(version >> 12)
                    .u8(version >> 8 & 0x0F)
                    .u8(version >> 4 & 0x0F)
                    .u8(version & 0x0F)
                    .u8(0xAA); // a general availability release
        } else if (id <= LAST_VALUE) {
            Octets content = values.getOrDefault(id, Octets.hex("00"));
            succeed(out).u8(content.length()).octets(content);
        } else {
            out.u8(EzspStatus.INVALID_ID.code()).u8(0);
        }
    }

    private void setValue(OctetReader in, OctetWriter out) {
        int id = in.u8("valueId");
        values.put(id, in.take("value", in.u8("valueLength")));
        out.u8((id <= LAST_VALUE ? EzspStatus.SUCCESS : EzspStatus.INVALID_ID).code());
    }
}
