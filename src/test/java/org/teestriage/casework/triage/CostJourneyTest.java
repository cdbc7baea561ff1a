package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** Database cost of each change, counted by MySQL: one commit and a limited number of statements. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class CostJourneyTest extends ConcernJourney {

    private static final List<String> COUNTED = List.of(
            "Com_select", "Com_insert", "Com_update", "Com_delete", "Com_set_option", "Com_commit", "Com_rollback");

    /** Kept open, because the statements of opening a connection would be counted. */
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.open();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void everyChangeIsOneCommitWithinItsLimitOfStatements() {
        // Two runs without counting: the engine, Hibernate and the list of staff execute some statements only the
        // first time.
        walk((name, limit, change) -> change.run());
        walk((name, limit, change) -> change.run());
        // Writes pending access denials now, so that they are not counted.
        Api.as("operator").get("/api/security-events").then().statusCode(200);
        walk(this::costsAtMost);
    }

    /** Runs one change of the walk, with the number of statements that it may cost. */
    private interface Price {
        void of(String name, long limit, Runnable change);
    }

    private void walk(Price price) {
        Api.ConcernClient[] raised = new Api.ConcernClient[1];
        price.of("raise", RAISE, () -> raised[0] = raise(Bodies.GROOMING));
        Api.ConcernClient concern = raised[0];
        price.of("acknowledgement", DECISION, deciding(concern, "acknowledgement", Bodies.ACKNOWLEDGED));
        price.of("claim", CLAIM, () -> concern.handle(OFFICER, "immediate-risk-check/1", "claim")
                .then()
                .statusCode(200));
        price.of(
                "immediate-risk-check",
                DECISION,
                deciding(concern, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER));
        price.of("threshold-decision", DECISION, deciding(concern, "threshold-decision/1", Bodies.SECTION_17));
        price.of("social-care-referral", DECISION, deciding(concern, "social-care-referral/1", Bodies.SENT));
        price.of("police-report", DECISION, deciding(concern, "police-report", Bodies.REPORT_MADE));
        price.of("ceop-decision", DECISION, deciding(concern, "ceop-decision", Bodies.REPORT_MADE));
        price.of("platform-decision", DECISION, deciding(concern, "platform-decision/1", Bodies.REPORT_MADE));
        price.of("referrer-feedback", DECISION, deciding(concern, "referrer-feedback/1", Bodies.FEEDBACK));
        price.of("close", DECISION, deciding(concern, "close", Bodies.CLOSE));

        Api.ConcernClient other = raise(Bodies.GROOMING);
        price.of(
                "amendment",
                AMENDMENT,
                () -> other.tell(OFFICER, "amendments", ANOTHER_SCHOOL.formatted("Southfield School")));
        other.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        price.of(
                SUPPLEMENT,
                REOPENING,
                () -> other.tell(OFFICER, "amendments", ANOTHER_SCHOOL.formatted("Westfield School")));
    }

    /** Reads the version of the step before the count begins. */
    private static Runnable deciding(Api.ConcernClient concern, String step, Object decision) {
        String version = Api.as(OFFICER).version(concern.address() + "/" + step).orElse(null);
        return () ->
                concern.decideAsRead(OFFICER, step, version, decision).then().statusCode(200);
    }

    private static final long RAISE = 19;
    private static final long CLAIM = 7;
    private static final long DECISION = 30;
    private static final long AMENDMENT = 20;

    /** An amendment after which a partner who has a letter needs a supplement, and that rewrites two letters. */
    private static final String SUPPLEMENT = "amendment-supplement";

    private static final long REOPENING = 32;

    private static final String ANOTHER_SCHOOL = """
            {"saidBy": "Pat Example", "children": [{"operation": "CORRECT", "number": 1,
               "child": {"name": "Robin Sample", "estimatedAge": 13, "school": "%s", "lookedAfter": "NO",
                         "missing": "NO", "address": {"lines": "1 Made Up Street", "postcode": "TS24 7ZZ"}}}],
             "why": "Robin changed school."}
            """;

    private void costsAtMost(String name, long limit, Runnable change) {
        Map<String, Long> before = counters();
        long start = System.nanoTime();
        change.run();
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        Map<String, Long> cost = new TreeMap<>();
        counters().forEach((counter, value) -> cost.put(counter, value - before.getOrDefault(counter, 0L)));
        long statements = Stream.of("Com_select", "Com_insert", "Com_update", "Com_delete")
                .mapToLong(counter -> cost.getOrDefault(counter, 0L))
                .sum();
        System.out.printf(
                "COST %-22s %3d statements, %d commit, %3d ms  %s%n",
                name, statements, cost.get("Com_commit"), millis, cost);
        assertThat(cost.get("Com_commit")).as(name + ": commits").isEqualTo(1);
        assertThat(cost.get("Com_rollback")).as(name + ": rollbacks").isZero();
        assertThat(statements).as(name + ": statements").isLessThanOrEqualTo(limit);
    }

    @Test
    void noChangeReadsARowTwiceOrLoadsTheContentOfALetterThatIsNotShown() {
        TestDatabase.change("SET GLOBAL log_output = 'TABLE'");
        TestDatabase.change("SET GLOBAL general_log = ON");
        try {
            walk((name, limit, change) -> {
                TestDatabase.change("TRUNCATE mysql.general_log");
                change.run();
                List<String> selects = selectsOfTheChange();
                assertThat(selects).as(name).isNotEmpty().doesNotHaveDuplicates();
                assertThat(selects)
                        .as(name)
                        .noneMatch(
                                select -> !name.equals(SUPPLEMENT) && select.matches("(?s).*l1_0\\.content\\b(?!_).*"));
            });
        } finally {
            TestDatabase.change("SET GLOBAL general_log = OFF");
        }
    }

    /** Of the connection that wrote to a timeline; other connections query for letters to deliver. */
    private static List<String> selectsOfTheChange() {
        return TestDatabase.rows("SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log WHERE command_type IN"
                        + " ('Query', 'Execute') AND argument LIKE 'select%' AND thread_id IN (SELECT thread_id FROM"
                        + " mysql.general_log WHERE argument LIKE 'insert into timeline_entry%')")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void anInaccessibleConcernCostsAsManyStatementsAsAnUnknownOne() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        for (String below : List.of("", "/timeline", "/path", "/readings")) {
            String user = below.equals("/readings") ? "manager.redcar" : "officer.redcar";
            assertThat(statements(() -> Api.as(user).get(concern.address() + below)))
                    .as(below)
                    .isEqualTo(statements(() -> Api.as(user).get("/api/concerns/M4RT-8WZD-S" + below)))
                    .isLessThanOrEqualTo(2);
        }
        String claim = "/steps/immediate-risk-check/1/claim";
        assertThat(statements(() -> Api.as("officer.redcar").post(concern.address() + claim)))
                .isEqualTo(statements(() -> Api.as("officer.redcar").post("/api/concerns/M4RT-8WZD-S" + claim)));
    }

    /** Minimum of five runs, because the service occasionally writes access denials at the same time. */
    private long statements(Runnable request) {
        return LongStream.generate(() -> {
                    Map<String, Long> before = counters();
                    request.run();
                    return counters().entrySet().stream()
                            .filter(counter -> counter.getKey().matches("Com_(select|insert|update|delete)"))
                            .mapToLong(counter -> counter.getValue() - before.getOrDefault(counter.getKey(), 0L))
                            .sum();
                })
                .limit(5)
                .min()
                .orElseThrow();
    }

    private Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>();
        TestDatabase.rows(connection, "SHOW GLOBAL STATUS LIKE 'Com\\_%'").stream()
                .filter(row -> COUNTED.contains(row.get(0)))
                .forEach(row -> counters.put(row.get(0), Long.parseLong(row.get(1))));
        return counters;
    }
}
