package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.invariant.Invariants;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** Changes of a raised concern: duplicates, further information, reopening, status enquiries and closing. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class LaterJourneyTest extends ConcernJourney {

    @Test
    void aManagerLinksADuplicateAndAllItsStepsAreWithdrawn() {
        Api.ConcernClient kept = raise(Bodies.GROOMING);
        Api.ConcernClient duplicate = raise(Bodies.GROOMING);
        duplicate.tell(REFERRER, "information", Bodies.MORE_KNOWN);

        assertThat(Api.as(OFFICER)
                        .post(duplicate.address() + "/duplicate", Bodies.duplicateOf(kept.reference()))
                        .statusCode())
                .isEqualTo(403);
        duplicate.tell(MANAGER, "duplicate", Bodies.duplicateOf(kept.reference()));

        JsonNode status = duplicate.seenBy(REFERRER);
        assertThat(status.get("status").asText()).isEqualTo("LINKED_AS_DUPLICATE");
        assertThat(status.get("duplicateOf").asText()).isEqualTo(kept.reference());
        assertThat(duplicate.openSteps(OFFICER)).isEmpty();
        assertThat(kept.openSteps(OFFICER)).containsExactly("immediate-risk-check/1", "police-report");
        assertThat(duplicate.sentences("auditor", "WITHDRAWN")).hasSize(1);
    }

    @Test
    void aDuplicateIsNotWithdrawnWhileAnEmergencyCallIsOpen() {
        Api.ConcernClient kept = raise(Bodies.GROOMING);
        Api.ConcernClient duplicate = raise(Bodies.DANGER_NOW);
        Response refused =
                Api.as(MANAGER).post(duplicate.address() + "/duplicate", Bodies.duplicateOf(kept.reference()));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).contains("Call 999 and record the call first");
        assertThat(duplicate.openSteps(OFFICER)).contains("emergency-call");
    }

    @Test
    void aConcernCannotBeADuplicateOfItselfOrOfAClosedOrInaccessibleOne() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        Api.ConcernClient closed = raise(Bodies.bullyingIn("TS24 7ZZ"));
        closed(answered(closed));
        Api.ConcernClient foreign = raise(Bodies.groomingIn("TS10 1AA"));
        assertThat(withdraw(concern, concern)).isEqualTo(409);
        assertThat(withdraw(concern, closed)).isEqualTo(409);
        assertThat(withdraw(concern, foreign)).isEqualTo(404);
        assertThat(concern.openSteps(OFFICER)).containsExactly("immediate-risk-check/1", "police-report");
    }

    private static int withdraw(Api.ConcernClient concern, Api.ConcernClient other) {
        return Api.as(MANAGER)
                .post(concern.address() + "/duplicate", Bodies.duplicateOf(other.reference()))
                .statusCode();
    }

    @Test
    void concurrentDuplicateLinksInBothDirectionsLeaveOneConcernOpen() throws Exception {
        for (int round = 0; round < 8; round++) {
            Api.ConcernClient one = raise(Bodies.GROOMING);
            Api.ConcernClient other = raise(Bodies.GROOMING);

            List<Integer> statuses = atOnce(List.of(() -> withdraw(one, other), () -> withdraw(other, one)));

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            assertThat(Stream.of(one, other).filter(LaterJourneyTest::hasOpenSteps))
                    .hasSize(1);
        }
        assertThat(brokenDuplicateLinks()).isEmpty();
    }

    @Test
    void aConcurrentRingOfDuplicateLinksLeavesAConcernOpen() throws Exception {
        for (int round = 0; round < 4; round++) {
            Api.ConcernClient first = raise(Bodies.GROOMING);
            Api.ConcernClient second = raise(Bodies.GROOMING);
            Api.ConcernClient third = raise(Bodies.GROOMING);

            List<Integer> statuses = atOnce(List.of(
                    () -> withdraw(first, second), () -> withdraw(second, third), () -> withdraw(third, first)));

            assertThat(statuses).isSubsetOf(200, 409).contains(200, 409);
            assertThat(Stream.of(first, second, third).filter(LaterJourneyTest::hasOpenSteps))
                    .isNotEmpty();
        }
        assertThat(brokenDuplicateLinks()).isEmpty();
    }

    private static boolean hasOpenSteps(Api.ConcernClient concern) {
        return !concern.openSteps(OFFICER).isEmpty();
    }

    private List<String> brokenDuplicateLinks() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Invariants(connection).everyDuplicateLeadsToALiveOrProperlyClosedConcern();
        }
    }

    private static List<Integer> atOnce(List<Callable<Integer>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(work.size());
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<Integer>> running = work.stream()
                    .map(each -> threads.submit(() -> {
                        start.await();
                        return each.call();
                    }))
                    .toList();
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aReopenedDuplicateCanBeClosed() {
        Api.ConcernClient kept = raise(Bodies.GROOMING);
        Api.ConcernClient duplicate = raise(Bodies.GROOMING);
        duplicate.tell(OFFICER, "move", Bodies.moveTo("redcar-mach"));
        duplicate.tell(MANAGER, "duplicate", Bodies.duplicateOf(kept.reference()));

        duplicate.tell(REFERRER, "information", Bodies.MORE_KNOWN);

        assertThat(duplicate.openSteps(OFFICER))
                .containsExactly("immediate-risk-check/1", "information-review/1", "police-report");
        assertThat(duplicate.seenBy(REFERRER).at("/hubs/0").has("moveProposedTo"))
                .isFalse();
        duplicate.decide(OFFICER, "information-review/1", Bodies.CHANGES_NOTHING);
        answered(duplicate);
        reported(duplicate);
        closed(duplicate);
        assertThat(duplicate.seenBy(REFERRER).get("status").asText()).isEqualTo("CLOSED");
    }

    @Test
    void furtherInformationCanBeReviewedWithoutAChange() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        assertThat(concern.openSteps(OFFICER))
                .containsExactly(
                        "immediate-risk-check/1", "information-review/1", "information-review/2", "police-report");

        concern.decide(OFFICER, "information-review/2", Bodies.CHANGES_NOTHING);

        assertThat(concern.openSteps(OFFICER))
                .containsExactly("immediate-risk-check/1", "information-review/1", "police-report");
        assertThat(Api.each(concern.seenBy(OFFICER).get("added"))
                        .map(added -> added.at("/content/account/0/text").asText()))
                .containsExactly("There is a second account.", "There is a second account.");
    }

    @Test
    void furtherInformationMayChangeThePriority() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        concern.decide(OFFICER, "information-review/1", Bodies.CHANGES_PRIORITY);
        assertThat(concern.seenBy(OFFICER).get("priority").asText()).isEqualTo("RED");
        assertThat(concern.openStep(OFFICER, "immediate-risk-check/1")
                        .get("priority")
                        .asText())
                .isEqualTo("RED");
        assertThat(concern.openSteps(OFFICER)).doesNotContain("emergency-call");
    }

    @Test
    void furtherInformationMayShowDanger() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        concern.decide(OFFICER, "information-review/1", Bodies.SHOWS_DANGER);
        assertThat(concern.openSteps(OFFICER)).contains("emergency-call");
        assertThat(concern.seenBy(REFERRER).at("/instruction/say").asText()).startsWith("Call 999");
    }

    @Test
    void aReviewCannotLowerThePriorityWhileAnEmergencyCallIsOpen() {
        Api.ConcernClient concern = raise(Bodies.DANGER_NOW);
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        Object lowered = Api.with(Bodies.CHANGES_PRIORITY, "/priority", "GREEN");

        Response refused = concern.tryToDecide(OFFICER, "information-review/1", lowered);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(concern.openStep(OFFICER, "emergency-call").get("priority").asText())
                .isEqualTo("RED");
        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999);
        concern.decide(MANAGER, "information-review/1", lowered);
        assertThat(concern.seenBy(OFFICER).get("priority").asText()).isEqualTo("GREEN");
    }

    @Test
    void thePriorityFallsOnlyByAManagerWhoDidNotRaiseIt() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        for (int i = 0; i < 3; i++) {
            concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        }
        Object lowered =
                Api.with(Bodies.CHANGES_PRIORITY, "/priority", "AMBER", "/rationale", "The police have arrested him.");
        concern.decide(MANAGER, "information-review/1", Bodies.CHANGES_PRIORITY);
        assertThat(concern.seenBy(OFFICER).get("priorityReason").asText())
                .matches("Raised from (green|amber) to red by %s, Tue 22 Sept 2026 10:00: Younger than we thought\\."
                        .formatted(MANAGER));

        assertThat(Api.detail(concern.tryToDecide(OFFICER, "information-review/2", lowered)))
                .contains("Ask a manager to decide this review");
        assertThat(Api.detail(concern.tryToDecide(MANAGER, "information-review/2", lowered)))
                .contains("Ask another manager");
        assertThat(concern.seenBy(OFFICER).get("priority").asText()).isEqualTo("RED");

        concern.decide("manager.stockton", "information-review/2", lowered);
        assertThat(concern.seenBy(OFFICER).get("priority").asText()).isEqualTo("AMBER");
        assertThat(concern.seenBy(OFFICER).get("priorityReason").asText())
                .isEqualTo("Lowered from red to amber by manager.stockton, Tue 22 Sept 2026 10:00:"
                        + " The police have arrested him.");
        assertThat(concern.timeline(OFFICER)).anySatisfy(entry -> {
            assertThat(entry.get("sentence").asText())
                    .isEqualTo("Priority amber: Lowered from red to amber by a review of further information.");
            assertThat(entry.get("details").toString())
                    .isEqualTo(
                            "{\"after\":\"AMBER\",\"before\":\"RED\"," + "\"why\":\"The police have arrested him.\"}");
        });
    }

    @Test
    void informationReopensAClosedConcern() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        closed(answered(concern));

        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);

        assertThat(concern.timelineKinds("auditor")).contains("REOPENED");
        assertThat(concern.openSteps(OFFICER))
                .as("not the whole path again, but what the partner has to learn")
                .containsExactly("information-review/1", "social-care-referral/1");
        supplemented(concern, OFFICER);
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE)))
                .isEqualTo("Still open: Further information. Finish it first.");
        concern.decide(OFFICER, "information-review/1", Bodies.CHANGES_NOTHING);
        closed(concern);
        assertThat(concern.doneSteps(OFFICER).stream().filter("close"::equals)).hasSize(2);
    }

    @Test
    void dangerReopensAClosedConcern() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        answered(concern);
        reported(concern);
        closed(concern);

        JsonNode response = concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);

        assertThat(response.at("/instruction/say").asText()).startsWith("Call 999 now.");
        assertThat(concern.openSteps(OFFICER))
                .containsExactly("emergency-call", "police-report", "social-care-referral/1");
        supplemented(concern, OFFICER);
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE)))
                .isEqualTo("Still open: Emergency call. Finish it first.");
        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999);
        closed(concern);
    }

    @Test
    void aConcernDoesNotCloseWhileAStepIsOpen() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        assertThat(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE).statusCode())
                .isEqualTo(409);
        answered(concern);
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);

        Response refused = concern.tryToDecide(OFFICER, "close", Bodies.CLOSE);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused))
                .isEqualTo("Still open: Further information, Referral to children's social care. Finish it first.");
        concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);
        supplemented(concern, OFFICER);
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE)))
                .isEqualTo("Still open: Emergency call, Further information. Finish it first.");
        concern.decide(OFFICER, "information-review/1", Bodies.CHANGES_NOTHING)
                .decide(OFFICER, "emergency-call", Bodies.RANG_999);
        closed(concern);
    }

    @Test
    void aConcernDoesNotCloseWhileAnOutcomeIsMissingOrAPartnerHasNotAcknowledged() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        answered(concern);
        // The path cannot reach these states, so the test changes the rows.
        TestDatabase.change("UPDATE letter SET state = 'WAITING' WHERE reference = ?", concern.reference());
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE)))
                .isEqualTo("Not yet acknowledged: Children's social care of Hartlepool.");
        TestDatabase.change("UPDATE letter SET state = 'ACKNOWLEDGED' WHERE reference = ?", concern.reference());

        TestDatabase.change(
                "UPDATE decided_step SET item = '9' WHERE step = 'threshold-decision' AND reference = ?",
                concern.reference());
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE)))
                .isEqualTo("Without an outcome: Child 1.");
        TestDatabase.change(
                "UPDATE decided_step SET item = '1' WHERE step = 'threshold-decision' AND reference = ?",
                concern.reference());
        closed(concern);
    }

    @Test
    void aReferrerAsksForTheStatusAsOftenAsTheyLikeAndTheHubsNextActionAnswers() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        String ask = concern.address() + "/ask";
        time.pass(Duration.ofMinutes(20));
        Response first = Api.as(REFERRER).post(ask, "{}", "ask-" + concern.reference());
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.jsonPath().getString("asking.at")).isEqualTo("2026-09-22T09:20:00Z");
        assertThat(Api.as(REFERRER)
                        .post(ask, "{}", "ask-" + concern.reference())
                        .asString())
                .as("the same request again")
                .isEqualTo(first.asString());

        assertThat(queueLine(concern).get("askedAt").asText()).isEqualTo("2026-09-22T09:20:00Z");
        assertThat(concern.sentences(OFFICER, "ASKED"))
                .containsExactly("The referrer asks whether anyone has seen this.");
        time.pass(Duration.ofMinutes(2));
        assertThat(Api.as(REFERRER).post(ask).jsonPath().getString("asking.at"))
                .as("since when the referrer waits")
                .isEqualTo("2026-09-22T09:20:00Z");
        assertThat(concern.sentences(OFFICER, "ASKED"))
                .containsExactly(
                        "The referrer asks whether anyone has seen this.",
                        "The referrer asks again whether anyone has seen this.");

        time.pass(Duration.ofMinutes(5));
        concern.handle(OFFICER, "immediate-risk-check/1", "claim").then().statusCode(200);
        assertThat(queueLine(concern).has("askedAt")).isFalse();
        assertThat(concern.seenBy(REFERRER).at("/asking/answeredAt").asText()).isEqualTo("2026-09-22T09:27:00Z");
        assertThat(Api.as(REFERRER).post(ask).jsonPath().getString("asking.at")).isEqualTo("2026-09-22T09:27:00Z");
        assertThat(queueLine(concern).get("askedAt").asText()).isEqualTo("2026-09-22T09:27:00Z");
    }

    private static JsonNode queueLine(Api.ConcernClient concern) {
        String page = "?whose=ALL&size=100";
        while (true) {
            JsonNode queue = Api.as(OFFICER).queue(page);
            Optional<JsonNode> line = Api.each(queue.get("lines"))
                    .filter(each -> each.get("reference").asText().equals(concern.reference()))
                    .findFirst();
            if (line.isPresent()) {
                return line.get();
            }
            page = "?whose=ALL&size=100&after=" + queue.get("next").asText();
        }
    }

    @Test
    void aStatusEnquiryOnAClosedConcernIsRefused() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        closed(answered(concern));
        Response response = Api.as(REFERRER).post(concern.address() + "/ask");
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(Api.detail(response)).isEqualTo("This concern is closed.");
        assertThat(concern.sentences("auditor", "ASKED")).isEmpty();
    }
}
