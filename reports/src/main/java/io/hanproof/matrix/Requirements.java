package io.hanproof.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The catalogue of requirements, in the order of its files and their rows. */
public final class Requirements {
    private static final String FOLDER = "features/requirements";
    private static final String SUFFIX = ".yaml";

    private final Map<String, Requirement> byId;

    private Requirements(Map<String, Requirement> byId) {
        this.byId = byId;
    }

    /**
     * The catalogue on the class path.
     *
     * @throws CatalogueFault when there is none or it cannot be used
     */
    public static Requirements shipped() {
        URL place = Requirements.class.getClassLoader().getResource(FOLDER);
        if (place == null) {
            throw new CatalogueFault("the catalogue of requirements is not on the class path: " + FOLDER);
        }
        try {
            return place.openConnection() instanceof JarURLConnection jar
                    ? of(textsIn(jar.getJarFile()))
                    : in(Path.of(place.toURI()));
        } catch (IOException | URISyntaxException e) {
            throw new CatalogueFault("the catalogue of requirements cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The catalogue in a folder.
     *
     * @throws CatalogueFault when there is none or it cannot be used
     */
    public static Requirements in(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path it : files.filter(it -> it.toString().endsWith(SUFFIX)).toList()) {
                texts.put(it.getFileName().toString(), Files.readString(it));
            }
        } catch (IOException e) {
            throw new CatalogueFault("the catalogue of requirements cannot be read: " + e.getMessage(), e);
        }
        return of(texts);
    }

    private static Map<String, String> textsIn(JarFile jar) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (JarEntry it : jar.stream().toList()) {
            if (it.getName().startsWith(FOLDER + "/") && it.getName().endsWith(SUFFIX)) {
                try (InputStream in = jar.getInputStream(it)) {
                    texts.put(
                            it.getName().substring(FOLDER.length() + 1),
                            new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }

    private static Requirements of(Map<String, String> texts) {
        Map<String, Requirement> byId = new LinkedHashMap<>();
        texts.forEach((file, text) -> {
            for (Requirement it : RequirementReader.read(file, text)) {
                if (byId.put(it.id(), it) != null) {
                    throw new CatalogueFault("%s: id needs to be unique, found %s again".formatted(file, it.id()));
                }
            }
        });
        if (byId.isEmpty()) {
            throw new CatalogueFault("the catalogue of requirements holds no " + SUFFIX + " file");
        }
        return new Requirements(byId);
    }

    public SequencedCollection<Requirement> all() {
        return new ArrayList<>(byId.values());
    }

    public Set<String> ids() {
        return byId.keySet();
    }

    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those that a misspelt id may have meant, nearest first. */
    public List<String> nearest(String id) {
        int least = byId.keySet().stream()
                .mapToInt(it -> Spelling.distance(id, it))
                .min()
                .orElseThrow();
        return byId.keySet().stream()
                .filter(it -> Spelling.distance(id, it) == least)
                .sorted(Comparator.comparing((String it) -> !samePart(id, it)))
                .limit(3)
                .toList();
    }

    private static boolean samePart(String left, String right) {
        return part(left).equalsIgnoreCase(part(right));
    }

    private static String part(String id) {
        return id.substring(0, Math.max(0, id.indexOf('-')));
    }
}
