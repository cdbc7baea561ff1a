package org.teestriage.web.pages.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.web.pages.form.SummaryRows.Row;

final class AmendmentRows {

    private static final String WITHDRAWN = "withdrawn";
    private static final String NUMBER = "number";

    private AmendmentRows() {}

    static List<Row> of(FormDefinition facts, Amendment amendment) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("Said by", amendment.saidBy()));
        LocalDate saidOn = amendment.saidOn();
        if (saidOn != null) {
            rows.add(Row.of("Said on", Times.day(saidOn)));
        }
        String why = amendment.why();
        if (why != null) {
            rows.add(new Row("Why", why, true, List.of()));
        }
        rows.addAll(changes(facts, amendment.changes()));
        return rows;
    }

    static List<Row> changes(FormDefinition facts, List<FieldChange> changes) {
        return changes.stream()
                .filter(change -> !change.field().endsWith("." + NUMBER))
                .map(change -> row(facts, change))
                .toList();
    }

    private static Row row(FormDefinition facts, FieldChange change) {
        List<String> labels = new ArrayList<>();
        FormField field = null;
        String entry = null;
        FormDefinition here = facts;
        for (String step : change.field().split("\\.", -1)) {
            if (here == null || step.equals(WITHDRAWN)) {
                break;
            }
            int list = step.indexOf('[');
            String name = list < 0 ? step : step.substring(0, list);
            String member = list < 0 ? null : step.substring(list + 1, step.length() - 1);
            field = here.find(name).orElse(null);
            if (field == null) {
                break;
            }
            boolean inList = member != null && field.type() == FieldType.GROUPS;
            labels.add(inList ? "%s %d".formatted(field.one(), Integer.parseInt(member) + 1) : field.label());
            entry = inList ? null : member;
            here = field.inside();
        }
        String label = String.join(": ", labels);
        if (change.field().endsWith("." + WITHDRAWN)) {
            return Row.of(label, "Withdrawn");
        }
        return new Row(
                label,
                Stream.of(told(field, entry, change.after(), ""), told(field, entry, change.before(), "Was: "))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")),
                true,
                List.of());
    }

    private static String told(
            @Nullable FormField field, @Nullable String entry, @Nullable String value, String prefix) {
        if (value == null) {
            return prefix.isEmpty() ? "Withdrawn" : "";
        }
        if (field == null) {
            return prefix + value;
        }
        return prefix
                + switch (field.type()) {
                    case CHOICE -> field.called(value);
                    case CHOICES -> field.called(Objects.requireNonNullElse(entry, value));
                    case DAY -> Times.day(LocalDate.parse(value));
                    default -> value;
                };
    }
}
