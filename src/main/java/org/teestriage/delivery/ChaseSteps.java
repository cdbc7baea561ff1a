package org.teestriage.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.casework.path.ObligationAssessment;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.concern.Concern;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Step;
import org.teestriage.letter.Letter;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

@ApplicationScoped
class ChaseSteps {

    private final ConcernAccess concernAccess;
    private final WaitingSteps waiting;
    private final PathInputs pathInputs;
    private final ObligationAssessment obligationAssessment;
    private final ResponsePath path;
    private final Timeline timeline;

    ChaseSteps(
            ConcernAccess concernAccess,
            WaitingSteps waiting,
            PathInputs pathInputs,
            ObligationAssessment obligationAssessment,
            ResponsePath path,
            Timeline timeline) {
        this.concernAccess = concernAccess;
        this.waiting = waiting;
        this.pathInputs = pathInputs;
        this.obligationAssessment = obligationAssessment;
        this.path = path;
        this.timeline = timeline;
    }

    /**
     * Opens one step for a letter, however many causes there are. A withdrawn duplicate gets none, because its work
     * continues in another concern, which has its own letters.
     */
    void open(Concern concern, Letter letter) {
        if (concern.duplicateOf().isPresent() || find(concern, letter).isPresent()) {
            return;
        }
        if (!concern.open()) {
            Instant now = concernAccess.now();
            concern.reopen(now);
            timeline.appendByPath(
                    concern,
                    now,
                    new TimelineEvent(
                            Kind.REOPENED,
                            null,
                            null,
                            "Opened again, because a partner sent a letter back.",
                            concern.reference()));
            path.begin(concern.reference(), pathInputs.again(concern));
            obligationAssessment.assess(concern, now);
        }
        path.tell(
                concern.reference(),
                isToTheLado(letter) ? PathMessage.LADO_LETTER_STUCK : PathMessage.LETTER_STUCK,
                String.valueOf(letter.number()));
    }

    /** Removes a step whose receipt has arrived without the user. */
    void close(Concern concern, Letter letter) {
        find(concern, letter)
                .ifPresent(step -> path.complete(step.task(), pathInputs.onward(concern, Set.of(), List.of())));
    }

    private Optional<WaitingStep> find(Concern concern, Letter letter) {
        return waiting.find(concern.reference(), step(letter), String.valueOf(letter.number()));
    }

    /**
     * The step under which the timeline files the letter. The LADO letter has its own, because only users who may know
     * of the LADO referral may see its entries.
     */
    static Step step(Letter letter) {
        return isToTheLado(letter) ? Step.LADO_LETTER_CHASE : Step.LETTER_CHASE;
    }

    private static boolean isToTheLado(Letter letter) {
        return letter.purpose() == Letter.Purpose.LADO_REFERRAL;
    }
}
