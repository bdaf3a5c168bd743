package io.hanproof.steps;

/** What a scenario stands on: the home, what was seen of it, what was sent there, and how far its devices have been led. */
record Premises(Site site, Witness witness, Supply supply, UpdateBench bench) {}
