package io.hanproof.steps.monitor;

import io.hanproof.gbcs.ActivateFirmwareAlert;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Watches over what a device says in GBCS messages. */
final class MessageWatches {
    private MessageWatches() {}

    /** Watches the messages that can be read: what is wrong with the others is the scenarios' matter. */
    private abstract static class OfMessages extends Watch {
        /** Whether a device without power still knows that it has spoken no text says. */
        boolean restarted;

        abstract void said(GbcsMessage message, int number);

        @Override
        final void wan(WanMessage message, int number) {
            if (message instanceof WanMessage.Gbcs(Octets octets)
                    && GbcsMessage.read(octets) instanceof Decoded.Value<GbcsMessage>(var read)) {
                said(read, number);
            }
        }

        @Override
        final void power(Eui64 node, boolean on) {
            restarted = true;
        }
    }

    /** Whether an image verified is told once for each time that it came (S002:1381-1385, S001:410-428). */
    static final class OneReceiptPerImage extends OfMessages {
        private boolean over = true;
        private int downloads;
        private int receipts;
        private @Nullable AlertCode last;

        /** What is fetched after an offer or an end is another download; a device that resumes has one more to its credit. */
        @Override
        void ota(OtaFrame frame) {
            switch (frame.command()) {
                case QueryNextImageResponse.ID -> over |= frame.isSuccess();
                case UpgradeEndRequest.ID -> over = true;
                case ImageBlockResponse.ID -> {
                    if (over && frame.isSuccess()) {
                        over = false;
                        downloads++;
                    }
                }
                default -> {}
            }
        }

        @Override
        void said(GbcsMessage message, int number) {
            if (downloads > 0 && message.content() instanceof FirmwareReceiptAlert receipt) {
                boolean forgotten = restarted && receipt.alertCode() == last;
                receipts += forgotten ? 0 : 1;
                if (broken(receipts > downloads)) {
                    found(
                            number,
                            "sends alert 0x%04X after 0x%04X, and no other image has come"
                                    .formatted(receipt.alertCode().code(), last == null ? 0 : last.code()));
                }
                last = receipt.alertCode();
                restarted = false;
            }
        }
    }

    /** What became of an order for later is told once (S002:432-440, S001:424-428). */
    static final class OneOutcomePerOrder extends OfMessages {
        private record Order(Eui64 device, long counter) {}

        private final Map<Order, AlertCode> outcomes = new HashMap<>();

        @Override
        void said(GbcsMessage message, int number) {
            if (message.content() instanceof ActivateFirmwareAlert alert) {
                var order = new Order(message.header().originator(), alert.originatorCounter());
                AlertCode before = outcomes.put(order, alert.alertCode());
                boolean forgotten = restarted && alert.alertCode() == before;
                if (broken(before != null && !forgotten)) {
                    found(
                            number,
                            "sends alert 0x%04X of order %d, and has sent 0x%04X"
                                    .formatted(
                                            alert.alertCode().code(),
                                            alert.originatorCounter(),
                                            before == null ? 0 : before.code()));
                }
            }
        }
    }

    /** A command is answered once, by a response that carries its counter; one that came twice may have two. */
    static final class OneResponsePerCommand extends OfMessages {
        private record Command(Eui64 device, long counter) {}

        private final Map<Command, Integer> commands = new HashMap<>();
        private final Map<Command, Integer> responses = new HashMap<>();

        @Override
        void said(GbcsMessage message, int number) {
            var header = message.header();
            if (header.cra() == Cra.COMMAND) {
                commands.merge(new Command(header.recipient(), header.counter()), 1, Integer::sum);
            } else if (header.cra() == Cra.RESPONSE) {
                var command = new Command(header.originator(), header.counter());
                int given = responses.merge(command, 1, Integer::sum);
                if (broken(given > Math.max(1, commands.getOrDefault(command, 0)))) {
                    found(number, "answers command %d again".formatted(header.counter()));
                }
            }
        }
    }
}
