package io.hanproof.steps;

import java.util.Optional;

/**
 * What a scenario stands on: the home, what was seen of it, what was sent there and said to its devices, and how far they have
 * been led.
 *
 * @param chain where the DCC is judged
 */
record Premises(
        Site site, Witness witness, Supply supply, UpdateBench bench, SupplierDesk desk, Optional<Chain> chain) {}
