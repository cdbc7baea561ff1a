package org.teestriage.web.pages.form;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.concern.facts.Withdrawable;
import org.teestriage.platform.text.ForReaders;

/** Summarises a record as labels and answers, with the labels of its form. Omits unanswered fields. */
@Singleton
public class SummaryRows {

    private final FormDefinitions definitions;

    SummaryRows(FormDefinitions definitions) {
        this.definitions = definitions;
    }

    /** One answer or, with {@code inside}, a heading over several. {@code text} preserves line breaks. */
    public record Row(String label, String value, boolean text, List<Row> inside) {

        public static Row of(String label, String value) {
            return new Row(label, value, false, List.of());
        }
    }

    public List<Row> of(@Nullable Object record) {
        if (record instanceof Amendment amendment) {
            return AmendmentRows.of(definitions.of(Facts.class), amendment);
        }
        return of(record instanceof ForReaders stored ? stored.forReaders() : record, component -> true);
    }

    /** The fields that were changed, with the labels of their forms. */
    public List<Row> changes(List<FieldChange> changes) {
        return AmendmentRows.changes(definitions.of(Facts.class), changes);
    }

    /** Only these components of the record. */
    public List<Row> of(@Nullable Object record, Collection<String> names) {
        return of(record, names::contains);
    }

    private List<Row> of(@Nullable Object record, Predicate<String> which) {
        return record == null ? List.of() : rows(definitions.of(record.getClass()), record, which);
    }

    private static List<Row> rows(FormDefinition definition, Object record, Predicate<String> which) {
        List<Row> rows = new ArrayList<>();
        for (FormField field : definition.fields()) {
            Object value = which.test(field.name()) ? field.valueIn(record) : null;
            if (value != null && !field.told().isEmpty()) {
                add(rows, field, value);
            }
        }
        return rows;
    }

    private static List<Row> rows(FormField group, Object record) {
        return rows(group.group(), record, component -> true);
    }

    private static void add(List<Row> rows, FormField field, Object value) {
        switch (field.type()) {
            case GROUP -> {
                List<Row> inside = rows(field, value);
                if (!inside.isEmpty()) {
                    rows.add(new Row(field.told(), "", false, inside));
                }
            }
            case GROUPS -> {
                int number = 0;
                for (Object member : (Collection<?>) value) {
                    number++;
                    String label = "%s %d".formatted(field.one(), number);
                    boolean withdrawn = member instanceof Withdrawable fact && !fact.stands();
                    rows.add(new Row(withdrawn ? label + " (withdrawn)" : label, "", false, rows(field, member)));
                }
            }
            case CHOICES -> {
                String all = ((Collection<?>) value).stream().map(field::called).collect(Collectors.joining("\n"));
                if (!all.isEmpty()) {
                    rows.add(new Row(field.told(), all, true, List.of()));
                }
            }
            case TEXT -> rows.add(new Row(field.told(), said(value), true, List.of()));
            case CHOICE -> rows.add(Row.of(field.told(), field.called(value)));
            case LINE, NUMBER, DAY, MOMENT -> rows.add(Row.of(field.told(), said(value)));
        }
    }

    private static String said(Object value) {
        if (value instanceof Instant moment) {
            return Times.when(moment);
        }
        if (value instanceof LocalDate day) {
            return Times.day(day);
        }
        return String.valueOf(value);
    }
}
