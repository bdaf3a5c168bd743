package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What was wrong with a line, as either side tells the other.
 *
 * @param line counts the lines received on this connection, from 1
 * @param field empty when the line is no JSON object
 */
record Fault(int line, String field, String reason) {
    static Fault of(int line, BadInput bad) {
        return new Fault(line, bad.field(), bad.reason());
    }

    /** Never answered, so that whatever it holds will do. */
    static Fault read(Fields in) {
        try {
            return new Fault(in.integer("line", 0, Integer.MAX_VALUE), in.text("field"), in.text("reason"));
        } catch (BadInput unreadable) {
            return new Fault(0, "", "an error that says nothing: " + unreadable.reason());
        }
    }

    ObjectNode json() {
        return Json.message("error").put("line", line).put("field", field).put("reason", reason);
    }

    @Override
    public String toString() {
        return "line %d: %s%s".formatted(line, field.isEmpty() ? "" : field + ": ", reason);
    }
}
