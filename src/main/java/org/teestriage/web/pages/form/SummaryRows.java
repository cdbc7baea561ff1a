package org.teestriage.web.pages.form;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record told as questions and answers, in the words its form asks with. What was not answered is left out. */
public final class SummaryRows {

    /** One answer; or, below a heading, several. Long text keeps its line breaks. */
    public record Row(String label, String value, boolean text, List<Row> inside) {

        public static Row of(String label, String value) {
            return new Row(label, value, false, List.of());
        }
    }

    private SummaryRows() {}

    public static List<Row> of(@Nullable Object record) {
        return of(record, part -> true);
    }

    /** Only these components of the record. */
    public static List<Row> of(@Nullable Object record, Collection<String> names) {
        return of(record, names::contains);
    }

    private static List<Row> of(@Nullable Object record, Predicate<String> which) {
        if (record == null) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (RecordComponent part : record.getClass().getRecordComponents()) {
            Object value = which.test(part.getName()) ? value(record, part) : null;
            if (value != null) {
                add(rows, record.getClass(), part, value);
            }
        }
        return rows;
    }

    private static void add(List<Row> rows, Class<?> record, RecordComponent part, Object value) {
        String label = Labels.told(record, part.getName());
        if (label.isEmpty()) {
            return;
        }
        switch (FieldType.of(part)) {
            case GROUP -> {
                List<Row> inside = of(value);
                if (!inside.isEmpty()) {
                    rows.add(new Row(label, "", false, inside));
                }
            }
            case GROUPS -> {
                int number = 0;
                for (Object member : (Collection<?>) value) {
                    number++;
                    String one = Labels.label(record, part.getName() + ".one");
                    rows.add(new Row("%s %d".formatted(one, number), "", false, of(member)));
                }
            }
            case CHOICES -> {
                String all =
                        ((Collection<?>) value).stream().map(SummaryRows::said).collect(Collectors.joining("\n"));
                if (!all.isEmpty()) {
                    rows.add(new Row(label, all, true, List.of()));
                }
            }
            case TEXT -> rows.add(new Row(label, said(value), true, List.of()));
            case LINE, NUMBER, CHOICE, DAY, MOMENT -> rows.add(Row.of(label, said(value)));
        }
    }

    static String said(Object value) {
        if (value instanceof Enum<?> code) {
            return Labels.of(code);
        }
        if (value instanceof Boolean answer) {
            return answer ? "Yes" : "No";
        }
        if (value instanceof Instant moment) {
            return Times.when(moment);
        }
        if (value instanceof LocalDate day) {
            return Times.day(day);
        }
        return String.valueOf(value);
    }

    static @Nullable Object value(Object record, RecordComponent part) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(part + " cannot be read", e);
        }
    }
}
