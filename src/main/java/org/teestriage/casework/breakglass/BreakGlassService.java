package org.teestriage.casework.breakglass;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.BreakGlassReason;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.concern.Reference;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;

/**
 * Emergency access: hub staff read a concern outside their access for the configured duration. A manager of the
 * concern's hub reviews each grant; {@code break-glass-review} in {@code clocks.yaml} sets the deadline and its source.
 * A restriction that excludes the officer also blocks emergency access.
 */
@ApplicationScoped
public class BreakGlassService {

    private static final int PAGE = 50;

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final BreakGlassGrants breakGlassGrants;
    private final ResponsePath path;
    private final ConcernStatusAssembler concernStatusAssembler;
    private final Duration duration;

    BreakGlassService(
            Transactions transactions,
            ConcernAccess concernAccess,
            BreakGlassGrants breakGlassGrants,
            ResponsePath path,
            ConcernStatusAssembler concernStatusAssembler,
            BreakGlassSettings settings) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.breakGlassGrants = breakGlassGrants;
        this.path = path;
        this.concernStatusAssembler = concernStatusAssembler;
        this.duration = settings.duration();
    }

    /** Details of the {@code GLASS_BROKEN} timeline entry. */
    record Broken(BreakGlassReason reason, String words, Instant until) {}

    public ConcernStatus breakGlass(Officer officer, Reference reference, BreakGlassRequest order) {
        ConcernAccess.requireRole(officer, Act.BREAK_GLASS);
        return transactions.inNewTransaction(() -> {
            ConcernUpdate update =
                    concernAccess.forUpdate(officer, reference, ground -> requireNoAccessYet(officer, ground));
            int number = breakGlassGrants.of(reference).size() + 1;
            Instant until = update.now().plus(duration);
            breakGlassGrants.persist(
                    new BreakGlassGrant(reference, number, officer, order.reason(), update.now(), until));
            concernAccess.accessChanged(reference);
            update.record(
                    Kind.GLASS_BROKEN,
                    "%s used emergency access, until %s.".formatted(officer.name(), LondonTime.when(until)),
                    new Broken(order.reason(), order.words(), until));
            path.reviewGlass(reference, String.valueOf(number));
            return concernStatusAssembler.of(update);
        });
    }

    private static void requireNoAccessYet(Officer officer, AccessFacts ground) {
        if (Access.may(officer, Act.SEE_CASE, ground)) {
            throw RequestRefusedException.conflict("This concern is yours to see already. Nothing has changed.");
        }
        if (!Access.mayBreakGlass(officer, ground)) {
            throw RequestRefusedException.absent();
        }
    }

    /** Returns the officer's active grants. Every page shows them as a reminder. */
    public List<BreakGlassLog.Line> openOf(Officer officer) {
        if (!Access.may(officer, Act.BREAK_GLASS)) {
            return List.of();
        }
        return transactions.inNewTransaction(() -> concernAccess
                .visible(
                        officer,
                        Act.SEE_STATUS,
                        breakGlassGrants.openOf(officer.user(), concernAccess.now()),
                        BreakGlassGrant::reference)
                .stream()
                .map(BreakGlassService::line)
                .toList());
    }

    /**
     * Returns all grants to an auditor. A manager gets those on concerns of, or by staff of, the manager's hubs; none on
     * a concern that a restriction hides from the manager.
     */
    public BreakGlassLog list(Officer officer, @Nullable Long before) {
        ConcernAccess.requireRole(officer, Act.OVERSEE);
        return transactions.inNewTransaction(() -> {
            List<BreakGlassGrant> shown = new ArrayList<>();
            long last = before == null ? Long.MAX_VALUE : before;
            List<BreakGlassGrant> found;
            do {
                found = breakGlassGrants.newest(last, PAGE + 1);
                shown.addAll(overseen(officer, found));
                last = found.isEmpty() ? last : found.get(found.size() - 1).id();
            } while (shown.size() <= PAGE && found.size() > PAGE);
            List<BreakGlassGrant> page = shown.subList(0, Math.min(PAGE, shown.size()));
            return new BreakGlassLog(
                    users(page),
                    page.stream().map(BreakGlassService::line).toList(),
                    shown.size() > PAGE ? page.get(PAGE - 1).id() : null);
        });
    }

    private List<BreakGlassGrant> overseen(Officer officer, List<BreakGlassGrant> found) {
        return concernAccess.kept(
                found,
                BreakGlassGrant::reference,
                (broken, ground) -> Access.may(officer, Act.SEE_READINGS, ground)
                        || (comesFrom(officer, broken) && Access.mayKnowThatItExists(officer, ground)));
    }

    private static boolean comesFrom(Officer manager, BreakGlassGrant broken) {
        return Arrays.stream(broken.affiliation().split(", ", -1)).anyMatch(manager.hubs()::contains);
    }

    private static List<BreakGlassLog.ByUser> users(List<BreakGlassGrant> page) {
        Map<String, List<BreakGlassGrant>> byUser = new LinkedHashMap<>();
        page.forEach(broken ->
                byUser.computeIfAbsent(broken.user(), user -> new ArrayList<>()).add(broken));
        return byUser.values().stream()
                .map(times -> new BreakGlassLog.ByUser(
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

    private static BreakGlassLog.Line line(BreakGlassGrant broken) {
        return new BreakGlassLog.Line(
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
