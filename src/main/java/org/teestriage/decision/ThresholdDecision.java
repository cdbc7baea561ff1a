package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.text.ForReaders;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

public record ThresholdDecision(
        @NotEmpty @Size(max = 20) List<@Valid @NotNull ForChild> children,
        @NotNull Boolean complexAbuse,

        @AskedWhen(field = "complexAbuse", is = "false") @Nullable @MultiLine @Reason
        String whyNotComplex)
        implements Decision, SelfValidating, ForReaders {

    /**
     * Outcomes for one child. Children are numbered from 1, in the order of the facts.
     *
     * @param level the level of need, by {@link Thresholds}
     * @param contactPlan required of a child whose care is on record
     */
    public record ForChild(
            @NotNull Integer child,
            @NotEmpty Set<@NotNull Outcome> outcomes,
            @NotBlank @MultiLine @Reason String rationale,
            @Nullable @SingleLine String level,
            @Nullable @Valid NotShared notShared,
            @Nullable @Valid ContactPlan contactPlan) {
        public ForChild {
            outcomes = outcomes == null || outcomes.isEmpty()
                    ? Set.of()
                    : Collections.unmodifiableSet(EnumSet.copyOf(outcomes));
        }

        boolean goesToSocialCare() {
            return outcomes.stream().anyMatch(Outcome::goesToSocialCare);
        }
    }

    public enum Contact {
        STAYS_AS_PLANNED,
        CHANGES,
        STOPS_FOR_NOW,
        /** The authority that placed the child decides, and knows of it. */
        PLACING_AUTHORITY_ASKED
    }

    /** What becomes of the contact plan of a looked-after child. */
    public record ContactPlan(
            @NotNull Contact contact,
            @NotBlank @MultiLine @Reason String because) {}

    /** That information about a child was not shared, because sharing would be more detrimental to the child. */
    public record NotShared(
            @NotBlank @SingleLine String from,
            @NotBlank @MultiLine @Reason String because) {}

    public ThresholdDecision {
        children = children == null ? List.of() : children.stream().toList();
    }

    @Override
    public Step step() {
        return Step.THRESHOLD_DECISION;
    }

    @Override
    public Stream<Flaw> flaws() {
        return Stream.of(
                        flawIf(
                                Boolean.FALSE.equals(complexAbuse) && Blanks.nothing(whyNotComplex),
                                "whyNotComplex",
                                "say why this is not complex abuse: online abuse is complex until shown otherwise"),
                        excludesOthers(Outcome.NO_FURTHER_ACTION, "no further action"),
                        excludesOthers(Outcome.POLICE_INTELLIGENCE, "police intelligence"))
                .flatMap(Function.identity());
    }

    private Stream<Flaw> excludesOthers(Outcome outcome, String named) {
        return flawIf(
                children.stream()
                        .anyMatch(each -> each != null
                                && each.outcomes().contains(outcome)
                                && each.outcomes().size() > 1),
                "children",
                named + " excludes every other outcome of the same child");
    }

    /** With each level of need in words, and its document. */
    @Override
    public ThresholdDecision forReaders() {
        return new ThresholdDecision(
                children.stream()
                        .map(each -> new ForChild(
                                each.child(),
                                each.outcomes(),
                                each.rationale(),
                                each.level() == null ? null : Thresholds.citedByAny(each.level()),
                                each.notShared(),
                                each.contactPlan()))
                        .toList(),
                complexAbuse,
                whyNotComplex);
    }

    @Override
    public List<Integer> referredChildren(Situation situation) {
        return referred();
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        Set<Integer> decided = children.stream().map(ForChild::child).collect(Collectors.toCollection(TreeSet::new));
        if (decided.size() < children.size()) {
            return new Refusal("A child is decided twice. Give each child its outcomes once.");
        }
        Set<Integer> asked = new TreeSet<>(situation.children());
        if (!decided.equals(asked)) {
            return new Refusal("This decision is about child %s; give each of them its outcomes, and no other child."
                    .formatted(listed(asked)));
        }
        Thresholds.Version thresholds = Thresholds.on(LocalDate.ofInstant(situation.now(), LondonTime.ZONE));
        Optional<String> unknown = children.stream()
                .flatMap(each -> Stream.ofNullable(each.level()))
                .filter(level -> thresholds.cited(level).isEmpty())
                .findFirst();
        if (unknown.isPresent()) {
            return new Refusal("There is no level of need “%s”. Choose one of %s."
                    .formatted(unknown.get(), String.join(", ", thresholds.ids())));
        }
        Set<Integer> unplanned = children.stream()
                .filter(each -> each.contactPlan() == null)
                .map(ForChild::child)
                .filter(situation.facts().childrenInCare()::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unplanned.isEmpty()) {
            return new Refusal(
                    "Child %s is looked after. Say what becomes of the contact plan.".formatted(listed(unplanned)));
        }
        boolean lado = children.stream().anyMatch(each -> each.outcomes().contains(Outcome.LADO));
        if (lado && situation.facts().suspects().stream().noneMatch(Suspect::atWorkWithChildren)) {
            return new Refusal(
                    "LADO is an outcome only where a person of concern is known to work with children. Add that as further"
                            + " information first, or choose another outcome.");
        }
        List<Integer> identified = children.stream()
                .filter(each -> each.outcomes().contains(Outcome.POLICE_INTELLIGENCE))
                .map(ForChild::child)
                .filter(child -> !situation.facts().children().get(child - 1).unidentified())
                .toList();
        if (!identified.isEmpty()) {
            return new Refusal(
                    "Police intelligence is an outcome only where a child is not identified. Of child %s a name"
                                    .formatted(listed(new TreeSet<>(identified)))
                            + " or a place is known: choose another outcome.");
        }
        List<String> reasons = reasonsForASecondReading(situation);
        return reasons.isEmpty()
                ? Ruling.of("The threshold decision was made.", onward())
                : Ruling.of(
                        "The threshold decision was made and goes to a second decision: %s."
                                .formatted(String.join("; ", reasons)),
                        Route.SECOND_READING);
    }

    /** Branches to open once the decision is final. */
    Route[] onward() {
        boolean strategy = children.stream().anyMatch(each -> each.outcomes().contains(Outcome.SECTION_47));
        return strategy ? new Route[] {Route.STRATEGY_DUE} : new Route[0];
    }

    private List<String> reasonsForASecondReading(Situation situation) {
        SecondDecisions.Version rule = SecondDecisions.on(LocalDate.ofInstant(situation.now(), LondonTime.ZONE));
        boolean dropsFlag = situation.complex() && !complexAbuse;
        return Stream.concat(
                        children.stream().flatMap(each -> rule.reasons(each.outcomes()).stream()),
                        dropsFlag ? Stream.of(rule.complexFlag()) : Stream.of())
                .distinct()
                .toList();
    }

    /** Numbers of the children who are referred to children's social care. */
    public List<Integer> referred() {
        return children.stream()
                .filter(ForChild::goesToSocialCare)
                .map(ForChild::child)
                .sorted()
                .toList();
    }

    public boolean isAbout(int child) {
        return children.stream().anyMatch(each -> each.child() == child);
    }

    /** Limited to these children, for the others are another hub's by now. */
    public ThresholdDecision about(Collection<Integer> numbers) {
        return new ThresholdDecision(
                children.stream().filter(each -> numbers.contains(each.child())).toList(), complexAbuse, whyNotComplex);
    }

    public boolean gives(int child, Outcome outcome) {
        return children.stream()
                .anyMatch(each -> each.child() == child && each.outcomes().contains(outcome));
    }

    private static String listed(Set<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
