package io.hanproof.ncp;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.Optional;

/** Commands that read and write keys. EZSP 13 took those of before away and brought others. */
final class KeyCommands {
    private static final int LAST_OLD = 12;
    private static final int FIRST_NEW = 13;
    private static final int OLD_TRUST_CENTER_LINK_KEY = 1;
    private static final int OLD_NETWORK_KEY = 3;
    private static final int HAS_SEQUENCE_NUMBER = 0x0001;
    private static final int HAS_PARTNER = 0x0008;
    private static final int NEW_NETWORK_KEY = 1;
    private static final int NEW_TRUST_CENTER_LINK_KEY = 2;
    private static final int OK = 0x0000;
    private static final int NOT_FOUND = 0x001D;
    private static final int FULL = 0x001B;
    private static final int CONTEXT = 18;
    private static final int METADATA = 12;

    private final Nvram nvram;
    private final Stack stack;

    KeyCommands(Nvram nvram, Stack stack) {
        this.nvram = nvram;
        this.stack = stack;
    }

    void addTo(CommandTable table) {
        table.until(LAST_OLD, 0x66, "addOrUpdateKeyTableEntry", this::addOrUpdate)
                .until(LAST_OLD, 0x6A, "getKey", this::key)
                .until(LAST_OLD, 0x71, "getKeyTableEntry", this::entry)
                .until(LAST_OLD, 0x72, "setKeyTableEntry", this::setEntry)
                .until(LAST_OLD, 0xAF, "addTransientLinkKey", this::addTransient)
                .since(FIRST_NEW, 0x10C, "getApsKeyInfo", this::linkKeyInfo)
                .since(FIRST_NEW, 0x10D, "exportLinkKeyByEui", this::exportByPartner)
                .since(FIRST_NEW, 0x10E, "importLinkKey", this::importLinkKey)
                .since(FIRST_NEW, 0x10F, "exportLinkKeyByIndex", this::exportByIndex)
                .since(FIRST_NEW, 0x110, "checkKeyContext", (in, out) -> {
                    in.skip("context", CONTEXT);
                    out.u32(OK);
                })
                .since(FIRST_NEW, 0x111, "importTransientKey", this::importTransient)
                .since(FIRST_NEW, 0x114, "exportKey", this::export)
                .since(FIRST_NEW, 0x115, "importKey", this::importKey)
                .since(FIRST_NEW, 0x116, "getNetworkKeyInfo", this::networkKeyInfo)
                .put(0x14, "requestLinkKey", (in, out) -> {
                    in.skip("partner", 8);
                    out.u8((stack.isUp() ? EmberStatus.SUCCESS : EmberStatus.NETWORK_DOWN).code());
                })
                .put(0x6B, "clearTransientLinkKeys", (in, out) -> {})
                .put(0x75, "findKeyTableEntry", this::find)
                .put(0x76, "eraseKeyTableEntry", this::erase)
                .put(0xB1, "clearKeyTable", this::clear);
    }

    private Optional<Security> security() {
        return nvram.membership().map(Nvram.Membership::security).or(stack::security);
    }

    private Octets networkKey() {
        return security().map(Security::networkKey).orElse(Security.NO_KEY);
    }

    private Octets linkKey() {
        return security().map(Security::linkKey).orElse(Security.NO_KEY);
    }

    private void addOrUpdate(OctetReader in, OctetWriter out) {
        var partner = new Eui64(in.u64("address"));
        in.skip("linkKey", 1);
        store(out, partner, in.take("keyData", Security.KEY));
    }

    private void addTransient(OctetReader in, OctetWriter out) {
        var partner = new Eui64(in.u64("partner"));
        store(out, partner, in.take("transientKey", Security.KEY));
    }

    private void store(OctetWriter out, Eui64 partner, Octets key) {
        out.u8((nvram.keys().put(partner, key) ? EmberStatus.SUCCESS : EmberStatus.TABLE_FULL).code());
    }

    private void key(OctetReader in, OctetWriter out) {
        int type = in.u8("keyType");
        boolean network = type == OLD_NETWORK_KEY;
        boolean known = security().isPresent() && (network || type == OLD_TRUST_CENTER_LINK_KEY);
        int sequence = security().map(Security::networkKeySequence).orElse(0);
        out.u8((known ? EmberStatus.SUCCESS : EmberStatus.INVALID_CALL).code())
                .u16(network ? HAS_SEQUENCE_NUMBER : 0)
                .u8(type)
                .octets(known ? (network ? networkKey() : linkKey()) : Security.NO_KEY)
                .u32(0)
                .u32(0)
                .u8(sequence)
                .u64(0);
    }

