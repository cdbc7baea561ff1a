package org.teestriage.testing.invariant;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.signal.Signals;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.testing.server.TestDatabase;
import org.teestriage.timeline.ChainLink;
import org.teestriage.timeline.Commitments;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.workflow.process.ShippedReportsTable;

/**
 * The invariants of a database of this service, read with plain JDBC. Each method returns one sentence for each
 * violation.
 */
public final class Invariants {

    private final Connection database;

    public Invariants(Connection database) {
        this.database = database;
    }

    /** All violations, given what clients were shown of this database. */
    public List<String> broken(List<ShownReference> shown) {
        return Stream.<Supplier<List<String>>>of(
                        () -> everyReferenceShownToAClientExists(shown),
                        this::everyOpenConcernHasOneLivePath,
                        this::everyOpenConcernWaitsForSomething,
                        this::everyDuplicateLeadsToALiveOrProperlyClosedConcern,
                        this::everyBreakGlassGrantIsReviewed,
                        this::everyOpenConcernForNamedUsersHasAPersonWhoCanAct,
                        this::theQueueMatchesTheOpenTasksOfTheEngine,
                        this::noStepIsOpenTwice,
                        this::everyClaimMatchesTheTimeline,
                        this::everyTimelineVerifies,
                        this::everyDecisionIsOnTheTimelineOnce,
                        this::everySentLetterWasApproved,
                        this::everyOpenStepAndLetterIsOnTheTimeline,
                        this::everythingDueIsRecorded,
                        this::everyObligationHasItsCauseAndItsEnd,
                        () -> new LetterInvariant(database).everyLetterFollowsTheFacts(),
                        this::nothingIsStuck)
                .flatMap(invariant -> invariant.get().stream())
                .toList();
    }

    /** The violations of the invariants that are cheap enough to check after every test: three statements. */
    public List<String> brokenQuickly() {
        return Stream.of(theQueueMatchesTheOpenTasksOfTheEngine(), everyOpenConcernHasOneLivePath(), nothingIsStuck())
                .flatMap(List::stream)
                .toList();
    }

    /** I1: every reference that a client was shown exists, and revision 1 of its facts is what the client sent. */
    public List<String> everyReferenceShownToAClientExists(List<ShownReference> shown) {
        Map<String, String> raised = new HashMap<>();
        rows("SELECT c.reference, e.kind, d.content FROM concern c"
                        + " LEFT JOIN timeline_entry e ON e.reference = c.reference AND e.sequence = 1"
                        + " LEFT JOIN timeline_detail d ON d.reference = c.reference AND d.sequence = 1")
                .forEach(row -> raised.put(row.get(0), row.get(1).equals("RAISED") ? row.get(2) : "not raised"));
        List<String> broken = new ArrayList<>();
        for (ShownReference one : shown) {
            String content = raised.get(one.reference());
            if (content == null) {
                broken.add("I1: a client was shown %s, which does not exist".formatted(one.reference()));
            } else if (!content.equals("null") && !ShownReference.hash(content).equals(one.contentHash())) {
                broken.add("I1: %s was raised with other words than the client sent".formatted(one.reference()));
            }
        }
        return broken;
    }

    /** I2: every open concern has exactly one live process instance, and there is no instance without an open concern. */
    public List<String> everyOpenConcernHasOneLivePath() {
        return named(
                "I2: concern %s is open (1) or not (0): %s, and has %s live paths",
                "SELECT coalesce(c.reference, p.key_), coalesce(c.open_, 0), coalesce(p.paths, 0) FROM"
                        + " (SELECT reference, CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END AS open_ FROM concern) c"
                        + " LEFT JOIN (SELECT BUSINESS_KEY_ AS key_, count(*) AS paths FROM ACT_RU_EXECUTION"
                        + " WHERE PARENT_ID_ IS NULL AND PROC_DEF_ID_ LIKE 'response-path:%'"
                        + " GROUP BY BUSINESS_KEY_) p ON p.key_ = c.reference"
                        + " WHERE coalesce(p.paths, 0) <> c.open_"
                        + " UNION ALL SELECT BUSINESS_KEY_, 0, 1 FROM ACT_RU_EXECUTION WHERE PARENT_ID_ IS NULL AND"
                        + " (BUSINESS_KEY_ IS NULL OR BUSINESS_KEY_ NOT IN (SELECT reference FROM concern))");
    }

