package io.hanproof.launcher;

/**
 * One step of a scenario.
 *
 * @param keyword with the blank after it
 * @param line of the feature that it stands on
 */
record Sentence(String keyword, String text, int line) {
    @Override
    public String toString() {
        return keyword + text;
    }
}
