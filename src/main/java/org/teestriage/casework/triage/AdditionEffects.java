package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.casework.triage.effect.AdditionLimit;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Note;
import org.teestriage.concern.Notes;
import org.teestriage.concern.facts.Addition;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Route;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;

/** What additions to a concern have in common: their note, the reopening of a closed concern, danger, and the review. */
@ApplicationScoped
class AdditionEffects {

    private final Notes notes;
    private final AdditionLimit additionLimit;
    private final PathInputs pathInputs;
    private final ResponsePath path;

    AdditionEffects(Notes notes, AdditionLimit additionLimit, PathInputs pathInputs, ResponsePath path) {
        this.notes = notes;
        this.additionLimit = additionLimit;
        this.pathInputs = pathInputs;
        this.path = path;
    }

    /** Stored before the path advances, because letters created then include the note. */
    void note(ConcernUpdate update, int number, Addition addition) {
        Officer officer = update.officer();
        additionLimit.add(new Note(
                update.concern().reference(),
                number,
                update.concern().nextRevision(),
                addition,
                update.now(),
                officer.name(),
                officer.is(Role.REFERRER)));
    }

    int nextDanger(ConcernUpdate update) {
        return notes.nextDanger(update.concern().reference());
    }

    void reopenIfClosed(ConcernUpdate update, String sentence) {
        Concern concern = update.concern();
        if (!concern.open()) {
            concern.reopen(update.now());
            update.record(Kind.REOPENED, sentence, concern.reference());
            path.begin(concern.reference(), pathInputs.onward(concern, EnumSet.noneOf(Route.class), List.of()));
        }
    }

    void danger(ConcernUpdate update, String reason, Object details) {
        pathInputs.danger(update, reason, details);
    }

    /** Opens a step in which an officer weighs what was added. */
    void review(ConcernUpdate update, int information) {
        path.tell(update.concern().reference(), PathMessage.INFORMATION_GIVEN, String.valueOf(information));
    }
}
