package org.teestriage.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.teestriage.letter.Cause;
import org.teestriage.letter.DeliveryAttempt;
import org.teestriage.letter.DeliveryAttempt.Ended;
import org.teestriage.letter.Letter;
import org.teestriage.letter.Letter.State;

record ResultRules(Retries retries) {

    /** The effect of an attempt on its letter; {@code NOTHING} if newer information has already decided it. */
    enum Change {
        NOTHING,
        ACKNOWLEDGED,
        DELIVERED,
        REJECTED,
        UNKNOWN,
        FALLS_BACK,
        STUCK
    }

    /**
     * Ends the attempt and changes the letter.
     *
     * @param attempts all attempts of the letter, including that of the job
     * @param lot a random number from 0 to 1, which scatters the next attempt
     */
    Change apply(
            DeliveryResult outcome,
            DeliveryJob parcel,
            Letter letter,
            List<DeliveryAttempt> attempts,
            Instant now,
            double lot) {
        DeliveryAttempt attempt = attempts.stream()
                .filter(each -> each.lease().equals(parcel.lease()))
                .findFirst()
                .orElseThrow();
        if (outcome instanceof DeliveryResult.Acknowledged acknowledged) {
            attempt.end(now, Ended.ACKNOWLEDGED, null);
            boolean news = !letter.state().settled();
            if (news) {
                letter.acknowledged(now, acknowledged.theirReference());
            }
            return news ? Change.ACKNOWLEDGED : Change.NOTHING;
        }
        if (outcome instanceof DeliveryResult.Delivered) {
            attempt.end(now, Ended.DELIVERED, null);
            return letter.delivered(now) ? Change.DELIVERED : Change.NOTHING;
        }
        if (outcome instanceof DeliveryResult.Rejected rejected) {
            attempt.end(now, Ended.REJECTED, rejected.cause());
            return letter.rejected(rejected.cause()) ? Change.REJECTED : Change.NOTHING;
        }
        boolean mine = letter.hasCurrentLease(parcel.lease());
        boolean mayHaveArrived = mayHaveArrived(attempts, parcel.attempt());
        if (outcome instanceof DeliveryResult.TryAgain again) {
            attempt.end(now, Ended.TRY_AGAIN, again.cause());
            State back = mayHaveArrived ? State.UNKNOWN : State.WAITING;
            return mine
                    ? later(letter, parcel, attempts, back, again.cause(), again.after(), now, lot)
                    : Change.NOTHING;
        }
        if (outcome instanceof DeliveryResult.Unknown unknown) {
            attempt.end(now, Ended.UNKNOWN, unknown.cause());
            if (!mine) {
                return Change.NOTHING;
            }
            Change change = later(letter, parcel, attempts, State.UNKNOWN, unknown.cause(), Optional.empty(), now, lot);
            return change == Change.NOTHING && !mayHaveArrived ? Change.UNKNOWN : change;
        }
        Cause cause = ((DeliveryResult.ForAPerson) outcome).cause();
        attempt.end(now, Ended.FOR_A_PERSON, cause);
        if (!mine) {
            return Change.NOTHING;
        }
        letter.giveBack(mayHaveArrived ? State.UNKNOWN : State.WAITING, cause, null);
        return Change.STUCK;
    }

    private Change later(
            Letter letter,
            DeliveryJob parcel,
            List<DeliveryAttempt> attempts,
            State back,
            Cause cause,
            Optional<Duration> asked,
            Instant now,
            double lot) {
        Instant since = letter.sendingSince().orElse(now);
        Optional<Instant> next = retries.next(triesSince(attempts, since), since, now, asked, lot);
        letter.giveBack(back, cause, next.orElse(null));
        if (next.isPresent()) {
            return Change.NOTHING;
        }
        boolean another = parcel.partner()
                .filter(partner -> partner.fallback() != null && !letter.fallenBack())
                .isPresent();
        if (another) {
            letter.fallBack(now);
            return Change.FALLS_BACK;
        }
        return Change.STUCK;
    }

    private static int triesSince(List<DeliveryAttempt> attempts, Instant since) {
        return (int) attempts.stream()
                .filter(attempt -> !attempt.beganAt().isBefore(since))
                .count();
    }

    /** Whether an earlier attempt ended without a response or was cut off before it could end. */
    private static boolean mayHaveArrived(List<DeliveryAttempt> attempts, int attempt) {
        return attempts.stream()
                .filter(earlier -> earlier.number() < attempt)
                .anyMatch(earlier ->
                        earlier.outcome().isEmpty() || earlier.outcome().get() == Ended.UNKNOWN);
    }
}
