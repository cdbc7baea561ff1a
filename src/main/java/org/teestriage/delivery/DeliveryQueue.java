package org.teestriage.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Partners;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Cause;
import org.teestriage.letter.ChannelOverrides;
import org.teestriage.letter.DeliveryAttempt;
import org.teestriage.letter.DeliveryAttempt.Ended;
import org.teestriage.letter.Letter;
import org.teestriage.letter.Letter.State;
import org.teestriage.letter.Outbox;
import org.teestriage.platform.persistence.EpochMicros;

/** Leases each due letter to one node and records how its attempt ended. Leases expire by the database's clock. */
@ApplicationScoped
class DeliveryQueue {

    /** Locks the row; other nodes skip locked rows and take the next letter. */
    private static final String NEXT = "select id from letter where partner_id = ? and next_try <= ?"
            + " and state in ('WAITING', 'UNKNOWN', 'SENDING')"
            + " and (lease_until is null or lease_until < unix_timestamp() * 1000000)"
            + " order by next_try, id limit 1 for update skip locked";

    private static final String DUE = "select distinct partner_id from letter where next_try <= ?"
            + " and state in ('WAITING', 'UNKNOWN', 'SENDING')"
            + " and (lease_until is null or lease_until < unix_timestamp() * 1000000)";

    private final EntityManager entities;
    private final Outbox outbox;
    private final ChannelOverrides channelOverrides;
    private final Partners partners;
    private final DeliverySettings settings;

    DeliveryQueue(
            EntityManager entities,
            Outbox outbox,
            ChannelOverrides channelOverrides,
            Partners partners,
            DeliverySettings settings) {
        this.entities = entities;
        this.outbox = outbox;
        this.channelOverrides = channelOverrides;
        this.partners = partners;
        this.settings = settings;
    }

    List<String> due(Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        typed(DUE, String.class).setParameter(1, EpochMicros.of(now)).getResultList());
    }

    /** Commits the lease before the letter is sent: if this node dies, another node sends it under the same key. */
    Optional<DeliveryJob> take(String partnerId, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> typed(NEXT, Long.class)
                                .setParameter(1, partnerId)
                                .setParameter(2, EpochMicros.of(now))
                                .getResultList()
                                .stream()
                                .findFirst()
                                .map(id -> handOut(entities.find(Letter.class, id), partnerId, now)));
    }

    private DeliveryJob handOut(Letter letter, String partnerId, Instant now) {
        Optional<Partner> partner = partners.find(partnerId, BusinessClock.dateOf(now));
        Transport wire = partner.map(known -> wire(letter, known)).orElse(Transport.PERSON);
        String lease = UUID.randomUUID().toString();
        Number clock =
                (Number) entities.createNativeQuery("select unix_timestamp()").getSingleResult();
        letter.take(lease, EpochMicros.of(Instant.ofEpochSecond(clock.longValue()).plus(settings.lease())));
        entities.persist(new DeliveryAttempt(letter, partnerId, wire, lease, now));
        return new DeliveryJob(
                letter.id(),
                letter.reference(),
                letter.dispatchId().orElseThrow(),
                lease,
                letter.attempts(),
                partner,
                wire,
                letter.purpose(),
                letter.partner(),
                outbox.draft(letter));
    }

    private Transport wire(Letter letter, Partner partner) {
        @Nullable Transport fallback = partner.fallback();
        return letter.fallenBack() && fallback != null ? fallback : channelOverrides.wireTo(partner);
    }

    private <T> NativeQuery<T> typed(String sql, Class<T> of) {
        return entities.unwrap(Session.class).createNativeQuery(sql, of);
    }

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
     * Records how an attempt ended, in the caller's transaction. The caller holds the lock on the concern.
     *
     * @param lot a random number from 0 to 1, which scatters the next attempt
     */
    Change note(Letter letter, DeliveryJob parcel, DeliveryResult outcome, Instant now, double lot) {
        DeliveryAttempt attempt = entities.createQuery(
                        "from DeliveryAttempt where letterId = ?1 and lease = ?2", DeliveryAttempt.class)
                .setParameter(1, letter.id())
                .setParameter(2, parcel.lease())
                .getSingleResult();
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
        boolean mine = letter.isOn(parcel.lease());
        boolean mayHaveArrived = mayHaveArrived(letter, parcel.attempt());
        if (outcome instanceof DeliveryResult.TryAgain again) {
            attempt.end(now, Ended.TRY_AGAIN, again.cause());
            State back = mayHaveArrived ? State.UNKNOWN : State.WAITING;
            return mine ? later(letter, parcel, back, again.cause(), again.after(), now, lot) : Change.NOTHING;
        }
        if (outcome instanceof DeliveryResult.Unknown unknown) {
            attempt.end(now, Ended.UNKNOWN, unknown.cause());
            if (!mine) {
                return Change.NOTHING;
            }
            Change change = later(letter, parcel, State.UNKNOWN, unknown.cause(), Optional.empty(), now, lot);
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
            State back,
            Cause cause,
            Optional<java.time.Duration> asked,
            Instant now,
            double lot) {
        Instant since = letter.sendingSince().orElse(now);
        Optional<Instant> next = new Retries(settings.retries(), settings.giveUpAfter())
                .next(triesSince(letter, since), since, now, asked, lot);
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

    private int triesSince(Letter letter, Instant since) {
        return (int) outbox.attempts(letter).stream()
                .filter(attempt -> !attempt.beganAt().isBefore(since))
                .count();
    }

    /** Whether an earlier attempt ended without a response or was cut off before it could end. */
    private boolean mayHaveArrived(Letter letter, int attempt) {
        return outbox.attempts(letter).stream()
                .filter(earlier -> earlier.number() < attempt)
                .anyMatch(earlier ->
                        earlier.outcome().isEmpty() || earlier.outcome().get() == Ended.UNKNOWN);
    }
}
