package org.teestriage.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Reference;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.decision.Step;
import org.teestriage.decision.check.CheckPartner;
import org.teestriage.directory.Directory;
import org.teestriage.letter.Letter;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.text.NameMatcher;
import org.teestriage.platform.transaction.Transactions;

/**
 * Statistics of the last 90 days: for a manager's hubs, or for all hubs for an auditor. They contain no names of
 * people. The database aggregates, so the size of the result does not depend on the number of concerns.
 */
@ApplicationScoped
public class StatisticsService {

    private static final Duration OVER = Duration.ofDays(90);
    private static final long HOUR = Duration.ofHours(1).toMillis() * 1_000;

    private static final String MY_PART =
            " from part p where not p.emptied and (p.hub in (:hubs) and (:everyAuthority = 1"
                    + " or p.standing <> 'KNOWN' or p.authority is null or p.authority in (:authorities)) or p.proposed_hub in (:hubs))";
    private static final String MINE = " and (:everywhere = 1 or hub in (:hubs) and (:everyAuthority = 1"
            + " or reference in (select p.reference" + MY_PART + "))) and reference not in (:hidden)";
    private static final String MY_CONCERN = " and (:everywhere = 1 or exists (select 1" + MY_PART
            + " and p.reference = c.reference)) and c.reference not in (:hidden)";

    private static final String IN_TIME = "select case when decided_at > due then 'Late' else 'In time' end, count(*)"
            + " from decided_step where decided_at >= :from and step = :step" + MINE
            + " group by case when decided_at > due then 'Late' else 'In time' end";
    private static final String IN_TIME_BY_HUB =
            "select concat(hub, case when decided_at > due then ' late' else ' in time' end), count(*)"
                    + " from decided_step where decided_at >= :from and step = :step" + MINE
                    + " group by concat(hub, case when decided_at > due then ' late' else ' in time' end)";
    private static final String MEDIAN_HOURS_BY_HUB = "select hub, avg(hours) from (select hub,"
            + " (decided_at - opened_at) / :hour as hours,"
            + " row_number() over (partition by hub order by decided_at - opened_at) as place,"
            + " count(*) over (partition by hub) as held from decided_step"
            + " where decided_at >= :from and step = :step" + MINE
            + ") as each_one where 2 * place between held and held + 2 group by hub";
    private static final String STILL_OPEN =
            "select 'Overdue, still open', count(*) from waiting_step where step = :step and due < :now" + MINE;
    private static final String OUTCOMES = "select outcome, count(*) from outcome_given where child > 0"
            + " and decided_at >= :from and not (outcome = 'LADO' and reference in (:ladoHidden))" + MINE
            + " group by outcome";
    private static final String COURSES = "select course, count(*) from (select distinct reference, child, course"
            + " from outcome_given where child > 0 and decided_at >= :from" + MINE + ") as children group by course";
    private static final String READ_AGAIN = "select outcome, count(*) from outcome_given where child = 0"
            + " and decided_at >= :from" + MINE + " group by outcome";
    private static final String DECIDED_AGAIN = "select 'Threshold decisions made again', count(*) from decided_step"
            + " where round > 1 and decided_at >= :from and step = :step" + MINE;
    private static final String REOPENED = "select 'Concerns opened again after they were closed', count(*)"
            + " from concern c where c.received_at >= :from and exists (select 1 from timeline_entry t"
            + " where t.reference = c.reference and t.kind = 'REOPENED')" + MY_CONCERN;
    private static final String BY_SOURCE =
            "select c.agency, count(*) from concern c where c.received_at >= :from" + MY_CONCERN + " group by c.agency";
    private static final String BY_HUB =
            "select f.hub, count(*) from concern c join part f on f.reference = c.reference"
                    + " and f.number = (select min(l.number) from part l where l.reference = c.reference and not l.emptied)"
                    + " where c.received_at >= :from" + MY_CONCERN + " group by f.hub";
    private static final String BY_HOUR = "select hours, count(*) from (select floor(c.received_at / :hour) as hours"
            + " from concern c where c.received_at >= :from" + MY_CONCERN + ") as received group by hours";
    private static final String WAITING = "select name, count(*) from (select concat(l.purpose,"
            + " case when l.prepared_at >= :day then ' 1' when l.prepared_at >= :days then ' 2' else ' 3' end) as name"
            + " from letter l join concern c on c.reference = l.reference where l.state in (:unsettled)"
            + " and not (l.purpose = 'LADO_REFERRAL' and l.reference in (:ladoHidden))" + MY_CONCERN
            + ") as waiting group by name";

