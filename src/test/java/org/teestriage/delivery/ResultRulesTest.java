package org.teestriage.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teestriage.letter.PreparedLetters.NOW;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.teestriage.delivery.ResultRules.Change;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Cause;
import org.teestriage.letter.DeliveryAttempt;
import org.teestriage.letter.DeliveryAttempt.Ended;
import org.teestriage.letter.Letter;
import org.teestriage.letter.Letter.State;
import org.teestriage.letter.PreparedLetters;
import org.teestriage.letter.content.LetterDraft;

/** What each result of an attempt changes in its letter, also when newer information arrived first. */
class ResultRulesTest {

    private static final Duration GIVE_UP_AFTER = Duration.ofDays(5);
    private static final ResultRules RULES =
            new ResultRules(new Retries(List.of(Duration.ofSeconds(10), Duration.ofHours(1)), GIVE_UP_AFTER));

    private static final DeliveryResult ACKNOWLEDGED = new DeliveryResult.Acknowledged("MP-5");
    private static final DeliveryResult DELIVERED = new DeliveryResult.Delivered();
    private static final DeliveryResult REJECTED = new DeliveryResult.Rejected(Cause.REFUSED);
    private static final DeliveryResult TRY_AGAIN = DeliveryResult.later(Cause.FAILED_THERE);
    private static final DeliveryResult UNKNOWN = new DeliveryResult.Unknown(Cause.CUT_OFF);
    private static final DeliveryResult FOR_A_PERSON = new DeliveryResult.ForAPerson(Cause.FOR_A_PERSON);

    private final Letter letter = PreparedLetters.in(State.WAITING);
    private final List<DeliveryAttempt> attempts = new ArrayList<>();

    /** Without a random delay. */
    private Change end(DeliveryJob job, DeliveryResult result, Instant at) {
        return RULES.apply(result, job, letter, attempts, at, 0.5);
    }

    private DeliveryJob begin(Instant at) {
        return begin(at, Optional.empty());
    }

    private DeliveryJob begin(Instant at, Optional<Partner> partner) {
        String lease = "lease-" + (attempts.size() + 1);
        letter.take(lease, 1);
        attempts.add(new DeliveryAttempt(letter, "police", Transport.HTTPS, lease, at));
        return new DeliveryJob(
                letter.id(),
                letter.reference(),
                letter.dispatchId().orElseThrow(),
                lease,
                letter.attempts(),
                partner,
                Transport.HTTPS,
                letter.purpose(),
                letter.partner(),
                new LetterDraft(letter.content(), List.of()));
    }

    private static Partner police(@Nullable Transport fallback) {
        return new Partner(
                "police",
                "Made Up Police",
                Partner.Kind.POLICE,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                Transport.HTTPS,
                fallback,
                true,
                URI.create("https://police.example/letters"),
                Partner.Format.LETTER,
                "desk@police.example",
                "POLICE_KEY",
                PreparedLetters.RECEIPT_WITHIN,
                1,
                "Made Up Police",
                "made up",
                null);
    }

    private static DeliveryAttempt last(List<DeliveryAttempt> attempts) {
        return attempts.get(attempts.size() - 1);
    }

    // One result

    static Stream<Arguments> firstResults() {
        return Stream.of(
                Arguments.of(ACKNOWLEDGED, Change.ACKNOWLEDGED, State.ACKNOWLEDGED, Ended.ACKNOWLEDGED, null),
                Arguments.of(DELIVERED, Change.DELIVERED, State.DELIVERED, Ended.DELIVERED, null),
                Arguments.of(REJECTED, Change.REJECTED, State.REJECTED, Ended.REJECTED, Cause.REFUSED),
                Arguments.of(TRY_AGAIN, Change.NOTHING, State.WAITING, Ended.TRY_AGAIN, Cause.FAILED_THERE),
                Arguments.of(UNKNOWN, Change.UNKNOWN, State.UNKNOWN, Ended.UNKNOWN, Cause.CUT_OFF),
                Arguments.of(FOR_A_PERSON, Change.STUCK, State.WAITING, Ended.FOR_A_PERSON, Cause.FOR_A_PERSON));
    }

    @ParameterizedTest
    @MethodSource("firstResults")
    void theResultOfTheFirstAttemptChangesTheLetter(
            DeliveryResult result, Change change, State state, Ended ended, @Nullable Cause cause) {
        assertThat(end(begin(NOW), result, NOW.plusSeconds(1))).isEqualTo(change);
        assertThat(letter.state()).isEqualTo(state);
        assertThat(letter.cause()).isEqualTo(Optional.ofNullable(cause));
        assertThat(last(attempts).outcome()).contains(ended);
        assertThat(last(attempts).cause()).isEqualTo(Optional.ofNullable(cause));
        assertThat(last(attempts).endedAt()).contains(NOW.plusSeconds(1));
    }

