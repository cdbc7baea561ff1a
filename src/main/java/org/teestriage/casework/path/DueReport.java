package org.teestriage.casework.path;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.teestriage.concern.ChildItem;
import org.teestriage.concern.ChildItem.Where;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.workflow.obligation.Obligation;
import org.teestriage.workflow.obligation.ObligationKind;

/**
 * A report or referral that the facts and the standing decisions require. Pure: the same facts require the same reports,
 * and more facts never fewer.
 *
 * @param item number of the account, person or child; empty for none
 */
record DueReport(ObligationKind kind, String item, List<String> reasons, String source) {

    DueReport {
        reasons = List.copyOf(reasons);
    }

    String reason() {
        return String.join(" ", reasons);
    }

    /** Whether a reason for a report is among none of these, which were recorded before. */
    boolean isNews(List<String> recorded) {
        return reasons.stream().filter(reason -> !reason.equals(POLICE_OR_LEAD)).anyMatch(reason -> recorded.stream()
                .noneMatch(each -> each.contains(reason)));
    }

    private static final String POLICE = "police";

    static final String REFERRED = "The threshold decision refers this child to children's social care.";

    static final String ELSEWHERE =
            "The child is in the area of another authority than the one where it lives. Emergency action belongs there.";

    static final String PLACED =
            "Another authority placed this looked-after child, and answers for the placement and contact.";

    static final String POLICE_OR_LEAD =
            "Harm between children: while no trigger of the police is known, the designated safeguarding lead may lead the"
                    + " response, with a reason and a second decision.";

    static final String ANOTHER_FORCE = "The place where a child lives or is has another police force.";

    /**
     * Where reports about the places of children go beside the first.
     *
     * @param childrenElsewhere who are in another authority than where they live
     * @param placedByOthers who are looked after by another authority than where they live
     * @param furtherForces the items of the reports to further police forces
     */
    record Beside(List<Integer> childrenElsewhere, List<Integer> placedByOthers, Collection<String> furtherForces) {
        static final Beside NOTHING = new Beside(List.of(), List.of(), List.of());
    }

    /** A row that the table answered with. {@code report} is the name of the report in the table. */
    record Rule(String report, String reason, String source) {

        /** The same report, to which the safeguarding lead may respond instead. */
        Rule leftToTheSafeguardingLead() {
            return report.equals(POLICE) ? new Rule(report, POLICE_OR_LEAD, source) : this;
        }
    }

    /** @param standing the threshold decisions that no second decision and no new decision can still change */
    static List<DueReport> of(Facts facts, List<Rule> rules, Beside beside, List<ThresholdDecision> standing) {
        List<DueReport> due = new ArrayList<>();
        due.addAll(by(rules, POLICE, ObligationKind.POLICE, Stream.of("")));
        by(rules, POLICE, ObligationKind.POLICE, beside.furtherForces().stream())
                .forEach(report -> due.add(report.also(ANOTHER_FORCE)));
        due.addAll(by(
                rules,
                "lado",
                ObligationKind.LADO,
                facts.suspectsAtWork().stream().map(String::valueOf)));
        standing.stream()
                .flatMap(decision -> decision.referred().stream())
                .distinct()
                .sorted()
                .map(child -> socialCare(child, Where.HOME, REFERRED))
                .forEach(due::add);
        beside.childrenElsewhere().forEach(child -> due.add(socialCare(child, Where.NOW, ELSEWHERE)));
        beside.placedByOthers().forEach(child -> due.add(socialCare(child, Where.PLACING, PLACED)));
        due.addAll(by(rules, "ceop", ObligationKind.CEOP, Stream.of("")));
        due.addAll(by(
                rules,
                "platform",
                ObligationKind.PLATFORM,
                facts.accounts().stream().map(account -> String.valueOf(account.number()))));
        return due;
    }

    private static DueReport socialCare(int child, Where where, String reason) {
        return new DueReport(ObligationKind.SOCIAL_CARE, new ChildItem(child, where).toString(), List.of(reason), "");
    }

    /** Readers who may not know of the LADO can read it. */
    static final String CONSULTED = "The police are consulted about a person of this concern.";

    /** The police are consulted with each referral to the LADO, also one that an officer opened. */
    static List<DueReport> consultation(List<Obligation> recorded) {
        boolean referred = recorded.stream().anyMatch(each -> each.kind() == ObligationKind.LADO);
        boolean consulted = recorded.stream().anyMatch(each -> each.kind() == ObligationKind.POLICE);
        return referred && !consulted
                ? List.of(new DueReport(
                        ObligationKind.POLICE,
                        "",
                        List.of(CONSULTED),
                        "House rule, to be confirmed with the partnerships"))
                : List.of();
    }

    static final String EVALUATED = "The LADO has the referral. What the LADO decides about it is recorded.";

    static final String TOLD_MORE = "The LADO was told more since the outcome was recorded.";

    private static final String OUTCOMES =
            "Keeping Children Safe in Education, part four: substantiated, malicious, false, unsubstantiated or unfounded";

    /**
     * Outcomes to be recorded of people about whom the LADO was told, where none was recorded since.
     *
     * @param reached referrals that the LADO has
     */
    static List<DueReport> evaluations(List<Obligation> recorded, Predicate<Obligation> reached) {
        return recorded.stream()
                .filter(each ->
                        each.kind() == ObligationKind.LADO && each.state().settled() && reached.test(each))
                .filter(told -> recorded.stream()
                        .noneMatch(each -> each.kind() == ObligationKind.LADO_EVALUATION
                                && each.item().equals(told.item())
                                && each.coversWhatWasSettled(told)))
                .map(Obligation::item)
                .distinct()
                .map(item -> new DueReport(
                        ObligationKind.LADO_EVALUATION,
                        item,
                        List.of(
                                recorded.stream()
                                                .anyMatch(each -> each.kind() == ObligationKind.LADO_EVALUATION
                                                        && each.item().equals(item))
                                        ? TOLD_MORE
                                        : EVALUATED),
                        OUTCOMES))
                .toList();
    }

    private DueReport also(String reason) {
        return new DueReport(
                kind, item, Stream.concat(reasons.stream(), Stream.of(reason)).toList(), source);
    }

    private static List<DueReport> by(List<Rule> rules, String report, ObligationKind kind, Stream<String> items) {
        List<Rule> hits =
                rules.stream().filter(rule -> rule.report().equals(report)).toList();
        List<String> reasons = distinct(hits.stream().map(Rule::reason));
        String source = String.join("; ", distinct(hits.stream().map(Rule::source)));
        return hits.isEmpty()
                ? List.of()
                : items.map(item -> new DueReport(kind, item, reasons, source)).toList();
    }

    private static List<String> distinct(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).distinct().toList();
    }
}
