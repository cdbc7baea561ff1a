package org.teestriage.pages;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.teestriage.concern.Text;

/** What kind of question asks for a component of a record: read off its type, so that a form never drifts from its record. */
enum Shape {
    LINE,
    TEXT,
    NUMBER,
    CHOICE,
    CHOICES,
    DAY,
    MOMENT,
    GROUP,
    GROUPS;

    static Shape of(RecordComponent component) {
        Class<?> type = component.getType();
        if (Collection.class.isAssignableFrom(type)) {
            return inside(component).isEnum() ? CHOICES : GROUPS;
        }
        if (type.isEnum() || type == Boolean.class) {
            return CHOICE;
        }
        if (type.isRecord() && !isWritten(type)) {
            return GROUP;
        }
        if (type == LocalDate.class) {
            return DAY;
        }
        if (type == Instant.class) {
            return MOMENT;
        }
        if (type == Integer.class) {
            return NUMBER;
        }
        return component.getAccessor().isAnnotationPresent(Text.class) ? TEXT : LINE;
    }

    /** Records that people write as one word, such as a reference. */
    private static boolean isWritten(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }

    /** The class of a component, or of the members of a collection. */
    static Class<?> inside(RecordComponent component) {
        Type type = component.getGenericType();
        return type instanceof ParameterizedType collection
                ? (Class<?>) collection.getActualTypeArguments()[0]
                : component.getType();
    }

    static boolean required(RecordComponent component) {
        return Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
                .anyMatch(component.getAccessor()::isAnnotationPresent);
    }

    static List<RecordComponent> parts(Class<?> record) {
        return Arrays.asList(record.getRecordComponents());
    }
}
