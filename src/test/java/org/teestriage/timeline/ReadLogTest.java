package org.teestriage.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Bodies.GROOMING;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** The read log of a concern, for managers of its hub and auditors. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class ReadLogTest {

    private static final String OFFICER = "officer.hartlepool";
    private static final String MANAGER = "manager.hartlepool";

    @Inject
    MovableTime time;

    @BeforeEach
    void aTuesdayMorning() {
        time.set(MovableTime.A_TUESDAY_MORNING);
    }

    @Test
    void everyKindOfReadingIsLoggedNewestFirst() {
        // Newer than the concerns of other tests, so that it is on the first page of the list.
        time.pass(Duration.ofDays(7));
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING);

        concern.seenBy("referrer");
        concern.pathSeenBy(OFFICER);
        concern.read(OFFICER, "/timeline");
        concern.read("auditor", "/verification");
        Api.as(OFFICER)
                .get(concern.address() + "/letters/POLICE_REPORT/1")
                .then()
                .statusCode(200);
        Api.as("auditor").get("/api/concerns").then().statusCode(200);

        assertThat(readings(concern, MANAGER))
                .containsExactly(
                        "manager.hartlepool READINGS",
                        "auditor LIST",
                        "officer.hartlepool LETTER",
                        "auditor VERIFICATION",
                        "officer.hartlepool TIMELINE",
                        "officer.hartlepool PATH",
                        "referrer STANDING");
    }

    @Test
    void aPageOfTheQueueIsLoggedForEachConcernThatItShows() {
        // More urgent and due earlier than the steps of other tests, so that it is on the first page of the queue.
        time.pass(Duration.ofDays(-7));
        Api.ConcernClient concern = Api.as("referrer").raise(Api.with(GROOMING, "/urgency/dangerNow", "YES"));

        Api.as(OFFICER).get("/api/queue?step=emergency-call").then().statusCode(200);

        assertThat(readings(concern, "auditor")).contains("officer.hartlepool QUEUE");
    }

    @Test
    void onlyManagersOfTheHubAndAuditorsSeeTheReadLog() {
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING);

        Api.as(OFFICER).get(concern.address() + "/readings").then().statusCode(403);
        Api.as("referrer").get(concern.address() + "/readings").then().statusCode(403);
        Api.as("manager.redcar").get(concern.address() + "/readings").then().statusCode(404);
        Api.as("auditor").get(concern.address() + "/readings").then().statusCode(200);
    }

    @Test
    void aRefusedReadingIsNotLogged() {
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING);

        Api.as("officer.redcar").get(concern.address()).then().statusCode(404);

        assertThat(readings(concern, MANAGER)).containsExactly("manager.hartlepool READINGS");
    }

    @Test
    void aConcernIsNotShownIfItsReadingCannotBeLogged() {
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING);
        TestDatabase.change("rename table reading to reading_gone");
        try {
            Response answer = Api.as(OFFICER).get(concern.address());

            answer.then().statusCode(500);
            assertThat(answer.asString()).doesNotContain("Robin", "alex_plays_99", concern.reference());
        } finally {
            TestDatabase.change("rename table reading_gone to reading");
        }
    }

    @Test
    @Timeout(20)
    void aReaderDoesNotWaitForTheLockOnAConcern() throws SQLException {
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING);
        try (Connection decider = TestDatabase.open()) {
            decider.setAutoCommit(false);
            try (Statement statement = decider.createStatement()) {
                statement.executeQuery(
                        "select * from concern where reference = '" + concern.reference() + "' for update");

                concern.seenBy(OFFICER);
                concern.read(OFFICER, "/timeline");
            }
            decider.rollback();
        }
        assertThat(readings(concern, MANAGER)).contains("officer.hartlepool STANDING", "officer.hartlepool TIMELINE");
    }

    @Test
    void theReadLogIsPaged() {
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING);
        for (int look = 0; look < 70; look++) {
            time.pass(Duration.ofSeconds(1));
            concern.seenBy(OFFICER);
        }
        time.pass(Duration.ofSeconds(1));

        JsonNode first = concern.read(MANAGER, "/readings");
        JsonNode second =
                concern.read(MANAGER, "/readings?after=" + first.get("next").asLong());

        assertThat(first.get("readings")).hasSize(50);
        assertThat(second.get("readings")).hasSize(21);
        assertThat(Stream.of(first, second)
                        .flatMap(page -> Api.each(page.get("readings")))
                        .map(line -> Instant.parse(line.get("at").asText())))
                .as("each reading once, the newest first")
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(second.has("next")).isFalse();
    }

    private static List<String> readings(Api.ConcernClient concern, String by) {
        return StreamSupport.stream(
                        concern.read(by, "/readings").get("readings").spliterator(), false)
                .map(line -> line.get("by").asText() + " " + line.get("what").asText())
                .toList();
    }
}
