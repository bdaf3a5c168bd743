package io.hanproof.launcher;

import io.hanproof.octets.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The text of one feature file.
 *
 * @param uri as Cucumber names it
 * @param name as people name it: relative to the folder that all features are in, parts joined by slashes
 */
record FeatureText(String uri, String name, Octets text) {
    private static final String SUFFIX = ".feature";

    /** hanproof's own features, in order of their names, wherever the class path holds them: a folder or a jar. */
    static List<FeatureText> shipped(ClassLoader loader, String folder) {
        try {
            var texts = new ArrayList<FeatureText>();
            Enumeration<URL> places = loader.getResources(folder);
            while (places.hasMoreElements()) {
                URL place = places.nextElement();
                if (place.openConnection() instanceof JarURLConnection jar) {
                    addFromJar(jar.getJarFile(), folder, texts);
                } else {
                    addFromFolder(Path.of(place.toURI()), (name, file) -> "classpath:" + folder + "/" + name, texts);
                }
            }
            return sorted(texts);
        } catch (IOException | URISyntaxException e) {
            throw new OwnFault("its own features cannot be read: " + e.getMessage(), e);
        }
    }

    /** A user's own features. */
    static List<FeatureText> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UsageFault("--features needs a folder, %s is %s"
                    .formatted(folder, Files.exists(folder) ? "a file" : "not there"));
        }
        try {
            var texts = new ArrayList<FeatureText>();
            addFromFolder(folder.toRealPath(), (name, file) -> file.toUri().toString(), texts);
            if (texts.isEmpty()) {
                throw new UsageFault("--features: there is no .feature file in " + folder);
            }
            return sorted(texts);
        } catch (IOException e) {
            throw new UsageFault("--features: %s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static void addFromFolder(Path root, BiFunction<String, Path, String> uri, List<FeatureText> texts)
            throws IOException {
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(it -> it.toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                // the real path, for that is what the JUnit Platform will call it
                texts.add(new FeatureText(
                        uri.apply(name, file.toRealPath()), name, Octets.copyOf(Files.readAllBytes(file))));
            }
        }
    }

    private static void addFromJar(JarFile jar, String folder, List<FeatureText> texts) throws IOException {
        String prefix = folder + "/";
        Enumeration<JarEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
            JarEntry entry = entries.nextElement();
            String path = entry.getName();
            if (path.startsWith(prefix) && path.endsWith(SUFFIX)) {
                try (InputStream in = jar.getInputStream(entry)) {
                    Octets text = Octets.copyOf(in.readAllBytes());
                    texts.add(new FeatureText("classpath:" + path, path.substring(prefix.length()), text));
                }
            }
        }
    }

    private static List<FeatureText> sorted(List<FeatureText> texts) {
        return texts.stream().sorted(Comparator.comparing(FeatureText::name)).toList();
    }
}
