package io.hanproof.launcher;

import io.hanproof.octets.Eui64;
import io.hanproof.zcl.Attribute;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zdo.NodeDescriptor;
import io.hanproof.zdo.SimpleDescriptor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node says of itself.
 *
 * @param descriptor empty when it did not answer
 * @param endpoints those it described; none when it did not answer
 * @param told what became of each attribute that it was asked for
 */
record NodeView(
        Eui64 address,
        Optional<NodeDescriptor> descriptor,
        List<SimpleDescriptor> endpoints,
        Map<Attribute, Told> told) {
    NodeView {
        endpoints = List.copyOf(endpoints);
        told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
    }

    /** What became of one attribute that a node was asked for. */
    sealed interface Told {
        record Value(AttributeValue value) implements Told {}

        /** It answered that it does not tell. */
        record Refused(ZclStatus status) implements Told {}

        /** There is no answer, and why. */
        record Nothing(String why) implements Told {}
    }

    Told told(Attribute attribute) {
        return told.getOrDefault(attribute, new Told.Nothing("it was not asked"));
    }

    /** The value of an attribute that counts something, where it was told. */
    Optional<Long> number(Attribute attribute) {
        return told(attribute) instanceof Told.Value(AttributeValue.Number(var type, long number))
                ? Optional.of(number)
                : Optional.empty();
    }

    /** The value of an attribute that is text, where it was told. */
    Optional<String> text(Attribute attribute) {
        return told(attribute) instanceof Told.Value(AttributeValue.Text it)
                ? Optional.of(it.text())
                : Optional.empty();
    }
}
