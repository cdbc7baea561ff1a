package org.teestriage.platform.validation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What it means that something was said: neither absent nor blank. */
public final class Blanks {

    private Blanks() {}

    public static boolean nothing(@Nullable String... texts) {
        return Arrays.stream(texts).allMatch(text -> text == null || text.isBlank());
    }

    /** Unlike {@link List#copyOf}, lets a null element through to validation, which names it by its path. */
    public static <T> List<T> list(@Nullable Collection<T> told) {
        return told == null ? List.of() : told.stream().toList();
    }

    /** In the enum's own order, so that what is kept reads the same on every machine. */
    public static <E extends Enum<E>> Set<E> set(@Nullable Collection<E> told) {
        return told == null || told.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(told));
    }
}
