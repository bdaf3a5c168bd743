package io.hanproof.matrix;

import io.hanproof.profile.Baseline;
import java.util.Optional;

/**
 * One sentence of the modification that can be asked of somebody.
 *
 * @param id as {@code OTA-07}; its letters name the part of the modification
 * @param actor who is to do it
 * @param text the requirement in one sentence
 * @param source documents and lines that it is taken from
 * @param baseline the only one it holds under; absent when it holds under both
 * @param status how it stands against what was published in the end
 * @param command of hanproof that tests it on somebody's file, and the command's check; absent where none does
 * @param untested why nothing tests it, or {@value #PLANNED}
 */
public record Requirement(
        String id,
        String section,
        String actor,
        String text,
        String source,
        Kind kind,
        Optional<Baseline> baseline,
        Status status,
        Observable observable,
        Optional<String> command,
        Optional<String> untested) {
    static final String PLANNED = "planned";

    /** How firmly it is asked. */
    public enum Kind {
        MUST,
        /** The sources disagree; a policy selects the reading. */
        CONTESTED,
        /** Proposed and rejected; a policy may select it. */
        VARIANT,
        /** Asks nothing of a product that a test could see. */
        DOCUMENT
    }

    /** How it stands against what was published in the end. */
    public enum Status {
        FINAL,
        SOURCE_ONLY,
        CONTRADICTED,
        SUPERSEDED,
        REJECTED
    }

    /** How well a place shows it. */
    public enum Sight {
        DIRECT,
        PARTLY,
        /** Only a paper does. */
        DOCUMENT,
        NONE
    }

    /** How well it is seen on the HAN, on the WAN and by a Service User of the DCC. */
    public record Observable(Sight han, Sight wan, Sight user) {}

    /** Whether nothing tests it yet, but something is to. */
    public boolean isPlanned() {
        return untested.filter(PLANNED::equals).isPresent();
    }
}
