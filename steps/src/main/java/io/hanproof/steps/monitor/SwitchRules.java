package io.hanproof.steps.monitor;

import io.hanproof.gbcs.ActivateFirmware;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import java.util.List;

/** What a meter or a switch does, or never does, in every session. There is one in a recording that judges one. */
final class SwitchRules {
    static final List<StandingRule> ALL = List.of(
            StandingRule.of(
                    "activates-by-command-only",
                    "HCA-02",
                    "The firmware version of a switch changes only after an order of its supplier",
                    ActivatesByCommandOnly::new),
            StandingRule.of(
                    "switch-fetches-one-image",
                    "HCA-06",
                    "Manufacturer code, image type and version never change within a transfer",
                    DeviceRules.SameImageThroughout::new),
            StandingRule.of(
                    "switch-blocks-lie-inside",
                    "HCA-06",
                    "Every block that a switch asks for begins inside the image",
                    DeviceRules.BlocksLieInside::new),
            StandingRule.of(
                    "one-receipt-per-image",
                    "HCA-10",
                    "A switch tells its supplier once of each image that has come whether it verified",
                    MessageWatches.OneReceiptPerImage::new),
            StandingRule.of(
                    "one-outcome-per-order",
                    "HCA-02",
                    "A switch tells its supplier once what became of an order for later",
                    MessageWatches.OneOutcomePerOrder::new),
            StandingRule.of(
                    "one-response-per-command",
                    "HCA-02",
                    "A switch answers each command once",
                    MessageWatches.OneResponsePerCommand::new));

    private SwitchRules() {}

    /** One order is good for one change; whether the order was one to follow is its scenario's matter. */
    static final class ActivatesByCommandOnly extends Watch {
        private boolean ordered;
        private long runs = -1;

        @Override
        void wan(WanMessage message, int number) {
            if (message instanceof WanMessage.Gbcs(Octets octets)
                    && GbcsMessage.read(octets) instanceof Decoded.Value<GbcsMessage>(var read)
                    && read.content() instanceof ActivateFirmware order) {
                ordered = !order.cancels();
            }
        }

        /** Its queries tell what it runs, too. */
        @Override
        void ota(OtaFrame frame) {
            if (frame.command() == QueryNextImageRequest.ID) {
                says(frame.source(), frame.fileVersion(), frame.nanos(), frame.number());
            }
        }

        @Override
        void says(Eui64 device, long fileVersion, long nanos, int frame) {
            boolean changed = runs >= 0 && fileVersion != runs;
            if (runs >= 0 && broken(changed && !ordered)) {
                found(frame, "runs %08X after %08X, and its supplier gave no order".formatted(fileVersion, runs));
            }
            ordered = ordered && !changed;
            runs = fileVersion;
        }
    }
}
