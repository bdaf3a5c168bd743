package io.hanproof.lab;

/** How much of its hourly sub-GHz transmit time a node has used (Smart Energy 1.4, sub-GHz cluster). */
public enum DutyCycle {
    NORMAL,
    LIMITED,
    CRITICAL,
    SUSPENDED
}
