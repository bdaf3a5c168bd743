package io.hanproof.gbcs;

import io.hanproof.octets.Octets;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The fields of a record, however deep, and the same record with one of them changed. */
final class Fields {
    private Fields() {}

    /**
     * @param path the components that lead to the field, as {@code header.counter}
     * @param changed the record with other values of this field, without those that its constructor refuses
     */
    record Change<R>(String path, List<R> changed) {}

    static <R extends Record> List<Change<R>> changes(R record) {
        var changes = new ArrayList<Change<R>>();
        collect("", record, it -> it, changes);
        return changes;
    }

    /** @param around puts a value back where {@code value} is, up to the outermost record */
    private static <R> void collect(String path, Object value, UnaryOperator<Object> around, List<Change<R>> changes) {
        switch (value) {
            case Optional<?> optional ->
                optional.ifPresent(inner -> collect(path, inner, it -> around.apply(Optional.of(it)), changes));
            case Record record -> {
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    String inner = path.isEmpty() ? component.getName() : path + "." + component.getName();
                    collect(
                            inner,
                            component(record, component),
                            it -> around.apply(with(record, component.getName(), it)),
                            changes);
                }
            }
            default -> changes.add(new Change<>(path, rebuilt(others(value), around)));
        }
    }

    @SuppressWarnings("unchecked") // the outermost record is what the walk began with
    private static <R> List<R> rebuilt(Stream<Object> values, UnaryOperator<Object> around) {
        var rebuilt = new ArrayList<R>();
        values.forEach(it -> {
            try {
                rebuilt.add((R) around.apply(it));
            } catch (IllegalArgumentException e) {
                // this value does not go with the other fields
            }
        });
        return rebuilt;
    }

    private static Stream<Object> others(Object value) {
        return switch (value) {
            case Long it -> Stream.of(it ^ 1);
            case Integer it -> Stream.of(it ^ 1);
            case Instant it -> Stream.of(it.getEpochSecond() % 60 == 59 ? it.minusSeconds(1) : it.plusSeconds(1));
            case Octets it -> Stream.of(it.with(it.length() - 1, it.u8(it.length() - 1) ^ 1));
            case Enum<?> it ->
                Arrays.stream((Object[]) it.getDeclaringClass().getEnumConstants())
                        .filter(other -> !other.equals(it));
            default -> throw new AssertionError("no way to change a " + value.getClass());
        };
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Object with(Record record, String name, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(it -> it.getName().equals(name) ? value : component(record, it))
                .toArray();
        try {
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
