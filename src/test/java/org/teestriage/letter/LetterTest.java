package org.teestriage.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.letter.PreparedLetters.LEASE;
import static org.teestriage.letter.PreparedLetters.NOW;
import static org.teestriage.letter.PreparedLetters.RECEIPT_WITHIN;
import static org.teestriage.letter.PreparedLetters.in;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.letter.Letter.State;

/** The delivery states of a letter: all transitions, leases and receipts. */
class LetterTest {

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant LATEST = NOW.plusSeconds(120);

    // Approval

    @Test
    void aNewLetterIsPreparedAndHasNoKeyAndNoTimes() {
        Letter letter = in(State.PREPARED);
        assertThat(letter.state()).isEqualTo(State.PREPARED);
        assertThat(letter.dispatchId()).isEmpty();
        assertThat(letter.approvedBy()).isEmpty();
        assertThat(letter.nextTry()).isEmpty();
        assertThat(letter.chaseAt()).isEmpty();
        assertThat(letter.attempts()).isZero();
    }

    @Test
    void anApprovedLetterIsDueAtOnceAndIsChasedAfterTheTimeForItsReceipt() {
        Letter letter = in(State.PREPARED);
        letter.approve("Sam Officer", LATER, RECEIPT_WITHIN);
        assertThat(letter.state()).isEqualTo(State.WAITING);
        assertThat(letter.approvedBy()).contains("Sam Officer");
        assertThat(letter.sendingSince()).contains(LATER);
        assertThat(letter.nextTry()).contains(LATER);
        assertThat(letter.chaseAt()).contains(LATER.plus(RECEIPT_WITHIN));
    }

    @Test
    void eachApprovedLetterHasAKeyOfItsOwn() {
        assertThat(in(State.WAITING).dispatchId())
                .isPresent()
                .isNotEqualTo(in(State.WAITING).dispatchId());
    }

    @Test
    void onlyAcknowledgedUnneededAndReplacedLettersAreInAFinalState() {
        assertThat(Arrays.stream(State.values()).filter(State::settled))
                .containsExactly(State.ACKNOWLEDGED, State.NOT_NEEDED, State.REPLACED);
    }

    // Transitions

