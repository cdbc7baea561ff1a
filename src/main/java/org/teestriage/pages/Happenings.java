package org.teestriage.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Notation;
import org.teestriage.decision.Step;
import org.teestriage.desk.TimelineView;
import org.teestriage.timeline.Happened.Kind;

/** The timeline as a page shows it: newest first unless asked otherwise, and of one kind or by one person if wanted. */
public record Happenings(
        List<Entry> entries, int all, List<Wanted> kinds, List<Wanted> people, String kind, String by, boolean oldest) {

    /** One entry, with what was decided in the words of its form. */
    public record Entry(TimelineView.Entry entry, List<Rows.Row> rows) {}

    /** Something to filter by. */
    public record Wanted(String value, String name, boolean chosen) {}

    static Happenings of(TimelineView view, @Nullable String kind, @Nullable String by, boolean oldest) {
        String wantedKind = kind == null ? "" : kind;
        String wantedBy = by == null ? "" : by;
        List<Entry> entries = new ArrayList<>(view.entries().stream()
                .filter(entry -> wantedKind.isEmpty() || entry.kind().name().equals(wantedKind))
                .filter(entry -> wantedBy.isEmpty() || entry.by().equals(wantedBy))
                .map(entry -> new Entry(entry, rows(entry)))
                .toList());
        if (!oldest) {
            Collections.reverse(entries);
        }
        return new Happenings(
                entries,
                view.entries().size(),
                wanted(view.entries().stream().map(entry -> entry.kind().name()), wantedKind),
                wanted(view.entries().stream().map(TimelineView.Entry::by), wantedBy),
                wantedKind,
                wantedBy,
                oldest);
    }

    private static List<Wanted> wanted(Stream<String> values, String chosen) {
        return values.distinct()
                .sorted()
                .map(value -> new Wanted(
                        value,
                        Stream.of(Kind.values()).anyMatch(kind -> kind.name().equals(value))
                                ? Words.sentence(value)
                                : value,
                        value.equals(chosen)))
                .toList();
    }

    /** The decision itself; what else is kept with an entry is for the machine. */
    private static List<Rows.Row> rows(TimelineView.Entry entry) {
        return entry.kind() == Kind.DECIDED && entry.details() instanceof JsonNode details && !details.has("due")
                ? Step.of(entry.step())
                        .map(step -> Rows.of(Notation.read(details.toString(), StepPages.record(step))))
                        .orElse(List.of())
                : List.of();
    }
}
