package org.teestriage.platform.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;
import org.teestriage.testing.server.TestDatabase.LogPosition;

/** A failure anywhere in a change rolls back rows, entries, letters and tokens; the same request then succeeds. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class RollbackJourneyTest extends ConcernJourney {

    /** Tables and events at which a trigger fails, for rows that are written early and late in a change. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("timeline_entry", "INSERT"),
            Map.entry("timeline_detail", "INSERT"),
            Map.entry("decided_step", "INSERT"),
            Map.entry("waiting_step", "INSERT"),
            Map.entry("letter", "INSERT"),
            Map.entry("note", "INSERT"),
            Map.entry("part", "INSERT"),
            Map.entry("given_answer", "UPDATE"),
            Map.entry("concern", "UPDATE"),
            Map.entry("ACT_RU_TASK", "INSERT"),
            Map.entry("ACT_RU_JOB", "INSERT"),
            Map.entry("ACT_RU_EXECUTION", "DELETE"));

    private static final List<String> ALWAYS = List.of("timeline_entry", "timeline_detail", "concern");
    private static final List<String> DECIDED = with(ALWAYS, "decided_step");
    private static final List<String> OPENS = with(DECIDED, "waiting_step", "ACT_RU_TASK", "ACT_RU_JOB");
    private static final List<String> WRITES = with(OPENS, "letter");

    @BeforeAll
    static void prepareTheFaults() {
        TestDatabase.change("CREATE TABLE fault (place varchar(40) NOT NULL PRIMARY KEY)");
        PLACES.forEach((table, event) -> TestDatabase.change("""
                CREATE TRIGGER fault_at_%1$s BEFORE %2$s ON %1$s FOR EACH ROW
                IF EXISTS (SELECT 1 FROM fault WHERE place = '%1$s') THEN
                    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'broken on purpose';
                END IF""".formatted(table, event)));
    }

    @AfterAll
    static void removeTheFaults() {
        PLACES.keySet().forEach(table -> TestDatabase.change("DROP TRIGGER IF EXISTS fault_at_" + table));
        TestDatabase.change("DROP TABLE IF EXISTS fault");
    }

    @Test
    void aFailureAtAnyWriteRollsBackTheChangeAndItsRetrySucceeds() {
        String key = UUID.randomUUID().toString();
        Response raised = failsAtEachAndThenSucceeds(
                with(ALWAYS, "part", "waiting_step", "ACT_RU_TASK", "ACT_RU_JOB", "letter", "given_answer"),
                201,
                () -> Api.as(REFERRER).post("/api/concerns", Bodies.COACH, key));
        Api.ConcernClient concern = new Api.ConcernClient(raised.jsonPath().getString("reference"));

        failsAtEachAndThenSucceeds(ALWAYS, 200, () -> concern.handle(OFFICER, "immediate-risk-check/1", "claim"));
        failsAtEachAndThenSucceeds(ALWAYS, 200, () -> concern.handle(OFFICER, "immediate-risk-check/1", "release"));
        failsAtEachAndThenSucceeds(
                with(ALWAYS, "waiting_step", "ACT_RU_TASK", "ACT_RU_JOB"), 200, () -> Api.as(REFERRER)
                        .post(concern.address() + "/danger", Bodies.DANGER_TOLD));
        decide(concern, OFFICER, "emergency-call", Bodies.RANG_999, with(DECIDED, "ACT_RU_EXECUTION"));
        decide(concern, OFFICER, "immediate-risk-check/1", Bodies.DOUBT, OPENS);
        decide(concern, OFFICER, "emergency-call", Bodies.RANG_999, DECIDED);
        failsAtEachAndThenSucceeds(with(ALWAYS, "note", "waiting_step", "ACT_RU_TASK"), 200, () -> Api.as(REFERRER)
                .post(concern.address() + "/information", Bodies.MORE_KNOWN));
        decide(concern, OFFICER, "information-review/1", Bodies.SHOWS_DANGER, OPENS);
        decide(concern, OFFICER, "emergency-call", Bodies.RANG_999, DECIDED);
        failsAtEachAndThenSucceeds(with(ALWAYS, "note"), 200, () -> Api.as(REFERRER)
                .post(concern.address() + "/calls", Bodies.CALLED_DUTY_TEAM));
        failsAtEachAndThenSucceeds(with(ALWAYS, "waiting_step", "ACT_RU_TASK"), 200, () -> Api.as(OFFICER)
                .post(concern.address() + "/move", Bodies.moveTo("redcar-mach")));
        decide(concern, "officer.redcar", "hub-acceptance/1", Bodies.RETURNED, DECIDED);
        decide(concern, OFFICER, "threshold-decision/1", Bodies.NO_FURTHER_ACTION, OPENS);
        decide(concern, MANAGER, "second-reading/1", Bodies.RETURNS, OPENS);
        decide(concern, OFFICER, "threshold-decision/1", Bodies.SECTION_47, WRITES);
        decide(concern, OFFICER, "strategy-discussion/1", Bodies.STRATEGY_DISCUSSION, OPENS);
        decide(concern, OFFICER, "discussion-record/1", Bodies.DISCUSSION_SHARED, DECIDED);
        decide(concern, OFFICER, "social-care-referral/1", Bodies.SENT, DECIDED);
        decide(concern, OFFICER, "referrer-feedback/1", Bodies.FEEDBACK, DECIDED);
        decide(concern, OFFICER, "lado-referral/1", Bodies.SENT, DECIDED);
        decide(concern, OFFICER, "lado-evaluation/1", Bodies.LADO_UNSUBSTANTIATED, DECIDED);
        decide(concern, OFFICER, "police-report", Bodies.REPORT_MADE, WRITES);
        decide(concern, OFFICER, "platform-decision/1", Bodies.REPORT_HELD, with(DECIDED, "ACT_RU_JOB"));
        decide(concern, OFFICER, "ceop-decision", Bodies.REPORT_NOT_NEEDED, DECIDED);
        time.set(Instant.parse("2026-09-24T09:00:01Z"));
        bell.ring(concern.reference());
        decide(concern, OFFICER, "platform-decision/1", Bodies.REPORT_MADE, OPENS);
        decide(concern, OFFICER, "close", Bodies.CLOSE, with(DECIDED, "ACT_RU_EXECUTION"));
        failsAtEachAndThenSucceeds(with(ALWAYS, "waiting_step", "ACT_RU_TASK", "letter"), 200, () -> Api.as(REFERRER)
                .post(concern.address() + "/danger", Bodies.DANGER_TOLD));
        decide(concern, OFFICER, "emergency-call", Bodies.RANG_999, DECIDED);
        Api.ConcernClient kept = raise(Bodies.GROOMING);
        failsAtEachAndThenSucceeds(with(ALWAYS, "ACT_RU_EXECUTION"), 200, () -> Api.as(MANAGER)
                .post(concern.address() + "/duplicate", Bodies.duplicateOf(kept.reference())));
        assertThat(concern.read("auditor", "/verification").get("whole").asBoolean())
                .isTrue();
    }

    @Test
    void aTimerThatFailsIsRolledBackAndFiresAgain() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        time.set(Instant.parse("2026-09-22T09:45:01Z"));
        LogPosition before = TestDatabase.logPosition();
        for (String place : List.of("timeline_entry", "concern")) {
            arm(place);
            assertThatThrownBy(() -> bell.ring(concern.reference())).as(place).isNotNull();
            disarm();
            // The engine retries the job after this time.
            time.pass(Duration.ofMinutes(2));
        }

        assertThat(changedSince(before))
                .as("the failed job and its next attempt")
                .isSubsetOf("ACT_RU_JOB", "ACT_GE_BYTEARRAY");
        assertThat(concern.timelineKinds("auditor")).doesNotContain("WARNED");

        time.pass(Duration.ofHours(1));
        bell.ring(concern.reference());
        assertThat(concern.sentences("auditor", "WARNED")).hasSize(1);
        assertThat(concern.sentences("auditor", "BREACHED")).hasSize(1);
    }

    @AfterEach
    void disarmFaults() {
        disarm();
    }

    private static void decide(
            Api.ConcernClient concern, String user, String place, Object decision, List<String> faults) {
        // Read before, because reading is recorded.
        String version = Api.as(user).version(concern.address() + "/" + place).orElse(null);
        failsAtEachAndThenSucceeds(faults, 200, () -> concern.decideAsRead(user, place, version, decision));
    }

    /** Asserts that the request fails at each of these places without a change, and then succeeds. */
    private static Response failsAtEachAndThenSucceeds(List<String> faults, int success, Supplier<Response> request) {
        LogPosition before = TestDatabase.logPosition();
        for (String place : faults) {
            arm(place);
            Response failed = request.get();
            disarm();
            assertThat(failed.statusCode()).as(place).isEqualTo(500);
            assertThat(failed.asString()).doesNotContain("broken on purpose").contains("NOT submitted");
            assertThat(changedSince(before))
                    .as("changed by a failure at " + place)
                    .isEmpty();
        }
        Response succeeded = request.get();
        assertThat(succeeded.statusCode()).as(succeeded.asString()).isEqualTo(success);
        assertThat(changedSince(before)).contains("timeline_entry", "concern");
        return succeeded;
    }

    private static Set<String> changedSince(LogPosition before) {
        Set<String> tables = TestDatabase.tablesChangedSince(before);
        // Refused requests are counted in memory and written by a timer.
        tables.removeIf(table -> table.equals("fault") || table.contains("turned_away"));
        return tables;
    }

    private static void arm(String place) {
        TestDatabase.change("INSERT INTO fault VALUES (?)", place);
    }

    private static void disarm() {
        TestDatabase.change("DELETE FROM fault");
    }

    private static List<String> with(List<String> places, String... more) {
        return Stream.concat(places.stream(), Stream.of(more)).toList();
    }
}
