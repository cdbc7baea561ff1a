package org.teestriage.casework.decisionsupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.securitylog.SecurityEventService;
import org.teestriage.concern.Reference;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.transaction.ExpiringRows;

/**
 * Detects guessing of what other hubs know of a child: by looking up many children, or by raising children of
 * one name with one postcode after the other. Nothing is refused, because a hub may have a busy day; operators are told.
 */
@ApplicationScoped
public class GuessWatch {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final EntityManager entities;
    private final ChildKeys childKeys;
    private final SecurityEventService securityEventService;
    private final GuessSettings settings;

    GuessWatch(
            EntityManager entities,
            ChildKeys childKeys,
            SecurityEventService securityEventService,
            GuessSettings settings) {
        this.entities = entities;
        this.childKeys = childKeys;
        this.securityEventService = securityEventService;
        this.settings = settings;
    }

    @Singleton
    static ExpiringRows expiring() {
        return new ExpiringRows("child_look_up", "at_micros", DAY);
    }

    /** Counts a look-up. The same number of statements runs whatever was found. */
    void lookedUp(Officer officer, Reference reference, Instant now) {
        entities.createNativeQuery("insert into child_look_up (user_name, reference, at_micros) values (?, ?, ?)")
                .setParameter(1, officer.user())
                .setParameter(2, reference.value())
                .setParameter(3, EpochMicros.of(now))
                .executeUpdate();
        Number concerns = (Number) entities.createNativeQuery(
                        "select count(distinct reference) from child_look_up where user_name = ? and at_micros > ?")
                .setParameter(1, officer.user())
                .setParameter(2, EpochMicros.of(now.minus(HOUR)))
                .getSingleResult();
        if (concerns.intValue() > settings.lookUpsPerHour()) {
            securityEventService.guessing(officer.user(), SecurityEventService.Guessing.LOOK_UPS);
        }
    }

    /** Call this after the children's keys were stored. Agencies cannot look children up, so only hub staff are watched. */
    public void told(ConcernUpdate update) {
        if (!Access.may(update.officer(), Act.WORK)) {
            return;
        }
        int postcodes = childKeys.mostPostcodes(
                update.officer().user(),
                update.now().minus(DAY),
                update.concern().reference());
        if (postcodes > settings.postcodesPerName()) {
            securityEventService.guessing(update.officer().user(), SecurityEventService.Guessing.POSTCODES);
        }
    }
}
