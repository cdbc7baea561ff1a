package org.teestriage.web.pages.concern;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.teestriage.casework.casefile.SentView;
import org.teestriage.casework.casefile.SentView.What;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.platform.persistence.Json;
import org.teestriage.web.pages.form.SummaryRows;

/** One submission of the agency. A concern has several groups of answers, an addition one without a title. */
public record SentPage(SentView.Entry entry, List<Group> groups) {

    public record Group(String title, List<SummaryRows.Row> rows) {}

    static List<SentPage> of(SentView view, SummaryRows summaryRows) {
        return view.entries().stream()
                .map(entry -> new SentPage(entry, groups(entry, summaryRows)))
                .toList();
    }

    private static List<Group> groups(SentView.Entry entry, SummaryRows summaryRows) {
        if (!(entry.content() instanceof JsonNode content)) {
            return List.of();
        }
        Object told = Json.read(content.toString(), type(entry.what()));
        return told instanceof Facts facts
                ? Folds.folds(facts, summaryRows).stream()
                        .map(fold -> new Group(fold.title(), fold.rows()))
                        .toList()
                : List.of(new Group("", summaryRows.of(told)));
    }

    private static Class<? extends Record> type(What what) {
        return switch (what) {
            case CONCERN, WRITTEN_CONCERN -> Facts.class;
            case DANGER -> DangerReport.class;
            case INFORMATION -> Information.class;
            case CALL -> PhoneCall.class;
            case AMENDMENT -> Amendment.class;
        };
    }
}
