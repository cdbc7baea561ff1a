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
import org.teestriage.letter.ChannelOverrides;
import org.teestriage.letter.DeliveryAttempt;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterPrintService;
import org.teestriage.letter.Outbox;
import org.teestriage.platform.persistence.EpochMicros;

/** Leases each due letter to one node. Leases expire by the database's clock. */
@ApplicationScoped
class DeliveryQueue {

    /** A platform may tell the holder of the account, so its letters wait while their concern is covert. */
    private static final String NOT_COVERT = " and not (purpose = 'PLATFORM_REPORT' and exists (select 1 from concern"
            + " where concern.reference = letter.reference and concern.covert_since is not null))";

    /** Locks the row; other nodes skip locked rows and take the next letter. */
    private static final String NEXT = "select id from letter where partner_id = ? and next_try <= ?"
            + " and state in ('WAITING', 'UNKNOWN', 'SENDING')"
            + " and (lease_until is null or lease_until < unix_timestamp() * 1000000)"
            + NOT_COVERT
            + " order by next_try, id limit 1 for update skip locked";

    private static final String DUE = "select distinct partner_id from letter where next_try <= ?"
            + " and state in ('WAITING', 'UNKNOWN', 'SENDING')"
            + " and (lease_until is null or lease_until < unix_timestamp() * 1000000)"
            + NOT_COVERT;

    private final EntityManager entities;
    private final Outbox outbox;
    private final ChannelOverrides channelOverrides;
    private final Partners partners;
    private final DeliverySettings settings;
    private final LetterPrintService letterPrintService;

    DeliveryQueue(
            EntityManager entities,
            Outbox outbox,
            ChannelOverrides channelOverrides,
            Partners partners,
            DeliverySettings settings,
            LetterPrintService letterPrintService) {
        this.entities = entities;
        this.outbox = outbox;
        this.channelOverrides = channelOverrides;
        this.partners = partners;
        this.settings = settings;
        this.letterPrintService = letterPrintService;
    }

    List<String> due(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> typed(DUE, String.class)
                .setParameter(1, EpochMicros.of(now))
                .getResultList());
    }

    /** Commits the lease before the letter is sent: if this node dies, another node sends it under the same key. */
    Optional<DeliveryJob> take(String partnerId, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> typed(NEXT, Long.class)
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
        letter.take(
                lease, EpochMicros.of(Instant.ofEpochSecond(clock.longValue()).plus(settings.lease())));
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

    /** The job with its PDF, which is made now if it is not there yet. */
    DeliveryJob printed(DeliveryJob job) {
        if (!job.isUnprinted()) {
            return job;
        }
        letterPrintService.print(job.letter());
        return job.with(
                QuarkusTransaction.requiringNew().call(() -> outbox.draft(entities.find(Letter.class, job.letter()))));
    }

    private Transport wire(Letter letter, Partner partner) {
        @Nullable Transport fallback = partner.fallback();
        return letter.fallenBack() && fallback != null ? fallback : channelOverrides.channelTo(partner);
    }

    private <T> NativeQuery<T> typed(String sql, Class<T> of) {
        return entities.unwrap(Session.class).createNativeQuery(sql, of);
    }
}
