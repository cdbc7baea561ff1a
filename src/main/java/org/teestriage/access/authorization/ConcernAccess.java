package org.teestriage.access.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.Officer;
import org.teestriage.access.Place;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.AccessFactsQuery.Dated;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Part;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.TransactionCache;
import org.teestriage.timeline.ReadLog;
import org.teestriage.timeline.Reading;
import org.teestriage.timeline.Timeline;

/**
 * Authorised access to concerns, for reading or locked for an update. A concern that the officer may not see is
 * reported as absent, like one that does not exist.
 */
@ApplicationScoped
public class ConcernAccess {

    private final Concerns concerns;
    private final Timeline timeline;
    private final AccessFactsQuery accessFactsQuery;
    private final Redactions redactions;
    private final ReadLog readLog;
    private final TransactionCache cache;
    private final InstantSource time;

    ConcernAccess(
            Concerns concerns,
            AccessFactsQuery accessFactsQuery,
            Redactions redactions,
            Timeline timeline,
            ReadLog readLog,
            TransactionCache cache,
            InstantSource time) {
        this.concerns = concerns;
        this.accessFactsQuery = accessFactsQuery;
        this.redactions = redactions;
        this.timeline = timeline;
        this.readLog = readLog;
        this.cache = cache;
        this.time = time;
    }

    /** Current time, truncated to microseconds, the precision of the database. */
    public Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public ConcernUpdate newUpdate(Concern concern, Officer officer) {
        return new ConcernUpdate(concern, officer, now(), timeline);
    }

    /** Authorises a read and adds it to the read log before any data is returned. */
    public ConcernReading forReading(Officer officer, Act act, Reference reference, Reading.What what) {
        ConcernReading reading = forAnswering(officer, act, reference);
        recordReading(officer, List.of(reference), what);
        return reading;
    }

    /** Authorises a check whose response shows no data of the concern; nothing is added to the read log. */
    public ConcernReading forAnswering(Officer officer, Act act, Reference reference) {
        AccessFacts ground = requireAccessFacts(officer, act, reference);
        Concern found = concerns.find(reference).orElseThrow(RequestRefusedException::absent);
        return new ConcernReading(found, officer, ground, redactions.of(officer, ground, found));
    }

    /**
     * The concern for the sender of a repeated (idempotent) request, which is a reading like any other: by today's policy,
     * and in the read log. Empty if the sender may not see its status now.
     */
    public Optional<ConcernReading> forRepeating(Officer officer, Reference reference) {
        AccessFacts ground = accessFactsQuery.of(reference).orElseThrow(RequestRefusedException::absent);
        if (!Access.may(officer, Act.SEE_STATUS, ground)) {
            return Optional.empty();
        }
        Concern found = concerns.find(reference).orElseThrow(RequestRefusedException::absent);
        recordReading(officer, List.of(reference), Reading.What.STANDING);
        return Optional.of(new ConcernReading(found, officer, ground, redactions.of(officer, ground, found)));
    }

    public void recordReading(Officer officer, Collection<Reference> references, Reading.What what) {
        readLog.record(references, what, ConcernUpdate.signature(officer), now());
    }

    public ConcernUpdate forUpdate(Officer officer, Act act, Reference reference) {
        requireRole(officer, act);
        return forUpdate(officer, reference, requireAct(officer, act));
    }

    /**
     * Locks a concern for an update under a policy of its own, such as that of emergency access.
     *
     * @param policy throws a refusal; it is asked before the lock and, if the facts changed meanwhile, again under it
     */
    public ConcernUpdate forUpdate(Officer officer, Reference reference, Consumer<AccessFacts> policy) {
        return locked(officer, policy, requireAccess(policy, reference), reference);
    }

    /** An update of one concern that depends on another; both are locked. */
    public record PairUpdate(ConcernUpdate update, Concern other) {}

    /**
     * Locks a concern for an update that depends on another concern of the same officer. Locks both in the order of
     * their references and checks access again under the locks, so the later of two such updates sees the earlier one.
     */
    public PairUpdate forUpdateWith(Officer officer, Act act, Reference reference, Reference other) {
        requireRole(officer, act);
        Consumer<AccessFacts> policy = requireAct(officer, act);
        Map<Reference, Dated> before = new TreeMap<>(Comparator.comparing(Reference::value));
        before.put(reference, requireAccess(policy, reference));
        before.put(other, requireAccess(policy, other));
        Map<Reference, ConcernUpdate> locked = new HashMap<>();
        before.forEach((each, dated) -> locked.put(each, locked(officer, policy, dated, each)));
        return new PairUpdate(
                Objects.requireNonNull(locked.get(reference)),
                Objects.requireNonNull(locked.get(other)).concern());
    }

    /**
     * Locks a concern for work of the service itself: timers, deliveries, receipts, checks, and operators, who see
     * nothing of it. No access policy applies, so callers act for no reader; {@code ArchitectureTest} lists them.
     */
    public Optional<Concern> forService(Reference reference) {
        return concerns.findToChange(reference);
    }

