package org.teestriage.web.pages.form;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.platform.text.Visible;

public final class FormReader {

    private final FormValues formValues;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    /** Maps a path in the record to a field name. They differ because empty list members are left out of the record. */
    private final Map<String, String> names = new HashMap<>();

    private FormReader(FormValues formValues) {
        this.formValues = formValues;
    }

    /** The record as far as it could be read, and the error messages by field name. */
    public record Read<T>(T soFar, Map<String, String> wrong) {

        public Optional<T> record() {
            return wrong.isEmpty() ? Optional.of(soFar) : Optional.empty();
        }

        /** The errors at or below these names. */
        public Map<String, String> wrongAt(List<String> names) {
            Map<String, String> some = new LinkedHashMap<>(wrong);
            some.keySet().removeIf(name -> names.stream().noneMatch(at -> FormValues.isAt(name, at)));
            return some;
        }
    }

    static <T> Read<T> read(Class<T> type, FormDefinition definition, FormValues formValues, Validator validator) {
        FormReader answers = new FormReader(formValues);
        T record = type.cast(answers.record(definition, "", ""));
        validator.validate(record).stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .forEach(answers::note);
        return new Read<>(record, Map.copyOf(answers.wrong));
    }

    private void note(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString().replaceAll("(\\[\\d*])?\\.?<[a-z ]+>$", "");
        wrong.putIfAbsent(names.getOrDefault(path, path), sentence(violation));
    }

    private static String sentence(ConstraintViolation<?> violation) {
        Class<? extends Annotation> constraint =
                violation.getConstraintDescriptor().getAnnotation().annotationType();
        if (constraint == NotNull.class) {
            return "Give an answer";
        }
        if (constraint == NotBlank.class) {
            return "Write something here";
        }
        return constraint == NotEmpty.class ? "Give at least one" : upperFirst(violation.getMessage());
    }

    private static String upperFirst(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private Object record(FormDefinition definition, String name, String path) {
        return definition.create(definition.fields().stream()
                .map(field -> value(field, FormDefinition.below(name, field), FormDefinition.below(path, field)))
                .toArray());
    }

    private @Nullable Object value(FormField field, String name, String path) {
        names.put(path, name);
        if (!field.isAsked(formValues, name)) {
            return switch (field.type()) {
                case GROUPS -> List.of();
                case CHOICES -> Set.of();
                case LINE, TEXT, NUMBER, CHOICE, DAY, MOMENT, GROUP -> null;
            };
        }
        return switch (field.type()) {
            case GROUP -> formValues.says(name) || field.required() ? record(field.group(), name, path) : null;
            case GROUPS -> members(field.group(), name, path);
            case CHOICES -> choices(field.member(), name);
            case DAY -> formValues.says(name) ? day(name) : null;
            case MOMENT -> formValues.says(name) ? moment(name) : null;
            case LINE, TEXT, NUMBER, CHOICE ->
                Visible.isBlank(formValues.first(name)) ? null : single(field.member(), formValues.first(name), name);
        };
    }

    private List<Object> members(FormDefinition member, String name, String path) {
        List<Object> members = new ArrayList<>();
        for (int index : formValues.indexes(name)) {
            String here = "%s[%d]".formatted(name, index);
            if (formValues.says(here)) {
                String there = "%s[%d]".formatted(path, members.size());
                names.put(there, here);
                members.add(record(member, here, there));
            }
        }
        return members;
    }

    private Set<Object> choices(Class<?> type, String name) {
        Set<Object> chosen = new LinkedHashSet<>();
        for (String value : formValues.all(name)) {
            if (!Visible.isBlank(value)) {
                Object choice = single(type, value, name);
                if (choice != null) {
                    chosen.add(choice);
                }
            }
        }
        return chosen;
    }

    private @Nullable Object single(Class<?> type, String value, String name) {
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(value)) {
                    return constant;
                }
            }
            return refuse(name, "Choose one of the answers");
        }
        if (type == Boolean.class) {
            return switch (value) {
                case "true" -> true;
                case "false" -> false;
                default -> refuse(name, "Choose one of the answers");
            };
        }
        if (type == Integer.class) {
            String number = Visible.withPlainSpaces(value).strip();
            return number.matches("[0-9]{1,9}")
                    ? Integer.valueOf(number)
                    : refuse(name, "Write a whole number, such as 13");
        }
        if (type == Reference.class) {
            return Reference.find(value)
                    .<Object>map(Function.identity())
                    .orElseGet(() -> refuse(name, "Write a reference, such as K7Q2-9FXM-F"));
        }
        return value;
    }

    private @Nullable LocalDate day(String name) {
        LocalDate day = typedDay(name).orElse(null);
        if (day == null) {
            refuse(name, TypedTime.NO_DAY);
        }
        return day;
    }

    private Optional<LocalDate> typedDay(String name) {
        return TypedTime.day(
                formValues.first(name + ".day"), formValues.first(name + ".month"), formValues.first(name + ".year"));
    }

    private @Nullable Instant moment(String name) {
        LocalDate day = day(name);
        if (day == null) {
            return null;
        }
        TypedTime.Read read = TypedTime.moment(day, formValues.first(name + ".time"));
        if (read.moment() == null) {
            refuse(name, read.sentence());
        }
        return read.moment();
    }

    private @Nullable Object refuse(String name, String why) {
        wrong.putIfAbsent(name, why);
        return null;
    }
}
