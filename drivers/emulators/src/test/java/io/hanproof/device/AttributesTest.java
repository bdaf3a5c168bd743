package io.hanproof.device;

import static io.hanproof.device.MachineFixture.IDLE;
import static io.hanproof.device.MachineFixture.MODEL;
import static io.hanproof.device.MachineFixture.OFFERED;
import static io.hanproof.device.MachineFixture.downloading;
import static io.hanproof.device.MachineFixture.ended;
import static io.hanproof.device.MachineFixture.ending;
import static io.hanproof.device.MachineFixture.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ota.ImageUpgradeStatus;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributesTest {
    @ParameterizedTest
    @CsvSource({
        "DOWNLOAD_IN_PROGRESS, 43707",
        "DOWNLOAD_COMPLETE, 43707",
        "WAITING_TO_UPGRADE, 43707",
        "COUNT_DOWN, 43707",
        "NORMAL, 65535"
    })
    void saysWhatItIsDoing(ImageUpgradeStatus status, long imageType) {
        var state = switch (status) {
            case DOWNLOAD_IN_PROGRESS -> downloading(48, 0);
            case DOWNLOAD_COMPLETE -> ending(new Content.Whole());
            case WAITING_TO_UPGRADE ->
                on(ended(OFFERED, 0, UpgradeEndResponse.WAIT), ending(new Content.Whole()))
                        .state();
            case COUNT_DOWN ->
                on(ended(OFFERED, 0, 60), ending(new Content.Whole())).state();
            case NORMAL, WAIT_FOR_MORE, WAITING_TO_UPGRADE_VIA_EXTERNAL_EVENT -> IDLE;
        };

        assertThat(read(state, OtaAttribute.IMAGE_UPGRADE_STATUS)).hasValue(status.code());
        assertThat(read(state, OtaAttribute.IMAGE_TYPE_ID)).hasValue(imageType);
    }

    @Test
    void saysHowFarItHasCome() {
        assertThat(read(IDLE, OtaAttribute.FILE_OFFSET)).hasValue(0xFFFF_FFFFL);
        assertThat(read(downloading(48, 0), OtaAttribute.FILE_OFFSET)).hasValue(48);
        assertThat(read(IDLE, OtaAttribute.DOWNLOADED_FILE_VERSION)).hasValue(0xFFFF_FFFFL);
        assertThat(read(ending(new Content.Whole()), OtaAttribute.DOWNLOADED_FILE_VERSION))
                .hasValue(0x20);
        assertThat(read(ending(new Content.Whole()), OtaAttribute.CURRENT_FILE_VERSION))
                .hasValue(0x10);
        assertThat(read(IDLE, OtaAttribute.IMAGE_STAMP)).isEmpty();
    }

    private static OptionalLong read(DisplayState state, OtaAttribute attribute) {
        var question =
                new Question(MODEL.address(), 0x7B, 1, Cluster.OTA, 7, new ReadAttributes(List.of(attribute.id())));
        var step = on(new DisplayEvent.AttributesAsked(question), state);
        var answer = (DisplayEffect.Answer) step.effects().getFirst();
        return answer.response().value(attribute.id()).stream()
                .mapToLong(it -> ((AttributeValue.Number) it).value())
                .findFirst();
    }
}