    @ParameterizedTest
    @CsvSource({
        "WAITING,      true,  DELIVERED",
        "SENDING,      true,  DELIVERED",
        "UNKNOWN,      true,  DELIVERED",
        "DELIVERED,    false, DELIVERED",
        "REJECTED,     false, REJECTED",
        "ACKNOWLEDGED, false, ACKNOWLEDGED",
        "NOT_NEEDED,   false, NOT_NEEDED"
    })
    void aDeliveryChangesOnlyALetterThatMayStillBeOnItsWay(State before, boolean changes, State after) {
        Letter letter = in(before);
        assertThat(letter.delivered(LATER)).isEqualTo(changes);
        assertThat(letter.state()).isEqualTo(after);
        if (changes) {
            assertThat(letter.deliveredAt()).contains(LATER);
            assertThat(letter.nextTry()).isEmpty();
            assertThat(letter.cause()).isEmpty();
            assertThat(letter.chaseAt()).as("its receipt is still awaited").isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WAITING,      true,  REJECTED",
        "SENDING,      true,  REJECTED",
        "UNKNOWN,      true,  REJECTED",
        "DELIVERED,    true,  REJECTED",
        "REJECTED,     false, REJECTED",
        "ACKNOWLEDGED, false, ACKNOWLEDGED",
        "NOT_NEEDED,   false, NOT_NEEDED"
    })
    void aRefusalByThePartnersSystemNeverUndoesAFinalState(State before, boolean changes, State after) {
        Letter letter = in(before);
        assertThat(letter.rejected(Cause.REDIRECTED)).isEqualTo(changes);
        assertThat(letter.state()).isEqualTo(after);
        if (changes) {
            assertThat(letter.cause()).contains(Cause.REDIRECTED);
            assertThat(letter.nextTry()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WAITING,      true,  ACKNOWLEDGED",
        "SENDING,      true,  ACKNOWLEDGED",
        "UNKNOWN,      true,  ACKNOWLEDGED",
        "DELIVERED,    true,  ACKNOWLEDGED",
        "REJECTED,     true,  ACKNOWLEDGED",
        "ACKNOWLEDGED, false, ACKNOWLEDGED",
        "NOT_NEEDED,   false, NOT_NEEDED"
    })
    void aReceiptThatAcknowledgesSettlesEveryOpenLetter(State before, boolean changes, State after) {
        Letter letter = in(before);
        assertThat(letter.acknowledgedByReceipt(LATER, LATEST, "MP-2")).isEqualTo(changes);
        assertThat(letter.state()).isEqualTo(after);
        if (changes) {
            assertThat(letter.settledAt()).contains(LATEST);
            assertThat(letter.theirReference()).contains("MP-2");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WAITING,      true,  REJECTED",
        "SENDING,      true,  REJECTED",
        "UNKNOWN,      true,  REJECTED",
        "DELIVERED,    true,  REJECTED",
        "REJECTED,     false, REJECTED",
        "ACKNOWLEDGED, true,  REJECTED",
        "NOT_NEEDED,   false, NOT_NEEDED"
    })
    void aReceiptThatRejectsReopensEvenAnAcknowledgedLetter(State before, boolean changes, State after) {
        Letter letter = in(before);
        assertThat(letter.rejectedByReceipt(LATER)).isEqualTo(changes);
        assertThat(letter.state()).isEqualTo(after);
        if (changes) {
            assertThat(letter.cause()).contains(Cause.REJECTED_BY_RECEIPT);
            assertThat(letter.settledAt()).isEmpty();
            assertThat(letter.theirReference()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"WAITING, WAITING", "SENDING, SENDING", "UNKNOWN, UNKNOWN", "REJECTED, WAITING"})
    void aReleasedLetterIsDueAtOnce(State before, State after) {
        Letter letter = in(before);
        letter.release(LATER);
        assertThat(letter.state()).isEqualTo(after);
        assertThat(letter.nextTry()).contains(LATER);
        assertThat(letter.sendingSince()).contains(LATER);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"PREPARED", "DELIVERED", "ACKNOWLEDGED", "NOT_NEEDED"})
    void aReleaseDoesNothingToALetterThatNeedsNoAttempt(State state) {
        Letter letter = in(state);
        letter.release(LATER);
        assertThat(letter.state()).isEqualTo(state);
        assertThat(letter.sendingSince()).isNotEqualTo(java.util.Optional.of(LATER));
        if (state != State.DELIVERED) {
            assertThat(letter.nextTry()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"REJECTED, WAITING", "DELIVERED, WAITING", "SENDING, WAITING", "WAITING, WAITING", "UNKNOWN, UNKNOWN"})
    void aLetterThatIsSentAgainKeepsItsKeyAndStaysUnknownIfItMayHaveArrived(State before, State after) {
        Letter letter = in(before);
        String key = letter.dispatchId().orElseThrow();
        letter.fallBack(NOW);
        letter.sendAgain(LATER, Duration.ofHours(4));
        assertThat(letter.state()).isEqualTo(after);
        assertThat(letter.dispatchId()).contains(key);
        assertThat(letter.fallenBack()).as("begins with the first channel").isFalse();
        assertThat(letter.nextTry()).contains(LATER);
        assertThat(letter.sendingSince()).contains(LATER);
        assertThat(letter.chaseAt()).contains(LATER.plus(Duration.ofHours(4)));
        assertThat(letter.hasCurrentLease(LEASE)).isFalse();
    }

    @Test
    void aFinalStateLeavesNothingToTryToChaseOrToExplain() {
        for (Letter letter : new Letter[] {in(State.UNKNOWN), in(State.REJECTED)}) {
            letter.acknowledged(LATER, "MP-3");
            assertThat(letter.state()).isEqualTo(State.ACKNOWLEDGED);
            assertThat(letter.nextTry()).isEmpty();
            assertThat(letter.chaseAt()).isEmpty();
            assertThat(letter.cause()).isEmpty();
            assertThat(letter.settledAt()).contains(LATER);
        }
        Letter unneeded = in(State.UNKNOWN);
        unneeded.notNeeded(LATER);
        assertThat(unneeded.nextTry()).isEmpty();
        assertThat(unneeded.theirReference()).isEmpty();
    }

    @Test
    void theFallbackChannelBeginsAtOnceWithATimeOfItsOwn() {
        Letter letter = in(State.WAITING);
        letter.fallBack(LATER);
        assertThat(letter.fallenBack()).isTrue();
        assertThat(letter.nextTry()).contains(LATER);
        assertThat(letter.sendingSince()).contains(LATER);
    }

    // Leases

    @Test
    void aLeaseCountsAnAttemptAndHoldsWhileTheLetterIsBeingSent() {
        Letter letter = in(State.WAITING);
        letter.take("first", 1);
        assertThat(letter.state()).isEqualTo(State.SENDING);
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(letter.hasCurrentLease("first")).isTrue();
        assertThat(letter.hasCurrentLease("second")).isFalse();
    }

    @Test
    void aSecondLeaseReplacesOneThatRanOut() {
        Letter letter = in(State.SENDING);
        letter.take("second", 2);
        assertThat(letter.attempts()).isEqualTo(2);
        assertThat(letter.hasCurrentLease(LEASE)).isFalse();
        assertThat(letter.hasCurrentLease("second")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"DELIVERED", "ACKNOWLEDGED", "REJECTED", "UNKNOWN", "NOT_NEEDED"})
    void aLeaseEndsWithTheAttempt(State after) {
        assertThat(in(after).hasCurrentLease(LEASE)).isFalse();
    }

    @Test
    void aLetterThatIsGivenBackSaysWhyAndWhenItIsTriedNext() {
        Letter letter = in(State.SENDING);
        letter.giveBack(State.WAITING, Cause.FAILED_THERE, LATER);
        assertThat(letter.state()).isEqualTo(State.WAITING);
        assertThat(letter.cause()).contains(Cause.FAILED_THERE);
        assertThat(letter.nextTry()).contains(LATER);
    }

    // Receipts late, twice and contradictory

    @Test
    void aRepeatedReceiptChangesNothing() {
        Letter letter = in(State.DELIVERED);
        assertThat(letter.acknowledgedByReceipt(LATER, LATER, "MP-1")).isTrue();
        assertThat(letter.acknowledgedByReceipt(LATER, LATEST, "MP-1")).isFalse();
        assertThat(letter.settledAt()).contains(LATER);
    }

    @Test
    void aSecondReferenceForAnAcknowledgedLetterIsIgnored() {
        Letter letter = in(State.DELIVERED);
        assertThat(letter.acknowledgedByReceipt(LATER, LATER, "MP-1")).isTrue();
        assertThat(letter.acknowledgedByReceipt(LATEST, LATEST, "MP-2")).isFalse();
        assertThat(letter.theirReference()).contains("MP-1");
    }

    @Test
    void anOlderRejectionThatArrivesLateDoesNotUndoAnAcknowledgement() {
        Letter letter = in(State.DELIVERED);
        assertThat(letter.acknowledgedByReceipt(LATEST, LATEST, "MP-1")).isTrue();
        assertThat(letter.rejectedByReceipt(LATER)).isFalse();
        assertThat(letter.state()).isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void anOlderAcknowledgementThatArrivesLateDoesNotUndoARejection() {
        Letter letter = in(State.DELIVERED);
        assertThat(letter.rejectedByReceipt(LATEST)).isTrue();
        assertThat(letter.acknowledgedByReceipt(LATER, LATEST, "MP-1")).isFalse();
        assertThat(letter.state()).isEqualTo(State.REJECTED);
    }

    @Test
    void ofTwoReceiptsOfTheSameMomentTheFirstToArriveWins() {
        Letter letter = in(State.DELIVERED);
        assertThat(letter.acknowledgedByReceipt(LATER, LATER, "MP-1")).isTrue();
        assertThat(letter.rejectedByReceipt(LATER)).isFalse();
        assertThat(letter.state()).isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void aLetterThatCameBackCanBeAcknowledgedLater() {
        Letter letter = in(State.ACKNOWLEDGED);
        assertThat(letter.rejectedByReceipt(LATER)).isTrue();
        assertThat(letter.acknowledgedByReceipt(LATEST, LATEST, "MP-9")).isTrue();
        assertThat(letter.state()).isEqualTo(State.ACKNOWLEDGED);
        assertThat(letter.theirReference()).contains("MP-9");
    }

    @Test
    void aReceiptThatConfirmsTheStateStillOutranksOlderOnes() {
        Letter letter = in(State.ACKNOWLEDGED);
        assertThat(letter.acknowledgedByReceipt(LATEST, LATEST, "MP-1")).isFalse();
        assertThat(letter.rejectedByReceipt(LATER)).isFalse();
        assertThat(letter.state()).isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void aReceiptOfDeliveryAfterTheAcknowledgementChangesNothing() {
        Letter letter = in(State.DELIVERED);
        letter.acknowledgedByReceipt(LATER, LATER, "MP-1");
        assertThat(letter.delivered(LATEST)).isFalse();
        assertThat(letter.state()).isEqualTo(State.ACKNOWLEDGED);
    }

    // Chasing

    @Test
    void aLetterIsChasedFromTheMomentOnWhichItsReceiptIsDue() {
        Letter letter = in(State.DELIVERED);
        Instant due = NOW.plus(RECEIPT_WITHIN);
        assertThat(letter.isToBeChased(due.minusMillis(1))).isFalse();
        assertThat(letter.isToBeChased(due)).isTrue();
        letter.chaseAt(due.plusSeconds(60));
        assertThat(letter.isToBeChased(due)).as("was given more time").isFalse();
        letter.chaseAt(null);
        assertThat(letter.isToBeChased(due.plusSeconds(600)))
                .as("a step is open for it")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"ACKNOWLEDGED", "NOT_NEEDED"})
    void aLetterInAFinalStateIsNeverChased(State state) {
        Letter letter = in(state);
        letter.chaseAt(NOW);
        assertThat(letter.isToBeChased(LATEST)).isFalse();
    }
}
