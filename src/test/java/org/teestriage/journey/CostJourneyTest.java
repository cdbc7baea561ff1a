package org.teestriage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.Api;
import org.teestriage.testing.Bodies;
import org.teestriage.testing.MySqlResource;
import org.teestriage.testing.Store;

/** What one decision costs the database, as MySQL itself counts it: one commit, and no more statements than stated. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class CostJourneyTest extends Journey {

    private static final List<String> COUNTED = List.of(
            "Com_select", "Com_insert", "Com_update", "Com_delete", "Com_set_option", "Com_commit", "Com_rollback");

    @Test
    void everyChangeIsOneCommitAndNoMoreStatementsThanStated() {
        // Once before anything is counted: what the engine and Hibernate read the first time only is no decision's
        // cost.
        walk((name, most, change) -> change.run());
        // Whoever was turned away a moment ago is written down now, and not beside what is counted.
        Api.as("operator").get("/api/security-events").then().statusCode(200);
        walk(this::costsAtMost);
    }

    /** One change of the walk, and how many statements it may cost. */
    private interface Price {
        void of(String name, long most, Runnable change);
    }

    private void walk(Price price) {
        Api.Told[] raised = new Api.Told[1];
        price.of("raise", RAISE, () -> raised[0] = raise(Bodies.GROOMING));
        Api.Told concern = raised[0];
        price.of("acknowledgement", ORDINARY, () -> concern.decide(OFFICER, "acknowledgement", Bodies.ACKNOWLEDGED));
        price.of("claim", CLAIM, () -> concern.handle(OFFICER, "immediate-risk-check/1", "claim")
                .then()
                .statusCode(200));
        price.of(
                "immediate-risk-check",
                ORDINARY,
                () -> concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER));
        price.of(
                "threshold-decision",
                OPENING,
                () -> concern.decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17));
        price.of(
                "social-care-referral", ORDINARY, () -> concern.decide(OFFICER, "social-care-referral/1", Bodies.SENT));
        price.of("police-report", OPENING, () -> concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE));
        price.of("ceop-decision", ORDINARY, () -> concern.decide(OFFICER, "ceop-decision", Bodies.REPORT_MADE));
        price.of(
                "platform-decision",
                ORDINARY,
                () -> concern.decide(OFFICER, "platform-decision/1", Bodies.REPORT_MADE));
        price.of("referrer-feedback", OPENING, () -> concern.decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK));
        price.of("close", ORDINARY, () -> concern.decide(OFFICER, "close", Bodies.CLOSE));
    }

    private static final long RAISE = 44;
    private static final long CLAIM = 10;
    private static final long ORDINARY = 54;
    private static final long OPENING = 62;

    private void costsAtMost(String name, long most, Runnable change) {
        Map<String, Long> before = counters();
        change.run();
        Map<String, Long> cost = new TreeMap<>();
        counters().forEach((counter, value) -> cost.put(counter, value - before.get(counter)));
        long statements =
                cost.get("Com_select") + cost.get("Com_insert") + cost.get("Com_update") + cost.get("Com_delete");
        System.out.printf("COST %-22s %3d statements, %d commit  %s%n", name, statements, cost.get("Com_commit"), cost);
        assertThat(cost.get("Com_commit")).as(name + ": commits").isEqualTo(1);
        assertThat(cost.get("Com_rollback")).as(name + ": rollbacks").isZero();
        assertThat(statements).as(name + ": statements").isLessThanOrEqualTo(most);
    }

    @Test
    void whatIsNotTheirsCostsTheSameAsWhatDoesNotExist() {
        Api.Told concern = raise(Bodies.GROOMING);
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

    /** The least of some times: the service now and then writes down beside it who was turned away. */
    private static long statements(Runnable question) {
        return LongStream.generate(() -> {
                    Map<String, Long> before = counters();
                    question.run();
                    return counters().entrySet().stream()
                            .filter(counter -> counter.getKey().matches("Com_(select|insert|update|delete)"))
                            .mapToLong(counter -> counter.getValue() - before.get(counter.getKey()))
                            .sum();
                })
                .limit(5)
                .min()
                .orElseThrow();
    }

    private static Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>();
        Store.rows("SHOW GLOBAL STATUS LIKE 'Com\\_%'").stream()
                .filter(row -> COUNTED.contains(row.get(0)))
                .forEach(row -> counters.put(row.get(0), Long.parseLong(row.get(1))));
        return counters;
    }
}
