package org.teestriage.casework.decisionsupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.securitylog.SecurityEventService;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Child;
import org.teestriage.directory.Postcode;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.text.NameMatcher;
import org.teestriage.platform.transaction.ExpiringRows;

/**
 * Detects guessing of what other hubs know of a child: by looking up many children, or by raising children of
 * one name with one postcode after the other. Nothing is refused, because a hub may have a busy day; operators are told.
 */
@ApplicationScoped
public class GuessWatch {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int CONCERNS_READ = 50;

    private final EntityManager entities;
    private final SecurityEventService securityEventService;
    private final GuessSettings settings;

    GuessWatch(EntityManager entities, SecurityEventService securityEventService, GuessSettings settings) {
        this.entities = entities;
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

    /** Call this after facts were stored. Agencies cannot look children up, so only hub staff are watched. */
    public void told(ConcernUpdate update) {
        if (!Access.may(update.officer(), Act.TRIAGE)) {
            return;
        }
        Map<String, Set<String>> postcodes = new HashMap<>();
        Stream.concat(Stream.of(update.concern()), raisedSince(update).stream())
                .flatMap(concern -> concern.facts().children().stream())
                .forEach(child -> add(child, postcodes));
        if (postcodes.values().stream().anyMatch(given -> given.size() > settings.postcodesPerName())) {
            securityEventService.guessing(update.officer().user(), SecurityEventService.Guessing.POSTCODES);
        }
    }

    private List<Concern> raisedSince(ConcernUpdate update) {
        return entities.createQuery(
                        "from Concern where raisedBy = ?1 and receivedAt > ?2 order by receivedAt desc", Concern.class)
                .setParameter(1, update.officer().user())
                .setParameter(2, update.now().minus(DAY))
                .setMaxResults(CONCERNS_READ)
                .getResultList();
    }

    private static void add(Child child, Map<String, Set<String>> postcodes) {
        String words = child.name() == null ? "" : NameMatcher.words(child.name());
        if (!words.isEmpty()) {
            Postcode.parse(child.homePostcode()).ifPresent(postcode -> postcodes
                    .computeIfAbsent(words, first -> new HashSet<>())
                    .add(postcode.value()));
        }
    }
}
