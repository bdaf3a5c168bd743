package io.hanproof.gbcs;

import io.hanproof.octets.Eui64;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys and certificates of one run: those that were given, and for everybody else test ones from a seed. Scenarios that run
 * beside one another share it.
 */
public final class Keys {
    public static final Eui64 ACB = Eui64.parse("90B3D51F30000002");
    public static final Eui64 IMPORT_SUPPLIER = Eui64.parse("90B3D51F30010000");
    public static final Eui64 GAS_SUPPLIER = Eui64.parse("90B3D51F30030000");
    /** Takes over from another when a consumer changes supplier. */
    public static final Eui64 GAINING_SUPPLIER = Eui64.parse("90B3D51F30050000");

    /** The seed of whoever was given no keys. */
    public static final long USUAL_SEED = 0x48_41_4E_50_52_4F_4F_46L;

    private static final Keys TEST = new Keys(USUAL_SEED);

    private final TestPki pki;
    private final Map<Eui64, Identity> given;
    private final Certificates foreign;
    private final Map<Name, Identity> minted = new ConcurrentHashMap<>();

    private record Name(Eui64 entity, Role role) {}

    private Keys(TestPki pki, Map<Eui64, Identity> given, Certificates foreign) {
        this.pki = pki;
        this.given = given;
        this.foreign = foreign;
    }

    /** Test keys for everybody. */
    public Keys(long seed) {
        this(new TestPki(seed), Map.of(), Certificates.NONE);
    }

    /** Test keys for everybody, as emulators have them that were given none. */
    public static Keys test() {
        return TEST;
    }

    /** These identities in place of test ones. */
    public Keys with(Collection<Identity> identities) {
        var all = new LinkedHashMap<>(given);
        identities.forEach(it -> all.put(it.id(), it));
        return new Keys(pki, all, foreign);
    }

    /** The certificates of somebody whose private keys are their own. */
    public Keys knowing(Certificates others) {
        return new Keys(pki, given, foreign.plus(others.all()));
    }

    /**
     * The entity as we play it.
     *
     * @throws IllegalArgumentException when the keys that were given for it are of another role
     */
    public Identity identity(Eui64 entity, Role role) {
        Identity own = given.get(entity);
        if (own == null) {
            return minted.computeIfAbsent(new Name(entity, role), it -> pki.mint(it.entity(), it.role()));
        }
        if (!isOf(entity, role)) {
            throw new IllegalArgumentException(
                    "%s needs keys of role %s, those given are of role %s".formatted(entity, role, own.role()));
        }
        return own;
    }

    /** Whether the keys that were given for the entity are of that role, where some were given; a hub is a device. */
    public boolean isOf(Eui64 entity, Role role) {
        Identity own = given.get(entity);
        return own == null || own.role() == role || (own.role().isDevice() && role.isDevice());
    }

    /** The Access Control Broker: the DCC. */
    public Identity acb() {
        return given.values().stream()
                .filter(it -> it.role() == Role.ACB)
                .findFirst()
                .orElseGet(() -> identity(ACB, Role.ACB));
    }

    public Identity supplier(Eui64 entity) {
        return identity(entity, Role.SUPPLIER);
    }

    public Identity hub(Eui64 entity) {
        return identity(entity, Role.HUB);
    }

    public Identity device(Eui64 entity) {
        return identity(entity, Role.DEVICE);
    }

    /** What the entity is known by, whoever plays it. */
    public List<SmkiCertificate> certificates(Eui64 entity, Role role) {
        return foreign.knows(entity)
                ? foreign.all().stream()
                        .filter(it -> it.entity().equals(entity))
                        .toList()
                : identity(entity, role).certificates();
    }

    /** What was given, of entities that we play and, before those, of others; nothing of private keys. */
    public Certificates given() {
        return new Certificates(given.values().stream()
                        .flatMap(it -> it.certificates().stream())
                        .toList())
                .plus(foreign.all());
    }

    /** The certificates of everybody that has been played so far, and those that were given, in order of entity. */
    public Certificates used() {
        var all = new ArrayList<SmkiCertificate>();
        minted.values().forEach(it -> all.addAll(it.certificates()));
        // what was given is what messages are verified with, whoever plays the same entity with test keys
        var each = new ArrayList<>(new Certificates(all).plus(given().all()).all());
        each.sort(Comparator.comparing((SmkiCertificate it) -> it.entity().toString())
                .thenComparing(SmkiCertificate::usage));
        return new Certificates(each);
    }

    /** The identities that were given. */
    public List<Identity> identities() {
        return List.copyOf(given.values());
    }

    @Override
    public String toString() {
        return given.isEmpty() && foreign.all().isEmpty() ? "test keys" : "keys that were given, and test keys";
    }
}
