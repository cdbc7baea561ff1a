package org.teestriage.platform.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.client.Race;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** A retry with the same Idempotency-Key changes nothing twice and shows only what its sender may see. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class OnceJourneyTest extends ConcernJourney {

    @Test
    void aRetryReturnsTheSameConcernInItsCurrentState() {
        for (String user : List.of(REFERRER, OFFICER)) {
            String key = key();
            Response first = Api.as(user).post("/api/concerns", Bodies.COACH, key);
            assertThat(first.statusCode()).isEqualTo(201);
            Api.ConcernClient concern = new Api.ConcernClient(first.jsonPath().getString("reference"));
            concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
            time.pass(Duration.ofMinutes(90));

            Response retry = Api.as(user).post("/api/concerns", Bodies.COACH, key);

            assertThat(retry.statusCode()).isEqualTo(201);
            assertThat(retry.getHeader("Location")).isEqualTo(first.getHeader("Location"));
            assertThat(Api.json(retry)).isEqualTo(concern.read(user, ""));
        }
    }

    @Test
    void amendmentsAreIdempotent() {
        for (String user : List.of(REFERRER, OFFICER)) {
            Api.ConcernClient concern = raise(Bodies.GROOMING);
            Map<String, Object> bodies = Map.of(
                    "danger", Bodies.DANGER_TOLD, "information", Bodies.MORE_KNOWN, "calls", Bodies.CALLED_DUTY_TEAM);
            bodies.forEach((what, body) -> {
                String key = key();
                Response first = Api.as(user).post(concern.address() + "/" + what, body, key);
                assertThat(first.statusCode()).isEqualTo(200);
                int length = concern.timeline("auditor").size();

                Response retry = Api.as(user).post(concern.address() + "/" + what, body, key);

                assertThat(retry.asString()).as(user + " " + what).isEqualTo(first.asString());
                assertThat(concern.timeline("auditor")).hasSize(length);
            });
        }
    }

    @Test
    void onlyTheReferenceOfAResponseIsStored() {
        String key = key();
        String reference = Api.as(OFFICER)
                .post("/api/concerns", Bodies.COACH, key)
                .jsonPath()
                .getString("reference");
        assertThat(TestDatabase.rows("SELECT answer FROM given_answer WHERE request_key = ?", key))
                .containsExactly(List.of("{\"reference\":\"" + reference + "\"}"));
    }

    @Test
    void aRetryIsALoggedReadingAndShowsOnlyTheReferenceToAnExcludedUser() {
        String key = key();
        Response first = Api.as(OFFICER).post("/api/concerns", Bodies.COACH, key);
        Api.ConcernClient concern = new Api.ConcernClient(first.jsonPath().getString("reference"));
        int before = readings(concern);
        Api.as(OFFICER).post("/api/concerns", Bodies.COACH, key).then().statusCode(201);
        assertThat(readings(concern)).isEqualTo(before + 1);

        concern.tell(
                MANAGER,
                "restrictions",
                Map.of("kind", "EXCLUDE", "users", List.of(OFFICER), "reason", "A cousin of the suspect."));

        Response retry = Api.as(OFFICER).post("/api/concerns", Bodies.COACH, key);
        assertThat(retry.statusCode()).isEqualTo(409);
        assertThat(Api.detail(retry))
                .isEqualTo("This was stored before, under the reference %s. You cannot open it now."
                        .formatted(concern.reference()));
    }

    /** After a 404 the user would raise the concern again with another key. */
    @Test
    void aRetryForAConcernOfAnotherHubTellsThatItWasStoredAndNothingMore() {
        String key = key();
        Response first = Api.as("officer.redcar").post("/api/concerns", Bodies.bullyingIn("TS24 7ZZ"), key);
        assertThat(first.statusCode()).isEqualTo(201);
        String reference = first.jsonPath().getString("reference");
        Api.as("officer.redcar").get("/api/concerns/" + reference).then().statusCode(404);

        Response retry = Api.as("officer.redcar").post("/api/concerns", Bodies.bullyingIn("TS24 7ZZ"), key);

        assertThat(retry.statusCode()).isEqualTo(409);
        assertThat(Api.detail(retry)).contains("This was stored before, under the reference " + reference);
        assertThat(retry.asString()).doesNotContain("sentence", "hubs");
        assertThat(TestDatabase.rows("SELECT 1 FROM concern WHERE reference = ?", reference))
                .hasSize(1);
    }

    @Test
    void aRetryAfterARestrictionShowsWhatItsSenderMaySeeToday() {
        String key = key();
        Response first = Api.as(OFFICER).post("/api/concerns", Bodies.COACH, key);
        assertThat(first.asString()).contains("Made Up Swimming Club");
        Api.ConcernClient concern = new Api.ConcernClient(first.jsonPath().getString("reference"));
        concern.tell(
                MANAGER,
                "restrictions",
                Map.of("kind", "RESTRICT_LADO", "users", List.of(MANAGER), "reason", "Two people for the LADO."));

        Response retry = Api.as(OFFICER).post("/api/concerns", Bodies.COACH, key);

        assertThat(retry.statusCode()).isEqualTo(201);
        assertThat(retry.asString()).contains("withheld").doesNotContain("Swimming Club", "LADO_REFERRAL");
    }

    @Test
    void anExpiredKeyCountsAsNewHoweverManyOthersHaveExpired() {
        String key = key();
        String first = Api.as(REFERRER)
                .post("/api/concerns", Bodies.GROOMING, key)
                .jsonPath()
                .getString("reference");
        for (int other = 0; other < 120; other++) {
            TestDatabase.change(
                    "INSERT INTO given_answer (user_name, request_key, fingerprint, answer, at_micros)"
                            + " VALUES ('referrer2', ?, 'x', '{}', 1)",
                    key());
        }
        time.pass(Duration.ofDays(7).plusSeconds(1));

        assertThat(Api.as(REFERRER)
                        .post("/api/concerns", Bodies.GROOMING, key)
                        .jsonPath()
                        .getString("reference"))
                .isNotEqualTo(first);
    }

    private static int readings(Api.ConcernClient concern) {
        return TestDatabase.rows("SELECT 1 FROM reading WHERE reference = ?", concern.reference())
                .size();
    }

    @Test
    void aKeyExpiresAfterSevenDays() {
        String key = key();
        String first = Api.as(REFERRER)
                .post("/api/concerns", Bodies.GROOMING, key)
                .jsonPath()
                .getString("reference");
        time.pass(Duration.ofDays(7).plusSeconds(1));

        String again = Api.as(REFERRER)
                .post("/api/concerns", Bodies.GROOMING, key)
                .jsonPath()
                .getString("reference");

        assertThat(again).isNotEqualTo(first);
        assertThat(TestDatabase.rows("SELECT 1 FROM given_answer WHERE request_key = ?", key))
                .hasSize(1);
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        String key = key();
        Api.as(REFERRER).post("/api/concerns", Bodies.GROOMING, key).then().statusCode(201);
        Response other = Api.as(REFERRER).post("/api/concerns", Bodies.COACH, key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Api.detail(other)).contains("use a new key");
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(Api.as(REFERRER)
                        .post(concern.address() + "/information", Bodies.MORE_KNOWN, key)
                        .statusCode())
                .isEqualTo(422);
        assertThat(concern.openSteps(OFFICER)).doesNotContain("information-review/1");
    }

    @Test
    void keysAreSeparatePerUser() {
        String key = key();
        String mine = Api.as(REFERRER)
                .post("/api/concerns", Bodies.GROOMING, key)
                .jsonPath()
                .getString("reference");
        String theirs = Api.as("referrer2")
                .post("/api/concerns", Bodies.GROOMING, key)
                .jsonPath()
                .getString("reference");
        assertThat(theirs).isNotEqualTo(mine);
    }

    @Test
    void eightEqualRequestsAtOnceCreateOneConcernWithOneResponse() throws Exception {
        String key = key();
        String before = TestDatabase.rows("SELECT COUNT(*) FROM concern").get(0).get(0);

        List<String> answers = Race.run(racer -> {
            Response answer = Api.as(REFERRER).post("/api/concerns", Bodies.GROOMING, key);
            return answer.statusCode() + " " + answer.asString();
        });

        assertThat(answers).allMatch(answer -> answer.startsWith("201 ")).containsOnly(answers.get(0));
        String after = TestDatabase.rows("SELECT COUNT(*) FROM concern").get(0).get(0);
        assertThat(Long.parseLong(after)).isEqualTo(Long.parseLong(before) + 1);
    }

    @Test
    void aRefusedRequestDoesNotUseUpItsKey() {
        String key = key();
        String tooEarly = Bodies.telephoned(Bodies.GROOMING, "2026-09-22T09:03:00Z");
        assertThat(Api.as(REFERRER).post("/api/concerns", tooEarly, key).statusCode())
                .isEqualTo(400);
        time.pass(Duration.ofMinutes(2));
        assertThat(Api.as(REFERRER).post("/api/concerns", tooEarly, key).statusCode())
                .isEqualTo(201);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
