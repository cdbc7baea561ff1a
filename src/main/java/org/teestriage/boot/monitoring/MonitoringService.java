package org.teestriage.boot.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.StandInRecords;
import org.teestriage.access.securitylog.SecurityEvents;
import org.teestriage.concern.Priority;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Hub;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Partners;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.workflow.process.DatabaseClock;
import org.teestriage.workflow.process.EngineTables;

@ApplicationScoped
class MonitoringService {

    /** Contains only open steps, so the cost does not grow with closed concerns. */
    private static final String WORK = "select hub, priority_rank, count(*),"
            + " sum(case when claimed_by is null then 1 else 0 end),"
            + " min(case when claimed_by is null then opened_at end),"
            + " sum(case when due < :now then 1 else 0 end),"
            + " min(case when due < :now and not breached then due end)"
            + " from waiting_step group by hub, priority_rank";

    private static final String OFFICERS = "select distinct hubs from colleague"
            + " where role = 'OFFICER' and seen_at is not null and left_at is null";

    /** Selects by partner, so that the index on {@code (partner_id, state)} skips delivered letters. */
    private static final String LETTERS = "select partner_id, count(*), min(sending_since) from letter"
            + " where partner_id in (:partners) and state in ('WAITING', 'SENDING', 'UNKNOWN') group by partner_id";

    private static final String GUESSING =
            "select count(distinct user_name) from turned_away where status = :status and at_micros > :since";

    private static final List<Priority> RANKS = List.of(Priority.values());

    private final EntityManager entities;
    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final Directory directory;
    private final Partners partners;
    private final StandInRecords standInRecords;
    private final EngineTables engine;
    private final DatabaseClock clock;

    MonitoringService(
            EntityManager entities,
            Transactions transactions,
            ConcernAccess concernAccess,
            Directory directory,
            Partners partners,
            StandInRecords standInRecords,
            EngineTables engine,
            DatabaseClock clock) {
        this.entities = entities;
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.directory = directory;
        this.partners = partners;
        this.standInRecords = standInRecords;
        this.engine = engine;
        this.clock = clock;
    }

    private record Place(String hub, Priority priority) {}

    HealthSnapshot look() {
        Instant now = concernAccess.now();
        return transactions.inNewTransaction(() -> {
            Map<Place, Object[]> open = new HashMap<>();
            rows(WORK, Map.of("now", EpochMicros.of(now)))
                    .forEach(row -> open.put(new Place((String) row[0], RANKS.get(((Number) row[1]).intValue())), row));
            return new HealthSnapshot(
                    directory.hubs().stream()
                            .flatMap(hub -> Stream.of(Priority.values()).map(each -> new Place(hub.id(), each)))
                            .map(place -> work(place, open.get(place), now))
                            .toList(),
                    hubs(open.keySet()),
                    letters(now),
                    open.values().stream()
                            .map(row -> since(row[6], now))
                            .max(Duration::compareTo)
                            .orElse(Duration.ZERO),
                    engine.incidents(),
                    clock.skew(),
                    guessing(now));
        });
    }

    private static HealthSnapshot.Work work(Place place, Object @Nullable [] row, Instant now) {
        return row == null
                ? new HealthSnapshot.Work(place.hub(), place.priority(), 0, 0, Duration.ZERO, 0)
                : new HealthSnapshot.Work(
                        place.hub(),
                        place.priority(),
                        number(row[2]),
                        number(row[3]),
                        since(row[4], now),
                        number(row[5]));
    }

    private List<HealthSnapshot.Hub> hubs(Set<Place> withWork) {
        Set<String> staffed = new HashSet<>();
        entities.unwrap(Session.class)
                .createNativeQuery(OFFICERS, String.class)
                .getResultList()
                .forEach(hubs -> staffed.addAll(Arrays.asList(hubs.split(",", -1))));
        Map<String, StandInRecords.Count> standIns = new HashMap<>();
        standInRecords.counts().forEach(count -> standIns.put(count.hub(), count));
        return directory.hubs().stream()
                .map(Hub::id)
                .map(hub -> {
                    StandInRecords.Count count = standIns.getOrDefault(hub, new StandInRecords.Count(hub, 0, 0));
                    return new HealthSnapshot.Hub(
                            hub,
                            !staffed.contains(hub)
                                    && withWork.stream()
                                            .anyMatch(place -> place.hub().equals(hub)),
                            count.standIns() - count.vacant(),
                            count.vacant());
                })
                .toList();
    }

    private List<HealthSnapshot.Letters> letters(Instant now) {
        List<String> onFile = partners.on(BusinessClock.dateOf(now)).stream()
                .map(Partner::id)
                .distinct()
                .toList();
        Map<String, Object[]> waiting = new HashMap<>();
        rows(LETTERS, Map.of("partners", onFile)).forEach(row -> waiting.put((String) row[0], row));
        return onFile.stream()
                .map(partner -> {
                    Object[] row = waiting.get(partner);
                    return row == null
                            ? new HealthSnapshot.Letters(partner, 0, Duration.ZERO)
                            : new HealthSnapshot.Letters(partner, number(row[1]), since(row[2], now));
                })
                .toList();
    }

    private List<Object[]> rows(String sql, Map<String, ?> given) {
        var query = entities.unwrap(Session.class).createNativeQuery(sql, Object[].class);
        given.forEach(query::setParameter);
        return query.getResultList();
    }

    private long guessing(Instant now) {
        return number(entities.createNativeQuery(GUESSING)
                .setParameter("status", SecurityEvents.GUESSING)
                .setParameter("since", EpochMicros.of(now.minus(Duration.ofHours(1))))
                .getSingleResult());
    }

    private static long number(Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    private static Duration since(@Nullable Object micros, Instant now) {
        return micros == null ? Duration.ZERO : Duration.between(EpochMicros.toInstant(number(micros)), now);
    }
}
