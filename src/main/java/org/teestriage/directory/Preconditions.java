package org.teestriage.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Required values of the records of this package. hubs.yaml is written by hand, so the message names what is missing. */
final class Preconditions {
    private Preconditions() {}

    static String text(@Nullable String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return value;
    }

    static <T> T value(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return value;
    }

    static <T> List<T> list(@Nullable List<T> values, String what) {
        return List.copyOf(value(values, what));
    }
}
