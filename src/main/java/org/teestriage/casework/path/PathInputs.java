package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Route;
import org.teestriage.decision.Step;
import org.teestriage.decision.signal.Signals;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.DecisionTables;
import org.teestriage.workflow.process.DecisionTables.Due;
import org.teestriage.workflow.process.PathInput;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingSteps;

@ApplicationScoped
public class PathInputs {

    private final ResponsePath path;
    private final DecisionTables tables;
    private final WaitingSteps waiting;
    private final Deadlines deadlines;
    private final DecidedSteps decided;

    PathInputs(
            ResponsePath path, DecisionTables tables, WaitingSteps waiting, Deadlines deadlines, DecidedSteps decided) {
        this.path = path;
        this.tables = tables;
        this.waiting = waiting;
        this.deadlines = deadlines;
        this.decided = decided;
    }

    /** Rates a concern by the decision table. The table never lowers a priority, including one set by a person. */
    public void rate(ConcernUpdate update) {
        Concern concern = update.concern();
        DecisionTables.Rating rating = tables.rate(signals(concern));
        boolean first = concern.priorityReason().isEmpty();
        if (first || rating.priority().compareTo(concern.priority()) < 0) {
            concern.rate(rating.priority(), rating.reason());
            update.record(Kind.RATED, "Priority %s: %s".formatted(lower(rating.priority()), rating.reason()), rating);
            applyPriority(update, "priority raised");
        }
    }

    /**
     * Records danger and opens the emergency call step in parallel to the other open steps. An emergency call that is
     * already open is kept, so that there is only one to answer.
     */
    public void danger(ConcernUpdate update, String reason, Object details) {
        danger(update, update.now(), reason, details);
    }

    /**
     * Raises the priority to red, shortens open deadlines, and opens the emergency call unless it is open.
     *
     * @param since when the danger began
     */
    public void danger(ConcernUpdate update, Instant since, String reason, Object details) {
        Concern concern = update.concern();
        concern.seeDanger(reason, since);
        update.record(Kind.DANGER, "Danger: %s Priority red.".formatted(reason), details);
        applyPriority(update, "danger raised");
        if (waiting.find(concern.reference(), Step.EMERGENCY_CALL, "").isEmpty()) {
            path.tell(concern.reference(), PathMessage.DANGER_RAISED, "");
        }
    }

    /** Applies the concern's present urgency to the queue order and deadlines of its open steps. */
    public void applyPriority(ConcernUpdate update, String event) {
        waiting.rate(update.concern());
        deadlines.shorten(update, event);
    }

    /** The clock of a referral to the LADO starts when the employer knew. */
    public void employerKnows(ConcernUpdate update) {
        deadlines.employerKnows(update);
    }

    private static Signals signals(Concern concern) {
        return Signals.of(concern.facts(), concern.receivedOn());
    }

    /** Returns the routing data for the engine: the routes of the ruling, and the reports that the facts require. */
    public PathInput onward(Concern concern, Set<Route> ruled, List<Integer> referred) {
        return input(
                concern,
                ruled,
                referred,
                tables.reportsDue(signals(concern)).stream().map(Due::report).collect(Collectors.toSet()));
    }

    public void reopenIfClosed(ConcernUpdate update, String sentence) {
        Concern concern = update.concern();
        if (!concern.open()) {
            concern.reopen(update.now());
            update.record(Kind.REOPENED, sentence, concern.reference());
            path.begin(concern.reference(), again(concern));
        }
    }

    /**
     * Input for the path of a reopened concern: only what opens it again, or also the first things if a child never got
     * its outcome.
     */
    public PathInput again(Concern concern) {
        boolean decidedForAll =
                DueParts.withoutOutcome(concern, decided.thresholds(concern)).isEmpty();
        return onward(concern, decidedForAll ? Set.of(Route.REOPENED) : Set.of(), List.of());
    }

    public void begin(Concern concern, Set<Route> routes) {
        path.begin(concern.reference(), onward(concern, routes, List.of()));
    }

    /** Completes the task of a step. */
    public void complete(Concern concern, String task, Set<Route> ruled, List<Integer> referred) {
        path.complete(task, onward(concern, ruled, referred));
    }

    /** {@code due} holds the reports that the facts require, as the table names them (see {@link Due#report}). */
    static PathInput input(Concern concern, Set<Route> ruled, List<Integer> referred, Set<String> due) {
        return new PathInput(
                ruled,
                new PathInput.EarlierItems(
                        concern.parts().stream()
                                .map(part -> String.valueOf(part.number()))
                                .toList(),
                        concern.parts().stream()
                                .filter(part -> part.standing() == Part.Jurisdiction.UNCLEAR)
                                .map(part -> String.valueOf(part.number()))
                                .toList(),
                        due.contains("police"),
                        due.contains("ceop"),
                        referred.stream().map(String::valueOf).toList(),
                        due.contains("platform") ? accounts(concern) : List.of(),
                        concern.facts().suspectsAtWork().stream()
                                .map(String::valueOf)
                                .toList()));
    }

    private static List<String> accounts(Concern concern) {
        return concern.facts().accounts().stream()
                .map(account -> String.valueOf(account.number()))
                .toList();
    }

    private static String lower(Enum<?> code) {
        return code.name().toLowerCase(java.util.Locale.ROOT);
    }
}
