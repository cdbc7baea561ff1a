package org.teestriage.casework.triage;

import org.teestriage.access.authorization.Docket;
import org.teestriage.access.authorization.Handling;
import org.teestriage.access.authorization.Veil;
import org.teestriage.casework.breakglass.BrokenGlass;
import org.teestriage.casework.breakglass.Glass;
import org.teestriage.letter.LetterVisibility;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Happening;
import org.teestriage.decision.Route;
import org.teestriage.decision.Signals;
import org.teestriage.decision.Situation;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.letter.Letter;
import org.teestriage.letter.Outbox;
import org.teestriage.workflow.process.DecisionTables;
import org.teestriage.workflow.process.DecisionTables.Due;
import org.teestriage.workflow.process.Onward;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.timeline.Happened.Kind;

/** What the doors of the desk share: how a concern is rated, how its path goes on, and how danger enters it. */
@ApplicationScoped
public class Triage {

    private final ResponsePath path;
    private final DecisionTables tables;
    private final WaitingSteps waiting;
    private final Deadlines deadlines;
    private final DecidedSteps decided;
    private final Outbox outbox;
    private final Glass glass;
    private final Docket docket;

    Triage(
            ResponsePath path,
            DecisionTables tables,
            WaitingSteps waiting,
            Deadlines deadlines,
            DecidedSteps decided,
            Outbox outbox,
            Glass glass,
            Docket docket) {
        this.path = path;
        this.tables = tables;
        this.waiting = waiting;
        this.deadlines = deadlines;
        this.decided = decided;
        this.outbox = outbox;
        this.glass = glass;
        this.docket = docket;
    }

    /** Rates a concern by the decision table. The table only ever raises: what a person set higher stays. */
    void rate(Handling handling) {
        Concern concern = handling.concern();
        DecisionTables.Rating rating = tables.rate(Signals.of(concern.facts()));
        boolean first = concern.priorityReason().isEmpty();
        if (first || rating.priority().compareTo(concern.priority()) < 0) {
            concern.rate(rating.priority(), rating.reason());
            handling.tell(Kind.RATED, "Priority %s: %s".formatted(lower(rating.priority()), rating.reason()), rating);
            followUrgency(handling, "priority raised");
        }
    }

    /**
     * Opens the emergency call beside whatever else waits. Where one is open already it stays the one, so that nobody
     * wonders which to answer; the danger is written down all the same.
     */
    void danger(Handling handling, String reason, Object details) {
        danger(handling, handling.now(), reason, details);
    }

    /** The same, where the danger was there before now. */
    void danger(Handling handling, Instant since, String reason, Object details) {
        Concern concern = handling.concern();
        concern.seeDanger(reason, since);
        handling.tell(Kind.DANGER, "Danger: %s Priority red.".formatted(reason), details);
        followUrgency(handling, "danger raised");
        if (waiting.find(concern.reference(), Step.EMERGENCY_CALL, "").isEmpty()) {
            path.tell(concern.reference(), Happening.DANGER_RAISED, "");
        }
    }

    /** Open steps take their place in the queue, and their nearer deadlines, from the concern as it is now. */
    void followUrgency(Handling handling, String event) {
        waiting.rate(handling.concern());
        deadlines.shorten(handling, event);
    }

    /** All that the path may ask on its way from here: the forks of this ruling, and what the facts make due. */
    public Onward onward(Concern concern, Set<Route> ruled, List<Integer> referred) {
        EnumSet<Route> routes = EnumSet.noneOf(Route.class);
        routes.addAll(ruled);
        List<String> due = tables.reportsDue(Signals.of(concern.facts())).stream()
                .map(Due::report)
                .distinct()
                .toList();
        if (due.contains("police")) {
            routes.add(Route.POLICE_DUE);
        }
        if (due.contains("ceop")) {
            routes.add(Route.CEOP_DUE);
        }
        return new Onward(
                routes,
                concern.parts().stream()
                        .map(part -> String.valueOf(part.number()))
                        .toList(),
                concern.parts().stream()
                        .filter(part -> part.standing() == Part.Standing.UNCLEAR)
                        .map(part -> String.valueOf(part.number()))
                        .toList(),
                referred.stream().map(String::valueOf).toList(),
                due.contains("platform") ? numbers(concern.facts().accounts().size()) : List.of(),
                concern.facts().suspectsAtWork().stream().map(String::valueOf).toList());
    }

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }

    Situation situation(Handling handling, WaitingStep step) {
        Concern concern = handling.concern();
        Reference reference = concern.reference();
        // Most rules look at the facts alone: the database is only asked what the rule of this step looks at.
        boolean closing = step.step() == Step.CLOSE;
        boolean beside = closing || step.step() == Step.INFORMATION_REVIEW;
        boolean threshold = step.step() == Step.THRESHOLD_DECISION;
        // A refusal must not find out for somebody what is held back from them.
        Veil veil = closing || threshold ? docket.veil(handling.officer(), concern) : Veil.NOTHING;
        Set<Step> open = beside ? openBeside(reference, step) : Set.of();
        List<Letter> unsettled = closing ? unsettled(reference) : List.of();
        return new Situation(
                threshold ? veil.over(concern.facts()) : concern.facts(),
                concern.complex(),
                step.step().item() == Step.Item.PART
                        ? concern.part(Integer.parseInt(step.item())).children()
                        : List.of(),
                handling.officer().user(),
                handling.now(),
                step.step() == Step.SECOND_READING ? threshold(reference, step.item()) : Optional.empty(),
                open.stream().filter(other -> !veil.hides(other)).collect(Collectors.toSet()),
                closing ? childrenWithoutOutcome(concern) : List.of(),
                unsettled.stream()
                        .filter(letter -> !LetterVisibility.hidesThatThereIs(veil, letter))
                        .map(Letter::partner)
                        .toList(),
                step.step() == Step.BREAK_GLASS_REVIEW
                        ? glass.find(reference, step.item()).map(BrokenGlass::user)
                        : Optional.empty(),
                open.stream().anyMatch(veil::hides) || unsettled.stream().anyMatch(letter -> LetterVisibility.hidesThatThereIs(veil, letter)));
    }

    private Optional<Situation.Threshold> threshold(Reference reference, String part) {
        return decided.latest(reference, Step.THRESHOLD_DECISION, part)
                .map(step -> new Situation.Threshold(step.decision(ThresholdDecision.class), step.decidedBy()));
    }

    private Set<Step> openBeside(Reference reference, WaitingStep step) {
        EnumSet<Step> open = EnumSet.noneOf(Step.class);
        waiting.of(reference).stream()
                .filter(other -> other.step().isOnThePath() && !other.task().equals(step.task()))
                .forEach(other -> open.add(other.step()));
        return open;
    }

    private List<Integer> childrenWithoutOutcome(Concern concern) {
        List<Integer> decidedFor = concern.parts().stream()
                .flatMap(part -> threshold(concern.reference(), String.valueOf(part.number())).stream())
                .flatMap(threshold -> threshold.decision().children().stream())
                .map(ThresholdDecision.ForChild::child)
                .toList();
        return IntStream.rangeClosed(1, concern.facts().children().size())
                .boxed()
                .filter(child -> !decidedFor.contains(child))
                .toList();
    }

    private List<Letter> unsettled(Reference reference) {
        return outbox.of(reference).stream()
                .filter(letter -> !letter.state().settled())
                .toList();
    }

    private static String lower(Enum<?> code) {
        return code.name().toLowerCase(java.util.Locale.ROOT);
    }
}
