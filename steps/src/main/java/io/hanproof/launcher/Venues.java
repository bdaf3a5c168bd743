package io.hanproof.launcher;

import io.hanproof.dongle.StickAddress;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.WallTimeline;
import io.hanproof.profile.BenchSettings.Network;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import io.hanproof.venue.Credentials;
import io.hanproof.venue.EmulatorVenue;
import io.hanproof.venue.Handle;
import io.hanproof.venue.OperatedHandle;
import io.hanproof.venue.SocketVenue;
import io.hanproof.venue.StickVenue;
import io.hanproof.venue.Venue;
import io.hanproof.venue.WanAccess;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the venue that a command line asks for. */
final class Venues {
    private static final Duration TO_JOIN = Duration.ofSeconds(60);

    private final RunOptions options;
    private final Session session;

    Venues(RunOptions options, Session session) {
        this.options = options;
        this.session = session;
    }

    /** @throws BenchFault when the bench cannot be had */
    Venue open(RunSetup setup) {
        return switch (options.against()) {
            case Against.Emulator() ->
                options.wallTime() ? EmulatorVenue.onTheWall(this::wall) : EmulatorVenue.virtual();
            case Against.Socket(var host, int port) -> socket(host, port, only(setup));
            case Against.Dongle(var address) -> dongle(address, only(setup));
        };
    }

    /** Whoever waits on the wall is told for how long. */
    private WallTimeline wall() {
        var timeline = new WallTimeline();
        timeline.watch(new Countdown(session.terminal(), ZoneId.systemDefault()));
        return timeline;
    }

    private static Profile only(RunSetup setup) {
        return setup.products().getFirst().profile();
    }

    private Venue socket(String host, int port, Profile profile) {
        Optional<URI> wan = wan(profile);
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UsageFault("--against socket: there is no host " + host);
        }
        var venue = new SocketVenue(
                address,
                wan,
                options.wallTime() ? Optional.<Supplier<WallTimeline>>of(this::wall) : Optional.empty(),
                TO_JOIN);
        session.terminal()
                .out()
                .printf("HAN socket: tcp://%s:%d%n", host, venue.address().getPort());
        session.terminal().out().flush();
        return venue;
    }

    private Venue dongle(String text, Profile profile) {
        StickAddress address = StickNetwork.address("--against dongle", text);
        Optional<URI> wan = wan(profile);
        var credentials =
                options.certificates.map(CertificateFile::read).map(it -> new Credentials(it, session.chance()));
        var network = StickNetwork.of(profile, System.getenv(), session.chance());
        var stick = network.open(address, it -> session.terminal().err().println(it));
        var means = new StickVenue.Means(
                handle(profile), wanAccess(wan), credentials, this::wall, join(profile), reconnect(profile));
        return "stepped".equals(options.time())
                ? StickVenue.stepped(options.target, stick, means)
                : StickVenue.onTheWall(options.target, stick, means);
    }

    private static WanAccess wanAccess(Optional<URI> wan) {
        return wan.map(WanAccess::at).orElse((timeline, tap) -> {
            throw new BenchFault("a hub under test needs a WAN door");
        });
    }

    private static Duration join(Profile profile) {
        return profile.bench().network().map(Network::join).orElse(TO_JOIN);
    }

    private Duration reconnect(Profile profile) {
        return options.reconnect.map(Duration::ofSeconds).orElse(profile.bench().reconnect());
    }

    /** Whoever is there: the profile's commands, the answers of a script, a person. */
    private Handle handle(Profile profile) {
        var person = session.terminal().live()
                ? Optional.of(new TerminalOperator(
                        session.terminal(),
                        session.in(),
                        session.clock(),
                        profile.bench().prompt()))
                : Optional.<TerminalOperator>empty();
        var operator = new BenchOperator(
                new CommandOperator(profile.bench()), options.answers.map(AnswersOperator::in), person);
        return new OperatedHandle(operator, profile);
    }

    /** A hub is judged by what it says to the DCC, too. */
    private Optional<URI> wan(Profile profile) {
        boolean hub = profile.device() == DeviceKind.HUB;
        if (hub && options.wan.isEmpty()) {
            throw new UsageFault("profile %s is a hub: --wan http://HOST:PORT is needed, where its WAN door is"
                    .formatted(profile.name()));
        }
        if (!hub && options.wan.isPresent()) {
            throw new UsageFault("--wan is for a hub under test; profile %s is a device".formatted(profile.name()));
        }
        return options.wan.map(Venues::uri);
    }

    private static URI uri(String text) {
        try {
            var uri = URI.create(text);
            if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below, as for another scheme
        }
        throw new UsageFault("--wan needs http://HOST:PORT, found " + text);
    }
}
