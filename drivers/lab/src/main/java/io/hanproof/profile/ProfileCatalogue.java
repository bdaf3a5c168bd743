package io.hanproof.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The profiles that come with hanproof, and the way to those that do not. */
public final class ProfileCatalogue {
    private static final String FOLDER = "device-profiles/";
    private static final String LANDMARK = FOLDER + "schema.json";

    private final ClassLoader loader;
    private final List<String> names;

    private ProfileCatalogue(ClassLoader loader, List<String> names) {
        this.loader = loader;
        this.names = names;
    }

    /** Those on the class path, in a jar or in a folder. */
    public static ProfileCatalogue shipped() {
        return in(ProfileCatalogue.class.getClassLoader());
    }

    static ProfileCatalogue in(ClassLoader loader) {
        var names = new TreeSet<String>();
        try {
            for (URL landmark : Collections.list(loader.getResources(LANDMARK))) {
                names.addAll(beside(landmark.toURI()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the profiles on the class path", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has a malformed address", e);
        }
        return new ProfileCatalogue(loader, List.copyOf(names));
    }

    /** In alphabetical order. */
    public List<String> names() {
        return names;
    }

    /**
     * Reads a shipped profile by its name, or any profile by the path of its file.
     *
     * @throws ProfileError when there is none, or it is wrong
     */
    public Profile read(String nameOrPath) {
        if (names.contains(nameOrPath)) {
            return readShipped(nameOrPath);
        }
        boolean path = nameOrPath.endsWith(ProfileReader.SUFFIX)
                || nameOrPath.indexOf('/') >= 0
                || nameOrPath.indexOf('\\') >= 0;
        if (path) {
            return ProfileReader.read(Path.of(nameOrPath));
        }
        throw new ProfileError(List.of("no profile is called %s%s (shipped: %s; any other by the path of its file)"
                .formatted(nameOrPath, Nearest.hint(nameOrPath, names), String.join(", ", names))));
    }

    private Profile readShipped(String name) {
        String file = FOLDER + name + ProfileReader.SUFFIX;
        try (InputStream in = loader.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("%s was listed and is gone".formatted(file));
            }
            return ProfileReader.read(file, in.readAllBytes(), Path.of(""));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<String> beside(URI landmark) throws IOException {
        if (!landmark.getScheme().equals("jar")) {
            return list(Path.of(landmark));
        }
        String jar = landmark.getRawSchemeSpecificPart();
        var container = Path.of(URI.create(jar.substring(0, jar.indexOf("!/"))));
        // a file system of our own, since the one shared by address may be closed by somebody else
        try (var inside = FileSystems.newFileSystem(container, Map.of())) {
            return list(inside.getPath(LANDMARK));
        }
    }

    private static List<String> list(Path landmark) throws IOException {
        try (var files = Files.list(landmark.resolveSibling(""))) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(ProfileReader.SUFFIX))
                    .map(it -> it.substring(0, it.length() - ProfileReader.SUFFIX.length()))
                    .toList();
        }
    }
}
