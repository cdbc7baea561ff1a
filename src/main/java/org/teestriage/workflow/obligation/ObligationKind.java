package org.teestriage.workflow.obligation;

import java.util.Arrays;
import java.util.Optional;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Step;

/** What can be due to a partner: the step that settles it, and the message that opens the step. */
public enum ObligationKind {
    POLICE(Step.POLICE_REPORT, PathMessage.POLICE_DUE),
    CEOP(Step.CEOP_DECISION, PathMessage.CEOP_DUE),
    PLATFORM(Step.PLATFORM_DECISION, PathMessage.PLATFORM_DUE),
    LADO(Step.LADO_REFERRAL, PathMessage.LADO_DUE),
    LADO_EVALUATION(Step.LADO_EVALUATION, PathMessage.LADO_EVALUATION_DUE),
    SOCIAL_CARE(Step.SOCIAL_CARE_REFERRAL, PathMessage.SOCIAL_CARE_DUE),
    END_OF_ENQUIRIES(Step.END_OF_ENQUIRIES, PathMessage.END_OF_ENQUIRIES_DUE),
    DISCUSSION_RECORD(Step.DISCUSSION_RECORD, PathMessage.DISCUSSION_RECORD_DUE),
    DISCUSSION_ACTIONS(Step.DISCUSSION_ACTIONS, PathMessage.DISCUSSION_ACTIONS_DUE);

    private final Step step;
    private final PathMessage message;

    ObligationKind(Step step, PathMessage message) {
        this.step = step;
        this.message = message;
    }

    public Step step() {
        return step;
    }

    public PathMessage message() {
        return message;
    }

    /** What an obligation of this kind is about; its item is the number of one of these. */
    public Step.Item item() {
        return step.item();
    }

    public static Optional<ObligationKind> of(Step step) {
        return Arrays.stream(values()).filter(kind -> kind.step == step).findFirst();
    }
}
