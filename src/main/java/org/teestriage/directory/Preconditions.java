package org.teestriage.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