    /** I2: every open concern waits for a person, a timer, a response of a partner, or an operator. */
    public List<String> everyOpenConcernWaitsForSomething() {
        return named(
                "I2: concern %s is open and waits for nothing",
                "SELECT c.reference FROM concern c WHERE c.closed_at IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM waiting_step w WHERE w.reference = c.reference"
                        + " AND w.step <> 'break-glass-review')"
                        + " AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.reference = c.reference"
                        + " AND l.state IN ('WAITING', 'SENDING', 'UNKNOWN', 'DELIVERED'))"
                        + " AND NOT EXISTS (SELECT 1 FROM ACT_RU_EXECUTION p JOIN ACT_RU_JOB j"
                        + " ON j.PROCESS_INSTANCE_ID_ = p.ID_ WHERE p.BUSINESS_KEY_ = c.reference"
                        + " AND p.PROC_DEF_ID_ LIKE 'response-path:%')"
                        + " AND NOT EXISTS (SELECT 1 FROM ACT_RU_EXECUTION p JOIN ACT_RU_INCIDENT i"
                        + " ON i.PROC_INST_ID_ = p.ID_ WHERE p.BUSINESS_KEY_ = c.reference)");
    }

    /**
     * I9: the chain of duplicates from every concern ends at a concern that is open or that a decision closed; it never
     * leads back to itself. An open concern is no duplicate.
     */
    public List<String> everyDuplicateLeadsToALiveOrProperlyClosedConcern() {
        Map<String, String> duplicates = new HashMap<>();
        rows("SELECT reference, duplicate_of FROM concern WHERE duplicate_of IS NOT NULL")
                .forEach(row -> duplicates.put(row.get(0), row.get(1)));
        Set<String> ends = new HashSet<>();
        rows("SELECT c.reference FROM concern c WHERE c.duplicate_of IS NULL AND (c.closed_at IS NULL OR EXISTS"
                        + " (SELECT 1 FROM decided_step d WHERE d.reference = c.reference AND d.step = 'close'"
                        + " AND d.decided_at = c.closed_at))")
                .forEach(row -> ends.add(row.get(0)));
        List<String> broken = new ArrayList<>();
        for (String reference : new TreeSet<>(duplicates.keySet())) {
            Set<String> passed = new HashSet<>();
            String at = reference;
            while (duplicates.containsKey(at) && passed.add(at)) {
                at = duplicates.get(at);
            }
            if (duplicates.containsKey(at)) {
                broken.add("I9: %s is a duplicate of %s and so on round to itself"
                        .formatted(reference, duplicates.get(reference)));
            } else if (!ends.contains(at)) {
                broken.add(
                        "I9: %s leads to %s, which is neither open nor closed by a decision".formatted(reference, at));
            }
        }
        broken.addAll(named(
                "I9: %s is open and a duplicate",
                "SELECT reference FROM concern WHERE closed_at IS NULL AND duplicate_of IS NOT NULL"));
        return broken;
    }

    /** I2: every break-glass grant is reviewed or has an open review. */
    public List<String> everyBreakGlassGrantIsReviewed() {
        return named(
                "I2: break-glass grant %s of %s is reviewed (1) or not (0): %s, and waits for review %s times",
                "SELECT g.number, g.reference, CASE WHEN g.reviewed_at IS NULL THEN 0 ELSE 1 END,"
                        + " (SELECT count(*) FROM waiting_step w WHERE w.reference = g.reference"
                        + " AND w.step = 'break-glass-review' AND w.item = g.number) AS waits"
                        + " FROM broken_glass g WHERE (g.reviewed_at IS NULL) <> (EXISTS (SELECT 1 FROM waiting_step w"
                        + " WHERE w.reference = g.reference AND w.step = 'break-glass-review' AND w.item = g.number))");
    }

