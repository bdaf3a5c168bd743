package io.hanproof.steps;

import io.hanproof.device.DisplayEffect;
import io.hanproof.device.DisplayEvent;
import io.hanproof.device.DisplayState;
import io.hanproof.device.EmulatedDisplay;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.steps.HabitWords.DisplayHabit;
import java.util.ArrayList;
import java.util.List;

/** A display that hanproof plays for a hub or a DCC under test: it has habits, and goes only as far as it is let. */
final class Puppet {
    private final EmulatedDisplay display;
    private final List<Mutation<DisplayState, DisplayEvent, DisplayEffect>> habits = new ArrayList<>();
    private Mutation<DisplayState, DisplayEvent, DisplayEffect> gait;
    private boolean tellsHardware = true;

    /** @param gait how far it goes at first */
    Puppet(EmulatedDisplay display, Mutation<DisplayState, DisplayEvent, DisplayEffect> gait) {
        this.display = display;
        this.gait = gait;
        follow(gait);
    }

    void takeUp(DisplayHabit habit) {
        habits.add(
                switch (habit) {
                    case DisplayHabit.NoHardware() -> {
                        tellsHardware = false;
                        yield Gait.withoutHardware();
                    }
                    case DisplayHabit.NoActivation() -> Gait.notActivating();
                    case DisplayHabit.SilentToReads() -> Gait.silentToReads();
                    case DisplayHabit.SlowToRead(var delay) -> Gait.slowToRead(delay);
                    case DisplayHabit.BlocksOf(int octets) -> Gait.blocksOf(octets);
                });
        follow(gait);
    }

    /** How it goes on from now. */
    void follow(Mutation<DisplayState, DisplayEvent, DisplayEffect> other) {
        gait = other;
        var all = new ArrayList<>(habits);
        all.add(other);
        display.script(Gait.all(all));
    }

    /** Has it ask for an image, or go on with the one it was fetching. */
    void go(Mutation<DisplayState, DisplayEvent, DisplayEffect> other) {
        follow(other);
        display.poll();
    }

    boolean tellsHardware() {
        return tellsHardware;
    }
}
