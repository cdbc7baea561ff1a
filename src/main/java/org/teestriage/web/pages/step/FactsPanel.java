package org.teestriage.web.pages.step;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.PathView;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.Decision;
import org.teestriage.decision.Step;
import org.teestriage.platform.persistence.Json;
import org.teestriage.web.pages.concern.Folds;
import org.teestriage.web.pages.form.Labels;
import org.teestriage.web.pages.form.SummaryRows;
import org.teestriage.web.pages.form.Times;
import org.teestriage.web.pages.raise.Section;

/**
 * The facts beside the form of a step: amendments first, then the facts, with those sections open that the decision
 * needs. The account is collapsed, because it can be distressing. Amendments and risk are never collapsed.
 */
public record FactsPanel(
        List<SummaryRows.Row> risk, List<Folds.Fold> facts, List<Decided> decided, List<Folds.Added> added) {

    public record Decided(PathView.Done done, List<SummaryRows.Row> rows) {

        static Decided of(PathView.Done done, SummaryRows summaryRows) {
            Class<? extends Decision> type = Step.of(done.step()).orElseThrow().decision();
            return new Decided(done, summaryRows.of(Json.read(((JsonNode) done.decision()).toString(), type)));
        }
    }

    private static final Map<Step, Set<Section>> OPEN = Map.ofEntries(
            entry(Step.EMERGENCY_CALL, EnumSet.of(Section.SUSPECTS, Section.YOU)),
            entry(Step.AUTHORITY_DECISION, EnumSet.of(Section.YOU)),
            entry(Step.THRESHOLD_DECISION, EnumSet.of(Section.SUSPECTS, Section.PEOPLE, Section.HARM, Section.CONSENT)),
            entry(Step.SECOND_READING, EnumSet.of(Section.SUSPECTS, Section.HARM)),
            entry(Step.POLICE_REPORT, EnumSet.of(Section.SUSPECTS, Section.HARM, Section.IMAGES)),
            entry(Step.CEOP_DECISION, EnumSet.of(Section.SUSPECTS, Section.HARM)),
            entry(Step.PLATFORM_DECISION, EnumSet.of(Section.SUSPECTS)),
            entry(Step.LADO_REFERRAL, EnumSet.of(Section.SUSPECTS)),
            entry(Step.LADO_EVALUATION, EnumSet.of(Section.SUSPECTS)),
            entry(Step.ACKNOWLEDGEMENT, EnumSet.of(Section.YOU)),
            entry(Step.REFERRER_FEEDBACK, EnumSet.of(Section.YOU)));

    private static final Map<Step, Set<Step>> RELEVANT_DECISIONS = Map.ofEntries(
            entry(
                    Step.SECOND_READING,
                    EnumSet.of(Step.THRESHOLD_DECISION, Step.SECOND_READING, Step.IMMEDIATE_RISK_CHECK)),
            entry(
                    Step.THRESHOLD_DECISION,
                    EnumSet.of(Step.IMMEDIATE_RISK_CHECK, Step.SECOND_READING, Step.EMERGENCY_CALL)),
            entry(Step.STRATEGY_DISCUSSION, EnumSet.of(Step.THRESHOLD_DECISION, Step.STRATEGY_DISCUSSION)),
            entry(
                    Step.END_OF_ENQUIRIES,
                    EnumSet.of(Step.THRESHOLD_DECISION, Step.STRATEGY_DISCUSSION, Step.END_OF_ENQUIRIES)),
            entry(Step.DISCUSSION_RECORD, EnumSet.of(Step.STRATEGY_DISCUSSION, Step.DISCUSSION_RECORD)),
            entry(Step.DISCUSSION_ACTIONS, EnumSet.of(Step.STRATEGY_DISCUSSION, Step.DISCUSSION_ACTIONS)),
            entry(Step.REFERRER_FEEDBACK, EnumSet.of(Step.THRESHOLD_DECISION, Step.SECOND_READING)),
            entry(Step.SOCIAL_CARE_REFERRAL, EnumSet.of(Step.THRESHOLD_DECISION)),
            entry(Step.LADO_EVALUATION, EnumSet.of(Step.LADO_REFERRAL, Step.LADO_EVALUATION, Step.POLICE_REPORT)),
            entry(Step.CLOSE, EnumSet.of(Step.THRESHOLD_DECISION, Step.SECOND_READING)));

    static FactsPanel of(StepPlace place, SummaryRows summaryRows) {
        ConcernStatus standing = place.view().standing();
        Facts facts = standing.facts();
        if (facts == null) {
            throw new IllegalStateException("The concern of this step has no facts");
        }
        return new FactsPanel(
                risk(facts, standing.receivedAt(), summaryRows),
                facts(place, facts, summaryRows),
                place.view().done().stream()
                        .filter(done -> RELEVANT_DECISIONS
                                .getOrDefault(place.step(), Set.of())
                                .contains(Step.of(done.step()).orElseThrow()))
                        .map(done -> Decided.of(done, summaryRows))
                        .toList(),
                Folds.added(standing, summaryRows));
    }

    /** One line if all answers, of the concern and of each child, are "no"; otherwise one row for each other answer. */
    private static List<SummaryRows.Row> risk(Facts facts, Instant receivedAt, SummaryRows summaryRows) {
        List<SummaryRows.Row> worries = Stream.concat(
                        summaryRows.of(facts.urgency()).stream(),
                        IntStream.range(0, facts.children().size())
                                .boxed()
                                .flatMap(index -> summaryRows
                                        .of(facts.children().get(index).answers())
                                        .stream()
                                        .map(row -> SummaryRows.Row.of(
                                                "Child %d: %s".formatted(index + 1, row.label()), row.value()))))
                .filter(row -> !row.value().equals(Labels.of(Answer.NO)))
                .toList();
        return Stream.of(
                        worries.isEmpty()
                                ? List.of(SummaryRows.Row.of(
                                        "Danger now?",
                                        "On %s the referrer answered all five questions “no”."
                                                .formatted(Times.when(receivedAt))))
                                : worries,
                        summaryRows.of(facts.policeContact()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Folds.Fold> facts(StepPlace place, Facts facts, SummaryRows summaryRows) {
        Set<Section> open = OPEN.getOrDefault(place.step(), Set.of());
        List<Folds.Fold> folds = new ArrayList<>();
        Stream.of(Section.values())
                .filter(section -> section != Section.SAFETY && section != Section.POLICE)
                .forEach(section -> {
                    List<SummaryRows.Row> rows = summaryRows.of(facts, section.names());
                    if (!rows.isEmpty()) {
                        folds.add(new Folds.Fold(
                                section == Section.YOU ? "The referrer" : section.title(),
                                open.contains(section) || Folds.ALWAYS_OPEN.contains(section),
                                rows));
                    }
                });
        return folds;
    }
}