    /**
     * I12: at every hub of an open concern that is limited to named users, one of them is a manager there who has not left,
     * or a manager stands in, or it is known that there is none.
     */
    public List<String> everyOpenConcernForNamedUsersHasAPersonWhoCanAct() {
        return named(
                "I12: no named manager can act on %s at %s, and no manager stands in",
                "SELECT p.reference, p.hub FROM part p JOIN concern c ON c.reference = p.reference"
                        + " AND c.closed_at IS NULL AND NOT p.emptied"
                        + " WHERE EXISTS (SELECT 1 FROM wall w WHERE w.reference = p.reference AND w.kind = 'NAMED'"
                        + " AND w.lifted_at IS NULL)"
                        + " AND NOT EXISTS (SELECT 1 FROM wall w JOIN colleague s ON s.user_name = w.subject"
                        + " AND s.role = 'MANAGER' AND s.left_at IS NULL AND CONCAT(',', s.hubs, ',') LIKE CONCAT('%,', p.hub, ',%')"
                        + " WHERE w.reference = p.reference AND w.kind = 'NAMED' AND w.lifted_at IS NULL)"
                        + " AND NOT EXISTS (SELECT 1 FROM stand_in i WHERE i.reference = p.reference AND i.hub = p.hub"
                        + " AND i.ended_at IS NULL)");
    }

    /** I2: the queue table equals the engine's open tasks, in task, step and concern. */
    public List<String> theQueueMatchesTheOpenTasksOfTheEngine() {
        String tasks = "SELECT t.ID_ AS task, t.TASK_DEF_KEY_ AS step, p.BUSINESS_KEY_ AS reference"
                + " FROM ACT_RU_TASK t JOIN ACT_RU_EXECUTION p ON p.ID_ = t.PROC_INST_ID_";
        return named(
                "I2: %s waits at %s of %s %s",
                "SELECT w.task, w.step, w.reference, 'in the queue only' FROM waiting_step w LEFT JOIN (" + tasks
                        + ") t ON t.task = w.task AND t.step = w.step AND t.reference = w.reference"
                        + " WHERE t.task IS NULL"
                        + " UNION ALL SELECT t.task, t.step, t.reference, 'in the engine only' FROM (" + tasks
                        + ") t LEFT JOIN waiting_step w ON t.task = w.task AND t.step = w.step"
                        + " AND t.reference = w.reference WHERE w.task IS NULL");
    }

    /** I3: at most one step is open per concern, step and item. */
    public List<String> noStepIsOpenTwice() {
        return named(
                "I3: %s has %s/%s open %s times",
                "SELECT reference, step, item, count(*) FROM waiting_step GROUP BY reference, step, item"
                        + " HAVING count(*) > 1");
    }

    /** I3: the user who has a step is the one to whom the timeline last granted it since it opened, and the reverse. */
    public List<String> everyClaimMatchesTheTimeline() {
        Map<String, String> granted = new HashMap<>();
        rows("SELECT e.reference, e.step, e.item, e.kind, coalesce(d.content, '?') FROM timeline_entry e"
                        + " LEFT JOIN timeline_detail d ON d.reference = e.reference AND d.sequence = e.sequence"
                        + " WHERE e.kind IN ('OPENED', 'CLAIMED', 'ASSIGNED', 'RELEASED')"
                        + " ORDER BY e.reference, e.sequence")
                .forEach(row -> granted.put(
                        row.get(0) + " " + row.get(1) + "/" + row.get(2),
                        row.get(3).equals("CLAIMED") || row.get(3).equals("ASSIGNED")
                                ? row.get(4).replace("\"", "")
                                : "no user"));
        List<String> broken = new ArrayList<>();
        for (List<String> row :
                rows("SELECT reference, step, item, coalesce(claimed_by, 'no user') FROM waiting_step")) {
            String place = row.get(0) + " " + row.get(1) + "/" + row.get(2);
            String grantedTo = granted.getOrDefault(place, "no user");
            if (!grantedTo.equals(row.get(3)) && !grantedTo.equals("?")) {
                broken.add(
                        "I3: %s is with %s, and the timeline granted it to %s".formatted(place, row.get(3), grantedTo));
            }
        }
        return broken;
    }

