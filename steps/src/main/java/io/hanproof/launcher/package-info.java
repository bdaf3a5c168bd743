/**
 * The command line: reads the features into a catalogue, plans which scenario runs on which profile, has the JUnit
 * Platform run them one profile at a time, and turns what they leave behind into verdicts, a summary and an exit code.
 */
@NullMarked
package io.hanproof.launcher;

import org.jspecify.annotations.NullMarked;
