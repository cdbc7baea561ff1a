package org.teestriage.web.pages.concern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.concern.facts.Facts;
import org.teestriage.web.pages.form.Labels;
import org.teestriage.web.pages.form.SummaryRows;
import org.teestriage.web.pages.form.Times;
import org.teestriage.web.pages.raise.Section;

public final class Folds {

    public static final Set<Section> ALWAYS_OPEN = EnumSet.of(Section.CHILDREN);

    public record Fold(String title, boolean open, List<SummaryRows.Row> rows) {}

    /** A danger report, information or call added after the concern was raised. Never collapsed. */
    public record Added(String title, boolean danger, List<SummaryRows.Row> rows) {}

    private Folds() {}

    /**
     * All facts, collapsed except {@link #ALWAYS_OPEN}, because an account can distress a reader who does not expect
     * it.
     */
    static List<Fold> folds(Facts facts, SummaryRows summaryRows) {
        return Stream.of(Section.values())
                .map(section -> new Fold(
                        section == Section.YOU ? "The referrer" : section.title(),
                        ALWAYS_OPEN.contains(section),
                        summaryRows.of(facts, section.names())))
                .filter(fold -> !fold.rows().isEmpty())
                .toList();
    }

    /** Newest first. */
    public static List<Added> added(ConcernStatus standing, SummaryRows summaryRows) {
        List<Added> added = new ArrayList<>(
                standing.added().stream().map(each -> added(each, summaryRows)).toList());
        Collections.reverse(added);
        return added;
    }

    private static Added added(ConcernStatus.Added added, SummaryRows summaryRows) {
        boolean danger = added.kind().equals("DANGER");
        return new Added(
                "%s: %s, %s"
                        .formatted(
                                danger
                                        ? "Risk has increased"
                                        : "%s %d".formatted(Labels.sentence(added.kind()), added.number()),
                                added.by(),
                                Times.when(added.at())),
                danger,
                summaryRows.of(added.content()));
    }
}