    /** I5: every chain recomputes from its root to the head that the concern holds, without a gap; details match or are erased. */
    public List<String> everyTimelineVerifies() {
        Map<String, String> heads = new HashMap<>();
        Map<String, Long> lengths = new HashMap<>();
        List<String> broken = new ArrayList<>();
        List<List<String>> entries = rows("SELECT e.reference, e.sequence, e.at_micros, e.user_name, e.name, e.role,"
                + " e.affiliation, e.kind, e.step, e.item, e.sentence, e.detail_hash, e.previous_hash, e.hash,"
                + " d.salt, d.content FROM timeline_entry e LEFT JOIN timeline_detail d"
                + " ON d.reference = e.reference AND d.sequence = e.sequence ORDER BY e.reference, e.sequence");
        for (List<String> row : entries) {
            String reference = row.get(0);
            ChainLink link = new ChainLink(
                    reference,
                    Long.parseLong(row.get(1)),
                    Long.parseLong(row.get(2)),
                    new Signature(row.get(3), row.get(4), row.get(5), row.get(6)),
                    TimelineEvent.Kind.valueOf(row.get(7)),
                    row.get(8),
                    row.get(9),
                    row.get(10),
                    row.get(11),
                    row.get(12));
            boolean follows = link.sequence() == lengths.getOrDefault(reference, 0L) + 1
                    && link.previousHash().equals(heads.getOrDefault(reference, ChainLink.root(reference)));
            boolean erased = row.get(14).equals("null");
            boolean holds = link.hash().equals(row.get(13))
                    && (erased || Commitments.of(row.get(14), row.get(15)).equals(link.detailHash()));
            if (!follows || !holds) {
                broken.add("I5: entry %d of %s does not hold".formatted(link.sequence(), reference));
            }
            lengths.put(reference, link.sequence());
            heads.put(reference, row.get(13));
        }
        for (List<String> row : rows("SELECT reference, timeline_length, timeline_head FROM concern")) {
            String reference = row.get(0);
            if (Long.parseLong(row.get(1)) != lengths.getOrDefault(reference, 0L)
                    || !row.get(2).equals(heads.remove(reference))) {
                broken.add("I5: the timeline of %s does not end at its head".formatted(reference));
            }
        }
        heads.keySet().forEach(reference -> broken.add("I5: %s has a timeline and no concern".formatted(reference)));
        return broken;
    }

    /** I5: every decision is on the timeline exactly once, with the same user, time and content unless erased. */
    public List<String> everyDecisionIsOnTheTimelineOnce() {
        Map<String, Integer> made = new TreeMap<>();
        rows("SELECT reference, step, item, decided_at, decided_by, decision FROM decided_step")
                .forEach(row -> made.merge(String.join(" ", row.subList(0, 5)) + row.get(5), 1, Integer::sum));
        rows("SELECT e.reference, e.step, e.item, e.at_micros, e.user_name, coalesce(d.content, s.decision)"
                        + " FROM timeline_entry e LEFT JOIN timeline_detail d ON d.reference = e.reference"
                        + " AND d.sequence = e.sequence LEFT JOIN (SELECT reference, step, item, decided_at,"
                        + " min(decision) AS decision FROM decided_step GROUP BY reference, step, item, decided_at) s"
                        + " ON s.reference = e.reference AND s.step = e.step AND s.item = e.item"
                        + " AND s.decided_at = e.at_micros WHERE e.kind = 'DECIDED' AND e.sentence NOT LIKE"
                        + " 'An initial child protection conference%'")
                .forEach(row -> made.merge(String.join(" ", row.subList(0, 5)) + row.get(5), -1, Integer::sum));
        return made.entrySet().stream()
                .filter(one -> one.getValue() != 0)
                .map(one -> "I5: a decision was made %+d times more than the timeline tells: %s"
                        .formatted(one.getValue(), one.getKey().replaceFirst("\\{.*", "")))
                .toList();
    }

