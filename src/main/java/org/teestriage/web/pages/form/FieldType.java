package org.teestriage.web.pages.form;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teestriage.concern.Reference;
import org.teestriage.platform.validation.MultiLine;

enum FieldType {
    LINE,
    TEXT,
    NUMBER,
    CHOICE,
    CHOICES,
    DAY,
    MOMENT,
    GROUP,
    GROUPS;

    static final String SUPPORTED = "String, Integer, Boolean, LocalDate, Instant, Reference, an enum,"
            + " a Set of an enum, of String or of Integer,"
            + " a record or a List of a record";

    /** Empty if the type of the component is not supported. */
    static Optional<FieldType> of(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == Set.class || type == List.class) {
            Class<?> member = member(component);
            return type == Set.class
                    ? some(CHOICES, member.isEnum() || member == String.class || member == Integer.class)
                    : some(GROUPS, member.isRecord() && member != Reference.class);
        }
        if (type.isEnum() || type == Boolean.class) {
            return Optional.of(CHOICE);
        }
        if (type == LocalDate.class) {
            return Optional.of(DAY);
        }
        if (type == Instant.class) {
            return Optional.of(MOMENT);
        }
        if (type == Integer.class) {
            return Optional.of(NUMBER);
        }
        if (type == String.class) {
            return Optional.of(component.getAccessor().isAnnotationPresent(MultiLine.class) ? TEXT : LINE);
        }
        return type == Reference.class ? Optional.of(LINE) : some(GROUP, type.isRecord());
    }

    private static Optional<FieldType> some(FieldType type, boolean fits) {
        return fits ? Optional.of(type) : Optional.empty();
    }

    /** The class of the component, or of the elements of a collection. */
    static Class<?> member(RecordComponent component) {
        Type type = component.getGenericType();
        return type instanceof ParameterizedType collection
                        && collection.getActualTypeArguments()[0] instanceof Class<?> member
                ? member
                : component.getType();
    }
}
