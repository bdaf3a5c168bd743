package io.hanproof.device;

import static io.hanproof.device.AnsweringWrongly.saying;
import static io.hanproof.device.AnsweringWrongly.telling;
import static io.hanproof.device.DisplayMisbehaviours.breaking;

import io.hanproof.gbcs.ActivateFirmwareAlert;
import io.hanproof.gbcs.CosemDateTime;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.FirmwareActivationAlert;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.FirmwareReceiptAlert.DlmsForm;
import io.hanproof.gbcs.FirmwareReceiptAlert.GbzForm;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.UseCase;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** True words in GBCS messages that go to the wrong party, or are dated when they were not said. */
final class AddressingWrongly {
    private static final Instant LONG_AGO = Instant.parse("2009-12-31T23:00:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);

    private AddressingWrongly() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> ofSwitches() {
        return List.of(
                breaking(
                        Set.of("HCA-10", "OPT-08"),
                        "sends-its-receipts-to-the-dcc",
                        "addresses its receipt alerts to the DCC, and its supplier hears nothing",
                        sending(FirmwareReceiptAlert.class, Keys.ACB)),
                breaking(
                        Set.of("HCA-10", "OPT-08"),
                        "dates-its-receipts-long-ago",
                        "dates its receipt alerts as a clock does that was never set",
                        saying(FirmwareReceiptAlert.class, AddressingWrongly::longAgo)),
                Misbehaviour.of(
                        "sends-its-activation-reports-to-the-dcc",
                        "addresses to the DCC what became of an order for later",
                        "HCA-02",
                        sending(ActivateFirmwareAlert.class, Keys.ACB)),
                Misbehaviour.of(
                        "dates-its-activation-reports-a-day-late",
                        "says of an order for later that it is carried out a day after it was",
                        "HCA-02",
                        saying(
                                ActivateFirmwareAlert.class,
                                it -> new ActivateFirmwareAlert(
                                        it.alertCode(),
                                        it.executionDateTime().plus(A_DAY),
                                        it.originatorCounter(),
                                        it.result()))),
                breaking(
                        Set.of("HCA-02", "HCA-10", "OPT-08"),
                        "answers-orders-to-the-dcc",
                        "addresses its answers to the DCC instead of the supplier whose orders they answer",
                        readdressing(AddressingWrongly::answersAnOrder, it -> to(it, Keys.ACB))),
                breaking(
                        Set.of("HCA-02", "HCA-10", "OPT-08"),
                        "dates-its-answers-long-ago",
                        "dates its answers to orders as a clock does that was never set",
                        readdressing(AddressingWrongly::answersAnOrder, it -> it.at(CosemDateTime.of(LONG_AGO)))),
                Misbehaviour.of(
                        "answers-reads-for-another-supplier",
                        "names another supplier in its answer than the one that the DCC reads its version for",
                        "RDB-07",
                        readdressing(it -> it.content() instanceof FirmwareVersion, AddressingWrongly::forAnother)));
    }

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> ofDisplays() {
        return List.of(
                Misbehaviour.of(
                                "sends-its-activation-alert-to-its-supplier",
                                "addresses its activation alert to its supplier, and the DCC hears nothing",
                                "DEV-12",
                                sending(FirmwareActivationAlert.class, Keys.IMPORT_SUPPLIER))
                        .underBaseline("2020"),
                Misbehaviour.of(
                                "dates-its-activation-alert-long-ago",
                                "dates its activation alert as a clock does that was never set",
                                "DEV-12",
                                saying(
                                        FirmwareActivationAlert.class,
                                        it -> new FirmwareActivationAlert(
                                                LONG_AGO, it.firmwareVersion(), it.activateImage())))
                        .underBaseline("2020"));
    }

    private static boolean answersAnOrder(DisplayEffect.Tell tell) {
        return tell.header().cra() == Cra.RESPONSE && tell.content().useCase() == UseCase.CS06;
    }

    private static FirmwareReceiptAlert longAgo(FirmwareReceiptAlert alert) {
        var form = switch (alert.form()) {
            case DlmsForm it -> new DlmsForm(it.invokeId(), CosemDateTime.of(LONG_AGO));
            case GbzForm it -> new GbzForm(LONG_AGO);
        };
        return new FirmwareReceiptAlert(alert.alertCode(), form, alert.calculatedHash());
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> sending(
            Class<? extends io.hanproof.gbcs.Content> kind, Eui64 recipient) {
        return readdressing(it -> kind.isInstance(it.content()), it -> to(it, recipient));
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> readdressing(
            Predicate<DisplayEffect.Tell> which, UnaryOperator<GroupingHeader> other) {
        return telling(it -> Optional.of(
                which.test(it) ? new DisplayEffect.Tell(other.apply(it.header()), it.content(), it.seal()) : it));
    }

    private static GroupingHeader to(GroupingHeader header, Eui64 recipient) {
        return new GroupingHeader(
                header.cra(), header.counter(), header.originator(), recipient, header.dateTime(), header.other());
    }

    private static GroupingHeader forAnother(GroupingHeader header) {
        return new GroupingHeader(
                header.cra(),
                header.counter(),
                header.originator(),
                header.recipient(),
                header.dateTime(),
                OtherInformation.of(UseCase.CS08, Keys.GAS_SUPPLIER, header.counter()));
    }
}
