package org.teestriage.access.authorization;

import org.teestriage.platform.transaction.Refused;

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
import org.teestriage.access.Ground;
import org.teestriage.access.Officer;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.timeline.ReadLog;
import org.teestriage.timeline.Reading;
import org.teestriage.timeline.Timeline;

/** Hands out concerns to those who may have them: to read, or locked to change. What is not theirs is absent. */
@ApplicationScoped
public class Docket {

    private final Concerns concerns;
    private final Timeline timeline;
    private final Grounds grounds;
    private final Veils veils;
    private final ReadLog readLog;
    private final InstantSource time;

    Docket(Concerns concerns, Grounds grounds, Veils veils, Timeline timeline, ReadLog readLog, InstantSource time) {
        this.concerns = concerns;
        this.grounds = grounds;
        this.veils = veils;
        this.timeline = timeline;
        this.readLog = readLog;
        this.time = time;
    }

    /** Moments are kept to the microsecond, so they are taken to the microsecond. */
    public Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public Handling begin(Concern concern, Officer officer) {
        return new Handling(concern, officer, now(), timeline);
    }

    /** A concern to look at; that it is looked at is recorded before anything of it leaves. */
    public Sight toRead(Officer officer, Act act, Reference reference, Reading.What what) {
        Ground ground = theirGround(officer, act, reference);
        Concern found = concerns.find(reference).orElseThrow(Refused::absent);
        listed(officer, List.of(reference), what);
        return new Sight(found, officer, ground, veils.of(officer, ground, found));
    }

    /** Records that somebody was shown these concerns. */
    public void listed(Officer officer, Collection<Reference> references, Reading.What what) {
        readLog.record(references, what, Handling.signature(officer), now());
    }

    public Handling toChange(Officer officer, Act act, Reference reference) {
        theirGround(officer, act, reference);
        return concerns.findToChange(reference)
                .map(concern -> begin(concern, officer))
                .orElseThrow(Refused::absent);
    }

    /**
     * A concern to change by what another of theirs says of itself. Both are held, always in the same order, and looked at
     * again once they are: so of two such changes the later one sees the earlier.
     */
    public Handling toChangeBeside(Officer officer, Act act, Reference reference, Reference other) {
        theirGround(officer, act, reference);
        theirGround(officer, act, other);
        if (!Stream.of(reference, other)
                .sorted(Comparator.comparing(Reference::value))
                .allMatch(each -> concerns.findToChange(each).isPresent())) {
            throw Refused.absent();
        }
        theirGround(officer, act, other);
        return toChange(officer, act, reference);
    }

    private Ground theirGround(Officer officer, Act act, Reference reference) {
        requireRole(officer, act);
        return ground(officer, act, reference).orElseThrow(Refused::absent);
    }

    private Optional<Ground> ground(Officer officer, Act act, Reference reference) {
        return grounds.of(reference).filter(ground -> Access.may(officer, act, ground));
    }

    /** Of these things about concerns, those that somebody may see. */
    public <T> List<T> theirs(Officer officer, Act act, List<T> things, Function<T, Reference> about) {
        return kept(things, about, (thing, ground) -> Access.may(officer, act, ground));
    }

    /** Of these concerns, those of which somebody may know what concerns the LADO. */
    public List<Reference> knowingOfLado(Officer officer, List<Reference> references) {
        return kept(references, Function.identity(), (reference, ground) -> Access.mayKnowOfLado(officer, ground));
    }

    /** In one statement, however many there are. */
    public <T> List<T> kept(List<T> things, Function<T, Reference> about, BiPredicate<T, Ground> may) {
        Map<Reference, Ground> known = grounds.of(things.stream().map(about).toList());
        return things.stream()
                .filter(thing -> {
                    Ground ground = known.get(about.apply(thing));
                    return ground != null && may.test(thing, ground);
                })
                .toList();
    }

    /** What this person sees of the concern now that something was changed, or is about to be. */
    public Sight sight(Handling handling) {
        Ground ground = grounds.of(handling.concern().reference()).orElseThrow();
        return new Sight(
                handling.concern(),
                handling.officer(),
                ground,
                veils.of(handling.officer(), ground, handling.concern()));
    }

    public Veil veil(Officer officer, Concern concern) {
        return veils.of(officer, grounds.of(concern.reference()).orElseThrow(), concern);
    }

    public static void requireRole(Officer officer, Act act) {
        if (!Access.may(officer, act)) {
            throw Refused.notAllowed("Your role does not include this. Ask a manager of your hub if it should.");
        }
    }
}
