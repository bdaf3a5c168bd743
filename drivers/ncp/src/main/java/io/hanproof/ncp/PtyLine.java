package io.hanproof.ncp;

import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A line over a pseudo-terminal, which a host opens as it would a serial port: under the name of a link. */
public final class PtyLine implements Line {
    private static final Path TERMINALS = Path.of("/dev");

    private final Path link;
    private @Nullable Pty pty;

    /** @param link where hosts find it; made when plugged, removed when pulled out */
    public PtyLine(Path link) {
        this.link = link.toAbsolutePath();
    }

    @Override
    public String name() {
        return link.toString();
    }

    @Override
    public synchronized void plug(Listener listener) {
        refuseWhatIsNotOurs();
        var opened = Pty.open();
        try {
            Files.createSymbolicLink(link, opened.terminal());
        } catch (IOException e) {
            opened.close();
            throw new BenchFault("link needs a place where it can be made, found %s: %s".formatted(link, e), e);
        }
        pty = opened;
        Thread.ofPlatform().daemon().name("stick " + link).start(() -> opened.serve(listener));
    }

    /** A link that leads nowhere was left behind by a stick that could not remove it. */
    private void refuseWhatIsNotOurs() {
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            boolean stale = Files.isSymbolicLink(link)
                    && Files.readSymbolicLink(link).startsWith(TERMINALS)
                    && !Files.exists(link);
            if (!stale) {
                throw new FileAlreadyExistsException(link.toString());
            }
            Files.delete(link);
        } catch (IOException e) {
            throw new BenchFault(
                    "link needs a name that is free, found %s: something else is there".formatted(link), e);
        }
    }

    @Override
    public synchronized void write(Octets octets) {
        if (pty != null) {
            pty.write(octets);
        }
    }

    @Override
    public synchronized void unplug() {
        if (pty == null) {
            return;
        }
        try {
            if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(pty.terminal())) {
                Files.delete(link);
            }
        } catch (IOException e) {
            // it leads nowhere from now on: the next stick takes it for what it is
        }
        pty.close();
        pty = null;
    }
}
