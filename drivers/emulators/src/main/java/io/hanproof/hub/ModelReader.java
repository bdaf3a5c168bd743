package io.hanproof.hub;

import io.hanproof.gbcs.DeviceModel;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.ota.HardwareVersion;
import java.time.Duration;
import java.util.Optional;

/** Reads a device's model for the DCC: SR 11.5 of the 2019 baseline. */
record ModelReader(HubRules rules, UpgradeList list) {
    /** S002:6319-6322. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A stranger is not waited for. */
    void onCommand(Turn turn, GroupingHeader command, Eui64 device) {
        if (!rules.readsModels()) {
            return;
        }
        if (!turn.state().devices().containsKey(device)) {
            turn.want(new HubEffect.Respond(command, unread(device)));
            return;
        }
        var question = new Question(turn.nextSerial(), device, command);
        turn.become(turn.state().asking(question));
        turn.want(new HubEffect.ReadModel(list.reach(turn.state(), device)));
        turn.bookIn(new HubTimer.ModelTimeout(question.serial()), TIMEOUT);
    }

    void onTold(Turn turn, Eui64 device, Optional<ToldModel> told) {
        for (var each : turn.state().questions()) {
            if (each.device().equals(device)) {
                answer(turn, each, told);
            }
        }
    }

    void onTimeout(Turn turn, HubTimer.ModelTimeout timeout) {
        for (var each : turn.state().questions()) {
            if (each.serial() == timeout.question()) {
                answer(turn, each, Optional.empty());
            }
        }
    }

    private static void answer(Turn turn, Question question, Optional<ToldModel> told) {
        turn.become(turn.state().withoutQuestion(question.serial()));
        var answer = told.map(it -> new DeviceModel(
                        question.device(),
                        it.manufacturerCode(),
                        it.imageType(),
                        hardware(turn, question.device()),
                        it.firmwareVersion(),
                        ReadResponseCode.READ_SUCCESS))
                .orElseGet(() -> unread(question.device()));
        turn.want(new HubEffect.Respond(question.command(), answer));
    }

    /** 0 when the device has not told its hardware. */
    private static int hardware(Turn turn, Eui64 device) {
        return Optional.ofNullable(turn.state().devices().get(device))
                .flatMap(HubState.Joined::hardware)
                .map(HardwareVersion::u16)
                .orElse(0);
    }

    private static DeviceModel unread(Eui64 device) {
        return new DeviceModel(device, 0, 0, 0, 0, ReadResponseCode.READ_FAILURE);
    }
}
