package io.hanproof.dcc;

import io.hanproof.octets.Eui64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each of many devices. A table never changes: one with another value shares all else with it, so that a
 * state of fifty thousand devices is followed by the next at the cost of one of them.
 *
 * <p>A tree of 32 branches over the identifier's digits, scrambled one to one so that neighbours do not crowd.
 */
public final class Table<V> {
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final Table<?> EMPTY = new Table<>(null, 0);

    private final @Nullable Object root;
    private final int size;

    private Table(@Nullable Object root, int size) {
        this.root = root;
        this.size = size;
    }

    private record Leaf(long key, Eui64 id, Object value) {}

    private static final class Branch {
        final int present;
        final Object[] below;

        Branch(int present, Object... below) {
            this.present = present;
            this.below = below;
        }

        int indexOf(int bit) {
            return Integer.bitCount(present & (bit - 1));
        }

        Branch replacing(int index, Object node) {
            var copy = below.clone();
            copy[index] = node;
            return new Branch(present, copy);
        }

        Branch with(int bit, Object node) {
            int index = indexOf(bit);
            var more = new Object[below.length + 1];
            System.arraycopy(below, 0, more, 0, index);
            more[index] = node;
            System.arraycopy(below, index, more, index + 1, below.length - index);
            return new Branch(present | bit, more);
        }
    }

    @SuppressWarnings("unchecked") // it holds no value of any type
    public static <V> Table<V> empty() {
        return (Table<V>) EMPTY;
    }

    public int size() {
        return size;
    }

    public Optional<V> find(Eui64 id) {
        return Optional.ofNullable(at(id));
    }

    public V getOrElse(Eui64 id, V other) {
        V value = at(id);
        return value == null ? other : value;
    }

    public Table<V> with(Eui64 id, V value) {
        var leaf = new Leaf(scrambled(id.value()), id, value);
        if (root == null) {
            return new Table<>(leaf, 1);
        }
        return new Table<>(put(root, leaf, 0), at(id) == null ? size + 1 : size);
    }

    /** The values, in an order that the identifiers alone decide. */
    public List<V> values() {
        var values = new ArrayList<V>(size);
        forEach(values::add);
        return values;
    }

    public void forEach(Consumer<? super V> what) {
        if (root != null) {
            walk(root, what);
        }
    }

    @SuppressWarnings("unchecked") // only values of this type were put
    private @Nullable V at(Eui64 id) {
        long key = scrambled(id.value());
        @Nullable Object node = root;
        int shift = 0;
        while (node instanceof Branch branch) {
            int bit = 1 << ((key >>> shift) & MASK);
            node = (branch.present & bit) == 0 ? null : branch.below[branch.indexOf(bit)];
            shift += BITS;
        }
        return node instanceof Leaf leaf && leaf.key == key ? (V) leaf.value : null;
    }

    private static Object put(Object node, Leaf leaf, int shift) {
        if (node instanceof Branch branch) {
            int bit = 1 << ((leaf.key >>> shift) & MASK);
            if ((branch.present & bit) == 0) {
                return branch.with(bit, leaf);
            }
            int index = branch.indexOf(bit);
            return branch.replacing(index, put(branch.below[index], leaf, shift + BITS));
        }
        var other = (Leaf) node;
        return other.key == leaf.key ? leaf : put(new Branch(bitOf(other, shift), other), leaf, shift);
    }

    private static int bitOf(Leaf leaf, int shift) {
        return 1 << ((leaf.key >>> shift) & MASK);
    }

    @SuppressWarnings("unchecked") // only values of this type were put
    private void walk(Object node, Consumer<? super V> what) {
        if (node instanceof Branch branch) {
            for (var each : branch.below) {
                walk(each, what);
            }
        } else {
            what.accept((V) ((Leaf) node).value);
        }
    }

    /** One to one: the finalizer of SplitMix64. */
    private static long scrambled(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
