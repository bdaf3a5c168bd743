package io.hanproof.dcc;

import io.hanproof.octets.Eui64;
import java.util.EnumSet;
import java.util.Set;

/** A DCC User and the roles it is accepted in. */
public record User(Eui64 id, Set<Role> roles) {
    public User {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    /** User Roles of DUIS that the firmware requests tell apart. */
    public enum Role {
        IMPORT_SUPPLIER,
        GAS_SUPPLIER,
        NETWORK_OPERATOR,
        OTHER_USER
    }

    public static User importSupplier(Eui64 id) {
        return new User(id, Set.of(Role.IMPORT_SUPPLIER));
    }

    public static User gasSupplier(Eui64 id) {
        return new User(id, Set.of(Role.GAS_SUPPLIER));
    }

    boolean isSupplier() {
        return roles.contains(Role.IMPORT_SUPPLIER) || roles.contains(Role.GAS_SUPPLIER);
    }
}