    /**
     * I4: every sent letter was approved and has its own key; every rejected or stuck letter has an open chase step.
     */
    public List<String> everySentLetterWasApproved() {
        return named(
                "I4: letter %s of %s %s",
                "SELECT l.number, l.reference, 'was sent without approval or key' FROM letter l WHERE l.attempts > 0"
                        + " AND (l.approved_by IS NULL OR l.dispatch_id IS NULL)"
                        + " UNION ALL SELECT l.number, l.reference, 'was sent back and has no chase step' FROM letter l"
                        + " JOIN concern c ON c.reference = l.reference AND c.closed_at IS NULL"
                        + " WHERE (l.state = 'REJECTED' OR (l.state IN ('WAITING', 'UNKNOWN') AND l.next_try IS NULL))"
                        + " AND l.dispatch_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM waiting_step w"
                        + " WHERE w.reference = l.reference AND w.step IN ('letter-chase', 'lado-letter-chase')"
                        + " AND w.item = l.number)");
    }

    /** I5: every open step and every letter has its timeline entry. */
    public List<String> everyOpenStepAndLetterIsOnTheTimeline() {
        return Stream.of(
                        named(
                                "I5: %s waits at %s/%s without an entry",
                                "SELECT w.reference, w.step, w.item FROM waiting_step w WHERE NOT EXISTS"
                                        + " (SELECT 1 FROM timeline_entry e WHERE e.reference = w.reference"
                                        + " AND e.kind = 'OPENED' AND e.step = w.step AND e.item = w.item"
                                        + " AND e.at_micros = w.opened_at)"),
                        named(
                                "I5: %s has %s letters and %s entries of letters",
                                "SELECT l.reference, l.letters, coalesce(e.entries, 0) FROM (SELECT reference,"
                                        + " count(*) AS letters FROM letter GROUP BY reference) l LEFT JOIN"
                                        + " (SELECT reference, count(*) AS entries FROM timeline_entry"
                                        + " WHERE kind = 'LETTER' GROUP BY reference) e ON e.reference = l.reference"
                                        + " WHERE l.letters <> coalesce(e.entries, 0)"))
                .flatMap(List::stream)
                .toList();
    }

    /** I11: what the facts of an open concern require by the shipped table is recorded, whatever became of it. */
    public List<String> everythingDueIsRecorded() {
        Map<String, Set<String>> recorded = new HashMap<>();
        rows("SELECT reference, kind, item FROM obligations")
                .forEach(row -> recorded.computeIfAbsent(row.get(0), reference -> new HashSet<>())
                        .add(row.get(1) + "/" + row.get(2)));
        List<String> broken = new ArrayList<>();
        rows("SELECT reference, facts, received_at FROM concern WHERE closed_at IS NULL")
                .forEach(row -> {
                    Facts facts = Json.read(row.get(1), Facts.class);
                    Instant received = EpochMicros.toInstant(Long.parseLong(row.get(2)));
                    due(facts, LocalDate.ofInstant(received, LondonTime.ZONE)).stream()
                            .filter(due ->
                                    !recorded.getOrDefault(row.get(0), Set.of()).contains(due))
                            .forEach(due ->
                                    broken.add("I11: %s is due in %s and not recorded".formatted(due, row.get(0))));
                });
        return broken;
    }

