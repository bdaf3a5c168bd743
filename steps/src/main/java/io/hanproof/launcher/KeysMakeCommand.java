package io.hanproof.launcher;

import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.Role;
import io.hanproof.gbcs.TestPki;
import io.hanproof.octets.Eui64;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mints a test PKI into a key store. */
@Command(
        name = "make",
        description = "Makes test keys and certificates of the Access Control Broker, suppliers, a hub and devices, and"
                + " puts them into a PKCS#12 key store with the password \"" + KeyFiles.PASSWORD
                + "\". They guard nothing: whoever knows the seed has the keys.")
final class KeysMakeCommand implements Callable<Integer> {
    private static final Eui64 HUB = Eui64.parse("00A1B2C3D4E50000");
    private static final int DEVICES = 6;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The key store to make.")
    Path file = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What the keys derive from. Default: that of emulators without --keys.")
    Optional<Long> seed = Optional.empty();

    @Option(names = "--hub", paramLabel = "EUI64", description = "The hub. Default: that of emulators.")
    Optional<String> hub = Optional.empty();

    @Option(
            names = "--device",
            paramLabel = "EUI64,..",
            split = ",",
            description = "The devices. Default: those of emulators.")
    List<String> devices = new ArrayList<>();

    @Option(
            names = "--supplier",
            paramLabel = "EUI64,..",
            split = ",",
            description = "The suppliers. Default: those of a run.")
    List<String> suppliers = new ArrayList<>();

    KeysMakeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var pki = new TestPki(seed.orElse(Keys.USUAL_SEED));
        List<Identity> identities = new ArrayList<>();
        roles().forEach((entity, role) -> identities.add(pki.mint(entity, role)));
        KeyFiles.make(file, identities);
        terminal.out().printf("%s: %d entities, two keys each%n", file, identities.size());
        identities.forEach(it -> terminal.out().printf("  %s  %s%n", it.id(), it.role()));
        return ExitCode.PASSED;
    }

    private Map<Eui64, Role> roles() {
        var roles = new LinkedHashMap<Eui64, Role>();
        roles.put(Keys.ACB, Role.ACB);
        if (suppliers.isEmpty()) {
            roles.put(Keys.IMPORT_SUPPLIER, Role.SUPPLIER);
            roles.put(Keys.GAS_SUPPLIER, Role.SUPPLIER);
            roles.put(Keys.GAINING_SUPPLIER, Role.SUPPLIER);
        }
        suppliers.forEach(it -> put(roles, "--supplier", it, Role.SUPPLIER));
        if (hub.isPresent()) {
            put(roles, "--hub", hub.get(), Role.HUB);
        } else {
            roles.put(HUB, Role.HUB);
        }
        for (int i = 1; i <= DEVICES && devices.isEmpty(); i++) {
            roles.put(new Eui64(HUB.value() + i), Role.DEVICE);
        }
        devices.forEach(it -> put(roles, "--device", it, Role.DEVICE));
        return roles;
    }

    private static void put(Map<Eui64, Role> roles, String option, String text, Role role) {
        Eui64 entity;
        try {
            entity = Eui64.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageFault("%s needs 16 hexadecimal digits, found %s".formatted(option, text), e);
        }
        Role other = roles.putIfAbsent(entity, role);
        if (other != null) {
            throw new UsageFault("%s names %s, which is there as %s already".formatted(option, entity, other));
        }
    }
}
