package org.teestriage.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.clock.HubClock;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Outcome;
import org.teestriage.decision.SecondReading;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.directory.Directory;
import org.teestriage.dispatch.Letter;
import org.teestriage.dispatch.Outbox;

/** Counts how the service does, over the last 90 days: of a manager's own hubs, for an auditor of all. It names nobody. */
@ApplicationScoped
public class MeasureDesk {

    private static final Duration OVER = Duration.ofDays(90);

    private final EntityManager entities;
    private final OneCommit oneCommit;
    private final Docket docket;
    private final Outbox outbox;
    private final Directory directory;

    MeasureDesk(EntityManager entities, OneCommit oneCommit, Docket docket, Outbox outbox, Directory directory) {
        this.entities = entities;
        this.oneCommit = oneCommit;
        this.docket = docket;
        this.outbox = outbox;
        this.directory = directory;
    }

    public Measures over90Days(Officer officer) {
        Docket.requireRole(officer, Act.OVERSEE);
        return oneCommit.of(() -> {
            Instant until = docket.now();
            Instant from = until.minus(OVER);
            List<Concern> concerns = concerns(officer, from);
            List<DecidedStep> decided = decided(officer, from);
            List<Measures.Table> tables = new ArrayList<>();
            tables.add(inTime(
                    "Decided in time",
                    "Threshold decisions within one working day.",
                    decided,
                    Step.THRESHOLD_DECISION));
            tables.add(inTime(
                    "Risk checked in time",
                    "Immediate-risk checks by their deadline.",
                    decided,
                    Step.IMMEDIATE_RISK_CHECK));
            tables.add(inTime(
                    "Acknowledged in time",
                    "Acknowledgements to the referrer within one working day.",
                    decided,
                    Step.ACKNOWLEDGEMENT));
            tables.add(inTime(
                    "Referrers told in time",
                    "Feedback to the referrer by its deadline.",
                    decided,
                    Step.REFERRER_FEEDBACK));
            tables.add(outcomes(decided));
            tables.add(returned(decided));
            tables.add(
                    table("Reopened", "Concerns that were closed and opened again.", Stream.of(), reopened(concerns)));
            tables.add(table(
                    "By source",
                    "Concerns received, by the agency that raised them.",
                    concerns.stream().map(Concern::agency),
                    Map.of()));
            tables.add(table(
                    "By hub",
                    "Concerns received, by the hub that answers for their first part.",
                    concerns.stream()
                            .map(concern -> directory.hub(concern.part(1).hub()).name()),
                    Map.of()));
            tables.add(table(
                    "By hour",
                    "Concerns received, by the hour of the day in London.",
                    concerns.stream().map(concern -> "%02d:00"
                            .formatted(
                                    concern.receivedAt().atZone(HubClock.ZONE).getHour())),
                    Map.of()));
            tables.add(ageing(concerns, until));
            return new Measures(from, until, tables);
        });
    }

    private List<Concern> concerns(Officer officer, Instant from) {
        List<Concern> found = entities.createQuery("from Concern where receivedAt >= ?1", Concern.class)
                .setParameter(1, from)
                .getResultList();
        return docket.theirs(officer, Act.SEE_STATUS, found, Concern::reference);
    }

    private List<DecidedStep> decided(Officer officer, Instant from) {
        List<DecidedStep> found = entities
                .createQuery("from DecidedStep where decidedAt >= ?1", DecidedStep.class)
                .setParameter(1, from)
                .getResultList()
                .stream()
                .filter(step -> officer.is(Role.AUDITOR) || officer.hubs().contains(step.hub()))
                .toList();
        return docket.theirs(officer, Act.SEE_STATUS, found, step -> new Reference(step.reference()));
    }

    private static Measures.Table inTime(String title, String explanation, List<DecidedStep> decided, Step step) {
        return table(
                title,
                explanation,
                decided.stream()
                        .filter(each -> each.step() == step)
                        .map(each -> each.decidedAt().isAfter(each.due()) ? "Late" : "In time"),
                Map.of("In time", 0, "Late", 0));
    }

    /** Contact to referral, beside no further action. */
    private static Measures.Table outcomes(List<DecidedStep> decided) {
        return table(
                "What children got",
                "Outcomes of threshold decisions, each child counted once for each outcome.",
                decided.stream()
                        .filter(each -> each.step() == Step.THRESHOLD_DECISION)
                        .flatMap(each -> each.decision(ThresholdDecision.class).children().stream())
                        .flatMap(child -> child.outcomes().stream())
                        .map(Outcome::name),
                Map.of());
    }

    private static Measures.Table returned(List<DecidedStep> decided) {
        return table(
                "Second readings",
                "Risky decisions that a manager read again.",
                decided.stream()
                        .filter(each -> each.step() == Step.SECOND_READING)
                        .map(each -> each.decision(SecondReading.class).agrees() ? "Agreed" : "Returned"),
                Map.of("Agreed", 0, "Returned", 0));
    }

    private Map<String, Integer> reopened(List<Concern> concerns) {
        List<String> again = entities.createQuery(
                        "select reference from TimelineEntry where kind = org.teestriage.timeline.Happened$Kind.REOPENED",
                        String.class)
                .getResultList();
        long count = concerns.stream()
                .filter(concern -> again.contains(concern.reference().value()))
                .count();
        return Map.of("Reopened", (int) count, "Not reopened", concerns.size() - (int) count);
    }

    private Measures.Table ageing(List<Concern> concerns, Instant now) {
        return table(
                "Letters that wait",
                "Letters to partners that nobody has acknowledged yet, by their age.",
                concerns.stream()
                        .flatMap(concern -> outbox.of(concern.reference()).stream())
                        .filter(letter -> letter.state() == Letter.State.WAITING)
                        .map(letter -> age(Duration.between(letter.preparedAt(), now))),
                Map.of("1: up to a day", 0, "2: up to three days", 0, "3: longer", 0));
    }

    private static String age(Duration age) {
        if (age.compareTo(Duration.ofDays(1)) <= 0) {
            return "1: up to a day";
        }
        return age.compareTo(Duration.ofDays(3)) <= 0 ? "2: up to three days" : "3: longer";
    }

    private static Measures.Table table(
            String title, String explanation, Stream<String> names, Map<String, Integer> start) {
        Map<String, Integer> counts = new TreeMap<>(start);
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        return new Measures.Table(
                title,
                explanation,
                counts.entrySet().stream()
                        .map(count -> new Measures.Row(count.getKey(), count.getValue()))
                        .toList());
    }
}
