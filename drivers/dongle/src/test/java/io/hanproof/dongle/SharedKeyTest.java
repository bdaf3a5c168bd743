package io.hanproof.dongle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Seed;
import io.hanproof.octets.Octets;
import org.junit.jupiter.api.Test;

class SharedKeyTest {
    /** The example of the ZigBee Smart Energy profile: 16 octets and their CRC, B5C3. */
    private static final Octets INSTALL_CODE = Octets.hex("83FED3407A939723A5C639B26916D505 C3B5");

    @Test
    void anInstallCodeStandsForTheHashOfItselfAndItsCrc() {
        var key = SharedKey.ofInstallCode(INSTALL_CODE);

        assertThat(key.octets()).isEqualTo(Octets.hex("66B6900981E1EE3CA4206B6B861C02BB"));
    }

    @Test
    void aMistypedInstallCodeIsAFaultThatDoesNotRepeatIt() {
        assertThatThrownBy(() -> SharedKey.ofInstallCode(INSTALL_CODE.with(3, 0x41)))
                .isInstanceOf(BenchFault.class)
                .hasMessage("the CRC of the install code is wrong: one of its digits is mistyped");
    }

    @Test
    void anInstallCodeOfAnotherLengthIsAFault() {
        assertThatThrownBy(() -> SharedKey.ofInstallCode(INSTALL_CODE.slice(0, 11)))
                .hasMessage("an install code needs 6, 8, 12 or 16 octets and 2 of CRC, found 11 octets");
    }

    @Test
    void aMistypedKeyIsAFaultThatDoesNotRepeatIt() {
        assertThatThrownBy(() -> SharedKey.parse("0011223344556677889900112233445G"))
                .isInstanceOf(BenchFault.class)
                .hasMessage("a key needs 32 hexadecimal digits, found 32 characters");
    }

    @Test
    void chanceFromOneSeedMakesOneKey() {
        var key = SharedKey.random(Seed.derive(1, "key"));

        assertThat(key).isEqualTo(SharedKey.random(Seed.derive(1, "key")));
        assertThat(key).isNotEqualTo(SharedKey.random(Seed.derive(2, "key")));
        assertThat(key).hasToString("(a key)");
    }
}
