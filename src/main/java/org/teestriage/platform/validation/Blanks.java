package org.teestriage.platform.validation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.Visible;

public final class Blanks {

    private Blanks() {}

    public static boolean nothing(@Nullable String... texts) {
        return Arrays.stream(texts).allMatch(Visible::isBlank);
    }

    /** Unlike {@link List#copyOf}, keeps null elements, so that validation reports them with their path. */
    public static <T> List<T> list(@Nullable Collection<T> told) {
        return told == null ? List.of() : told.stream().toList();
    }

    /** In their order, so that the stored form is the same on every machine. Keeps a null element. */
    public static Set<Integer> numbers(@Nullable Collection<Integer> told) {
        if (told == null || told.isEmpty()) {
            return Set.of();
        }
        Set<Integer> numbers = new TreeSet<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        numbers.addAll(told);
        return Collections.unmodifiableSet(numbers);
    }

    /** In enum order, so that the stored form is the same on every machine. */
    public static <E extends Enum<E>> Set<E> set(@Nullable Collection<E> told) {
        return told == null || told.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(told));
    }
}