    private static Consumer<AccessFacts> requireAct(Officer officer, Act act) {
        return facts -> {
            if (!Access.may(officer, act, facts)) {
                throw RequestRefusedException.absent();
            }
        };
    }

    private Dated requireAccess(Consumer<AccessFacts> policy, Reference reference) {
        Dated dated = accessFactsQuery.dated(reference).orElseThrow(RequestRefusedException::absent);
        policy.accept(dated.facts());
        return dated;
    }

    /** Reads and checks the access facts again if they changed before the lock was acquired. */
    private ConcernUpdate locked(Officer officer, Consumer<AccessFacts> policy, Dated before, Reference reference) {
        Concern concern = concerns.findToChange(reference).orElseThrow(RequestRefusedException::absent);
        Dated dated = concern.timelineLength() == before.timelineLength() ? before : requireAccess(policy, reference);
        cache.rows(AccessFacts.class, reference, () -> List.of(dated.facts()));
        return newUpdate(concern, officer);
    }

    /** Access facts including the changes of this transaction. */
    public AccessFacts facts(Concern concern) {
        Reference reference = concern.reference();
        Set<Place> places =
                concern.parts().stream().flatMap(ConcernAccess::places).collect(Collectors.toSet());
        return cache
                .rows(AccessFacts.class, reference, () -> accessFactsQuery.of(reference).stream()
                        .toList())
                .stream()
                .findFirst()
                .orElseGet(() ->
                        new AccessFacts(concern.agency(), concern.raisedBy(), Set.of(), List.of(), Set.of(), Set.of()))
                .at(places);
    }

    /** All staff of a hub see a part that is proposed to move there. */
    private static Stream<Place> places(Part part) {
        String authority =
                part.standing() == Part.Jurisdiction.KNOWN ? part.authority().orElse(null) : null;
        return Stream.concat(
                Stream.of(new Place(part.hub(), authority)),
                part.proposedMove().map(hub -> new Place(hub, null)).stream());
    }

    /** Whether the officer takes steps of this hub on the concern of an update. */
    public boolean actsAt(ConcernUpdate update, String hub) {
        return update.officer().hubs().contains(hub) || Access.actsAt(update.officer(), hub, facts(update.concern()));
    }

    /** Call this after a change to restrictions, stand-ins or break-glass access in this transaction. */
    public void accessChanged(Reference reference) {
        cache.forget(AccessFacts.class, reference);
    }

    private AccessFacts requireAccessFacts(Officer officer, Act act, Reference reference) {
        requireRole(officer, act);
        return ground(officer, act, reference).orElseThrow(RequestRefusedException::absent);
    }

    private Optional<AccessFacts> ground(Officer officer, Act act, Reference reference) {
        return accessFactsQuery.of(reference).filter(ground -> Access.may(officer, act, ground));
    }

    /** Keeps the items about concerns that the officer may act on. */
    public <T> List<T> visible(Officer officer, Act act, List<T> things, Function<T, Reference> about) {
        return kept(things, about, (thing, ground) -> Access.may(officer, act, ground));
    }

    /** Keeps the concerns whose LADO details the officer may know. */
    public List<Reference> knowingOfLado(Officer officer, List<Reference> references) {
        return kept(references, Function.identity(), (reference, ground) -> Access.mayKnowOfLado(officer, ground));
    }

    /** Filters items by the access facts of their concerns, with one statement for all of them. */
    public <T> List<T> kept(List<T> things, Function<T, Reference> about, BiPredicate<T, AccessFacts> may) {
        Map<Reference, AccessFacts> known =
                accessFactsQuery.of(things.stream().map(about).toList());
        return things.stream()
                .filter(thing -> {
                    AccessFacts ground = known.get(about.apply(thing));
                    return ground != null && may.test(thing, ground);
                })
                .toList();
    }

    /** The officer's view of a concern during an update. */
    public ConcernReading sight(ConcernUpdate update) {
        AccessFacts ground = facts(update.concern());
        return new ConcernReading(
                update.concern(), update.officer(), ground, redactions.of(update.officer(), ground, update.concern()));
    }

    public Redaction redaction(Officer officer, Concern concern) {
        return redactions.of(officer, facts(concern), concern);
    }

    /** What letters to partners withhold. */
    public Redaction towardsPartners(Concern concern) {
        return redactions.towardsPartners(concern);
    }

    public static void requireRole(Officer officer, Act act) {
        if (!Access.may(officer, act)) {
            throw RequestRefusedException.notAllowed(
                    officer.is(Role.AUDITOR)
                            ? "Your role does not include this: an auditor sees what was done, and changes nothing. Ask a"
                                    + " manager of the hub for the facts."
                            : "Your role does not include this. Ask a manager of your hub if it should.");
        }
    }
}
