package org.teestriage.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.PlainConcerns.RECEIVED;
import static org.teestriage.testing.PlainConcerns.atTheChub;
import static org.teestriage.testing.PlainConcerns.decided;
import static org.teestriage.testing.PlainConcerns.waiting;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.casework.casefile.ConcernStatus.Status;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part.Jurisdiction;
import org.teestriage.concern.Reference;
import org.teestriage.decision.BreakGlassReview;
import org.teestriage.decision.ImmediateRiskCheck;
import org.teestriage.decision.ReferrerFeedback;
import org.teestriage.decision.Step;
import org.teestriage.directory.HubsYaml;
import org.teestriage.workflow.step.DecidedStep;

/** The status of a concern in one word and in one sentence. */
class StatusSentencesTest {

    private static final StatusSentences SENTENCES = new StatusSentences(HubsYaml.shipped());
    private static final Instant LATER = RECEIVED.plusSeconds(600);
    private static final String RECEIVED_BY_THE_CHUB = "Received Tue 22 Sept 2026 10:00 by The Children's Hub (CHUB). ";

    private final Concern concern = atTheChub("{}");

    private DecidedStep checked(Instant at) {
        return decided(concern, "1", ImmediateRiskCheck.class, "finding: NO_IMMEDIATE_DANGER, rationale: At home.", at);
    }

    private DecidedStep fedBack(String part, Instant at) {
        return decided(
                concern,
                part,
                ReferrerFeedback.class,
                "wording: Action is being taken., how: TELEPHONE, at: 2026-09-22T09:00:00Z, toldTo: Pat Example",
                at);
    }

    private Status status(DecidedStep... done) {
        return StatusSentences.status(concern, List.of(done));
    }

    // The status

    @Test
    void aConcernIsReceivedUntilSomethingIsDecided() {
        assertThat(status()).isEqualTo(Status.RECEIVED);
        assertThat(status(checked(LATER))).isEqualTo(Status.BEING_DECIDED);
    }

    @Test
    void aReviewOfEmergencyAccessDecidesNothingAboutTheConcern() {
        DecidedStep review =
                decided(concern, "1", BreakGlassReview.class, "justified: true, rationale: She was in danger.", LATER);
        assertThat(status(review)).isEqualTo(Status.RECEIVED);
    }

    @Test
    void aConcernIsDecidedOnceTheReferrerWasToldAboutEveryPart() {
        concern.addPart("redcar-mach", "E06000003", Jurisdiction.KNOWN, List.of(2));
        assertThat(status(checked(LATER), fedBack("1", LATER))).isEqualTo(Status.BEING_DECIDED);
        assertThat(status(checked(LATER), fedBack("1", LATER), fedBack("2", LATER)))
                .isEqualTo(Status.DECIDED);
    }

    @Test
    void closedAndLinkedConcernsSaySoWhateverWasDecided() {
        concern.close(LATER);
        assertThat(status(checked(LATER))).isEqualTo(Status.CLOSED);
        concern.withdrawAsDuplicateOf(new Reference("0000-0015-0"), LATER);
        assertThat(status(checked(LATER))).isEqualTo(Status.LINKED_AS_DUPLICATE);
    }

    @Test
    void decisionsFromBeforeAReopeningDoNotCount() {
        concern.close(LATER);
        concern.reopen(LATER.plusSeconds(60));
        assertThat(status(checked(LATER), fedBack("1", LATER))).isEqualTo(Status.RECEIVED);
        assertThat(status(checked(LATER), fedBack("1", LATER), checked(LATER.plusSeconds(120))))
                .isEqualTo(Status.BEING_DECIDED);
    }

    // For readers of the timeline

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        POLICE_REPORT        | Next: report to the police, due Tue 22 Sept 2026 11:00.
        EMERGENCY_CALL       | Next: make sure that 999 was called, and record it, due Tue 22 Sept 2026 11:00.
        CEOP_DECISION        | Next: CEOP decision, due Tue 22 Sept 2026 11:00.
        BREAK_GLASS_REVIEW   | Waiting for a hub to open, for what is not yours to see, or for a hold to end.
        """)
    void theSentenceNamesTheNextStepOfThePathAsATask(Step step, String next) {
        assertThat(SENTENCES.sentence(concern, List.of(waiting(concern, step, "")), List.of()))
                .isEqualTo(RECEIVED_BY_THE_CHUB + next);
    }

    @Test
    void theFirstOfSeveralOpenStepsIsNamed() {
        assertThat(SENTENCES.sentence(
                        concern,
                        List.of(
                                waiting(concern, Step.BREAK_GLASS_REVIEW, "1"),
                                waiting(concern, Step.IMMEDIATE_RISK_CHECK, "1"),
                                waiting(concern, Step.POLICE_REPORT, "")),
                        List.of()))
                .contains("Next: immediate safety check, due")
                .doesNotContain("police");
    }

    @Test
    void withoutAnOpenStepTheSentenceDoesNotSayWhatIsHidden() {
        assertThat(SENTENCES.sentence(concern, List.of(), List.of(checked(LATER))))
                .isEqualTo(RECEIVED_BY_THE_CHUB
                        + "Waiting for a hub to open, for what is not yours to see, or for a hold to end.");
    }

    @Test
    void aClosedConcernNamesNoStep() {
        concern.close(LATER);
        assertThat(SENTENCES.sentence(concern, List.of(waiting(concern, Step.POLICE_REPORT, "")), List.of()))
                .isEqualTo(RECEIVED_BY_THE_CHUB + "Closed Tue 22 Sept 2026 10:10.");
    }

    // For referrers

    @Test
    void theOutlineNeverNamesAStep() {
        assertThat(SENTENCES.outline(concern, List.of()))
                .isEqualTo(RECEIVED_BY_THE_CHUB + "The hub has not decided anything yet.");
        assertThat(SENTENCES.outline(concern, List.of(checked(LATER))))
                .isEqualTo(RECEIVED_BY_THE_CHUB + "The hub is deciding what happens next.");
        assertThat(SENTENCES.outline(concern, List.of(fedBack("1", LATER))))
                .isEqualTo(RECEIVED_BY_THE_CHUB + "The hub has decided and told the referrer.");
    }

    @Test
    void theOutlineOfALinkedConcernDoesNotNameTheOther() {
        concern.withdrawAsDuplicateOf(new Reference("0000-0015-0"), LATER);
        assertThat(SENTENCES.outline(concern, List.of()))
                .isEqualTo(RECEIVED_BY_THE_CHUB + "Linked to another concern about the same matter, where it goes on.");
    }

    @Test
    void eachHubIsNamedOnce() {
        concern.addPart("chub", "E06000004", Jurisdiction.KNOWN, List.of(2));
        concern.addPart("redcar-mach", "E06000003", Jurisdiction.KNOWN, List.of(3));
        assertThat(SENTENCES.outline(concern, List.of()))
                .contains("by The Children's Hub (CHUB) and Redcar and Cleveland MACH. ");
    }
}
