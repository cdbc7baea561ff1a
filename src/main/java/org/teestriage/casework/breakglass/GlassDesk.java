package org.teestriage.casework.breakglass;

import org.teestriage.access.authorization.Docket;
import org.teestriage.access.authorization.Grounds;
import org.teestriage.access.authorization.Handling;
import org.teestriage.casework.casefile.Standing;
import org.teestriage.casework.casefile.Viewing;
import org.teestriage.platform.transaction.OneCommit;
import org.teestriage.platform.transaction.Refused;

import org.teestriage.platform.text.LondonTime;
import org.teestriage.access.BreakGlassReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Ground;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.timeline.Happened.Kind;

/**
 * Breaking the glass: an officer or manager who must look at a concern that is not theirs looks, for a day, and a manager
 * of its hub reviews that on the next working day. Whom a wall excludes cannot.
 */
@ApplicationScoped
public class GlassDesk {

    private static final int PAGE = 50;

    private final OneCommit oneCommit;
    private final Docket docket;
    private final Concerns concerns;
    private final Grounds grounds;
    private final Glass glass;
    private final ResponsePath path;
    private final Viewing viewing;
    private final Duration staysBroken;

    GlassDesk(
            OneCommit oneCommit,
            Docket docket,
            Concerns concerns,
            Grounds grounds,
            Glass glass,
            ResponsePath path,
            Viewing viewing,
            @ConfigProperty(name = "tees-triage.glass-stays-broken-for") Duration staysBroken) {
        this.oneCommit = oneCommit;
        this.docket = docket;
        this.concerns = concerns;
        this.grounds = grounds;
        this.glass = glass;
        this.path = path;
        this.viewing = viewing;
        this.staysBroken = staysBroken;
    }

    /** What the timeline keeps: why, in the words of whoever looked, and until when. */
    record Broken(BreakGlassReason reason, String words, Instant until) {}

    public Standing breakGlass(Officer officer, Reference reference, BreakGlass order) {
        Docket.requireRole(officer, Act.BREAK_GLASS);
        return oneCommit.of(() -> {
            Ground ground = grounds.of(reference).orElseThrow(Refused::absent);
            if (Access.may(officer, Act.SEE_CASE, ground)) {
                throw Refused.conflict("This concern is yours to see already. Nothing has changed.");
            }
            if (!Access.mayBreakGlass(officer, ground)) {
                throw Refused.absent();
            }
            Concern concern = concerns.findToChange(reference).orElseThrow(Refused::absent);
            Handling handling = docket.begin(concern, officer);
            int number = glass.of(reference).size() + 1;
            Instant until = handling.now().plus(staysBroken);
            glass.add(new BrokenGlass(reference, number, officer, order.reason(), handling.now(), until));
            handling.tell(
                    Kind.GLASS_BROKEN,
                    "%s broke the glass, and may look until %s.".formatted(officer.name(), LondonTime.when(until)),
                    new Broken(order.reason(), order.words(), until));
            path.reviewGlass(reference, String.valueOf(number));
            return viewing.of(concern, officer, handling.now());
        });
    }

    /** What this person looks at now through broken glass, so that no page lets them forget it. */
    public List<GlassList.Line> openOf(Officer officer) {
        if (!Access.may(officer, Act.BREAK_GLASS)) {
            return List.of();
        }
        return oneCommit.of(() -> glass.openOf(officer.user(), docket.now()).stream()
                .map(GlassDesk::line)
                .toList());
    }

    /** Who broke the glass: for auditors everybody, for a manager whoever did at their hubs or comes from there. */
    public GlassList list(Officer officer, @Nullable Long before) {
        Docket.requireRole(officer, Act.OVERSEE);
        return oneCommit.of(() -> {
            List<BrokenGlass> shown = new ArrayList<>();
            long last = before == null ? Long.MAX_VALUE : before;
            List<BrokenGlass> found;
            do {
                found = glass.newest(last, PAGE + 1);
                shown.addAll(overseen(officer, found));
                last = found.isEmpty() ? last : found.get(found.size() - 1).id();
            } while (shown.size() <= PAGE && found.size() > PAGE);
            List<BrokenGlass> page = shown.subList(0, Math.min(PAGE, shown.size()));
            return new GlassList(
                    users(page),
                    page.stream().map(GlassDesk::line).toList(),
                    shown.size() > PAGE ? page.get(PAGE - 1).id() : null);
        });
    }

    private List<BrokenGlass> overseen(Officer officer, List<BrokenGlass> found) {
        List<BrokenGlass> theirs = docket.theirs(officer, Act.SEE_READINGS, found, BrokenGlass::reference);
        return found.stream()
                .filter(broken -> theirs.contains(broken) || (officer.is(Role.MANAGER) && comesFrom(officer, broken)))
                .toList();
    }

    private static boolean comesFrom(Officer manager, BrokenGlass broken) {
        return Arrays.stream(broken.affiliation().split(", ", -1)).anyMatch(manager.hubs()::contains);
    }

    private static List<GlassList.ByUser> users(List<BrokenGlass> page) {
        Map<String, List<BrokenGlass>> byUser = new LinkedHashMap<>();
        page.forEach(broken ->
                byUser.computeIfAbsent(broken.user(), user -> new ArrayList<>()).add(broken));
        return byUser.values().stream()
                .map(times -> new GlassList.ByUser(
                        times.get(0).user(),
                        times.get(0).name(),
                        times.get(0).affiliation(),
                        times.size(),
                        (int) times.stream()
                                .filter(broken -> broken.reviewedAt().isEmpty())
                                .count(),
                        (int) times.stream()
                                .filter(broken -> broken.justified().equals(Optional.of(false)))
                                .count()))
                .toList();
    }

    private static GlassList.Line line(BrokenGlass broken) {
        return new GlassList.Line(
                broken.reference(),
                broken.number(),
                broken.user(),
                broken.name(),
                broken.role(),
                broken.affiliation(),
                broken.reason(),
                broken.brokenAt(),
                broken.until(),
                broken.reviewedAt().orElse(null),
                broken.reviewedByName().orElse(null),
                broken.justified().orElse(null));
    }
}
