package io.hanproof.cbke;

import io.hanproof.cbke.Exchanges.Agreed;
import io.hanproof.cbke.Exchanges.Answered;
import io.hanproof.cbke.Exchanges.Established;
import io.hanproof.cbke.Exchanges.Failed;
import io.hanproof.cbke.Exchanges.Idle;
import io.hanproof.cbke.Exchanges.Offered;
import io.hanproof.cbke.Exchanges.Proving;
import io.hanproof.cbke.Exchanges.Requested;
import java.time.Instant;
import java.util.Optional;

/** How far a Key Establishment with one other device has come. */
public sealed interface Exchange permits Idle, Requested, Offered, Proving, Answered, Agreed, Established, Failed {
    /** Nothing was asked yet, by either side. */
    static Exchange idle() {
        return new Idle();
    }

    /** When the machine is to hear that time has passed: the other side should have spoken by then. */
    default Optional<Instant> deadline() {
        return switch (this) {
            case Idle it -> Optional.empty();
            case Requested it -> Optional.of(it.until());
            case Offered it -> Optional.of(it.until());
            case Proving it -> Optional.of(it.until());
            case Answered it -> Optional.of(it.until());
            case Agreed it -> Optional.of(it.until());
            case Established it -> Optional.empty();
            case Failed it -> Optional.empty();
        };
    }

    /** Whether both sides have the link key, as far as this one can know. */
    default boolean isEstablished() {
        return this instanceof Established;
    }

    /** Why it came to nothing, if it did. */
    default Optional<String> failure() {
        return this instanceof Failed(var reason) ? Optional.of(reason) : Optional.empty();
    }
}
