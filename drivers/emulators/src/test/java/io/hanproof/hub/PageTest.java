package io.hanproof.hub;

import static io.hanproof.hub.HubHarness.NEW;
import static io.hanproof.hub.HubHarness.PPMID;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.OtaCommand;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class PageTest {

    @Test
    void knowsNoPagesUnlessItsModelDoes() {
        var hub = holding(HubHarness.hub());

        hub.ask(PPMID, page(0, 100, 250));

        assertThat(hub.done())
                .containsExactly(new HubEffect.Default(HubHarness.peer(PPMID), 0x0019, 0x04, ZclStatus.UNSUP_COMMAND));
    }

    @Test
    void sendsAPageBlockByBlockWithTheSpacingAskedFor() {
        var hub = holding(HubHarness.paging());

        hub.ask(PPMID, page(0, 100, 250));
        var atOnce = hub.sent();
        hub.pass(Duration.ofMillis(249));
        var early = hub.sent();
        hub.pass(Duration.ofMillis(1));
        var second = hub.sent();
        hub.pass(Duration.ofSeconds(10));

        assertThat(atOnce).containsExactly(block(0, 40));
        assertThat(early).isEmpty();
        assertThat(second).containsExactly(block(40, 40));
        assertThat(hub.sent()).containsExactly(block(80, 20));
    }

    @Test
    void endsAPageWhereTheImageEnds() {
        var hub = holding(HubHarness.paging());

        hub.ask(PPMID, page(120, 1000, 50));
        hub.pass(Duration.ofSeconds(10));

        assertThat(hub.sent()).containsExactly(block(120, 40));
    }

    @Test
    void givesAPageUpWhenTheDeviceAsksForSomethingElse() {
        var hub = holding(HubHarness.paging());
        hub.ask(PPMID, page(0, 100, 250));
        hub.done();

        hub.block(PPMID, NEW, 120);
        hub.pass(Duration.ofSeconds(10));

        assertThat(hub.sent()).containsExactly(block(120, 40));
    }

    private static OtaCommand page(long offset, int size, int spacing) {
        return new ImagePageRequest(NEW, offset, 40, size, spacing, OptionalLong.empty());
    }

    private static ImageBlockResponse block(int offset, int size) {
        return new ImageBlockResponse.Success(
                NEW, offset, Images.ppmid(0x20, 100).slice(offset, size));
    }

    private static HubHarness holding(HubHarness hub) {
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);
        hub.done();
        return hub;
    }
}
