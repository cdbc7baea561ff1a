package org.teestriage.casework.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.PlainConcerns.atTheChub;
import static org.teestriage.testing.PlainConcerns.waiting;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Concern;
import org.teestriage.concern.facts.Confidence;
import org.teestriage.decision.Situation.Open;
import org.teestriage.decision.Step;
import org.teestriage.letter.Letter;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.Letter.State;
import org.teestriage.letter.PreparedLetters;
import org.teestriage.platform.transaction.Missing;
import org.teestriage.workflow.step.WaitingStep;

/** What prevents closing, and what of it the decider may see. */
class OpenWorkTest {

    private static final Redaction LADO =
            new Redaction(List.of(), false, true, false, new Confidence(), "robin", Set.of());
    private static final Redaction REFERRER =
            new Redaction(List.of(), true, false, false, new Confidence(), "robin", Set.of());

    private final Concern concern = atTheChub("{}");
    private final WaitingStep close = waiting(concern, Step.CLOSE, "");

    private OpenWork beside(Step... others) {
        List<WaitingStep> waiting =
                Arrays.stream(others).map(step -> waiting(concern, step, "1")).toList();
        return OpenWork.beside(close, waiting, List.of());
    }

    private OpenWork with(Letter... letters) {
        return OpenWork.beside(close, List.of(close), List.of(letters));
    }

    @Test
    void theStepThatIsBeingDecidedIsNotBesideItself() {
        assertThat(OpenWork.beside(close, List.of(close), List.of()).steps()).isEmpty();
    }

    @Test
    void aReviewOfEmergencyAccessPreventsNothing() {
        assertThat(beside(Step.BREAK_GLASS_REVIEW, Step.POLICE_REPORT).steps())
                .containsExactly(new Open(Step.POLICE_REPORT, "1"));
    }

    @Test
    void onlyLettersInAFinalStatePreventNothing() {
        for (State state : State.values()) {
            boolean prevents = state != State.ACKNOWLEDGED && state != State.NOT_NEEDED && state != State.REPLACED;
            assertThat(with(PreparedLetters.in(state)).letters())
                    .as("%s", state)
                    .hasSize(prevents ? 1 : 0);
        }
    }

    @Test
    void theDeciderSeesTheStepsAndRecipientsThatAreNotHidden() {
        OpenWork work = new OpenWork(
                beside(Step.LADO_REFERRAL, Step.POLICE_REPORT).steps(),
                List.of(PreparedLetters.of(Purpose.LADO_REFERRAL, "1"), PreparedLetters.of(Purpose.CEOP_REPORT, "")));
        assertThat(work.stepsShown(Redaction.NOTHING))
                .extracting(Open::step)
                .containsOnly(Step.LADO_REFERRAL, Step.POLICE_REPORT);
        assertThat(work.recipientsShown(Redaction.NOTHING)).hasSize(2);
        assertThat(work.isPartlyHidden(Redaction.NOTHING)).isFalse();
        assertThat(work.stepsShown(LADO)).extracting(Open::step).containsOnly(Step.POLICE_REPORT);
        assertThat(work.recipientsShown(LADO)).hasSize(1);
        assertThat(work.isPartlyHidden(LADO)).isTrue();
    }

    @Test
    void aHiddenStepOrAHiddenLetterAloneIsKnownToBeOpen() {
        assertThat(beside(Step.LADO_LETTER_CHASE).isPartlyHidden(LADO)).isTrue();
        assertThat(with(PreparedLetters.of(Purpose.LADO_REFERRAL, "1")).isPartlyHidden(LADO))
                .isTrue();
        assertThat(beside(Step.POLICE_REPORT).isPartlyHidden(LADO)).isFalse();
    }

    @Test
    void aConfidentialReferrerHidesNoStepAndNoRecipient() {
        OpenWork work = with(PreparedLetters.of(Purpose.POLICE_REPORT, ""));
        assertThat(work.recipientsShown(REFERRER)).containsExactly(new Missing("Made Up Police", "letters/1"));
        assertThat(work.isPartlyHidden(REFERRER)).isFalse();
    }
}
