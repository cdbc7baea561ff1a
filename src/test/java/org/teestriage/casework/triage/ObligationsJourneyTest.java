package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teestriage.casework.path.DueAgainService;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** What is due to partners follows the facts and the officers, at any moment. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class ObligationsJourneyTest extends ConcernJourney {

    @Inject
    DueAgainService dueAgain;

    private static final String WHY = "The grandmother says that he coaches the swimming team.";

    private static String opening(String kind, String item) {
        return "{\"kind\": \"%s\", \"item\": \"%s\", \"reason\": \"%s\"}".formatted(kind, item, WHY);
    }

    private static List<String> obligations(Api.ConcernClient concern, String user) {
        return Api.each(concern.read(user, "/obligations").get("obligations"))
                .map(each -> "%s %s %s %s"
                        .formatted(
                                each.get("kind").asText(),
                                each.get("item").asText(),
                                each.get("round").asText(),
                                each.get("state").asText())
                        .replace("  ", " "))
                .toList();
    }

    private static JsonNode obligation(Api.ConcernClient concern, String user, String kind) {
        return Api.each(concern.read(user, "/obligations").get("obligations"))
                .filter(each -> each.get("kind").asText().equals(kind))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Response tryToOpen(Api.ConcernClient concern, String user, String opening) {
        return Api.as(user).post(concern.address() + "/obligations", opening);
    }

    // Routes outside the service

    private static JsonNode route(Api.ConcernClient concern, String user, String kind) {
        return Api.each(concern.read(user, "/routes").get("routes"))
                .filter(each -> each.get("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRouteIsSuggestedWithItsReasonAndSettledByARecordOfWhatWasDone() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        JsonNode suggested = route(concern, OFFICER, "VEMT");
        assertThat(suggested.get("state").asText()).isEqualTo("SUGGESTED");
        assertThat(suggested.at("/suggestedBecause/0/because").asText()).contains("exploited or groomed");
        assertThat(suggested.at("/suggestedBecause/0/source").asText()).isNotBlank();

        concern.tell(OFFICER, "routes", """
                {"kind": "VEMT", "about": "CHILD", "number": 1, "result": "DONE", "at": "2026-09-22T08:30:00Z",
                "reference": "VPG-12"}""");

        JsonNode done = route(concern, OFFICER, "VEMT");
        assertThat(done.get("state").asText()).isEqualTo("DONE");
        assertThat(done.at("/entries/0/reference").asText()).isEqualTo("VPG-12");
        assertThat(done.at("/entries/0/recordedBy").asText()).isEqualTo(OFFICER);
        assertThat(concern.sentences(OFFICER, "ROUTE")).containsExactly("VEMT Practitioner Group for child 1: done.");
        assertThat(route(concern, "auditor", "VEMT").at("/entries/0").has("reference"))
                .as("an auditor reads nothing that a person typed")
                .isFalse();
    }

    @Test
    void imagesSeenAgainSuggestTheirRemovalAgainThatWasAskedForBefore() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(OFFICER, "routes", """
                {"kind": "REPORT_REMOVE", "about": "CHILD", "number": 1, "result": "DONE", "at": "2026-09-22T08:30:00Z",
                "by": "The child", "cameOfIt": "Removed the same day"}""");
        assertThat(route(concern, OFFICER, "REPORT_REMOVE").get("state").asText())
                .isEqualTo("DONE");

        atTime("2026-09-22T10:00:00Z", concern);
        concern.tell(OFFICER, "amendments", """
                {"saidBy": "Robin", "seenAgain": [{"operation": "ADD", "sighting": {"on": "2026-09-22", "where": "A board"}}]}""");

        JsonNode again = route(concern, OFFICER, "REPORT_REMOVE");
        assertThat(again.get("state").asText()).isEqualTo("SUGGESTED");
        assertThat(again.get("suggestedBecause").toString()).contains("Images were seen again after their removal");
        assertThat(again.at("/entries/0/cameOfIt").asText()).isEqualTo("Removed the same day");
    }

    @Test
    void theOutcomeVemtMakesItsReferralDueAgainWithinAWorkingDay() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(OFFICER, "routes", """
                {"kind": "VEMT", "about": "CHILD", "number": 1, "result": "NOT_NEEDED",
                "because": "The strategy discussion decides that first."}""");
        assertThat(route(concern, OFFICER, "VEMT").get("state").asText()).isEqualTo("NOT_NEEDED");

        atTime("2026-09-22T10:00:00Z", concern);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47);

        JsonNode due = route(concern, OFFICER, "VEMT");
        assertThat(due.get("state").asText()).isEqualTo("DUE");
        assertThat(due.get("due").asText()).startsWith("2026-09-23T");
    }

    @Test
    void aRouteIsNotRecordedForAChildThatTheConcernDoesNotHaveNorWithoutAReason() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        String body = """
                {"kind": "PREVENT", "about": "%s", "number": %d, "result": "%s", "at": "2026-09-22T08:30:00Z"}""";
        String address = concern.address() + "/routes";
        assertThat(Api.as(OFFICER)
                        .post(address, body.formatted("CHILD", 9, "DONE"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(Api.as(OFFICER)
                        .post(address, body.formatted("ACCOUNT", 1, "DONE"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(Api.as(OFFICER)
                        .post(address, body.formatted("CHILD", 1, "NOT_NEEDED"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Api.as(REFERRER)
                        .post(address, body.formatted("CHILD", 1, "DONE"))
                        .statusCode())
                .isEqualTo(403);
    }

    // By the facts

    @Test
    void aConcernWithNoKindOfHarmChosenGoesToThePoliceAtOnce() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/kinds", List.of()));

        assertThat(concern.openSteps(OFFICER)).containsExactly("immediate-risk-check/1", "police-report");
        JsonNode police = obligation(concern, OFFICER, "POLICE");
        assertThat(police.get("state").asText()).isEqualTo("OPEN");
        assertThat(police.get("reason").asText()).contains("counts as sexual until it is");
        assertThat(police.get("source").asText()).isNotBlank();
        assertThat(police.get("factsRevision").asInt()).isEqualTo(1);
        assertThat(police.has("openedBy")).isFalse();
        assertThat(concern.sentences(OFFICER, "DUE"))
                .anyMatch(sentence -> sentence.startsWith("Due: Report to the police."));
    }

    @Test
    void policeAndLadoDoNotWaitForTheWrittenConcern() {
        Api.ConcernClient concern = raise(Bodies.telephoned(Bodies.COACH, "2026-09-22T07:30:00Z"));
        assertThat(concern.openSteps(OFFICER))
                .containsExactly("immediate-risk-check/1", "lado-referral/1", "police-report", "written-concern");
    }

    @Test
    void reportsOpenInTheirOrderAndShowWhatTheyWaitFor() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(obligations(concern, OFFICER)).containsExactly("POLICE 1 OPEN", "CEOP 1 DUE", "PLATFORM 1 1 DUE");
        assertThat(obligation(concern, OFFICER, "CEOP").get("waitsFor").asText())
                .isEqualTo("Opens when the report to the police is decided.");

        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);

        assertThat(obligations(concern, OFFICER)).containsExactly("POLICE 1 DONE", "CEOP 1 OPEN", "PLATFORM 1 1 OPEN");
        JsonNode police = obligation(concern, OFFICER, "POLICE");
        assertThat(police.get("settledBy").asText()).isEqualTo(OFFICER);
        assertThat(police.get("settledBecause").asText()).isEqualTo("The report to the police was made.");

        concern.decide(OFFICER, "ceop-decision", Bodies.REPORT_HELD);
        assertThat(obligation(concern, OFFICER, "CEOP").get("state").asText())
                .as("a held report stays due")
                .isEqualTo("OPEN");
        concern.decide(OFFICER, "platform-decision/1", Bodies.REPORT_NOT_NEEDED);
        JsonNode platform = obligation(concern, OFFICER, "PLATFORM");
        assertThat(platform.get("state").asText()).isEqualTo("NOT_NEEDED");
        assertThat(platform.get("settledBecause").asText()).contains("asked us to leave it");
    }

    @Test
    void aConcernIsNotClosedWhileAReportIsHeld() {
        Api.ConcernClient concern = answered(raise(Bodies.GROOMING))
                .decide(OFFICER, "police-report", Bodies.REPORT_MADE)
                .decide(OFFICER, "platform-decision/1", Bodies.REPORT_MADE)
                .decide(OFFICER, "ceop-decision", Bodies.REPORT_HELD);
        assertThat(concern.openSteps(OFFICER)).isEmpty();
        atTime("2026-09-24T09:00:01Z", concern);
        concern.decide(OFFICER, "ceop-decision", Bodies.REPORT_MADE);
        closed(concern);
    }

    @Test
    void aReasonAboutAnAccountIsNoAnswerForThePolice() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(concern.tryToDecide(
                                OFFICER,
                                "police-report",
                                Bodies.REPORT_NOT_NEEDED.replace("POLICE_ALREADY_INVOLVED", "NOT_AN_ABUSE_ACCOUNT"))
                        .statusCode())
                .isEqualTo(400);
    }

    // By hand

    @Test
    void anOfficerOpensTheReferralToTheLadoOnAConcernThatNeverHadIt() {
        Api.ConcernClient concern = answered(raise(Bodies.bullyingIn("TS24 7ZZ")));
        assertThat(concern.openSteps(OFFICER)).containsExactly("close");

        concern.tell(OFFICER, "obligations", opening("LADO", "1"));

        assertThat(concern.openSteps(OFFICER)).containsExactly("close", "lado-referral/1", "police-report");
        JsonNode lado = obligation(concern, OFFICER, "LADO");
        assertThat(lado.get("reason").asText()).isEqualTo(WHY);
        assertThat(lado.get("openedBy").asText()).isEqualTo(OFFICER);
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE)))
                .isEqualTo("Still open: Report to the police, Referral to the LADO. Finish it first.");
        assertThat(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE)
                        .path("missing[1].page")
                        .toString())
                .isEqualTo("/concerns/%s/steps/lado-referral/1".formatted(concern.reference()));
        concern.decide(OFFICER, "lado-referral/1", Bodies.SENT);
        assertThat(obligation(concern, OFFICER, "LADO").get("state").asText()).isEqualTo("DONE");
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        closed(concern);
    }

    // Evaluation by the LADO

    private static Api.ConcernClient referredToTheLado() {
        return supplemented(
                answered(raise(Api.with(Bodies.COACH, "/suspects/0/identities", List.of())))
                        .decide(OFFICER, "lado-referral/1", Bodies.SENT),
                OFFICER);
    }

    @Test
    void aReferralToTheLadoAsksForTheOutcomeAndTheConcernIsNotClosedWithoutIt() {
        Api.ConcernClient concern = referredToTheLado();

        assertThat(concern.openSteps(OFFICER)).containsExactly("lado-evaluation/1");
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "lado-evaluation/1", Bodies.CLOSE)))
                .isNotBlank();
        assertThat(concern.seenBy(REFERRER).toString())
                .as("the referrer does not learn of it")
                .doesNotContainIgnoringCase("evaluat");

        concern.decide(OFFICER, "lado-evaluation/1", Bodies.LADO_UNSUBSTANTIATED);

        JsonNode outcome = obligation(concern, OFFICER, "LADO_EVALUATION");
        assertThat(outcome.get("settledBecause").asText())
                .isEqualTo("The evaluation by the LADO ended: unsubstantiated.");
        closed(concern);
    }

    @Test
    void anEvaluationThatContinuesComesBackOnItsDayAndOpensTheClosedConcern() {
        Api.ConcernClient concern = referredToTheLado().decide(OFFICER, "lado-evaluation/1", Bodies.LADO_CONTINUES);
        closed(concern);
        time.set(Instant.parse("2026-09-28T20:00:00Z"));
        dueAgain.lookUp();
        assertThat(concern.allOpenSteps(OFFICER)).isEmpty();

        time.set(Instant.parse("2026-09-29T08:00:00Z"));
        dueAgain.lookUp();
        dueAgain.lookUp();

        assertThat(concern.allOpenSteps(OFFICER)).containsExactly("lado-evaluation/1");
        assertThat(obligations(concern, OFFICER)).contains("LADO_EVALUATION 1 1 DONE", "LADO_EVALUATION 1 2 OPEN");
        assertThat(concern.timelineKinds(OFFICER)).contains("REOPENED");
        closed(concern);
    }

    @Test
    void theOutcomeIsAskedForAgainOnceTheLadoWasToldMore() {
        Api.ConcernClient concern =
                referredToTheLado().decide(OFFICER, "lado-evaluation/1", Bodies.LADO_UNSUBSTANTIATED);

        time.pass(Duration.ofMinutes(1));
        concern.tell(OFFICER, "obligations", opening("LADO", "1"));
        assertThat(concern.openSteps(OFFICER)).doesNotContain("lado-evaluation/1");
        concern.decide(OFFICER, "lado-referral/1", Bodies.SENT);

        assertThat(concern.openSteps(OFFICER)).contains("lado-evaluation/1");
        assertThat(obligation(concern, OFFICER, "LADO_EVALUATION").get("reason").asText())
                .isEqualTo("The LADO was told more since the outcome was recorded.");
        closed(concern);
    }

    @Test
    void aReferralThatIsNotNeededBecauseTheLadoHasItAsksForTheOutcomeToo() {
        String notNeeded = """
                {"notNeeded": {"because": "%s", "rationale": "The school told the LADO this morning."}}""";
        Api.ConcernClient concern =
                raise(Bodies.COACH).decide(OFFICER, "lado-referral/1", notNeeded.formatted("ALREADY_REFERRED"));
        assertThat(concern.openSteps(OFFICER)).contains("lado-evaluation/1");
    }

    @Test
    void aClosedConcernIsReopenedForOneReportOnly() {
        Api.ConcernClient concern = closed(answered(raise(Bodies.bullyingIn("TS24 7ZZ"))));

        concern.tell(OFFICER, "obligations", opening("POLICE", ""));

        assertThat(concern.allOpenSteps(OFFICER)).containsExactly("police-report");
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        assertThat(concern.allOpenSteps(OFFICER)).containsExactly("close");
        closed(concern);
        assertThat(concern.seenBy(REFERRER).get("status").asText()).isEqualTo("CLOSED");
        assertThat(concern.timelineKinds(OFFICER)).contains("REOPENED");
    }

    @Test
    void aSettledReportIsOpenedAgainInItsNextRound() {
        Api.ConcernClient concern = answered(raise(Bodies.GROOMING));
        reported(concern);
        assertThat(Api.detail(tryToOpen(concern, OFFICER, opening("SOCIAL_CARE", "9"))))
                .isEqualTo("Say which child, by its number from 1 to 1.");

        concern.tell(OFFICER, "obligations", opening("POLICE", ""));

        assertThat(obligations(concern, OFFICER)).contains("POLICE 1 DONE", "POLICE 2 OPEN");
        assertThat(Api.detail(tryToOpen(concern, OFFICER, opening("POLICE", ""))))
                .isEqualTo("Report to the police is due already. Decide the open step.");
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        closed(concern);
    }

    @Test
    void aPlatformOpenedByHandWaitsForAPositionToo() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/kinds", List.of("CYBERBULLYING")));
        assertThat(Api.detail(tryToOpen(concern, OFFICER, opening("PLATFORM", "1"))))
                .isEqualTo("Platform decision is due already. Opens when the police, the LADO or the threshold decision"
                        + " has taken a position.");
        concern.tell(OFFICER, "obligations", opening("POLICE", ""));
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        assertThat(concern.openSteps(OFFICER)).contains("platform-decision/1");
    }

    @Test
    void theSameRequestUnderTheSameKeyOpensOneReport() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        String key = "open-" + concern.reference();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(Api.as(OFFICER)
                            .post(concern.address() + "/obligations", opening("CEOP", ""), key)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(obligations(concern, OFFICER)).containsExactly("CEOP 1 OPEN");
    }

    @Test
    void onlyStaffOfAHubOfTheConcernOpenReports() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        for (Map.Entry<String, Integer> refused :
                Map.of(REFERRER, 403, "auditor", 403, "officer.redcar", 404).entrySet()) {
            assertThat(tryToOpen(concern, refused.getKey(), opening("POLICE", ""))
                            .statusCode())
                    .as(refused.getKey())
                    .isEqualTo(refused.getValue());
        }
        assertThat(Api.as(REFERRER).get(concern.address() + "/obligations").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAuditorSeesWhatIsDueAndNoWordThatAPersonTyped() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.tell(OFFICER, "obligations", opening("CEOP", ""));
        JsonNode seen = obligation(concern, "auditor", "CEOP");
        assertThat(seen.get("openedBy").asText()).isEqualTo(OFFICER);
        assertThat(seen.has("reason")).isFalse();
        assertThat(concern.read("auditor", "/timeline").toString()).doesNotContain("grandmother");
    }

    @Test
    void aReferralToTheLadoIsHiddenFromThoseWhoMayNotKnowOfIt() {
        Api.ConcernClient concern = raise(Bodies.COACH);
        concern.tell(
                MANAGER,
                "restrictions",
                Api.with("{\"reason\": \"A made-up reason.\"}", "/kind", "RESTRICT_LADO", "/users", List.of(MANAGER)));

        assertThat(obligations(concern, MANAGER)).anyMatch(each -> each.startsWith("LADO"));
        assertThat(obligations(concern, OFFICER)).noneMatch(each -> each.startsWith("LADO"));
        assertThat(concern.read(OFFICER, "/timeline").toString()).doesNotContain("LADO");
        List<Integer> numbers = concern.timeline(OFFICER).stream()
                .map(entry -> entry.get("sequence").asInt())
                .toList();
        assertThat(numbers)
                .as("no gap")
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        for (String item : List.of("1", "9")) {
            assertThat(tryToOpen(concern, OFFICER, opening("LADO", item)).statusCode())
                    .isEqualTo(403);
        }
    }

    // Not needed

    @Test
    void aReferralIsNotNeededOnlyWhereNothingProtectsThroughIt() {
        String notNeeded =
                "{\"notNeeded\": {\"because\": \"%s\", \"rationale\": \"The club says that he left in June.\"}}";
        Api.ConcernClient coach = raise(Bodies.COACH);
        assertThat(Api.detail(coach.tryToDecide(
                        OFFICER, "lado-referral/1", notNeeded.formatted("DOES_NOT_WORK_WITH_CHILDREN"))))
                .startsWith("As far as is known, this person works with children.");
        coach.decide(OFFICER, "lado-referral/1", notNeeded.formatted("ALREADY_REFERRED"));
        assertThat(obligation(coach, OFFICER, "LADO").get("state").asText()).isEqualTo("NOT_NEEDED");

        Api.ConcernClient concern = raise(Bodies.GROOMING)
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47);
        assertThat(Api.detail(concern.tryToDecide(
                        OFFICER, "social-care-referral/1", notNeeded.formatted("ALREADY_REFERRED"))))
                .startsWith("Section 47 enquiries were decided for this child.");
    }

    private static String answer(Api.ConcernClient concern, String kind, boolean agrees) {
        JsonNode due = obligation(concern, OFFICER, kind);
        return "{\"kind\": \"%s\", \"item\": \"%s\", \"askedAt\": \"%s\", \"agrees\": %s, \"rationale\": \"%s\"}"
                .formatted(
                        kind,
                        due.get("item").asText(),
                        due.at("/notNeeded/askedAt").asText(),
                        agrees,
                        "Read the messages of this account.");
    }

    private static Response answered(Api.ConcernClient concern, String user, String answer) {
        return Api.as(user).post(concern.address() + "/obligations/second-decisions", answer);
    }

    private static final String NO_ABUSE_ACCOUNT =
            Bodies.REPORT_NOT_NEEDED.replace("POLICE_ALREADY_INVOLVED", "NOT_AN_ABUSE_ACCOUNT");

    @Test
    void aReportStaysOpenUntilASecondPersonAgreesThatItIsNotNeeded() {
        Api.ConcernClient concern = raise(Bodies.GROOMING).decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        String due = concern.openStep(OFFICER, "platform-decision/1").get("due").asText();
        concern.handle(OFFICER, "platform-decision/1", "claim").then().statusCode(200);

        concern.decide(OFFICER, "platform-decision/1", NO_ABUSE_ACCOUNT);

        JsonNode asked = obligation(concern, OFFICER, "PLATFORM");
        assertThat(asked.get("state").asText()).isEqualTo("OPEN");
        assertThat(asked.at("/notNeeded/askedBy").asText()).isEqualTo(OFFICER);
        assertThat(asked.at("/notNeeded/because").asText()).isEqualTo("the account would stay in use");
        assertThat(asked.at("/notNeeded/reason").asText()).contains("asked us to leave it");
        JsonNode step = concern.openStep(OFFICER, "platform-decision/1");
        assertThat(step.get("due").asText()).as("the deadline runs on").isEqualTo(due);
        assertThat(step.get("secondAskedBy").asText()).isEqualTo(OFFICER);
        assertThat(step.has("claimedBy")).isFalse();
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "platform-decision/1", NO_ABUSE_ACCOUNT)))
                .contains("asked this already");
        assertThat(answered(concern, OFFICER, answer(concern, "PLATFORM", true)).statusCode())
                .as("an officer")
                .isEqualTo(403);

        answered(concern, MANAGER, answer(concern, "PLATFORM", true)).then().statusCode(200);

        JsonNode settled = obligation(concern, OFFICER, "PLATFORM");
        assertThat(settled.get("state").asText()).isEqualTo("NOT_NEEDED");
        assertThat(settled.get("settledBy").asText()).isEqualTo(MANAGER);
        assertThat(settled.at("/notNeeded/decidedBy").asText()).isEqualTo(MANAGER);
        assertThat(settled.at("/notNeeded/agrees").asBoolean()).isTrue();
        assertThat(concern.openSteps(OFFICER)).doesNotContain("platform-decision/1");
        assertThat(concern.sentences(OFFICER, "SECOND_DECISION"))
                .containsExactly(
                        "Said not to be needed, and waits for a second person: Platform decision."
                                + " The account would stay in use.",
                        "The second person agreed: Platform decision.");
        assertThat(concern.sentences(OFFICER, "DECIDED"))
                .anyMatch(sentence ->
                        sentence.endsWith("Asked for by %s, and decided by a second person.".formatted(OFFICER)));
    }

    @Test
    void theSafeguardingLeadLeadsTheResponseToHarmBetweenChildrenWhenTwoPersonsSayThatNoTriggerApplies() {
        Api.ConcernClient concern = raise(Api.with(
                        Bodies.GROOMING,
                        "/kinds",
                        List.of("IMAGE_SHARING"),
                        "/suspects/0/ageGroup",
                        "UNDER_18",
                        "/suspects/0/peer",
                        Map.of("age", 14, "knownOffline", "YES"))
                .toString());
        assertThat(concern.seenBy(OFFICER).at("/obligations").toString()).doesNotContain("CEOP");
        String ledBySchool = Bodies.REPORT_NOT_NEEDED.replace("POLICE_ALREADY_INVOLVED", "DSL_LED_RESPONSE");
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "police-report", ledBySchool)))
                .startsWith(
                        "This is not for the safeguarding lead alone, because a child was, or may have been, coerced");

        concern.tell(
                OFFICER,
                "amendments",
                Map.of(
                        "saidBy",
                        "Pat Example",
                        "answers",
                        List.of(
                                Map.of("question", "COERCED", "answer", "NO"),
                                Map.of("question", "UNUSUAL_OR_VIOLENT", "answer", "NO"))));
        concern.decide(OFFICER, "police-report", ledBySchool);
        assertThat(concern.openSteps(OFFICER)).contains("police-report");
        answered(concern, MANAGER, answer(concern, "POLICE", true)).then().statusCode(200);
        assertThat(obligation(concern, OFFICER, "POLICE").get("state").asText()).isEqualTo("NOT_NEEDED");

        concern.tell(
                OFFICER,
                "amendments",
                Map.of(
                        "saidBy",
                        "Pat Example",
                        "why",
                        "Robin says so.",
                        "answers",
                        List.of(Map.of("question", "COERCED", "answer", "YES"))));
        assertThat(concern.openSteps(OFFICER)).as("a trigger became known").contains("police-report");
    }

    @Test
    void section47MakesThePoliceDueAgainAfterAResponseOfTheSafeguardingLead() {
        Api.ConcernClient concern = raise(Api.with(
                        Bodies.bullyingIn("TS24 7ZZ"),
                        "/kinds",
                        List.of("IMAGE_SHARING"),
                        // One child, who is harmed and alleged to have harmed.
                        "/suspects/0/realName",
                        "Robin Sample",
                        "/suspects/0/ageGroup",
                        "UNDER_18",
                        "/suspects/0/peer",
                        Map.of("age", 14, "knownOffline", "YES"),
                        "/betweenChildren",
                        Map.of("coerced", "NO", "unusualOrViolent", "NO"))
                .toString());
        assertThat(obligation(concern, OFFICER, "POLICE").get("reason").asText())
                .startsWith("Harm between children: while no trigger of the police is known");
        concern.decide(
                OFFICER,
                "police-report",
                Bodies.REPORT_NOT_NEEDED.replace("POLICE_ALREADY_INVOLVED", "DSL_LED_RESPONSE"));
        answered(concern, MANAGER, answer(concern, "POLICE", true)).then().statusCode(200);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        assertThat(concern.openSteps(OFFICER)).doesNotContain("police-report");

        concern.decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47);

        assertThat(concern.openSteps(OFFICER)).contains("police-report");
        assertThat(obligation(concern, OFFICER, "POLICE").get("reason").asText())
                .isEqualTo("The decision rests on the police, who were told nothing.");
    }

    @Test
    void thePersonWhoAskedIsRefusedAndAReturnedRequestLeavesTheStepOpen() {
        Api.ConcernClient concern = raise(Bodies.GROOMING).decide(MANAGER, "police-report", Bodies.REPORT_MADE);
        concern.decide(MANAGER, "platform-decision/1", NO_ABUSE_ACCOUNT);
        String read = answer(concern, "PLATFORM", true);
        assertThat(Api.detail(answered(concern, MANAGER, read))).startsWith("You asked for this.");

        String second = "manager.stockton";
        assertThat(answered(concern, second, answer(concern, "PLATFORM", false)).statusCode())
                .isEqualTo(200);

        assertThat(concern.openSteps(OFFICER)).contains("platform-decision/1");
        assertThat(concern.openStep(OFFICER, "platform-decision/1").has("secondAskedBy"))
                .isFalse();
        assertThat(obligation(concern, OFFICER, "PLATFORM")
                        .at("/notNeeded/agrees")
                        .asBoolean())
                .isFalse();
        time.set(Instant.parse("2026-09-22T09:30:00Z"));
        concern.decide(OFFICER, "platform-decision/1", NO_ABUSE_ACCOUNT);
        assertThat(answered(concern, MANAGER, read).statusCode())
                .as("an answer to the earlier request")
                .isEqualTo(409);
        concern.decide(OFFICER, "platform-decision/1", Bodies.REPORT_MADE);
        assertThat(obligation(concern, OFFICER, "PLATFORM").get("state").asText())
                .as("it can be made while a second person is asked")
                .isEqualTo("DONE");
    }

    @Test
    void factsThatProtectRefuseTheSecondDecisionToo() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        tryToOpen(concern, OFFICER, opening("LADO", "1")).then().statusCode(200);
        concern.decide(
                OFFICER,
                "lado-referral/1",
                "{\"notNeeded\": {\"because\": \"OPENED_BY_MISTAKE\", \"rationale\": \"Another person was meant.\"}}");
        assertThat(obligation(concern, OFFICER, "LADO").get("state").asText()).isEqualTo("OPEN");
        concern.tell(
                OFFICER,
                "amendments",
                "{\"saidBy\": \"The club\", \"suspects\": [{\"operation\": \"CORRECT\", \"number\": 1,"
                        + " \"suspect\": {\"worksWithChildren\": \"YES\"}}], \"why\": \"The club rang.\"}");

        assertThat(Api.detail(answered(concern, MANAGER, answer(concern, "LADO", true))))
                .startsWith("As far as is known, this person works with children.");
        assertThat(obligation(concern, OFFICER, "LADO")
                        .at("/notNeeded/decidedBy")
                        .isMissingNode())
                .isTrue();
    }

    // Actions of a strategy discussion

    @Test
    void anOverdueActionComesBackAndOpensTheClosedConcern() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47)
                .decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(
                        OFFICER,
                        "strategy-discussion/1",
                        Api.with(Bodies.STRATEGY_DISCUSSION, "/actions", List.of(action(25), action(28))))
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK)
                .decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        supplemented(concern, OFFICER);
        closed(concern);
        time.set(Instant.parse("2026-09-25T20:00:00Z"));
        dueAgain.lookUp();
        assertThat(concern.allOpenSteps(OFFICER)).isEmpty();

        time.set(Instant.parse("2026-09-26T08:00:00Z"));
        dueAgain.lookUp();
        dueAgain.lookUp();

        assertThat(concern.allOpenSteps(OFFICER)).containsExactly("discussion-actions/1");
        assertThat(Api.detail(concern.tryToDecide(
                        OFFICER, "discussion-actions/1", "{\"results\": [{\"action\": 1, \"state\": \"DONE\"}]}")))
                .isEqualTo("Say of each open action what became of it: number 1, 2.");
        concern.decide(OFFICER, "discussion-actions/1", """
                {"results": [{"action": 1, "state": "NOT_DONE", "whyNot": "The school is closed this week."},
                             {"action": 2, "state": "TO_DO", "dueOn": "2026-09-28"}]}""");
        time.set(Instant.parse("2026-09-29T08:00:00Z"));
        dueAgain.lookUp();
        concern.decide(OFFICER, "discussion-actions/1", "{\"results\": [{\"action\": 2, \"state\": \"DONE\"}]}");
        time.set(Instant.parse("2026-10-29T09:00:00Z"));
        dueAgain.lookUp();
        assertThat(concern.allOpenSteps(OFFICER)).containsExactly("close");
    }

    private static Map<String, Object> action(int day) {
        return Map.of(
                "what", "See the child at school.",
                "owner", "Lou Worker",
                "agency", "SOCIAL_CARE",
                "dueOn", "2026-09-" + day);
    }

    // Close

    @Test
    void section47WithoutAPositionOfThePoliceIsNotClosed() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"))
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47)
                .decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(OFFICER, "strategy-discussion/1", Bodies.STRATEGY_DISCUSSION)
                .decide(OFFICER, "discussion-record/1", Bodies.DISCUSSION_SHARED)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE)))
                .startsWith("The decision rests on the police, and no position of theirs is on record.");
        concern.tell(OFFICER, "obligations", opening("POLICE", ""));
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        closed(concern);
    }

    @Test
    void anAdultOfWhomItIsNotKnownWhetherTheyWorkWithChildrenNeedsAPositionOfTheLado() {
        Api.ConcernClient concern = answered(raise(Api.with(
                Bodies.bullyingIn("TS24 7ZZ"),
                "/suspects/0/ageGroup",
                "ADULT",
                "/suspects/0/worksWithChildren",
                "NOT_KNOWN")));
        supplemented(concern, OFFICER);
        Response refused = concern.tryToDecide(OFFICER, "close", Bodies.CLOSE);
        assertThat(Api.detail(refused))
                .startsWith("No position of the LADO is on record")
                .endsWith("about: Person 1.");
        assertThat(refused.path("missing[0].page").toString()).endsWith("/obligations");
        concern.tell(OFFICER, "obligations", opening("LADO", "1"));
        concern.decide(OFFICER, "lado-referral/1", Bodies.SENT);
        supplemented(concern, OFFICER);
        closed(concern);
    }

    @Test
    void aConcernIsNotClosedWhileASupplementIsDue() {
        Api.ConcernClient concern = reported(answered(raise(Bodies.GROOMING)));
        concern.tell(OFFICER, "danger", Bodies.DANGER_TOLD);
        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999);
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE)))
                .startsWith("Still open: ")
                .contains("Report to the police");
        supplemented(concern, OFFICER);
        closed(concern);
    }
}