    private static final String ASKED = "select q.partner, q.hub, q.act_at, q.answer_due, (select min(a.act_at)"
            + " from partner_check a where a.reference = q.reference and a.child = q.child and a.partner = q.partner"
            + " and a.act = 'ANSWERED' and a.id > q.id) from partner_check q where q.act = 'ASKED' and q.answer_due is not null"
            + " and q.recorded_at >= :from" + MINE;

    private final EntityManager entities;
    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final Directory directory;

    StatisticsService(
            EntityManager entities, Transactions transactions, ConcernAccess concernAccess, Directory directory) {
        this.entities = entities;
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.directory = directory;
    }

    public Statistics over90Days(Officer officer) {
        ConcernAccess.requireRole(officer, Act.OVERSEE);
        return transactions.inNewTransaction(() -> {
            Instant until = concernAccess.now();
            Instant from = until.minus(OVER);
            Counting counting = new Counting(officer, hidden(officer), ladoHidden(officer), from, until);
            PartnerTimes partners = new PartnerTimes(counting.questions(), until);
            return new Statistics(
                    from,
                    until,
                    List.of(
                            counting.inTime(
                                    "Decided in time",
                                    "Threshold decisions within one working day.",
                                    Step.THRESHOLD_DECISION),
                            counting.inTime(
                                    "Risk checked in time",
                                    "Immediate safety checks by their deadline.",
                                    Step.IMMEDIATE_RISK_CHECK),
                            counting.inTime(
                                    "Acknowledged in time",
                                    "Acknowledgements to the referrer within one working day.",
                                    Step.ACKNOWLEDGEMENT),
                            counting.inTime(
                                    "Referrers told in time",
                                    "Feedback to the referrer by its deadline.",
                                    Step.REFERRER_FEEDBACK),
                            counting.inTime(
                                    "Strategy discussions held in time",
                                    "Strategy discussions recorded by their deadline.",
                                    Step.STRATEGY_DISCUSSION),
                            table(
                                    "Strategy discussions by hub",
                                    "Strategy discussions recorded by their deadline or late, by the hub of the children.",
                                    renamed(counting.count(IN_TIME_BY_HUB, Step.STRATEGY_DISCUSSION), this::ofTheHub)),
                            table(
                                    "Hours to a strategy discussion",
                                    "Median hours from the decision that one is due until it is recorded, by hub.",
                                    renamed(
                                            counting.count(MEDIAN_HOURS_BY_HUB, Step.STRATEGY_DISCUSSION),
                                            hub -> directory.hub(hub).name())),
                            table(
                                    "From contact to referral",
                                    "What became of each child for whom a decision stands.",
                                    and(start("REFERRED", "OTHER_HELP", "NO_FURTHER_ACTION"), counting.count(COURSES))),
                            table(
                                    "Outcomes",
                                    "Outcomes of threshold decisions that stand, each child counted once for each.",
                                    counting.count(OUTCOMES)),
                            table(
                                    "Second decisions",
                                    "Risky decisions that a manager read again.",
                                    and(start("AGREED", "RETURNED"), counting.count(READ_AGAIN))),
                            table(
                                    "Reopened or reversed",
                                    "Of what was received or decided in these days.",
                                    and(
                                            counting.count(REOPENED),
                                            counting.count(DECIDED_AGAIN, Step.THRESHOLD_DECISION))),
                            table(
                                    "By source",
                                    "Concerns received, by the agency that raised them.",
                                    counting.count(BY_SOURCE)),
                            table(
                                    "By hub",
                                    "Concerns received, by the hub that answers for their first part.",
                                    renamed(
                                            counting.count(BY_HUB),
                                            hub -> directory.hub(hub).name())),
                            table(
                                    "By hour",
                                    "Concerns received, by the hour of the day in London.",
                                    renamed(counting.count(BY_HOUR), StatisticsService::hourInLondon)),
                            table(
                                    "Letters that wait",
                                    "Letters to partners that no one has acknowledged yet, by how long ago they were"
                                            + " prepared.",
                                    renamed(counting.count(WAITING), StatisticsService::aged)),
                            table(
                                    "Partner checks in time",
                                    "First answers of partners, and questions without an answer that is due, by partner"
                                            + " and hub of the child.",
                                    partners.inTime()),
                            table(
                                    "How long partners take",
                                    "Median minutes from the question to the first answer, day and night.",
                                    partners.medians())));
        });
    }

