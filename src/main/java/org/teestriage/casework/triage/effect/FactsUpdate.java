package org.teestriage.casework.triage.effect;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.decisionsupport.ChildMatcher;
import org.teestriage.casework.decisionsupport.GuessWatch;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.casework.restriction.Restrictions;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Note;
import org.teestriage.concern.amendment.FactFields;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.ChildrenWhoHarm;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.decision.Step;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.TimelineEvent.Kind;

/** Changes the facts of a locked concern, and what follows from them: parts, priority, match keys and access. */
@ApplicationScoped
public class FactsUpdate {

    private final AdditionLimit additionLimit;
    private final ChildPlaces childPlaces;
    private final ChildMatcher childMatcher;
    private final GuessWatch guessWatch;
    private final PathInputs pathInputs;
    private final Restrictions restrictions;

    FactsUpdate(
            AdditionLimit additionLimit,
            ChildPlaces childPlaces,
            ChildMatcher childMatcher,
            GuessWatch guessWatch,
            PathInputs pathInputs,
            Restrictions restrictions) {
        this.additionLimit = additionLimit;
        this.childPlaces = childPlaces;
        this.childMatcher = childMatcher;
        this.guessWatch = guessWatch;
        this.pathInputs = pathInputs;
        this.restrictions = restrictions;
    }

    /**
     * Who said what is amended, and why it changes what was said before.
     *
     * @param step the step whose decision amends the facts; null outside a step
     */
    public record Source(
            String saidBy,
            @Nullable LocalDate saidOn,
            @Nullable String why,
            @Nullable Step step) {}

    /**
     * Stores the facts as the next revision.
     *
     * @throws RequestRefusedException if nothing changes
     */
    public void apply(ConcernUpdate update, Source source, FactFields amended) {
        if (!applyIfChanged(update, source, amended)) {
            throw RequestRefusedException.conflict("The facts say this already. Nothing has changed.");
        }
    }

    /** Returns whether the facts changed. */
    boolean applyIfChanged(ConcernUpdate update, Source source, FactFields amended) {
        Concern concern = update.concern();
        List<Child> children = concern.facts().children();
        Facts facts = ChildrenWhoHarm.in(amended.facts().numbered());
        List<FieldChange> changes = FactFields.of(concern.facts()).changesTo(FactFields.of(facts));
        if (changes.isEmpty()) {
            return false;
        }
        Amendment amendment = new Amendment(source.saidBy(), source.saidOn(), source.why(), changes);
        int revision = concern.nextRevision();
        concern.amend(facts);
        additionLimit.add(new Note(
                concern.reference(),
                revision,
                revision,
                amendment,
                update.now(),
                update.officer().name(),
                update.officer().is(Role.REFERRER)));
        update.record(
                Kind.AMENDED,
                source.step() == null ? null : source.step().id(),
                null,
                "The facts were added to or corrected (revision %d).".formatted(revision),
                amendment);
        childPlaces.follow(update, children);
        childMatcher.keepAgain(concern);
        guessWatch.told(update);
        pathInputs.rate(update);
        pathInputs.employerKnows(update);
        restrictions.deduce(update);
        restrictions.releaseInaccessibleClaims(update);
        return true;
    }
}
