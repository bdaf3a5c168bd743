package io.hanproof.lab;

import io.hanproof.octets.Eui64;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What crossed the HAN and the WAN during one scenario, in order; entries are numbered from 1. */
public final class Recording {
    private final Tape tape;

    Recording(Tape tape) {
        this.tape = tape;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when the file cannot be read or is no recording
     */
    public static Recording read(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return new Recording(RecordingFile.read(in, file.toString()));
        }
    }

    /** Writes a file that is the same, octet for octet, for the same run. */
    public void write(Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            RecordingFile.write(tape, out);
        }
    }

    /** The same as it is now, whatever the recorder writes from here on. */
    public Recording copy() {
        var octets = new ByteArrayOutputStream();
        try {
            RecordingFile.write(tape, octets);
            return new Recording(RecordingFile.read(new ByteArrayInputStream(octets.toByteArray()), "a recording"));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // in memory there is nothing that could fail
        }
    }

    public int size() {
        return tape.size();
    }

    /**
     * The entry with that number.
     *
     * @throws IndexOutOfBoundsException unless {@code number} is 1 to {@link #size}
     */
    public Entry entry(int number) {
        return cursor().to(number).entry();
    }

    /** All entries as objects: for tests and short looks. What judges a run uses a {@link Cursor}. */
    public List<Entry> entries() {
        var entries = new ArrayList<Entry>(size());
        for (var cursor = cursor(); cursor.next(); ) {
            entries.add(cursor.entry());
        }
        return entries;
    }

    /** Stands before the first entry. */
    public Cursor cursor() {
        return new Cursor(tape);
    }

    /** Every node that is named or took part, in order of appearance. */
    public List<Eui64> nodes() {
        return tape.nodes();
    }

    /** What a node is called in logs: its label, or its address when it has none. */
    public String name(Eui64 node) {
        String label = tape.label(node);
        return label.isEmpty() ? node.toString() : label;
    }
}
