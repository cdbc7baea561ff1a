package org.teestriage.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teestriage.letter.PreparedLetters.NOW;
import static org.teestriage.letter.PreparedLetters.RECEIPT_WITHIN;
import static org.teestriage.letter.PreparedLetters.in;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.decision.Approval;
import org.teestriage.decision.LetterChase;
import org.teestriage.decision.LetterChase.Remedy;
import org.teestriage.decision.Report;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.Letter.State;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.testing.client.FactsYaml;

/** What a decision requires of its letter, and what it changes in it. */
class LetterApprovalsTest {

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final String SENT =
            "sent: {how: TELEPHONE, at: 2026-09-22T08:59:00Z, to: Duty desk, theirReference: MP-7}";

    private static LetterChase chase(String fields) {
        return FactsYaml.as(LetterChase.class, "{rationale: Rang them., %s}".formatted(fields));
    }

    private static LetterDecision report(String fields) {
        return LetterDecision.of(Purpose.POLICE_REPORT, FactsYaml.as(Report.class, "{" + fields + "}"));
    }

    private static Duration notByTheService() {
        throw new AssertionError("only a letter that the service delivers needs a partner with a channel");
    }

    // Before anything changes

    @Test
    void anApprovalOfThisContentForThisRecipientIsAccepted() {
        Letter letter = in(State.PREPARED);
        Approval approval = new Approval("Made Up Police", letter.contentHash());
        assertThatCode(() -> LetterApprovals.requireAsRead(approval, letter)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Made Up Police  | other | This is not the letter as it stands now. Read it again, then approve it.
        Other Police    | same  | The letter goes to another recipient. Read to whom it goes, and confirm that.
        made up police  | same  | The letter goes to another recipient. Read to whom it goes, and confirm that.
        """)
    void anApprovalOfOtherContentOrForAnotherRecipientIsRefused(String recipient, String content, String refusal) {
        Letter letter = in(State.PREPARED);
        Approval approval = new Approval(recipient, content.equals("same") ? letter.contentHash() : "0");
        assertThatThrownBy(() -> LetterApprovals.requireAsRead(approval, letter))
                .isInstanceOfSatisfying(RequestRefusedException.class, refused -> assertThat(refused.sentence())
                        .isEqualTo(refusal));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyARejectedLetterCannotWait(State state) {
        LetterChase wait = chase("remedy: WAIT, waitUntil: 2026-09-23T09:00:00Z");
        if (state == State.REJECTED) {
            assertThatThrownBy(() -> LetterApprovals.requireFitting(wait, in(state)))
                    .isInstanceOfSatisfying(RequestRefusedException.class, refused -> assertThat(refused.sentence())
                            .startsWith("The partner sent this letter back: waiting brings no answer."));
        } else {
            assertThatCode(() -> LetterApprovals.requireFitting(wait, in(state)))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Remedy.class, mode = EnumSource.Mode.EXCLUDE, names = "WAIT")
    void everyOtherRemedyFitsARejectedLetter(Remedy remedy) {
        assertThatCode(() -> LetterApprovals.requireFitting(chase("remedy: " + remedy), in(State.REJECTED)))
                .doesNotThrowAnyException();
    }

    // Decisions about a prepared letter

    @Test
    void anApprovedLetterWaitsForDelivery() {
        Letter letter = in(State.PREPARED);
        LetterDecision approved = report("kind: APPROVED, approval: {recipient: Made Up Police, contentHash: '0'}");
        LetterApprovals.apply(approved, letter, "Sam Officer", LATER, () -> RECEIPT_WITHIN);
        assertThat(letter.state()).isEqualTo(State.WAITING);
        assertThat(letter.approvedBy()).contains("Sam Officer");
        assertThat(letter.chaseAt()).contains(LATER.plus(RECEIPT_WITHIN));
    }

    @Test
    void aLetterThatAPersonSentIsAcknowledgedAndNeverDelivered() {
        Letter letter = in(State.PREPARED);
        LetterApprovals.apply(
                report("kind: MADE, " + SENT), letter, "Sam Officer", LATER, LetterApprovalsTest::notByTheService);
        assertThat(letter.state()).isEqualTo(State.ACKNOWLEDGED);
        assertThat(letter.theirReference()).contains("MP-7");
        assertThat(letter.dispatchId()).isEmpty();
    }

    @Test
    void aReportThatIsNotNeededSettlesItsLetter() {
        Letter letter = in(State.PREPARED);
        LetterDecision unneeded = report("kind: NOT_NEEDED, notNeededBecause: ALREADY_REPORTED, rationale: Done.");
        LetterApprovals.apply(unneeded, letter, "Sam Officer", LATER, LetterApprovalsTest::notByTheService);
        assertThat(letter.state()).isEqualTo(State.NOT_NEEDED);
        assertThat(letter.settledAt()).contains(LATER);
    }

    @Test
    void aReportThatIsHeldLeavesItsLetterPrepared() {
        Letter letter = in(State.PREPARED);
        LetterDecision held =
                report("kind: HELD, heldUntil: 2026-09-30T09:00:00Z, heldFor: DC Example, rationale: Asked.");
        LetterApprovals.apply(held, letter, "Sam Officer", LATER, LetterApprovalsTest::notByTheService);
        assertThat(letter.state()).isEqualTo(State.PREPARED);
    }

    // Decisions about a letter without a receipt

    @Test
    void aChasedLetterIsSentAgainUnderItsKey() {
        Letter letter = in(State.REJECTED);
        String key = letter.dispatchId().orElseThrow();
        LetterApprovals.apply(chase("remedy: SEND_AGAIN"), letter, LATER, () -> RECEIPT_WITHIN);
        assertThat(letter.state()).isEqualTo(State.WAITING);
        assertThat(letter.dispatchId()).contains(key);
        assertThat(letter.nextTry()).contains(LATER);
    }

    @Test
    void aChasedLetterThatAPersonBroughtIsAcknowledged() {
        Letter letter = in(State.UNKNOWN);
        LetterApprovals.apply(chase("remedy: RECEIVED, " + SENT), letter, LATER, LetterApprovalsTest::notByTheService);
        assertThat(letter.state()).isEqualTo(State.ACKNOWLEDGED);
        assertThat(letter.theirReference()).contains("MP-7");
    }

    @Test
    void aPartnerWithMoreTimeIsChasedLaterAndTheLetterKeepsItsState() {
        Letter letter = in(State.DELIVERED);
        LetterApprovals.apply(
                chase("remedy: WAIT, waitUntil: 2026-09-24T09:00:00Z"),
                letter,
                LATER,
                LetterApprovalsTest::notByTheService);
        assertThat(letter.state()).isEqualTo(State.DELIVERED);
        assertThat(letter.chaseAt()).contains(Instant.parse("2026-09-24T09:00:00Z"));
    }

    @Test
    void aChasedLetterThatIsNotNeededIsSettled() {
        Letter letter = in(State.UNKNOWN);
        LetterApprovals.apply(chase("remedy: NOT_NEEDED"), letter, LATER, LetterApprovalsTest::notByTheService);
        assertThat(letter.state()).isEqualTo(State.NOT_NEEDED);
        assertThat(letter.nextTry()).isEmpty();
    }
}
