package org.teestriage.web.pages.concern;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.TimelineView;
import org.teestriage.casework.triage.HandBack;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.concern.facts.Urgency;
import org.teestriage.decision.Step;
import org.teestriage.platform.persistence.Json;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.web.pages.form.Labels;
import org.teestriage.web.pages.form.SummaryRows;

public record TimelinePage(
        List<Entry> entries, int all, List<Wanted> kinds, List<Wanted> people, String kind, String by, boolean oldest) {

    public record Entry(TimelineView.Entry entry, List<SummaryRows.Row> rows) {
        public static Entry of(TimelineView.Entry entry, SummaryRows summaryRows) {
            return new Entry(entry, TimelinePage.rows(entry, summaryRows));
        }

        /** Amendments are never collapsed, because they can change the assessment. */
        public boolean open() {
            return entry.kind() != Kind.DECIDED;
        }
    }

    public record Wanted(String value, String name, boolean chosen) {}

    static TimelinePage of(
            TimelineView view, @Nullable String kind, @Nullable String by, boolean oldest, SummaryRows summaryRows) {
        String wantedKind = kind == null ? "" : kind;
        String wantedBy = by == null ? "" : by;
        List<Entry> entries = new ArrayList<>(view.entries().stream()
                .filter(entry -> wantedKind.isEmpty() || entry.kind().name().equals(wantedKind))
                .filter(entry -> wantedBy.isEmpty() || entry.by().equals(wantedBy))
                .map(entry -> Entry.of(entry, summaryRows))
                .toList());
        if (!oldest) {
            Collections.reverse(entries);
        }
        return new TimelinePage(
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
                                ? Labels.sentence(value)
                                : value,
                        value.equals(chosen)))
                .toList();
    }

    /** The decision or amendment of an entry. Other details are for machines. */
    private static List<SummaryRows.Row> rows(TimelineView.Entry entry, SummaryRows summaryRows) {
        return entry.details() instanceof JsonNode details
                ? type(entry, details)
                        .map(type -> summaryRows.of(Json.read(details.toString(), type)))
                        .orElse(List.of())
                : List.of();
    }

    private static Optional<Class<? extends Record>> type(TimelineView.Entry entry, JsonNode details) {
        return switch (entry.kind()) {
            case DECIDED ->
                details.has("due") ? Optional.empty() : Step.of(entry.step()).map(TimelinePage::record);
            // Danger found by a decision is shown in the entry of that decision.
            case DANGER ->
                details.has("what")
                        ? Optional.of(DangerReport.class)
                        : details.has("dangerNow") ? Optional.of(Urgency.class) : Optional.empty();
            case INFORMED -> Optional.of(Information.class);
            case CALLED -> Optional.of(PhoneCall.class);
            case HANDED_BACK -> Optional.of(HandBack.class);
            case AMENDED -> Optional.of(Amendment.class);
            default -> Optional.empty();
        };
    }

    private static Class<? extends Record> record(Step step) {
        return step.decision().asSubclass(Record.class);
    }
}
