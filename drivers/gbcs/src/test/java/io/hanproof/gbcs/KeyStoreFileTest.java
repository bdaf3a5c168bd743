package io.hanproof.gbcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.octets.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyStoreFileTest {
    private static final char[] PASSWORD = "example".toCharArray();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeThree() throws IOException {
        file = folder.resolve("keys.p12");
        KeyStoreFile.write(file, PASSWORD, List.of(Players.SUPPLIER, Players.HUB, Players.ACB));
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        List<Identity> identities = KeyStoreFile.read(file, PASSWORD);

        assertThat(identities)
                .extracting(Identity::id)
                .containsExactly(Players.HUB.id(), Players.ACB.id(), Players.SUPPLIER.id());
        assertThat(identities).extracting(Identity::role).containsExactly(Role.HUB, Role.ACB, Role.SUPPLIER);
        assertThat(identities.getFirst().certificates()).isEqualTo(Players.HUB.certificates());
        assertThat(identities.getFirst().sign(Octets.hex("01"))).isEqualTo(Players.HUB.sign(Octets.hex("01")));
        assertThat(identities.getFirst().sharedSecret(Players.ACB.agreement()))
                .isEqualTo(Players.HUB.sharedSecret(Players.ACB.agreement()));
    }

    @Test
    void aWrongPasswordIsSaid() {
        assertThatThrownBy(() -> KeyStoreFile.read(file, "wrong".toCharArray()))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": the password is wrong");
    }

    @Test
    void whatIsNoKeyStoreIsSaid() throws IOException {
        Files.writeString(file, "not a key store");

        assertThatThrownBy(() -> KeyStoreFile.read(file, PASSWORD))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is no PKCS#12 key store");
    }

    @Test
    void anAbsentFileIsSaid() {
        assertThatThrownBy(() -> KeyStoreFile.read(folder.resolve("absent.p12"), PASSWORD))
                .isInstanceOf(NoSuchFileException.class);
    }
}
