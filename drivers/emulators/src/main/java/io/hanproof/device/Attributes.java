package io.hanproof.device;

import io.hanproof.profile.Profile;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.BasicAttribute;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageUpgradeStatus;
import io.hanproof.zcl.ota.OtaAttribute;
import java.util.ArrayList;
import java.util.Optional;

/** What a device answers when its attributes are read. */
final class Attributes {
    private static final int NO_TYPE = 0xFFFF;
    private static final int ZIGBEE_PRO = 2;
    private static final int WITH_PERIOD_IN_MILLISECONDS = 3;
    private static final int OUT_OF_BAND_ONLY = 1;
    private static final int DO_NOT_APPLY_AFTER_TIMEOUT = 1;
    private static final int ZCL_VERSION = 3;
    private static final int MAINS = 1;

    private final DisplayModel model;

    Attributes(DisplayModel model) {
        this.model = model;
    }

    ReadAttributesResponse answer(Question question, DisplayState state) {
        var answers = new ArrayList<ReadAttributesResponse.Answer>();
        for (int id : question.attributes().attributeIds()) {
            var value = switch (question.cluster()) {
                case OTA -> OtaAttribute.of(id).flatMap(it -> ota(it, question, state));
                case BASIC -> BasicAttribute.of(id).flatMap(this::basic);
                case TIME -> Optional.<AttributeValue>empty();
            };
            answers.add(
                    value.isPresent()
                            ? new ReadAttributesResponse.Held(id, value.get())
                            : new ReadAttributesResponse.Refused(id, ZclStatus.UNSUPPORTED_ATTRIBUTE));
        }
        return new ReadAttributesResponse(answers);
    }

    private Optional<AttributeValue> ota(OtaAttribute attribute, Question question, DisplayState state) {
        var held = state.flash().held();
        return switch (attribute) {
            case UPGRADE_SERVER_ID ->
                Optional.of(attribute.value(question.asker().value()));
            case FILE_OFFSET -> fileOffset(state).map(attribute::value).or(attribute::defaultValue);
            case CURRENT_FILE_VERSION ->
                model.capabilities().currentFileVersion()
                        ? Optional.of(attribute.value(state.flash().running()))
                        : Optional.empty();
            case CURRENT_ZIGBEE_STACK_VERSION -> Optional.of(attribute.value(ZIGBEE_PRO));
            case DOWNLOADED_FILE_VERSION ->
                held.map(it -> attribute.value(it.image().fileVersion())).or(attribute::defaultValue);
            case DOWNLOADED_ZIGBEE_STACK_VERSION ->
                held.map(it -> attribute.value(ZIGBEE_PRO)).or(attribute::defaultValue);
            case IMAGE_UPGRADE_STATUS ->
                Optional.of(attribute.value(status(state).code()));
            case MANUFACTURER_ID -> Optional.of(attribute.value(model.identity().manufacturerCode()));
            case IMAGE_TYPE_ID ->
                Optional.of(attribute.value(
                        status(state) == ImageUpgradeStatus.NORMAL
                                ? NO_TYPE
                                : model.identity().imageType()));
            case MINIMUM_BLOCK_PERIOD -> Optional.of(attribute.value(minimumBlockPeriod(state)));
            case IMAGE_STAMP -> Optional.empty();
            case UPGRADE_ACTIVATION_POLICY ->
                Optional.of(attribute.value(model.kind().isDisplay() ? 0 : OUT_OF_BAND_ONLY));
            case UPGRADE_TIMEOUT_POLICY -> Optional.of(attribute.value(DO_NOT_APPLY_AFTER_TIMEOUT));
            case CLUSTER_REVISION -> Optional.of(attribute.value(WITH_PERIOD_IN_MILLISECONDS));
        };
    }

    private static Optional<Long> fileOffset(DisplayState state) {
        return switch (state.phase()) {
            case Phase.Downloading at -> Optional.of(at.offset());
            case Phase.Checking checking -> Optional.of(checking.size());
            case Phase other -> state.flash().held().map(Flash.Held::size);
        };
    }

    private static int minimumBlockPeriod(DisplayState state) {
        return state.phase() instanceof Phase.Downloading at
                ? at.transfer().minimumBlockPeriod().orElse(0)
                : 0;
    }

    private static ImageUpgradeStatus status(DisplayState state) {
        return switch (state.phase()) {
            case Phase.Downloading at -> ImageUpgradeStatus.DOWNLOAD_IN_PROGRESS;
            case Phase.Checking checking -> ImageUpgradeStatus.DOWNLOAD_COMPLETE;
            case Phase.Ending ending -> ImageUpgradeStatus.DOWNLOAD_COMPLETE;
            case Phase.Waiting waiting -> ImageUpgradeStatus.WAITING_TO_UPGRADE;
            case Phase.Scheduled scheduled -> ImageUpgradeStatus.COUNT_DOWN;
            case Phase.Querying querying -> restingStatus(state.flash());
            case Phase.Idle idle -> ImageUpgradeStatus.NORMAL;
            case Phase.Rebooting rebooting -> ImageUpgradeStatus.NORMAL;
            case Phase.Off off -> ImageUpgradeStatus.NORMAL;
        };
    }

    /** A device that asks for news while it holds an image still waits for its activation. */
    private static ImageUpgradeStatus restingStatus(Flash flash) {
        return flash.held()
                .map(it -> it.order() instanceof Flash.Order.At
                        ? ImageUpgradeStatus.COUNT_DOWN
                        : ImageUpgradeStatus.WAITING_TO_UPGRADE)
                .orElse(ImageUpgradeStatus.NORMAL);
    }

    private Optional<AttributeValue> basic(BasicAttribute attribute) {
        Profile.Model identity = model.identity();
        return switch (attribute) {
            case ZCL_VERSION -> Optional.of(AttributeValue.uint8(ZCL_VERSION));
            case HW_VERSION ->
                Optional.of(AttributeValue.uint8(identity.hardware().version()));
            case MANUFACTURER_NAME -> Optional.of(AttributeValue.characters("hanproof"));
            case MODEL_IDENTIFIER ->
                Optional.of(AttributeValue.characters(model.kind().name()));
            case POWER_SOURCE -> Optional.of(AttributeValue.enum8(MAINS));
            case APPLICATION_VERSION -> Optional.empty();
            case STACK_VERSION -> Optional.empty();
            case DATE_CODE -> Optional.empty();
        };
    }
}
