package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.path.ObligationAssessment;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.casework.path.Supplements;
import org.teestriage.casework.triage.effect.AdditionLimit;
import org.teestriage.concern.Note;
import org.teestriage.concern.Notes;
import org.teestriage.concern.facts.AboutChildren;
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.facts.Information;
import org.teestriage.decision.PathMessage;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;

/** What additions to a concern have in common: their note, the reopening of a closed concern, danger, and the review. */
@ApplicationScoped
class AdditionEffects {

    private final Notes notes;
    private final AdditionLimit additionLimit;
    private final PathInputs pathInputs;
    private final ResponsePath path;
    private final Supplements supplements;
    private final ObligationAssessment obligationAssessment;

    AdditionEffects(
            Notes notes,
            AdditionLimit additionLimit,
            PathInputs pathInputs,
            ResponsePath path,
            Supplements supplements,
            ObligationAssessment obligationAssessment) {
        this.notes = notes;
        this.additionLimit = additionLimit;
        this.pathInputs = pathInputs;
        this.path = path;
        this.supplements = supplements;
        this.obligationAssessment = obligationAssessment;
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
        pathInputs.reopenIfClosed(update, sentence);
    }

    /** Opens what has become due, also for partners who got an earlier letter. */
    void assess(ConcernUpdate update) {
        supplements.record(update);
        obligationAssessment.assess(update);
    }

    /** As {@link #assess}, for what reopens a closed concern only if a partner has to learn of it. */
    void assessWhatOvertakes(ConcernUpdate update, String sentence) {
        if (supplements.record(update)) {
            reopenIfClosed(update, sentence);
        }
        if (update.concern().open()) {
            obligationAssessment.assess(update);
        }
    }

    void danger(ConcernUpdate update, String reason, Object details) {
        pathInputs.danger(update, reason, details);
    }

    /** Adds further information and opens a review step for an officer. Returns its number. */
    int inform(ConcernUpdate update, Information information) {
        requireChildren(update, information.account().stream());
        int number = update.concern().countInformation();
        note(update, number, information);
        reopenIfClosed(update, "Opened again, because further information came.");
        update.record(Kind.INFORMED, "Further information %d was added.".formatted(number), information);
        review(update, number);
        assess(update);
        return number;
    }

    static void requireChildren(ConcernUpdate update, Stream<? extends AboutChildren> told) {
        int children = update.concern().facts().children().size();
        told.flatMap(each -> each.about().stream())
                .filter(number -> number > children)
                .findFirst()
                .ifPresent(number -> {
                    throw RequestRefusedException.conflict(
                            "NOT submitted. This concern has no child %d. Read the facts, then use their numbers."
                                    .formatted(number));
                });
    }

    /** Opens a step in which an officer weighs what was added. */
    void review(ConcernUpdate update, int information) {
        path.tell(update.concern().reference(), PathMessage.INFORMATION_GIVEN, String.valueOf(information));
    }
}
