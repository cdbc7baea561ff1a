package org.teestriage.casework.triage.effect;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.path.EndedSteps;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.concern.facts.Child;
import org.teestriage.directory.Directory;
import org.teestriage.directory.routing.Rerouting;
import org.teestriage.directory.routing.Rerouting.Move;
import org.teestriage.directory.routing.Routing;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.DecidedSteps;

/** Gives each child to the hub of its place when the facts have changed: a part moves, is joined, or begins. */
@ApplicationScoped
class ChildPlaces {

    private final Routing routing;
    private final Directory directory;
    private final DecidedSteps decided;
    private final StepRelocation stepRelocation;
    private final EndedSteps endedSteps;

    ChildPlaces(
            Routing routing,
            Directory directory,
            DecidedSteps decided,
            StepRelocation stepRelocation,
            EndedSteps endedSteps) {
        this.routing = routing;
        this.directory = directory;
        this.decided = decided;
        this.stepRelocation = stepRelocation;
        this.endedSteps = endedSteps;
    }

    /**
     * Opens no step: that is for the assessment that follows.
     *
     * @param before the children before the change
     */
    void follow(ConcernUpdate update, List<Child> before) {
        Concern concern = update.concern();
        LocalDate day = concern.receivedOn();
        Part leading = concern.leadingPart();
        String hub = leading.hub();
        Rerouting rerouting = new Rerouting(
                concern.parts(), decided.thresholds(concern).keySet(), concern.nextPartNumber(), child -> routing.place(
                                child, day)
                        .besides(child, hub));
        List<Move> moves = rerouting.moves(before, concern.facts().children());
        moves.forEach(move -> carryOut(update, move));
        if (!moves.isEmpty() && concern.leadingPart() != leading) {
            stepRelocation.move(update, concern.leadingPart());
        }
    }

    private void carryOut(ConcernUpdate update, Move move) {
        Concern concern = update.concern();
        Routing.Placement to = move.to();
        Part part;
        if (move.isOfTheWholePart()) {
            part = concern.part(move.part());
            part.place(to.hub(), to.authority(), to.standing(), Part.Ground.POSTCODE, update.now());
            endedSteps.endNeedlessAuthorityDecision(update, part);
        } else {
            part = move.part() < concern.nextPartNumber()
                    ? concern.part(move.part())
                    : concern.addPart(to.hub(), to.authority(), to.standing(), List.of(), update.now());
            concern.moveChildren(move.children(), part);
        }
        update.record(
                Kind.ROUTED,
                "Child %s: %s answers from now on (part %d)."
                        .formatted(
                                move.children().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                                directory.hub(part.hub()).name(),
                                part.number()),
                to.how());
        stepRelocation.move(update, part);
        if (move.from() != null) {
            endedSteps.endIfEmpty(update, concern.part(move.from()));
        }
    }
}