    @Test
    void anAcknowledgementStoresThePartnersReference() {
        end(begin(NOW), ACKNOWLEDGED, NOW);
        assertThat(letter.theirReference()).contains("MP-5");
    }

    @Test
    void aLetterForAPersonIsNotTriedAgainByItself() {
        end(begin(NOW), FOR_A_PERSON, NOW);
        assertThat(letter.nextTry()).isEmpty();
    }

    @Test
    void aResultWithoutAnAttemptOfItsLeaseIsAnError() {
        DeliveryJob job = begin(NOW);
        attempts.clear();
        assertThatThrownBy(() -> end(job, DELIVERED, NOW)).isInstanceOf(NoSuchElementException.class);
    }

    // Several attempts

    @Test
    void theDelayGrowsWithEachAttempt() {
        end(begin(NOW), TRY_AGAIN, NOW);
        assertThat(letter.nextTry()).contains(NOW.plusSeconds(10));
        Instant second = NOW.plusSeconds(10);
        end(begin(second), TRY_AGAIN, second);
        assertThat(letter.nextTry()).contains(second.plus(Duration.ofHours(1)));
    }

    @Test
    void aPartnerThatAskedForTimeIsNotTriedEarlier() {
        DeliveryResult asked = new DeliveryResult.TryAgain(Cause.ASKED_TO_WAIT, Optional.of(Duration.ofMinutes(10)));
        assertThat(end(begin(NOW), asked, NOW)).isEqualTo(Change.NOTHING);
        assertThat(letter.nextTry()).contains(NOW.plus(Duration.ofMinutes(10)));
    }

    @Test
    void attemptsFromBeforeALetterIsSentAgainDoNotCountForTheDelay() {
        end(begin(NOW), TRY_AGAIN, NOW);
        end(begin(NOW.plusSeconds(10)), TRY_AGAIN, NOW.plusSeconds(10));
        Instant again = NOW.plus(Duration.ofHours(3));
        letter.sendAgain(again, PreparedLetters.RECEIPT_WITHIN);
        end(begin(again), TRY_AGAIN, again);
        assertThat(letter.nextTry()).contains(again.plusSeconds(10));
    }

    @Test
    void onceALetterMayHaveArrivedItStaysUnknownUntilThePartnerResponds() {
        end(begin(NOW), UNKNOWN, NOW);
        assertThat(end(begin(NOW.plusSeconds(10)), TRY_AGAIN, NOW.plusSeconds(10)))
                .isEqualTo(Change.NOTHING);
        assertThat(letter.state()).isEqualTo(State.UNKNOWN);
        assertThat(end(begin(NOW.plusSeconds(20)), ACKNOWLEDGED, NOW.plusSeconds(20)))
                .isEqualTo(Change.ACKNOWLEDGED);
    }

    @Test
    void aSecondUnknownResultIsNotReportedAgain() {
        assertThat(end(begin(NOW), UNKNOWN, NOW)).isEqualTo(Change.UNKNOWN);
        assertThat(end(begin(NOW.plusSeconds(10)), UNKNOWN, NOW.plusSeconds(10)))
                .isEqualTo(Change.NOTHING);
        assertThat(letter.state()).isEqualTo(State.UNKNOWN);
        assertThat(letter.nextTry()).isPresent();
    }

