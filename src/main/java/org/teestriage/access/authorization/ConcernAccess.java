package org.teestriage.access.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.Officer;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.ReadLog;
import org.teestriage.timeline.Reading;
import org.teestriage.timeline.Timeline;

/** Hands out concerns to those who may have them: to read, or locked to change. What is not theirs is absent. */
@ApplicationScoped
public class ConcernAccess {

    private final Concerns concerns;
    private final Timeline timeline;
    private final AccessFactsQuery accessFactsQuery;
    private final Redactions redactions;
    private final ReadLog readLog;
    private final InstantSource time;

    ConcernAccess(
            Concerns concerns,
            AccessFactsQuery accessFactsQuery,
            Redactions redactions,
            Timeline timeline,
            ReadLog readLog,
            InstantSource time) {
        this.concerns = concerns;
        this.accessFactsQuery = accessFactsQuery;
        this.redactions = redactions;
        this.timeline = timeline;
        this.readLog = readLog;
        this.time = time;
    }

    /** Moments are kept to the microsecond, so they are taken to the microsecond. */
    public Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public ConcernUpdate newUpdate(Concern concern, Officer officer) {
        return new ConcernUpdate(concern, officer, now(), timeline);
    }

    /** A concern to look at; that it is looked at is recorded before anything of it leaves. */
    public ConcernReading forReading(Officer officer, Act act, Reference reference, Reading.What what) {
        AccessFacts ground = theirGround(officer, act, reference);
        Concern found = concerns.find(reference).orElseThrow(RequestRefusedException::absent);
        recordReading(officer, List.of(reference), what);
        return new ConcernReading(found, officer, ground, redactions.of(officer, ground, found));
    }

    /** A concern for the sender of a repeated request: absent for those who may not even know that it exists. On record. */
    public Optional<ConcernReading> forRepeating(Officer officer, Reference reference) {
        AccessFacts ground = accessFactsQuery.of(reference).orElseThrow(RequestRefusedException::absent);
        if (!Access.may(officer, Act.SEE_STATUS, ground) && !Access.mayKnowThatItExists(officer, ground)) {
            return Optional.empty();
        }
        Concern found = concerns.find(reference).orElseThrow(RequestRefusedException::absent);
        recordReading(officer, List.of(reference), Reading.What.STANDING);
        return Optional.of(new ConcernReading(found, officer, ground, redactions.of(officer, ground, found)));
    }

    /** Records that somebody was shown these concerns. */
    public void recordReading(Officer officer, Collection<Reference> references, Reading.What what) {
        readLog.record(references, what, ConcernUpdate.signature(officer), now());
    }

    public ConcernUpdate forUpdate(Officer officer, Act act, Reference reference) {
        theirGround(officer, act, reference);
        return concerns.findToChange(reference)
                .map(concern -> newUpdate(concern, officer))
                .orElseThrow(RequestRefusedException::absent);
    }

    /**
     * A concern to change by what another of theirs says of itself. Both are held, always in the same order, and looked at
     * again once they are: so of two such changes the later one sees the earlier.
     */
    public ConcernUpdate forUpdateWith(Officer officer, Act act, Reference reference, Reference other) {
        theirGround(officer, act, reference);
        theirGround(officer, act, other);
        if (!Stream.of(reference, other)
                .sorted(Comparator.comparing(Reference::value))
                .allMatch(each -> concerns.findToChange(each).isPresent())) {
            throw RequestRefusedException.absent();
        }
        theirGround(officer, act, other);
        return forUpdate(officer, act, reference);
    }

    private AccessFacts theirGround(Officer officer, Act act, Reference reference) {
        requireRole(officer, act);
        return ground(officer, act, reference).orElseThrow(RequestRefusedException::absent);
    }

    private Optional<AccessFacts> ground(Officer officer, Act act, Reference reference) {
        return accessFactsQuery.of(reference).filter(ground -> Access.may(officer, act, ground));
    }

    /** Of these things about concerns, those that somebody may see. */
    public <T> List<T> visible(Officer officer, Act act, List<T> things, Function<T, Reference> about) {
        return kept(things, about, (thing, ground) -> Access.may(officer, act, ground));
    }

    /** Of these concerns, those of which somebody may know what concerns the LADO. */
    public List<Reference> knowingOfLado(Officer officer, List<Reference> references) {
        return kept(references, Function.identity(), (reference, ground) -> Access.mayKnowOfLado(officer, ground));
    }

    /** In one statement, however many there are. */
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

    /** What this person sees of the concern now that something was changed, or is about to be. */
    public ConcernReading sight(ConcernUpdate update) {
        AccessFacts ground = accessFactsQuery.of(update.concern().reference()).orElseThrow();
        return new ConcernReading(
                update.concern(), update.officer(), ground, redactions.of(update.officer(), ground, update.concern()));
    }

    public Redaction redaction(Officer officer, Concern concern) {
        return redactions.of(officer, accessFactsQuery.of(concern.reference()).orElseThrow(), concern);
    }

    public static void requireRole(Officer officer, Act act) {
        if (!Access.may(officer, act)) {
            throw RequestRefusedException.notAllowed(
                    "Your role does not include this. Ask a manager of your hub if it should.");
        }
    }
}