    private void entry(OctetReader in, OctetWriter out) {
        int index = in.u8("index");
        var found = nvram.keys().entry(index);
        var missing = index < KeyTable.SIZE ? EmberStatus.TABLE_ENTRY_ERASED : EmberStatus.INDEX_OUT_OF_RANGE;
        out.u8((found.isPresent() ? EmberStatus.SUCCESS : missing).code())
                .u16(found.isPresent() ? HAS_PARTNER : 0)
                .u8(5) // an application link key
                .octets(found.map(KeyTable.Entry::key).orElse(Security.NO_KEY))
                .u32(0)
                .u32(0)
                .u8(0)
                .u64(found.map(it -> it.partner().value()).orElse(0L));
    }

    private void setEntry(OctetReader in, OctetWriter out) {
        int index = in.u8("index");
        var partner = new Eui64(in.u64("address"));
        in.skip("linkKey", 1);
        boolean done = nvram.keys().put(index, partner, in.take("keyStruct", Security.KEY));
        out.u8((done ? EmberStatus.SUCCESS : EmberStatus.INDEX_OUT_OF_RANGE).code());
    }

    private void find(OctetReader in, OctetWriter out) {
        var partner = new Eui64(in.u64("address"));
        in.skip("linkKey", 1);
        out.u8(nvram.keys().find(partner));
    }

    private void erase(OctetReader in, OctetWriter out) {
        boolean done = nvram.keys().erase(in.u8("index"));
        out.u8((done ? EmberStatus.SUCCESS : EmberStatus.TABLE_ENTRY_ERASED).code());
    }

    private void clear(OctetReader in, OctetWriter out) {
        nvram.keys().clear();
        out.u8(EmberStatus.SUCCESS.code());
    }

    private void export(OctetReader in, OctetWriter out) {
        int type = in.u8("coreKeyType");
        in.skip("context", CONTEXT - 1);
        Octets key = switch (type) {
            case NEW_NETWORK_KEY -> networkKey();
            case NEW_TRUST_CENTER_LINK_KEY -> linkKey();
            default -> Octets.NONE;
        };
        boolean found = security().isPresent() && key.length() > 0;
        out.octets(found ? key : Security.NO_KEY).u32(found ? OK : NOT_FOUND);
    }

    private void importKey(OctetReader in, OctetWriter out) {
        in.skip("context", CONTEXT);
        in.skip("key", Security.KEY);
        out.u32(OK);
    }

    private void networkKeyInfo(OctetReader in, OctetWriter out) {
        boolean set = security().isPresent();
        out.u32(OK)
                .u8(set ? 1 : 0)
                .u8(0)
                .u8(security().map(Security::networkKeySequence).orElse(0))
                .u8(0)
                .u32(0);
    }

    private void linkKeyInfo(OctetReader in, OctetWriter out) {
        in.skip("context", CONTEXT);
        out.u64(0).octets(Octets.copyOf(new byte[METADATA])).u32(OK);
    }

    private void importLinkKey(OctetReader in, OctetWriter out) {
        int index = in.u8("index");
        var partner = new Eui64(in.u64("address"));
        boolean done = nvram.keys().put(index, partner, in.take("plaintextKey", Security.KEY));
        out.u32(done ? OK : FULL);
    }

    private void importTransient(OctetReader in, OctetWriter out) {
        var partner = new Eui64(in.u64("eui64"));
        boolean done = nvram.keys().put(partner, in.take("plaintextKey", Security.KEY));
        in.skip("flags", 1);
        out.u32(done ? OK : FULL);
    }

    private void exportByIndex(OctetReader in, OctetWriter out) {
        var found = nvram.keys().entry(in.u8("index"));
        out.u64(found.map(it -> it.partner().value()).orElse(0L))
                .octets(found.map(KeyTable.Entry::key).orElse(Security.NO_KEY))
                .octets(Octets.copyOf(new byte[METADATA]))
                .u32(found.isPresent() ? OK : NOT_FOUND);
    }

    private void exportByPartner(OctetReader in, OctetWriter out) {
        var partner = new Eui64(in.u64("eui"));
        var found = nvram.keys().entry(partner);
        out.octets(found.map(KeyTable.Entry::key).orElse(Security.NO_KEY))
                .u8(nvram.keys().find(partner))
                .octets(Octets.copyOf(new byte[METADATA]))
                .u32(found.isPresent() ? OK : NOT_FOUND);
    }
}