    @Test
    void anAttemptThatWasCutOffMayHaveArrivedToo() {
        begin(NOW); // Its node stopped, so it never ends.
        end(begin(NOW.plusSeconds(90)), TRY_AGAIN, NOW.plusSeconds(90));
        assertThat(letter.state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aLetterThatMayHaveArrivedStaysUnknownWhenItGoesToAPerson() {
        end(begin(NOW), UNKNOWN, NOW);
        assertThat(end(begin(NOW.plusSeconds(10)), FOR_A_PERSON, NOW.plusSeconds(10)))
                .isEqualTo(Change.STUCK);
        assertThat(letter.state()).isEqualTo(State.UNKNOWN);
    }

    // Giving up

    @Test
    void aLetterIsStuckWhenTheTimeForAttemptsIsOver() {
        Instant over = NOW.plus(GIVE_UP_AFTER);
        DeliveryJob job = begin(over, Optional.of(police(null)));
        assertThat(end(job, TRY_AGAIN, over)).isEqualTo(Change.STUCK);
        assertThat(letter.state()).isEqualTo(State.WAITING);
        assertThat(letter.nextTry()).isEmpty();
    }

    @Test
    void anUnknownResultAtTheEndIsStuckToo() {
        Instant over = NOW.plus(GIVE_UP_AFTER);
        assertThat(end(begin(over), UNKNOWN, over)).isEqualTo(Change.STUCK);
        assertThat(letter.state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void theFallbackChannelTakesOverOnceAndHasAFullTimeOfItsOwn() {
        Partner mailToo = police(Transport.MAIL);
        Instant over = NOW.plus(GIVE_UP_AFTER);
        assertThat(end(begin(over, Optional.of(mailToo)), TRY_AGAIN, over)).isEqualTo(Change.FALLS_BACK);
        assertThat(letter.fallenBack()).isTrue();
        assertThat(letter.nextTry()).contains(over);

        assertThat(end(begin(over, Optional.of(mailToo)), TRY_AGAIN, over)).isEqualTo(Change.NOTHING);
        assertThat(letter.nextTry()).isPresent();

        Instant overAgain = over.plus(GIVE_UP_AFTER);
        assertThat(end(begin(overAgain, Optional.of(mailToo)), TRY_AGAIN, overAgain))
                .isEqualTo(Change.STUCK);
        assertThat(letter.nextTry()).isEmpty();
    }

    // Results that newer information overtook

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"ACKNOWLEDGED", "NOT_NEEDED"})
    void noResultChangesALetterInAFinalState(State state) {
        DeliveryJob job = begin(NOW);
        if (state == State.ACKNOWLEDGED) {
            letter.acknowledgedByReceipt(NOW, NOW, "MP-1");
        } else {
            letter.notNeeded(NOW);
        }
        for (DeliveryResult late : List.of(ACKNOWLEDGED, DELIVERED, REJECTED, TRY_AGAIN, UNKNOWN, FOR_A_PERSON)) {
            assertThat(end(job, late, NOW.plusSeconds(5))).as("%s", late).isEqualTo(Change.NOTHING);
            assertThat(letter.state()).as("%s", late).isEqualTo(state);
            assertThat(letter.nextTry()).as("%s", late).isEmpty();
        }
        assertThat(last(attempts).endedAt()).as("the attempt itself still ends").isPresent();
    }

    @Test
    void aReceiptThatArrivesBeforeTheResultIsNotUndoneByIt() {
        DeliveryJob job = begin(NOW);
        letter.rejectedByReceipt(NOW);
        assertThat(end(job, DELIVERED, NOW.plusSeconds(5))).isEqualTo(Change.NOTHING);
        assertThat(letter.state()).isEqualTo(State.REJECTED);
        assertThat(letter.cause()).contains(Cause.REJECTED_BY_RECEIPT);
    }

    @Test
    void aFailureOfAnAttemptWhoseLeaseRanOutDecidesNothing() {
        DeliveryJob slow = begin(NOW);
        DeliveryJob second = begin(NOW.plusSeconds(90));
        for (DeliveryResult late : List.of(TRY_AGAIN, UNKNOWN, FOR_A_PERSON)) {
            assertThat(end(slow, late, NOW.plusSeconds(95))).as("%s", late).isEqualTo(Change.NOTHING);
            assertThat(letter.state()).as("%s", late).isEqualTo(State.SENDING);
            assertThat(letter.hasCurrentLease(second.lease())).as("%s", late).isTrue();
        }
    }

    @Test
    void aSuccessOfAnAttemptWhoseLeaseRanOutCounts() {
        DeliveryJob slow = begin(NOW);
        DeliveryJob second = begin(NOW.plusSeconds(90));
        assertThat(end(slow, ACKNOWLEDGED, NOW.plusSeconds(95))).isEqualTo(Change.ACKNOWLEDGED);
        assertThat(end(second, TRY_AGAIN, NOW.plusSeconds(96))).isEqualTo(Change.NOTHING);
        assertThat(letter.state()).isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void aLetterThatAPersonSentAgainMeanwhileIgnoresTheFailureOfTheOldAttempt() {
        DeliveryJob old = begin(NOW);
        letter.sendAgain(NOW.plusSeconds(30), PreparedLetters.RECEIPT_WITHIN);
        assertThat(end(old, TRY_AGAIN, NOW.plusSeconds(31))).isEqualTo(Change.NOTHING);
        assertThat(letter.nextTry()).contains(NOW.plusSeconds(30));
    }
}
