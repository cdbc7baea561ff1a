package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
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
}