    /**
     * Returns the concerns that restrictions hide from the officer. They are not counted, or a comparison with the
     * officer's own list would reveal them. Reads only restrictions that can match the officer.
     */
    private List<String> hidden(Officer officer) {
        // A name has spellings that no pattern of SQL finds.
        List<String> names = new ArrayList<>(List.of(""));
        for (Object name : entities.createNativeQuery(
                        "select distinct subject from wall where lifted_at is null and kind = 'EXCLUDED_NAME'",
                        String.class)
                .getResultList()) {
            if (NameMatcher.samePerson((String) name, officer.name())) {
                names.add((String) name);
            }
        }
        Query query = entities.createNativeQuery(
                        "select distinct reference from wall where lifted_at is null and (kind = 'NAMED'"
                                + " or subject = :user or (kind = 'EXCLUDED_NAME' and subject in (:names)))",
                        String.class)
                .setParameter("user", officer.user())
                .setParameter("names", names);
        List<Reference> walled = new ArrayList<>();
        for (Object reference : query.getResultList()) {
            walled.add(new Reference((String) reference));
        }
        walled.removeAll(concernAccess.visible(officer, Act.SEE_STATUS, walled, Function.identity()));
        return walled.stream().map(Reference::value).toList();
    }

    /** Returns the concerns whose LADO information is hidden from the officer. */
    private List<String> ladoHidden(Officer officer) {
        List<Reference> restricted = new ArrayList<>();
        for (Object reference : entities.createNativeQuery(
                        "select distinct reference from wall where lifted_at is null and kind = 'NAMED_FOR_LADO'",
                        String.class)
                .getResultList()) {
            restricted.add(new Reference((String) reference));
        }
        restricted.removeAll(concernAccess.knowingOfLado(officer, restricted));
        return restricted.stream().map(Reference::value).toList();
    }

    /** SQL allows no empty list. No hub id, reference or other value here is the empty string. */
    private static Collection<String> some(Collection<String> values) {
        return values.isEmpty() ? Set.of("") : values;
    }

    private static long micros(Instant at) {
        return EpochMicros.of(at);
    }

    /** Runs the counting queries for one officer and period. */
    private final class Counting {

        private final Officer officer;
        private final List<String> hidden;
        private final List<String> ladoHidden;
        private final Instant from;
        private final Instant now;

        Counting(Officer officer, List<String> hidden, List<String> ladoHidden, Instant from, Instant now) {
            this.officer = officer;
            this.hidden = hidden;
            this.ladoHidden = ladoHidden;
            this.from = from;
            this.now = now;
        }

        Statistics.Table inTime(String title, String explanation, Step step) {
            return table(
                    title,
                    explanation,
                    and(and(start("In time", "Late"), count(IN_TIME, step)), count(STILL_OPEN, step)));
        }

