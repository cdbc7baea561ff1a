package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.route.RouteResult;
import org.teestriage.decision.route.RouteRules;
import org.teestriage.decision.wording.Choice;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.route.ReportingRoute;
import org.teestriage.workflow.route.ReportingRoutes;

@ApplicationScoped
public class RouteService {

    private final ConcernAccess concernAccess;
    private final Transactions transactions;
    private final RepeatableRequests repeatableRequests;
    private final RouteReader routeReader;
    private final ReportingRoutes reportingRoutes;
    private final UpdateCompletion updateCompletion;

    RouteService(
            ConcernAccess concernAccess,
            Transactions transactions,
            RepeatableRequests repeatableRequests,
            RouteReader routeReader,
            ReportingRoutes reportingRoutes,
            UpdateCompletion updateCompletion) {
        this.concernAccess = concernAccess;
        this.transactions = transactions;
        this.repeatableRequests = repeatableRequests;
        this.routeReader = routeReader;
        this.reportingRoutes = reportingRoutes;
        this.updateCompletion = updateCompletion;
    }

    public RoutesView of(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading reading = concernAccess.forReading(officer, Act.SEE_TIMELINE, reference, What.PATH);
            return new RoutesView(
                    reference, routeReader.of(reading.concern()).at(concernAccess.now(), reading.redaction()));
        });
    }

    /** What the officer can record: each route, with each child, person and account that it can be about. */
    public List<Choice> choices(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading reading = concernAccess.forReading(officer, Act.TRIAGE, reference, What.STANDING);
            return RouteChoices.of(reading.redaction().apply(reading.concern().facts()));
        });
    }

    /** Records what was done, or why nothing is; also on a closed concern. */
    public ConcernStatus record(Officer officer, Reference reference, RouteEntry entry, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "route " + reference, entry), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TRIAGE, reference);
                    HubRecord.requireMayAdd(concernAccess, update, "a route");
                    requireKnown(update.concern(), entry);
                    ReportingRoute.Act act = entry.act();
                    reportingRoutes.add(new ReportingRoute(reference, act, update.now(), officer.name()));
                    update.record(
                            Kind.ROUTE,
                            "%s%s: %s."
                                    .formatted(
                                            act.kind().title(),
                                            RouteChoices.inWords(act.about(), act.number()),
                                            act.result() == RouteResult.DONE ? "done" : "not needed"),
                            act);
                    return updateCompletion.complete(update);
                });
    }

    private static void requireKnown(Concern concern, RouteEntry entry) {
        if (!entry.kind().canBeAbout(entry.about())) {
            throw RequestRefusedException.conflict("%s is never recorded%s."
                    .formatted(entry.kind().title(), RouteChoices.inWords(entry.about(), entry.numberOrZero())));
        }
        if (RouteRules.numbers(concern.facts(), entry.about()).noneMatch(number -> number == entry.numberOrZero())) {
            throw RequestRefusedException.conflict("This concern has nothing of this number: %s."
                    .formatted(RouteChoices.inWords(entry.about(), entry.numberOrZero())
                            .strip()));
        }
    }
}
