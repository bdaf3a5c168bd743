package io.hanproof.steps;

import io.hanproof.gbcs.ActivateFirmware;
import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.ReadFirmwareVersion;
import io.hanproof.gbcs.Role;
import io.hanproof.gbcs.Sealing;
import io.hanproof.gbcs.Usage;
import io.hanproof.gbcs.UseCase;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.steps.GbcsWords.ActivationCommand;
import io.hanproof.steps.GbcsWords.CommandFlaw;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The supplier and the DCC as a device hears them: builds, signs and sends commands, and remembers what it sent. */
final class SupplierDesk {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int ONE_BIT = 1;
    private static final long MILLION = 1_000_000;
    /** Keys that nobody has a certificate for. */
    private static final Keys STRANGERS = new Keys(~Keys.USUAL_SEED);

    private final World world;
    private final Set<Octets> sent = new HashSet<>();
    private long counter;
    private @Nullable Sent last;
    private @Nullable Sent lastOrder;

    /**
     * A command of ours.
     *
     * @param order what it asks for; absent in a read
     */
    record Sent(Octets octets, GroupingHeader header, Optional<ActivateFirmware> order, Sight<WanMessage.Gbcs> sight) {
        int frame() {
            return sight.number();
        }
    }

    SupplierDesk(World world) {
        this.world = world;
    }

    private Keys keys() {
        return world.run().keys();
    }

    /** Whether that message on the WAN is one of ours. */
    boolean hasSent(Octets message) {
        return sent.contains(message);
    }

    Sent last() {
        return required(last);
    }

    /** The activation that was ordered last; a cancellation is none. */
    Sent lastOrder() {
        return required(lastOrder);
    }

    private static Sent required(@Nullable Sent one) {
        if (one == null) {
            throw new BenchFault("no command has been sent in this scenario");
        }
        return one;
    }

    /** Whether a command came after that frame. */
    boolean hasAskedSince(int frame) {
        return last != null && last.frame() >= frame;
    }

    /** Orders an image that was delivered, or is to be: its hash is known either way. */
    void order(String device, ActivationCommand command) {
        Octets hash = world.hashOf(command.firmware());
        send(
                device,
                command.flaw() == CommandFlaw.HASH ? hash.with(0, hash.u8(0) ^ ONE_BIT) : hash,
                command.at().map(world::today),
                command.flaw());
    }

    void cancel(String device) {
        send(
                device,
                lastOrder().order().orElseThrow().imageHash(),
                Optional.of(ActivateFirmware.CANCEL),
                CommandFlaw.NONE);
    }

    private void send(String device, Octets hash, Optional<Instant> at, CommandFlaw flaw) {
        world.devices().requireGbcs(device);
        Eui64 address = world.devices().address(device);
        long number = flaw == CommandFlaw.OLD_COUNTER ? last().header().counter() : nextCounter();
        var content = new ActivateFirmware(hash, number, at);
        var supplier = keys().supplier(flaw == CommandFlaw.ANOTHER_SUPPLIER ? Keys.GAS_SUPPLIER : Keys.IMPORT_SUPPLIER);
        var recipient = flaw == CommandFlaw.ANOTHER_DEVICE ? new Eui64(address.value() ^ ONE_BIT) : address;
        var header = header(number, supplier.id(), recipient, OtherInformation.of(UseCase.CS06));
        Octets octets = seal(header, content, supplier, flaw);
        var one = new Sent(octets, header, Optional.of(content), pass(device, octets, recipient.equals(address)));
        last = one;
        if (!content.cancels()) {
            lastOrder = one;
        }
        world.timeline().advance(ANSWER);
    }

    private static GroupingHeader header(long counter, Eui64 from, Eui64 to, OtherInformation other) {
        return new GroupingHeader(Cra.COMMAND, counter, from, to, other);
    }

    /** Higher than any before, in this scenario and in earlier ones. */
    private long nextCounter() {
        counter = Math.max(counter + 1, world.timeline().nanos() / MILLION);
        return counter;
    }

    private Octets seal(GroupingHeader header, Content content, Identity supplier, CommandFlaw flaw) {
        var broker = keys().acb();
        var device = header.recipient();
        var peer = new Certificates(keys().certificates(device, Role.DEVICE))
                .of(device, Usage.AGREEMENT)
                .orElseThrow(() -> new BenchFault("no key agreement certificate of " + device));
        var signed = Sealing.sign(
                header, content, flaw == CommandFlaw.ANOTHER_KEY ? STRANGERS.supplier(supplier.id()) : supplier);
        var unsigned = new GbcsMessage(header, content, Optional.empty(), Optional.empty());
        return switch (flaw) {
            case UNSIGNED -> Sealing.mac(unsigned, broker, peer).write();
            case WITHOUT_MAC -> signed.write();
            case MAC -> {
                Octets whole = Sealing.mac(signed, broker, peer).write();
                int end = whole.length() - 1;
                yield whole.with(end, whole.u8(end) ^ ONE_BIT);
            }
            case NONE, HASH, ANOTHER_KEY, ANOTHER_SUPPLIER, ANOTHER_DEVICE, OLD_COUNTER ->
                Sealing.mac(signed, broker, peer).write();
        };
    }

    /** @param routed whether the hub knows by itself where it goes */
    private Sight<WanMessage.Gbcs> pass(String device, Octets octets, boolean routed) {
        sent.add(octets);
        int from = world.witness().next();
        if (routed) {
            world.hub().wan().send(octets);
        } else {
            world.devices().misdirect(device, octets);
        }
        return world.witness()
                .first(WanMessage.Gbcs.class, from, it -> it.message().message().equals(octets))
                .orElseThrow(() -> new BenchFault("the command did not reach the WAN"));
    }

    /** The activation that was ordered last comes again, octet for octet. */
    void repeatOrder() {
        var again = lastOrder();
        var sight = pass(HanDevices.FIRST, again.octets(), true);
        last = new Sent(again.octets(), again.header(), again.order(), sight);
        world.timeline().advance(ANSWER);
    }

    /** As the DCC reads on behalf of a supplier. */
    void readVersion(String device) {
        world.devices().requireGbcs(device);
        Eui64 address = world.devices().address(device);
        long number = nextCounter();
        var broker = keys().acb();
        var header =
                header(number, broker.id(), address, OtherInformation.of(UseCase.CS08, Keys.IMPORT_SUPPLIER, number));
        Octets octets = Sealing.command(
                header,
                new ReadFirmwareVersion(),
                broker,
                broker,
                new Certificates(keys().certificates(address, Role.DEVICE)));
        last = new Sent(octets, header, Optional.empty(), pass(device, octets, true));
        world.timeline().advance(ANSWER);
    }
}
