package io.hanproof.image;

import static io.hanproof.image.Samples.octets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class HeaderStringTest {
    @Test
    void fillsTextUpWithNul() {
        assertThat(HeaderString.of("sample").octets()).isEqualTo(octets(Samples.STRING));
    }

    @Test
    void takesTextOfAllItsOctets() {
        var text = "thirty-two characters, no more!!";

        assertThat(HeaderString.of(text).text()).isEqualTo(text);
    }

    @Test
    void keepsBlanksAtTheEnd() {
        assertThat(HeaderString.of("a  ").text()).isEqualTo("a  ");
    }

    @Test
    void showsOctetsWhereTextWouldHideSome() {
        var string = new HeaderString(octets(Samples.STRING).with(31, 0x41));

        assertThat(string.text()).isEqualTo("hex:73616d706c650000000000000000000000000000000000000000000000000041");
    }

    @Test
    void refusesTextThatIsNotItsOwn() {
        assertThatThrownBy(() -> HeaderString.of("thirty-three characters are many!"))
                .hasMessage("header string needs at most 32 characters, found 33");
        assertThatThrownBy(() -> HeaderString.of("5 \u20AC"))
                .hasMessageStartingWith("header string needs printable ASCII");
        assertThatThrownBy(() -> HeaderString.of("tab\t"))
                .hasMessageStartingWith("header string needs printable ASCII");
        assertThatThrownBy(() -> new HeaderString(octets("00"))).hasMessage("header string needs 32 octets, found 1");
    }
}
