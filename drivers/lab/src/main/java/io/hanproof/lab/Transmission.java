package io.hanproof.lab;

/** One frame on its way, from the first attempt to its delivery or its loss. */
final class Transmission implements Runnable {
    private static final int ATTEMPTS = 4; // the first, and three APS retries
    private static final long APS_RETRY_AFTER = 1_600_000_000L;
    private static final long NEVER = -1;

    private enum Next {
        ARRIVE,
        RETRY,
        GIVE_UP,
        CONFIRM
    }

    private final SimulatedHan han;
    private final Node sender;
    private final ApsFrame frame;
    private final int number;
    private final int powerCuts;

    private Next next = Next.ARRIVE;
    private int attempt;
    private long startedAt;
    private boolean heard;
    private boolean heardAbove;
    private boolean lostForGood;
    private boolean suspended;
    private long duplicateAfter;
    private Delivery delivery = Delivery.UNKNOWN;
    private Timeline.Booking release = () -> {};

    Transmission(SimulatedHan han, Node sender, ApsFrame frame, int number) {
        this.han = han;
        this.sender = sender;
        this.frame = frame;
        this.number = number;
        this.powerCuts = sender.powerCuts();
    }

    void transmit() {
        Timeline timeline = han.timeline();
        startedAt = timeline.nanos();
        attempt++;
        next = Next.ARRIVE;
        heard = !lostForGood;
        heardAbove = true;
        duplicateAfter = NEVER;
        if (han.metersDuty() && !maySpendAir()) {
            timeline.at(startedAt, this);
            return;
        }
        long arrival = han.air().claim(startedAt, frame);
        if (han.faults().isEmpty() || lostForGood) {
            timeline.at(arrival, this);
        } else {
            transmitFaulty(arrival);
        }
    }

    /** A suspended radio transmits nothing, and its stack gives the frame up at once. */
    private boolean maySpendAir() {
        if (sender.isSuspended()) {
            heard = false;
            suspended = true;
            return false;
        }
        sender.transmitted(han.air().senderNanos(frame));
        return true;
    }

    private void transmitFaulty(long arrival) {
        var effect = han.faults().on(frame);
        if (effect.isPresent() && effect.get() instanceof FaultRule.Effect.Reorder(var atMost)) {
            hold(arrival + atMost.toNanos());
        } else {
            han.timeline().at(arrival + effect.map(this::suffer).orElse(0L), this);
        }
    }

    /** Does to this attempt what the fault wants; says how much later it arrives. */
    private long suffer(FaultRule.Effect effect) {
        switch (effect) {
            case FaultRule.Effect.Lose() -> heard = false;
            case FaultRule.Effect.LoseFrame() -> {
                heard = false;
                lostForGood = true;
            }
            case FaultRule.Effect.DropAbove() -> heardAbove = false;
            case FaultRule.Effect.Duplicate(var after) -> duplicateAfter = after.toNanos();
            case FaultRule.Effect.Delay(var by) -> {
                return by.toNanos();
            }
            case FaultRule.Effect.Reorder held -> {} // held back, not changed
        }
        return 0;
    }

    private void hold(long atMostUntil) {
        han.hold(this);
        release = han.timeline().at(atMostUntil, () -> {
            han.unhold(this);
            run();
        });
    }

    boolean goesTheWayOf(Transmission other) {
        return frame.source().equals(other.frame.source())
                && frame.destination().equals(other.frame.destination());
    }

    void arriveNow() {
        release.cancel();
        han.timeline().at(han.timeline().nanos(), this);
    }

    @Override
    public void run() {
        switch (next) {
            case ARRIVE -> arrive();
            case RETRY -> retry();
            case GIVE_UP -> lost();
            case CONFIRM -> {
                if (sender.powerCuts() == powerCuts) {
                    sender.confirmed(frame, delivery);
                }
            }
        }
    }

    private void arrive() {
        if (!heard) {
            missed();
        } else if (frame.destination().isBroadcast()) {
            arriveEverywhere();
        } else {
            arriveAtOne();
        }
        han.passed(this);
    }

    private void arriveAtOne() {
        long address = frame.destination().value();
        for (Node node : han.nodes()) {
            if (node.address().value() == address) {
                if (!node.hears(frame.destinationEndpoint(), false)) {
                    break;
                }
                if (han.metersDuty()) {
                    node.transmitted(han.air().receiverNanos(frame));
                }
                delivered(node);
                return;
            }
        }
        missed();
    }

    private void delivered(Node receiver) {
        long now = han.timeline().nanos();
        delivery = Delivery.DELIVERED;
        han.tap().outcome(number, now, delivery);
        if (frame.acknowledged() && sender.confirms()) {
            next = Next.CONFIRM;
            han.timeline().at(now + han.air().acknowledgementNanos(frame), this);
        }
        if (duplicateAfter != NEVER) {
            han.timeline().at(now + duplicateAfter, () -> repeat(receiver));
        }
        if (heardAbove) {
            receiver.receive(frame);
        }
    }

    private void repeat(Node receiver) {
        boolean broadcast = frame.destination().isBroadcast();
        if (receiver.hears(frame.destinationEndpoint(), broadcast)) {
            han.tap().outcome(number, han.timeline().nanos(), Delivery.DELIVERED);
            receiver.receive(frame);
        }
    }

    private void arriveEverywhere() {
        boolean reached = false;
        for (Node node : han.nodes()) {
            if (node != sender && node.hears(frame.destinationEndpoint(), true)) {
                reached = true;
                delivered(node);
            }
        }
        if (!reached) {
            missed();
        }
    }

    private void missed() {
        if (!frame.acknowledged() || suspended) {
            lost();
        } else {
            next = attempt < ATTEMPTS ? Next.RETRY : Next.GIVE_UP;
            han.timeline()
                    .at(Math.max(startedAt + APS_RETRY_AFTER, han.timeline().nanos()), this);
        }
    }

    private void retry() {
        if (sender.powerCuts() == powerCuts && !sender.isClosed()) {
            transmit();
        } else {
            lost();
        }
    }

    private void lost() {
        delivery = Delivery.LOST;
        han.tap().outcome(number, han.timeline().nanos(), delivery);
        if (frame.acknowledged() && sender.confirms() && sender.powerCuts() == powerCuts) {
            sender.confirmed(frame, delivery);
        }
    }
}
