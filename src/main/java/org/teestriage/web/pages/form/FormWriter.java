package org.teestriage.web.pages.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class FormWriter {

    private final Map<String, List<String>> answers = new LinkedHashMap<>();

    private FormWriter() {}

    static FormValues write(FormDefinition definition, Object record) {
        FormWriter writer = new FormWriter();
        writer.record(definition, record, "");
        return new FormValues(writer.answers);
    }

    static Map<String, List<String>> moment(String name, Instant moment) {
        FormWriter writer = new FormWriter();
        writer.value(FieldType.MOMENT, moment, name);
        return writer.answers;
    }

    private void record(FormDefinition definition, Object record, String at) {
        for (FormField field : definition.fields()) {
            Object value = field.valueIn(record);
            String name = FormDefinition.below(at, field);
            if (value != null) {
                switch (field.type()) {
                    case GROUP -> record(field.group(), value, name);
                    case GROUPS -> members(field.group(), (Collection<?>) value, name);
                    default -> value(field.type(), value, name);
                }
            }
        }
    }

    private void members(FormDefinition member, Collection<?> members, String name) {
        int index = 0;
        for (Object each : members) {
            record(member, each, "%s[%d]".formatted(name, index++));
        }
    }

    private void value(FieldType type, Object value, String name) {
        switch (type) {
            case CHOICES ->
                answers.put(
                        name,
                        ((Collection<?>) value).stream().map(String::valueOf).toList());
            case DAY -> day((LocalDate) value, name);
            case MOMENT -> {
                Instant moment = (Instant) value;
                day(LocalDate.ofInstant(moment, Times.LONDON), name);
                answers.put(name + ".time", List.of(TypedTime.written(moment)));
            }
            default -> answers.put(name, List.of(String.valueOf(value)));
        }
    }

    private void day(LocalDate day, String name) {
        answers.put(name + ".day", List.of(String.valueOf(day.getDayOfMonth())));
        answers.put(name + ".month", List.of(String.valueOf(day.getMonthValue())));
        answers.put(name + ".year", List.of(String.valueOf(day.getYear())));
    }
}
