package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.client.Race;
import org.teestriage.testing.invariant.Invariants;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** Two changes at once: what the later one has read before its lock is overtaken by the earlier one. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class ConcurrentChangesTest extends ConcernJourney {

    private static final int TRIES = 12;
    private static final String OTHER_HUB = "officer.redcar";

    private static Supplier<Response> withdrawn(Api.ConcernClient concern, Api.ConcernClient duplicateOf) {
        return () ->
                Api.as(MANAGER).post(concern.address() + "/duplicate", Bodies.duplicateOf(duplicateOf.reference()));
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }

    @Test
    void ofTwoConcernsWithdrawnAsDuplicatesOfEachOtherOneStaysOpen() throws Exception {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Api.ConcernClient one = raise(Bodies.bullyingIn("TS24 7ZZ"));
            Api.ConcernClient other = raise(Bodies.bullyingIn("TS24 7ZZ"));

            List<Response> answers = Race.of(List.of(withdrawn(one, other), withdrawn(other, one)));

            assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 409);
        }
        assertEveryDuplicateLeadsToAnOpenConcern();
    }

    @Test
    void ofThreeConcernsWithdrawnInARingOneStaysOpen() throws Exception {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Api.ConcernClient a = raise(Bodies.bullyingIn("TS24 7ZZ"));
            Api.ConcernClient b = raise(Bodies.bullyingIn("TS24 7ZZ"));
            Api.ConcernClient c = raise(Bodies.bullyingIn("TS24 7ZZ"));

            List<Response> answers = Race.of(List.of(withdrawn(a, b), withdrawn(b, c), withdrawn(c, a)));

            assertThat(statuses(answers)).contains(200, 409).isSubsetOf(200, 409);
        }
        assertEveryDuplicateLeadsToAnOpenConcern();
    }

    private void assertEveryDuplicateLeadsToAnOpenConcern() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(new Invariants(connection).everyDuplicateLeadsToALiveOrProperlyClosedConcern())
                    .isEmpty();
        }
    }

    @Test
    void aRestrictionStopsEveryChangeThatWaitedForIt() throws Exception {
        Map<String, Function<Api.ConcernClient, Response>> changes = Map.of(
                "claim", concern -> concern.handle(OFFICER, "immediate-risk-check/1", "claim"),
                "decision",
                        concern -> concern.tryToDecide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER),
                "danger", concern -> Api.as(OFFICER).post(concern.address() + "/danger", Bodies.DANGER_TOLD),
                "information", concern -> Api.as(OFFICER).post(concern.address() + "/information", Bodies.MORE_KNOWN),
                "call", concern -> Api.as(OFFICER).post(concern.address() + "/calls", Bodies.CALLED_DUTY_TEAM),
                "move", concern -> Api.as(OFFICER).post(concern.address() + "/move", Bodies.moveTo("redcar-mach")));
        for (Map.Entry<String, Function<Api.ConcernClient, Response>> change : changes.entrySet()) {
            Api.ConcernClient concern = raise(Bodies.GROOMING);

            List<Response> answers =
                    Race.queued(concern.reference(), () -> excluded(concern, OFFICER), () -> change.getValue()
                            .apply(concern));

            assertThat(statuses(answers)).as(change.getKey()).containsExactly(200, 404);
            assertThat(by(concern, OFFICER)).as(change.getKey()).isEmpty();
        }
    }

    @Test
    void aRestrictionStopsEmergencyAccessThatWaitedForIt() throws Exception {
        Api.ConcernClient concern = raise(Bodies.GROOMING);

        List<Response> answers =
                Race.queued(concern.reference(), () -> excluded(concern, OTHER_HUB), () -> Api.as(OTHER_HUB)
                        .post(
                                concern.address() + "/break-glass",
                                Map.of("reason", "CHILD_IN_DANGER", "words", "The child is said to be here.")));

        assertThat(statuses(answers)).containsExactly(200, 404);
        assertThat(concern.timelineKinds("auditor")).doesNotContain("GLASS_BROKEN");
        assertThat(TestDatabase.rows("SELECT 1 FROM broken_glass WHERE reference = ?", concern.reference()))
                .isEmpty();
    }

    private static Response excluded(Api.ConcernClient concern, String user) {
        return Api.as(MANAGER)
                .post(
                        concern.address() + "/restrictions",
                        Map.of("kind", "EXCLUDE", "users", List.of(user), "reason", "A cousin of the family."));
    }

    private static List<String> by(Api.ConcernClient concern, String user) {
        return TestDatabase.rows(
                        "SELECT kind FROM timeline_entry WHERE reference = ? AND user_name = ?",
                        concern.reference(),
                        user)
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    // Reviews

    private static Api.ConcernClient withTwoReviews() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        return concern;
    }

    private static String review(String priority) {
        return "{\"effect\": \"PRIORITY\", \"priority\": \"%s\", \"rationale\": \"Read it twice now.\"}"
                .formatted(priority);
    }

    @Test
    void ofTwoReviewsAtOnceTheLaterIsToldWhatTheEarlierDecided() throws Exception {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Api.ConcernClient concern = withTwoReviews();
            String red = concern.version(OFFICER, "information-review/1");
            String green = concern.version(MANAGER, "information-review/2");

            List<Response> answers = Race.of(List.of(
                    () -> concern.decideAsRead(OFFICER, "information-review/1", red, review("RED")),
                    () -> concern.decideAsRead(MANAGER, "information-review/2", green, review("GREEN"))));

            assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 412);
            int lost = answers.get(0).statusCode() == 412 ? 0 : 1;
            assertThat(Api.detail(answers.get(lost)))
                    .contains("NOT submitted", "Further information was decided by " + (lost == 0 ? MANAGER : OFFICER))
                    .contains("it changes the priority", "999");
            assertThat(concern.seenBy(OFFICER).get("priority").asText()).isEqualTo(lost == 0 ? "GREEN" : "RED");
        }
    }

    @Test
    void aReviewWithoutTheVersionThatWasReadIsRefused() {
        Api.ConcernClient concern = withTwoReviews();
        List<Response> refused = new ArrayList<>();
        for (String version : new String[] {null, "*", "3"}) {
            refused.add(concern.decideAsRead(OFFICER, "information-review/1", version, review("RED")));
        }
        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(428);
            assertThat(Api.detail(answer)).contains("NOT submitted", "If-Match", "999");
        });
        assertThat(concern.openSteps(OFFICER)).contains("information-review/1", "information-review/2");
    }

    @Test
    void dangerIsNeverRefusedForAnOldVersionOrNone() {
        Api.ConcernClient concern = withTwoReviews();
        String old = concern.version(OFFICER, "information-review/2");
        concern.decide(MANAGER, "information-review/1", review("GREEN"));

        assertThat(concern.decideAsRead(OFFICER, "information-review/2", old, Bodies.SHOWS_DANGER)
                        .statusCode())
                .isEqualTo(200);
        assertThat(concern.openSteps(OFFICER)).contains("emergency-call");
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        assertThat(concern.decideAsRead(OFFICER, "information-review/3", null, Bodies.SHOWS_DANGER)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSecondReadingOfAnEarlierThresholdDecisionIsRefused() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.NO_FURTHER_ACTION);
        String first = concern.version(MANAGER, "second-reading/1");
        concern.decide(MANAGER, "second-reading/1", Bodies.RETURNS)
                .decide(OFFICER, "threshold-decision/1", Bodies.EARLY_HELP);

        Response late = concern.decideAsRead(MANAGER, "second-reading/1", first, Bodies.AGREES);

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(Api.detail(late)).contains("Threshold decision was decided by " + OFFICER);
        assertThat(concern.openSteps(MANAGER)).contains("second-reading/1");
    }

    @Test
    void whatIsAddedMeanwhileIsReadBeforeTheThresholdDecision() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        String before = concern.version(OFFICER, "threshold-decision/1");
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);

        Response late = concern.decideAsRead(OFFICER, "threshold-decision/1", before, Bodies.SECTION_17);

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(Api.detail(late)).contains("1 addition came to the concern");
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        String now = concern.version(OFFICER, "threshold-decision/1");
        concern.decide(MANAGER, "acknowledgement", Bodies.ACKNOWLEDGED);
        assertThat(concern.decideAsRead(OFFICER, "threshold-decision/1", now, Bodies.SECTION_17)
                        .statusCode())
                .as("what others record beside it does not matter")
                .isEqualTo(200);
    }
}
