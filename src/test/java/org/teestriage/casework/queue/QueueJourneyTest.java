package org.teestriage.casework.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.client.Race;
import org.teestriage.testing.server.MySqlResource;

/** The queue of a hub: its order, its pages, and exclusive claims under concurrency. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class QueueJourneyTest extends ConcernJourney {

    private static final String HUB_OFFICER = "officer.redcar";
    private static final String HUB_MANAGER = "manager.redcar";

    @Test
    void stepsAreOrderedByUrgencyAndThenByDueTime() {
        Api.ConcernClient amber = raise(Bodies.groomingIn("TS10 1AA"));
        Api.ConcernClient green = raise(Bodies.bullyingIn("TS10 1AA"));
        time.pass(Duration.ofMinutes(1));
        Api.ConcernClient red = raise(Api.with(Bodies.groomingIn("TS10 1AA"), "/urgency/dangerNow", "YES"));
        Api.ConcernClient later = raise(Bodies.groomingIn("TS10 1AA"));

        List<JsonNode> lines = Api.as(HUB_OFFICER).wholeQueue("?size=100");

        List<String> riskChecks = lines.stream()
                .filter(line -> line.get("step").asText().equals("immediate-risk-check"))
                .map(line -> line.get("reference").asText())
                .filter(Set.of(amber.reference(), green.reference(), red.reference(), later.reference())::contains)
                .toList();
        assertThat(riskChecks)
                .containsExactly(red.reference(), amber.reference(), later.reference(), green.reference());
        assertThat(lines)
                .isSortedAccordingTo(Comparator.comparing(QueueJourneyTest::precedence)
                        .thenComparing(QueueJourneyTest::priority)
                        .thenComparing(line -> Instant.parse(line.get("due").asText())));
    }

    private static int precedence(JsonNode line) {
        return switch (line.get("step").asText()) {
            case "emergency-call" -> 0;
            case "information-review" -> line.get("priority").asText().equals("RED") ? 1 : 3;
            case "immediate-risk-check" -> 2;
            default -> 3;
        };
    }

    private static int priority(JsonNode line) {
        return List.of("RED", "AMBER", "GREEN").indexOf(line.get("priority").asText());
    }

    @Test
    void emergencyCallsPrecedeOverdueStepsInTheListAndInTakeNext() {
        emptyQueue();
        Api.ConcernClient old = raise(Api.with(Bodies.groomingIn("TS10 1AA"), "/urgency/dangerNow", "YES"));
        old.decide(HUB_OFFICER, "emergency-call", Bodies.RANG_999)
                .decide(HUB_OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        Api.ConcernClient amber = raise(Bodies.groomingIn("TS10 1AA"));
        time.pass(Duration.ofDays(3));
        assertThat(old.openStep(HUB_OFFICER, "acknowledgement").get("overdue").asBoolean())
                .isTrue();
        Api.ConcernClient fresh = raise(Bodies.groomingIn("TS10 1AA"));
        fresh.tell(HUB_OFFICER, "danger", Bodies.DANGER_TOLD);
        fresh.tell(REFERRER, "information", Bodies.MORE_KNOWN);

        List<String> listed = Api.as(HUB_OFFICER).wholeQueue("?whose=UNCLAIMED&size=100").stream()
                .map(QueueJourneyTest::key)
                .toList();

        assertThat(listed)
                .startsWith(
                        fresh.reference() + " emergency-call/",
                        fresh.reference() + " information-review/1",
                        fresh.reference() + " immediate-risk-check/1",
                        amber.reference() + " immediate-risk-check/1")
                .contains(old.reference() + " acknowledgement/");
        assertThat(Api.as(HUB_OFFICER).wholeQueue("?whose=UNCLAIMED&size=1").stream()
                        .map(QueueJourneyTest::key))
                .as("page by page")
                .containsExactlyElementsOf(listed);
        assertThat(Stream.generate(() -> Api.as(HUB_OFFICER).takeNext())
                        .takeWhile(taken -> taken.statusCode() == 200)
                        .map(taken -> key(Api.json(taken))))
                .as("taken one by one")
                .containsExactlyElementsOf(listed);
    }

    @Test
    void informationReviewsFollowRiskChecksUnlessThereIsDanger() {
        emptyQueue();
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS10 1AA"));
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        assertThat(steps(concern, HUB_OFFICER, "?whose=UNCLAIMED")).startsWith("immediate-risk-check");

        concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);

        assertThat(steps(concern, HUB_OFFICER, "?whose=UNCLAIMED"))
                .startsWith("emergency-call", "information-review", "immediate-risk-check");
    }

    @Test
    void aSecondReadingIsOfferedOnlyToManagersOtherThanTheDecider() {
        emptyQueue();
        Api.ConcernClient byOfficer = awaitingSecondReading(HUB_OFFICER);
        Api.ConcernClient byManager = awaitingSecondReading(HUB_MANAGER);

        assertThat(steps(byOfficer, HUB_OFFICER, "?whose=UNCLAIMED")).doesNotContain("second-reading");
        assertThat(steps(byOfficer, HUB_MANAGER, "?whose=UNCLAIMED")).contains("second-reading");
        assertThat(steps(byManager, HUB_MANAGER, "?whose=UNCLAIMED")).doesNotContain("second-reading");
        assertThat(reasons(byOfficer, HUB_OFFICER)).containsExactly("This step is a manager's.");
        assertThat(reasons(byOfficer, HUB_MANAGER)).isEmpty();
        assertThat(reasons(byManager, HUB_MANAGER))
                .containsExactly("This is about what you did yourself. Another manager has to take it.");
        emptyQueue();
        assertThat(byManager.openStep(HUB_MANAGER, "second-reading/1").has("claimedBy"))
                .as("not handed out to its decider")
                .isFalse();
    }

    private static Api.ConcernClient awaitingSecondReading(String decider) {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS10 1AA"));
        return concern.decide(decider, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(decider, "threshold-decision/1", Bodies.EARLY_HELP);
    }

    private static List<String> reasons(Api.ConcernClient concern, String user) {
        return Api.as(user).wholeQueue("?size=100&step=second-reading").stream()
                .filter(line -> line.get("reference").asText().equals(concern.reference()))
                .filter(line -> line.has("notYours"))
                .map(line -> line.get("notYours").asText())
                .toList();
    }

    @Test
    void pagingNeitherSkipsNorRepeatsStepsWhileOthersClaim() {
        Set<String> waiting = new HashSet<>();
        for (int i = 0; i < 24; i++) {
            waiting.add(raise(Bodies.bullyingIn("TS10 1AA")).reference());
            time.pass(Duration.ofSeconds(i % 3));
        }
        List<String> seen = new ArrayList<>();
        Set<String> claimedUnseen = new HashSet<>();
        String after = "";
        do {
            JsonNode page = Api.as(HUB_OFFICER).queue("?whose=UNCLAIMED&step=immediate-risk-check&size=5" + after);
            Api.each(page.get("lines"))
                    .map(line -> line.get("reference").asText())
                    .forEach(seen::add);
            // A colleague claims two lines that were seen and one that was not seen yet.
            seen.stream()
                    .filter(waiting::contains)
                    .skip(Math.max(0, seen.size() - 2))
                    .forEach(this::claimed);
            waiting.stream()
                    .filter(reference -> !seen.contains(reference) && !claimedUnseen.contains(reference))
                    .findFirst()
                    .ifPresent(reference -> {
                        claimed(reference);
                        claimedUnseen.add(reference);
                    });
            after = page.has("next") ? "&after=" + page.get("next").asText() : null;
        } while (after != null);

        assertThat(seen).doesNotHaveDuplicates();
        Set<String> expected = new HashSet<>(waiting);
        expected.removeAll(claimedUnseen);
        assertThat(seen).containsAll(expected).doesNotContainAnyElementsOf(claimedUnseen);
        assertThat(Api.as(HUB_OFFICER).wholeQueue("?size=7").stream().map(QueueJourneyTest::key))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(Api.as(HUB_OFFICER).wholeQueue("?size=100").stream()
                        .map(QueueJourneyTest::key)
                        .toList());
    }

    private void claimed(String reference) {
        new Api.ConcernClient(reference).handle(HUB_MANAGER, "immediate-risk-check/1", "claim");
    }

    @Test
    void theQueueFiltersByClaimantOverdueAndStep() {
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS10 1AA"));
        concern.handle(HUB_OFFICER, "immediate-risk-check/1", "claim").then().statusCode(200);

        assertThat(steps(concern, HUB_OFFICER, "?whose=MINE")).containsExactly("immediate-risk-check");
        assertThat(steps(concern, HUB_MANAGER, "?whose=MINE")).isEmpty();
        assertThat(steps(concern, HUB_MANAGER, "?whose=UNCLAIMED")).containsExactly("police-report", "acknowledgement");
        assertThat(steps(concern, HUB_MANAGER, "?step=police-report")).containsExactly("police-report");
        assertThat(steps(concern, HUB_MANAGER, "?overdue=true")).isEmpty();
        assertThat(steps(concern, OFFICER, "")).isEmpty();
        time.set(Instant.parse("2026-09-22T10:00:01Z"));
        assertThat(steps(concern, HUB_MANAGER, "?overdue=true")).containsExactly("immediate-risk-check");
        assertThat(Api.as(REFERRER).get("/api/queue").statusCode()).isEqualTo(403);
        assertThat(Api.as("auditor").get("/api/queue").statusCode()).isEqualTo(403);
        assertThat(Api.as(HUB_OFFICER).get("/api/queue?after=nonsense").statusCode())
                .isEqualTo(400);
    }

    private static List<String> steps(Api.ConcernClient concern, String user, String query) {
        return Api.as(user).wholeQueue(query + (query.isEmpty() ? "?" : "&") + "size=100").stream()
                .filter(line -> line.get("reference").asText().equals(concern.reference()))
                .map(line -> line.get("step").asText())
                .toList();
    }

    private static String key(JsonNode line) {
        return line.get("reference").asText() + " " + line.get("step").asText() + "/"
                + line.get("item").asText();
    }

    @Test
    void eachStepClaimedByEightUsersAtOnceHasOneWinnerWhomTheOthersSee() throws Exception {
        List<Place> places = thirtySteps();

        List<List<Attempt>> attempts = Race.run(racer -> {
            List<Place> mine = new ArrayList<>(places);
            Collections.shuffle(mine, new Random(racer));
            return mine.stream()
                    .map(place -> new Attempt(
                            place,
                            MySqlResource.racer(racer),
                            place.concern().handle(MySqlResource.racer(racer), place.step(), "claim")))
                    .toList();
        });

        Map<Place, String> winners = new HashMap<>();
        List<Attempt> all = attempts.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(8 * 30);
        all.stream().filter(attempt -> attempt.answer().statusCode() == 200).forEach(attempt -> assertThat(
                        winners.put(attempt.place(), attempt.racer()))
                .isNull());
        assertThat(winners).hasSize(30);
        for (Attempt lost : all) {
            if (lost.answer().statusCode() != 200) {
                assertThat(lost.answer().statusCode()).isEqualTo(409);
                assertThat(Api.detail(lost.answer()))
                        .isEqualTo("%s has claimed this step already.".formatted(winners.get(lost.place())));
            }
        }
        places.forEach(place -> assertThat(place.concern()
                        .openStep(HUB_OFFICER, place.step())
                        .get("claimedBy")
                        .asText())
                .isEqualTo(winners.get(place)));
        assertThat(claimEntries(places)).isEqualTo(30);
    }

    @Test
    void takeNextByEightUsersAtOnceHandsOutEachStepOnce() throws Exception {
        emptyQueue();
        List<Place> places = thirtySteps();

        List<List<String>> taken = Race.run(racer -> {
            List<String> mine = new ArrayList<>();
            // The queue looks empty while colleagues hold locks on all remaining rows: stop only after three such
            // responses.
            for (int empty = 0; empty < 3; ) {
                Response next = Api.as(MySqlResource.racer(racer)).takeNext();
                if (next.statusCode() == 204) {
                    empty++;
                } else {
                    assertThat(next.statusCode()).isEqualTo(200);
                    mine.add(key(Api.json(next)));
                }
            }
            return mine;
        });

        assertThat(taken.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(places.stream()
                        .map(place -> place.concern().reference() + " " + place.step()
                                + (place.step().contains("/") ? "" : "/"))
                        .toList());
        assertThat(claimEntries(places)).isEqualTo(30);
    }

    @Test
    void takeNextNeverFailsWhileColleaguesDecide() throws Exception {
        emptyQueue();
        List<Api.ConcernClient> concerns = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            concerns.add(raise(Bodies.bullyingIn("TS10 1AA")));
            time.pass(Duration.ofSeconds(1));
        }

        // Six users decide steps in the order in which two users take them, so that both act on the same steps.
        List<List<Integer>> statuses = Race.run(racer -> IntStream.range(0, 10)
                .map(i -> 6 * i + racer - 1)
                .mapToObj(i -> racer > 6
                        ? Api.as(MySqlResource.racer(racer)).takeNext()
                        : concerns.get(i)
                                .tryToDecide(
                                        MySqlResource.racer(racer),
                                        "immediate-risk-check/1",
                                        Bodies.NO_IMMEDIATE_DANGER))
                .map(Response::statusCode)
                .toList());

        assertThat(statuses.stream().flatMap(List::stream)).isSubsetOf(200, 204, 409);
    }

    private record Place(Api.ConcernClient concern, String step) {}

    private record Attempt(Place place, String racer, Response answer) {}

    private static List<Place> thirtySteps() {
        return IntStream.range(0, 10)
                .mapToObj(i -> raise(Bodies.groomingIn("TS10 1AA")))
                .flatMap(concern -> Stream.of("immediate-risk-check/1", "police-report", "acknowledgement")
                        .map(step -> new Place(concern, step)))
                .toList();
    }

    private static long claimEntries(List<Place> places) {
        return places.stream()
                .map(Place::concern)
                .distinct()
                .mapToLong(concern -> concern.sentences("auditor", "CLAIMED").size())
                .sum();
    }

    private static void emptyQueue() {
        while (Api.as(HUB_MANAGER).takeNext().statusCode() == 200) {
            // Takes every unclaimed step that other tests left.
        }
    }

    @Test
    void secondReadingsAtTheTopDoNotHideOtherStepsFromAnOfficer() {
        emptyQueue();
        for (int i = 0; i < 33; i++) {
            raise(Api.with(Bodies.bullyingIn("TS10 1AA"), "/urgency/dangerNow", "NOT_KNOWN"))
                    .decide(HUB_OFFICER, "acknowledgement", Bodies.ACKNOWLEDGED)
                    .decide(HUB_OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                    .decide(HUB_OFFICER, "threshold-decision/1", Bodies.NO_FURTHER_ACTION);
        }
        Api.ConcernClient behind = raise(Bodies.bullyingIn("TS10 1AA"));

        Response next = Api.as(HUB_OFFICER).takeNext();

        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(Api.json(next).get("reference").asText()).isEqualTo(behind.reference());
        emptyQueue();
    }

    @Test
    void onlyTheClaimantOrAManagerReleasesAStep() {
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS10 1AA"));
        concern.handle("racer1", "police-report", "claim").then().statusCode(200);
        concern.handle("racer1", "police-report", "claim").then().statusCode(200);

        Response notYours = concern.handle("racer2", "police-report", "release");
        assertThat(notYours.statusCode()).isEqualTo(409);
        assertThat(Api.detail(notYours)).contains("racer1");
        concern.handle("racer1", "police-report", "release").then().statusCode(200);
        concern.handle("racer2", "police-report", "claim").then().statusCode(200);
        concern.handle(HUB_MANAGER, "police-report", "release").then().statusCode(200);
        concern.handle(HUB_MANAGER, "police-report", "release").then().statusCode(200);

        assertThat(concern.timelineKinds("auditor").stream().filter(Set.of("CLAIMED", "RELEASED")::contains))
                .containsExactly("CLAIMED", "RELEASED", "CLAIMED", "RELEASED");
    }

    @Test
    void onlyAManagerAssignsAndOnlyToAKnownColleagueOfTheHub() {
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS10 1AA"));
        Api.as("racer1").queue("");
        Api.as(OFFICER).queue("");

        assertThat(concern.assign(HUB_OFFICER, "police-report", "racer1").statusCode())
                .isEqualTo(403);
        Response unknown = concern.assign(HUB_MANAGER, "police-report", "nobody");
        assertThat(unknown.statusCode()).isEqualTo(409);
        assertThat(Api.detail(unknown)).contains("Check it.");
        assertThat(concern.assign(HUB_MANAGER, "police-report", OFFICER).statusCode())
                .isEqualTo(409);
        concern.assign(HUB_MANAGER, "police-report", "racer1").then().statusCode(200);
        assertThat(concern.openStep(HUB_OFFICER, "police-report")
                        .get("claimedBy")
                        .asText())
                .isEqualTo("racer1");
        assertThat(concern.sentences("auditor", "ASSIGNED")).containsExactly("Given to racer1: Report to the police.");
    }

    @Test
    void aRefusedFirstRequestDoesNotPreventALaterAssignment() {
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS10 1AA"));
        concern.handle("racer1", "police-report", "claim").then().statusCode(200);
        assertThat(concern.handle(MySqlResource.NEWCOMER, "police-report", "claim")
                        .statusCode())
                .isEqualTo(409);
        Api.as(MySqlResource.NEWCOMER).queue("");

        concern.assign(HUB_MANAGER, "police-report", MySqlResource.NEWCOMER)
                .then()
                .statusCode(200);
    }

    @Test
    void aDecisionOnAStepClaimedByAColleagueIsRefusedWithTheirName() {
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS10 1AA"));
        concern.handle("racer1", "police-report", "claim").then().statusCode(200);
        Response refused = concern.tryToDecide("racer2", "police-report", Bodies.REPORT_MADE);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused))
                .isEqualTo("racer1 has claimed this step. Ask them to release it, or a manager to reassign it.");
        concern.decide("racer1", "police-report", Bodies.REPORT_MADE);
    }

    @Test
    void ofConcurrentIdenticalDecisionsOneSucceedsAndTheOthersNameItsDecider() throws Exception {
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS10 1AA"));

        List<Response> answers = Race.run(racer ->
                concern.tryToDecide(MySqlResource.racer(racer), "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER));

        assertThat(answers.stream().map(Response::statusCode))
                .containsOnlyOnce(200)
                .allMatch(status -> status == 200 || status == 409);
        String decider = concern.pathSeenBy(HUB_OFFICER).at("/done/0/decidedBy").asText();
        answers.stream().filter(answer -> answer.statusCode() == 409).forEach(lost -> assertThat(Api.detail(lost))
                .isEqualTo(
                        "Immediate safety check was already decided by %s, Tue 22 Sept 2026 10:00. Nothing has changed."
                                .formatted(decider)));
        assertThat(concern.sentences("auditor", "DECIDED")).hasSize(1);
    }
}