    private static Set<String> due(Facts facts, LocalDate day) {
        Set<String> due = new TreeSet<>();
        for (String report : ShippedReportsTable.due(Signals.of(facts, day))) {
            switch (report) {
                case "platform" ->
                    IntStream.rangeClosed(1, facts.accounts().size()).forEach(each -> due.add("PLATFORM/" + each));
                case "lado" -> facts.suspectsAtWork().forEach(each -> due.add("LADO/" + each));
                default -> due.add(report.toUpperCase(Locale.ROOT) + "/");
            }
        }
        return due;
    }

    /**
     * I11: every recorded obligation became due by the rules or by an officer, on the timeline; an open one has its step
     * or a hold, a settled one its decision, and none is left in a closed concern.
     */
    public List<String> everyObligationHasItsCauseAndItsEnd() {
        String step = "(CASE o.kind WHEN 'POLICE' THEN 'police-report' WHEN 'CEOP' THEN 'ceop-decision'"
                + " WHEN 'PLATFORM' THEN 'platform-decision' WHEN 'LADO' THEN 'lado-referral'"
                + " WHEN 'LADO_EVALUATION' THEN 'lado-evaluation' WHEN 'END_OF_ENQUIRIES' THEN 'end-of-enquiries'"
                + " WHEN 'DISCUSSION_RECORD' THEN 'discussion-record' WHEN 'DISCUSSION_ACTIONS' THEN 'discussion-actions'"
                + " ELSE 'social-care-referral' END)";
        String from = " FROM obligations o JOIN concern c ON c.reference = o.reference WHERE ";
        return named(
                "I11: %s of %s %s",
                "SELECT o.kind, o.reference, 'became due without an entry'" + from
                        + "o.reason <> 'Opened by the path of an earlier release.' AND NOT EXISTS"
                        + " (SELECT 1 FROM timeline_entry e WHERE e.reference = o.reference AND e.kind = 'DUE'"
                        + " AND e.step = " + step + " AND e.item = o.item AND e.at_micros = o.due_since)"
                        + " UNION ALL SELECT o.kind, o.reference, 'is open without a step'" + from
                        + "o.state = 'OPEN' AND NOT EXISTS (SELECT 1 FROM waiting_step w WHERE"
                        + " w.reference = o.reference AND w.step = " + step + " AND w.item = o.item)"
                        + " AND NOT EXISTS (SELECT 1 FROM decided_step d WHERE d.reference = o.reference"
                        + " AND d.step = " + step + " AND d.item = o.item AND d.decision LIKE '%HELD%')"
                        + " UNION ALL SELECT o.kind, o.reference, 'is settled without a decision'" + from
                        + "o.state IN ('DONE', 'NOT_NEEDED') AND NOT EXISTS (SELECT 1 FROM decided_step d WHERE"
                        + " d.reference = o.reference AND (d.step = " + step + " OR o.kind = 'DISCUSSION_ACTIONS'"
                        + " AND d.step = 'strategy-discussion') AND d.item = o.item"
                        + " AND d.decided_at = o.settled_at)"
                        + " UNION ALL SELECT o.kind, o.reference, 'is unsettled in a closed concern'" + from
                        + "o.state IN ('DUE', 'OPEN') AND c.closed_at IS NOT NULL AND c.duplicate_of IS NULL");
    }

    /** I8: no job is out of retries or locked past its lease, and no path is suspended. */
    public List<String> nothingIsStuck() {
        return named(
                "I8: job %s %s",
                "SELECT ID_, 'is out of retries' FROM ACT_RU_JOB WHERE RETRIES_ <= 0"
                        + " UNION ALL SELECT ID_, 'is locked past its lease' FROM ACT_RU_JOB"
                        + " WHERE LOCK_EXP_TIME_ < CURRENT_TIMESTAMP"
                        + " UNION ALL SELECT ID_, 'is suspended' FROM ACT_RU_JOB WHERE SUSPENSION_STATE_ <> 1");
    }

    private List<String> named(String sentence, String query) {
        return rows(query).stream()
                .map(row -> sentence.formatted(row.toArray()))
                .toList();
    }

    private List<List<String>> rows(String query) {
        return TestDatabase.rows(database, query);
    }
}
