package io.hanproof.cpl;

import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The Central Products List at one moment. Look-ups answer in the list's order, removed entries among them: whether a
 * removed one, or more than one, is acceptable is for who asks to say.
 */
public final class Cpl {
    public static final Cpl EMPTY = of(List.of());

    private final List<CplEntry> entries;
    private final Map<Octets, List<CplEntry>> byHash = new HashMap<>();
    private final Map<Product, List<CplEntry>> byProduct = new HashMap<>();

    private record Product(int manufacturerCode, int imageType, int hardwareVersion) {}

    private Cpl(List<CplEntry> entries) {
        this.entries = List.copyOf(entries);
        for (CplEntry entry : this.entries) {
            entry.hash()
                    .ifPresent(it -> byHash.computeIfAbsent(it, hash -> new ArrayList<>(1))
                            .add(entry));
            var product = new Product(entry.manufacturerCode(), entry.imageType(), entry.hardwareVersion());
            byProduct.computeIfAbsent(product, it -> new ArrayList<>(1)).add(entry);
        }
        byHash.replaceAll((hash, list) -> List.copyOf(list));
        byProduct.replaceAll((product, list) -> List.copyOf(list));
    }

    public static Cpl of(List<CplEntry> entries) {
        return new Cpl(entries);
    }

    public List<CplEntry> entries() {
        return entries;
    }

    /** The entries that list an image of that hash. */
    public List<CplEntry> withHash(Octets hash) {
        return byHash.getOrDefault(hash, List.of());
    }

    /** The firmware versions listed for that product. */
    public List<CplEntry> ofProduct(int manufacturerCode, int imageType, int hardwareVersion) {
        return byProduct.getOrDefault(new Product(manufacturerCode, imageType, hardwareVersion), List.of());
    }

    /** The list with one more entry at its end. */
    public Cpl plus(CplEntry entry) {
        var more = new ArrayList<>(entries);
        more.add(entry);
        return new Cpl(more);
    }

    /** The list with each entry replaced by what {@code change} makes of it. */
    public Cpl changed(UnaryOperator<CplEntry> change) {
        return new Cpl(entries.stream().map(change).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cpl that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.size() == 1 ? "CPL of 1 entry" : "CPL of %d entries".formatted(entries.size());
    }
}
