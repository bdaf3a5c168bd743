package io.hanproof.gbcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hanproof.octets.Eui64;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final Eui64 DEVICE = Eui64.parse("00A1B2C3D4E50001");

    @Test
    void whoWasGivenNoKeysHasTestOnes() {
        assertThat(Keys.test().device(DEVICE)).isSameAs(Keys.test().device(DEVICE));
        assertThat(Keys.test().device(DEVICE).certificates())
                .isEqualTo(new Keys(Keys.USUAL_SEED).device(DEVICE).certificates());
        assertThat(Keys.test().acb().id()).isEqualTo(Keys.ACB);
        assertThat(Keys.test().device(DEVICE).signing())
                .isNotEqualTo(new Keys(1).device(DEVICE).signing());
    }

    @Test
    void keysThatAreGivenTakeTheirPlace() {
        Identity given = new TestPki(1).mint(DEVICE, Role.DEVICE);
        Identity acb = new TestPki(1).mint(new Eui64(7), Role.ACB);

        Keys keys = Keys.test().with(List.of(given, acb));

        assertThat(keys.device(DEVICE)).isSameAs(given);
        assertThat(keys.hub(DEVICE)).isSameAs(given);
        assertThat(keys.acb()).isSameAs(acb);
        assertThat(keys.supplier(Keys.IMPORT_SUPPLIER).certificates())
                .isEqualTo(Keys.test().supplier(Keys.IMPORT_SUPPLIER).certificates());
        assertThat(keys.given().all()).hasSize(4);
    }

    @Test
    void keysOfAnotherRoleAreNone() {
        Keys keys = Keys.test().with(List.of(new TestPki(1).mint(DEVICE, Role.DEVICE)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.supplier(DEVICE))
                .withMessage("00A1B2C3D4E50001 needs keys of role SUPPLIER, those given are of role DEVICE");
    }

    @Test
    void somebodyElseIsKnownByTheirCertificates() {
        Identity somebody = new TestPki(1).mint(DEVICE, Role.DEVICE);

        Keys keys = Keys.test().knowing(Certificates.of(somebody));

        assertThat(keys.certificates(DEVICE, Role.DEVICE)).isEqualTo(somebody.certificates());
        assertThat(keys.certificates(Keys.ACB, Role.ACB))
                .isEqualTo(Keys.test().acb().certificates());
        assertThat(keys.toString()).doesNotContain(DEVICE.toString());
    }

    @Test
    void whatIsKnownOfAnEntityGoesBeforeWhatItIsPlayedWith() {
        Identity played = new TestPki(1).mint(DEVICE, Role.DEVICE);
        Identity real = new TestPki(2).mint(DEVICE, Role.DEVICE);

        Keys given = Keys.test().with(List.of(played)).knowing(Certificates.of(real));
        Keys minted = new Keys(3).knowing(Certificates.of(real));
        var unused = minted.device(DEVICE);

        assertThat(given.certificates(DEVICE, Role.DEVICE)).isEqualTo(real.certificates());
        assertThat(given.given().all()).isEqualTo(real.certificates());
        assertThat(given.used().all()).isEqualTo(real.certificates());
        assertThat(minted.used().all()).isEqualTo(real.certificates());
    }
}
