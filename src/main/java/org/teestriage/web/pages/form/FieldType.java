package org.teestriage.web.pages.form;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Information;
import org.teestriage.decision.Decision;
import org.teestriage.platform.validation.MultiLine;

/** What kind of question asks for a component of a record: read off its type, so that a form never drifts from its record. */
public enum FieldType {
    LINE,
    TEXT,
    NUMBER,
    CHOICE,
    CHOICES,
    DAY,
    MOMENT,
    GROUP,
    GROUPS;

    /** Of a list that says nothing, and of one that is in no form of ours. */
    private static final int UNSAID = 100;

    private static final Map<String, Integer> MOST = most();

    static FieldType of(RecordComponent component) {
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
        return component.getAccessor().isAnnotationPresent(MultiLine.class) ? TEXT : LINE;
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

    /** How many entries a list takes. */
    static int most(RecordComponent list) {
        Size size = list.getAccessor().getAnnotation(Size.class);
        return size == null ? UNSAID : size.max();
    }

    /** How many entries a list takes, by its name in a form; where several have the name, the most generous of them. */
    public static int mostOf(String name) {
        return MOST.getOrDefault(name.substring(name.lastIndexOf('.') + 1), UNSAID);
    }

    private static Map<String, Integer> most() {
        Map<String, Integer> most = new HashMap<>();
        Stream.concat(Stream.of(Facts.class, Information.class), Stream.of(Decision.class.getPermittedSubclasses()))
                .forEach(record -> collect(record, most));
        return most;
    }

    private static void collect(Class<?> record, Map<String, Integer> most) {
        for (RecordComponent part : parts(record)) {
            if (of(part) == GROUPS) {
                most.merge(part.getName(), most(part), Math::max);
            }
            if (of(part) == GROUP || (of(part) == GROUPS && inside(part).isRecord())) {
                collect(inside(part), most);
            }
        }
    }

    static boolean required(RecordComponent component) {
        return Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
                .anyMatch(component.getAccessor()::isAnnotationPresent);
    }

    static List<RecordComponent> parts(Class<?> record) {
        return Arrays.asList(record.getRecordComponents());
    }
}
