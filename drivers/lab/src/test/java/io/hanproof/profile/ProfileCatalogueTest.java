package io.hanproof.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCatalogueTest {
    private static final List<String> SHIPPED = List.of(
            "dcc-example",
            "hcalcs-example",
            "hub-example",
            "ihd-example",
            "ppmid-clockless",
            "ppmid-example",
            "ppmid-subghz");

    @Test
    void profilesInAFolderAreListedAndRead() throws IOException {
        try (var loader = loader(Folders.deviceProfiles().resolveSibling(""))) {
            var catalogue = ProfileCatalogue.in(loader);

            assertThat(catalogue.names()).isEqualTo(SHIPPED);
            assertThat(catalogue.read("ppmid-example").name()).isEqualTo("ppmid-example");
        }
    }

    @Test
    void profilesInAJarAreListedAndRead(@TempDir Path folder) throws IOException {
        try (var loader = loader(jar(folder.resolve("with blank.jar")))) {
            var catalogue = ProfileCatalogue.in(loader);

            assertThat(catalogue.names()).isEqualTo(SHIPPED);
            assertThat(catalogue.read("hub-example").models()).hasSize(5);
        }
    }

    @Test
    void anyOtherProfileIsReadByThePathOfItsFile() throws IOException {
        try (var loader = loader()) {
            String path = Folders.deviceProfiles().resolve("ihd-example.yaml").toString();

            assertThat(ProfileCatalogue.in(loader).read(path).device()).isEqualTo(DeviceKind.IHD);
        }
    }

    @Test
    void anUnknownNameGetsTheNearestForAnAnswer() throws IOException {
        try (var loader = loader(Folders.deviceProfiles().resolveSibling(""))) {
            var catalogue = ProfileCatalogue.in(loader);

            var error = catchThrowableOfType(ProfileError.class, () -> catalogue.read("pmid-exmaple"));

            assertThat(error.problems())
                    .containsExactly("no profile is called pmid-exmaple; did you mean ppmid-example?"
                            + " (shipped: dcc-example, hcalcs-example, hub-example, ihd-example, ppmid-clockless,"
                            + " ppmid-example, ppmid-subghz; any other by the path of its file)");
        }
    }

    private static URLClassLoader loader(Path... places) {
        return new URLClassLoader(
                List.of(places).stream().map(ProfileCatalogueTest::url).toArray(URL[]::new), null);
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path jar(Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.list(Folders.deviceProfiles())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry("device-profiles/" + file.getFileName()));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