        List<PartnerTimes.Question> questions() {
            Query query = entities.createNativeQuery(ASKED, Object[].class);
            query.getParameters().forEach(each -> query.setParameter(each.getName(), setting(each.getName())));
            List<PartnerTimes.Question> questions = new ArrayList<>();
            for (Object each : query.getResultList()) {
                Object[] row = (Object[]) each;
                questions.add(new PartnerTimes.Question(
                        "%s, %s"
                                .formatted(
                                        CheckPartner.valueOf((String) row[0]).title(),
                                        directory.hub((String) row[1]).name()),
                        EpochMicros.toInstant(((Number) row[2]).longValue()),
                        EpochMicros.toInstant(((Number) row[3]).longValue()),
                        row[4] == null ? null : EpochMicros.toInstant(((Number) row[4]).longValue())));
            }
            return questions;
        }

        Map<String, Integer> count(String question) {
            return count(entities.createNativeQuery(question, Object[].class));
        }

        Map<String, Integer> count(String question, Step step) {
            return count(entities.createNativeQuery(question, Object[].class).setParameter("step", step.id()));
        }

        private Map<String, Integer> count(Query query) {
            query.getParameters().stream()
                    .filter(each -> !query.isBound(each))
                    .forEach(each -> query.setParameter(each.getName(), setting(each.getName())));
            Map<String, Integer> counts = new TreeMap<>();
            for (Object each : query.getResultList()) {
                Object[] row = (Object[]) each;
                counts.put(String.valueOf(row[0]), ((Number) row[1]).intValue());
            }
            return counts;
        }

        /** Parameters that the queries share. Times are microseconds since the epoch. */
        private Object setting(String name) {
            return switch (name) {
                case "everywhere" -> officer.is(Role.AUDITOR) ? 1 : 0;
                case "hubs" -> some(officer.hubs());
                case "everyAuthority" -> officer.duties().authorities().isEmpty() ? 1 : 0;
                case "authorities" -> some(officer.duties().authorities());
                case "hidden" -> some(hidden);
                case "ladoHidden" -> some(ladoHidden);
                case "from" -> micros(from);
                case "now" -> micros(now);
                case "day" -> micros(now.minus(Duration.ofDays(1)));
                case "days" -> micros(now.minus(Duration.ofDays(3)));
                case "hour" -> HOUR;
                case "unsettled" ->
                    Stream.of(Letter.State.values())
                            .filter(state -> !state.settled())
                            .map(Letter.State::name)
                            .toList();
                default -> throw new IllegalArgumentException("Unknown query parameter: " + name);
            };
        }
    }

    private static Map<String, Integer> start(String... names) {
        Map<String, Integer> none = new LinkedHashMap<>();
        Stream.of(names).forEach(name -> none.put(name, 0));
        return none;
    }

    private static Map<String, Integer> renamed(Map<String, Integer> counts, Function<String, String> name) {
        Map<String, Integer> renamed = new TreeMap<>();
        counts.forEach((code, number) -> renamed.merge(name.apply(code), number, Integer::sum));
        return renamed;
    }

    private String ofTheHub(String code) {
        String[] parts = code.split(" ", 2);
        return "%s, %s".formatted(directory.hub(parts[0]).name(), parts[1]);
    }

    private static String hourInLondon(String hours) {
        return "%02d:00"
                .formatted(Instant.EPOCH
                        .plus((long) Double.parseDouble(hours), ChronoUnit.HOURS)
                        .atZone(BusinessClock.ZONE)
                        .getHour());
    }

    private static String aged(String code) {
        String[] parts = code.split(" ", 2);
        String reader = Letter.Purpose.valueOf(parts[0]).reader();
        String age =
                switch (parts[1]) {
                    case "1" -> "up to a day";
                    case "2" -> "up to three days";
                    default -> "longer than three days";
                };
        return "%s%s, %s".formatted(Character.toUpperCase(reader.charAt(0)), reader.substring(1), age);
    }

    private static Map<String, Integer> and(Map<String, Integer> counts, Map<String, Integer> more) {
        Map<String, Integer> all = new LinkedHashMap<>(counts);
        all.putAll(more);
        return all;
    }

    private static Statistics.Table table(String title, String explanation, Map<String, Integer> counts) {
        return new Statistics.Table(
                title,
                explanation,
                counts.entrySet().stream()
                        .map(count -> new Statistics.Row(count.getKey(), count.getValue()))
                        .toList());
    }
}
