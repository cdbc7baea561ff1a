package org.teestriage.casework.partnercheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** What partners know of a child is asked for, answered, and shown with what is missing. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class ChecksJourneyTest extends ConcernJourney {

    /** Amber; the first rules hold. */
    private Api.ConcernClient raisedOnAMonday() {
        time.set(Instant.parse("2026-11-30T09:30:00Z"));
        return raise(Bodies.GROOMING);
    }

    private static JsonNode check(Api.ConcernClient concern, String user, String partner) {
        return check(concern, user, partner, 1);
    }

    private static JsonNode check(Api.ConcernClient concern, String user, String partner, int child) {
        return Api.each(concern.read(user, "/checks").at("/children/%d/checks".formatted(child - 1)))
                .filter(each -> each.get("partner").asText().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    private static String state(Api.ConcernClient concern, String partner) {
        return check(concern, OFFICER, partner).get("state").asText();
    }

    private static void record(Api.ConcernClient concern, String fields) {
        concern.tell(OFFICER, "checks", "{\"child\": 1, " + fields + "}");
    }

    private static String asked(String partner, String at) {
        return """
                "partner": "%s", "act": "ASKED", "at": "%s", "how": "TELEPHONE", "who": "Duty desk\"""".formatted(partner, at);
    }

    private static String answered(String partner, String at, String finding, String told) {
        return """
                "partner": "%s", "act": "ANSWERED", "at": "%s", "how": "TELEPHONE", "who": "Duty desk",
                "finding": "%s", "told": "%s", "sharing": "PROFESSIONALS\"""".formatted(partner, at, finding, told);
    }

    private static int refused(Api.ConcernClient concern, String user, String fields) {
        return Api.as(user)
                .post(concern.address() + "/checks", "{\"child\": 1, " + fields + "}")
                .statusCode();
    }

    @Test
    void aCheckIsDueByPriorityAndAskedAndAnsweredWithinItsTime() {
        Api.ConcernClient concern = raisedOnAMonday();
        JsonNode due = check(concern, OFFICER, "POLICE");
        assertThat(due.get("state").asText()).isEqualTo("DUE");
        assertThat(due.get("due").asText()).startsWith("2026-11-30T15:30");
        assertThat(due.get("howDue").asText()).contains("360 hub minutes", "not confirmed");
        assertThat(due.at("/suggestedBecause/0/source").asText()).isNotBlank();

        time.set(Instant.parse("2026-11-30T10:30:00Z"));
        record(concern, asked("POLICE", "2026-11-30T10:00:00Z"));
        JsonNode asked = check(concern, OFFICER, "POLICE");
        assertThat(asked.get("state").asText()).isEqualTo("ASKED");
        assertThat(asked.get("due").asText()).startsWith("2026-11-30T16:00");
        assertThat(asked.get("overdue").asBoolean()).isFalse();

        time.set(Instant.parse("2026-11-30T16:10:00Z"));
        assertThat(check(concern, OFFICER, "POLICE").get("overdue").asBoolean())
                .as("the partner is silent")
                .isTrue();
        record(concern, answered("POLICE", "2026-11-30T16:05:00Z", "KNOWN", "Three calls to the address this year."));
        JsonNode late = check(concern, OFFICER, "POLICE");
        assertThat(late.get("state").asText()).isEqualTo("ANSWERED");
        assertThat(late.get("overdue").asBoolean()).isFalse();
        assertThat(concern.sentences(OFFICER, "CHECK"))
                .containsExactly(
                        "Partner check for child 1, Police: asked.", "Partner check for child 1, Police: answered.");
    }

    @Test
    void aSecondAnswerStandsBesideTheFirst() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        record(concern, answered("HEALTH", "2026-09-22T08:30:00Z", "NOT_KNOWN", "No record of the child."));
        record(concern, answered("HEALTH", "2026-09-22T08:50:00Z", "KNOWN", "Seen in March under another name."));
        JsonNode health = check(concern, OFFICER, "HEALTH");
        assertThat(health.get("entries").findValuesAsText("told"))
                .containsExactly("No record of the child.", "Seen in March under another name.");
        assertThat(health.at("/entries/1/recordedBy").asText()).isEqualTo(OFFICER);
        assertThat(check(concern, "auditor", "HEALTH").get("entries").findValuesAsText("told"))
                .as("an auditor reads nothing that a person typed")
                .isEmpty();
    }

    @Test
    void aPartnerWhoRefusesHasAnsweredWithItsWords() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        record(concern, asked("HOUSING", "2026-09-22T08:30:00Z"));
        assertThat(refused(
                        concern,
                        OFFICER,
                        "\"partner\": \"HOUSING\", \"act\": \"ANSWERED\", \"at\": \"2026-09-22T08:40:00Z\","
                                + " \"how\": \"TELEPHONE\", \"who\": \"Duty desk\", \"finding\": \"REFUSED\""))
                .as("a refusal without words")
                .isEqualTo(400);
        record(concern, answered("HOUSING", "2026-09-22T08:40:00Z", "REFUSED", "They want the request in writing."));
        assertThat(state(concern, "HOUSING")).isEqualTo("ANSWERED");
    }

    @Test
    void aConcernOfBeforeTheRulesHasSuggestionsOnly() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(Api.each(concern.read(OFFICER, "/checks").at("/children/0/checks")))
                .noneMatch(line -> line.get("state").asText().equals("DUE"))
                .anyMatch(line -> line.get("state").asText().equals("SUGGESTED"));
    }

    @Test
    void aReasonThatIsNewerThanNotAskedMakesTheCheckDueAgain() {
        Api.ConcernClient concern = raisedOnAMonday();
        assertThat(state(concern, "PROBATION")).isEqualTo("SUGGESTED");
        record(concern, """
                "partner": "PROBATION", "act": "NOT_ASKED", "because": "The person of concern is a stranger abroad\"""");
        assertThat(state(concern, "PROBATION")).isEqualTo("NOT_ASKED");
        time.set(Instant.parse("2026-11-30T10:30:00Z"));
        concern.tell(OFFICER, "amendments", """
                {"saidBy": "Robin", "why": "Robin was not sure any more.", "answers": [{"question": "CHILD_WITH_SUSPECT", "answer": "NOT_KNOWN"}]}""");
        assertThat(state(concern, "PROBATION")).isEqualTo("DUE");
    }

    @Test
    void entriesThatDoNotFitAreRefused() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        String chased = asked("POLICE", "2026-09-22T08:30:00Z").replace("ASKED", "CHASED");
        assertThat(refused(concern, OFFICER, chased)).as("never asked").isEqualTo(409);
        assertThat(refused(concern, OFFICER, "\"partner\": \"POLICE\", \"act\": \"NOT_ASKED\", \"because\": \"ok\""))
                .isEqualTo(400);
        assertThat(refused(concern, OFFICER, asked("POLICE", "2026-09-23T08:30:00Z")))
                .as("in the future")
                .isEqualTo(400);
        record(concern, asked("POLICE", "2026-09-22T08:30:00Z"));
        assertThat(
                        refused(
                                concern,
                                OFFICER,
                                "\"partner\": \"POLICE\", \"act\": \"NOT_ASKED\", \"because\": \"They know the child already.\""))
                .isEqualTo(409);
        record(concern, chased);
        assertThat(state(concern, "POLICE")).isEqualTo("ASKED");
        record(concern, """
                "partner": "POLICE", "act": "GIVEN_UP", "because": "The strategy discussion asks them instead\"""");
        assertThat(state(concern, "POLICE")).isEqualTo("GIVEN_UP");
        assertThat(refused(concern, REFERRER, chased)).isEqualTo(403);
        assertThat(refused(concern, "officer.redcar", chased)).isEqualTo(404);
        assertThat(Api.as("officer.redcar").get(concern.address() + "/checks").statusCode())
                .isEqualTo(404);
    }

    // Overdue checks

    private static final String STEP = "partner-check-overdue/1";

    @Inject
    OverdueCheckService overdueChecks;

    private Api.ConcernClient overdue() {
        Api.ConcernClient concern = raisedOnAMonday();
        time.set(Instant.parse("2026-11-30T15:20:00Z"));
        record(concern, asked("POLICE", "2026-11-30T09:40:00Z"));
        overdueChecks.lookUp();
        assertThat(concern.openSteps(OFFICER)).as("in time").doesNotContain(STEP);
        time.set(Instant.parse("2026-11-30T15:45:00Z"));
        overdueChecks.lookUp();
        overdueChecks.lookUp();
        assertThat(concern.openSteps(OFFICER)).containsOnlyOnce(STEP);
        return concern;
    }

    private static String chased(String until) {
        return """
                {"finding": "CHASED", "how": "TELEPHONE", "who": "The desks in the hub", "awaitedUntil": "%s"}""".formatted(until);
    }

    @Test
    void checksThatAreOverdueOpenOneStepThatComesBackWhileAPartnerIsSilent() {
        Api.ConcernClient concern = overdue();
        assertThat(Api.as(OFFICER).wholeQueue("?whose=ALL").toString()).contains("partner-check-overdue");
        assertThat(Api.detail(concern.tryToDecide(OFFICER, STEP, chased("2026-12-24T10:00:00Z"))))
                .contains("at most 5 days");

        concern.decide(OFFICER, STEP, chased("2026-12-01T10:00:00Z"));
        assertThat(check(concern, OFFICER, "POLICE").get("entries").findValuesAsText("act"))
                .containsExactly("ASKED", "CHASED");
        assertThat(check(concern, OFFICER, "HEALTH").get("entries").findValuesAsText("act"))
                .as("it was never asked before")
                .containsExactly("ASKED");
        time.set(Instant.parse("2026-12-01T09:50:00Z"));
        overdueChecks.lookUp();
        assertThat(concern.openSteps(OFFICER)).doesNotContain(STEP);

        time.set(Instant.parse("2026-12-01T10:10:00Z"));
        overdueChecks.lookUp();
        assertThat(concern.openSteps(OFFICER)).contains(STEP);
    }

    @Test
    void theStepEndsByItselfWithTheLastLateAnswer() {
        Api.ConcernClient concern = overdue();
        List<String> late = Api.each(concern.read(OFFICER, "/checks").at("/children/0/checks"))
                .filter(line -> line.get("overdue").asBoolean())
                .map(line -> line.get("partner").asText())
                .toList();
        assertThat(late).contains("POLICE", "HEALTH", "EDUCATION", "COUNCIL_RECORD", "CHILD_PROTECTION_PLAN");
        for (String partner : late) {
            assertThat(concern.openSteps(OFFICER)).contains(STEP);
            record(concern, answered(partner, "2026-11-30T15:40:00Z", "NOT_KNOWN", "No record of the child."));
        }
        assertThat(concern.openSteps(OFFICER)).doesNotContain(STEP);
    }

    @Test
    void answersThatAreGivenUpAreNotAwaitedAnyMore() {
        Api.ConcernClient concern = overdue().decide(OFFICER, STEP, Bodies.CHECKS_GIVEN_UP);
        assertThat(state(concern, "POLICE")).isEqualTo("GIVEN_UP");
        assertThat(state(concern, "HEALTH")).isEqualTo("NOT_ASKED");
        overdueChecks.lookUp();
        assertThat(concern.openSteps(OFFICER)).doesNotContain(STEP);
    }

    @Test
    void aConcernIsNotClosedWhileAPartnerOwesAnAnswer() {
        Api.ConcernClient concern = reported(answered(raise(Bodies.GROOMING)));
        record(concern, asked("HOUSING", "2026-09-22T08:30:00Z"));
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE)))
                .contains("Partners were asked and owe an answer: Housing, child 1.");
        record(concern, """
                "partner": "HOUSING", "act": "GIVEN_UP", "because": "Social care asks them instead\"""");
        closed(concern);
    }

    @Test
    void whatAPartnerSaysForTheHubOfTheChildAloneIsWithheldFromTheOtherHub() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/children/1", Json.read("""
                        {"name": "Kit Instance", "estimatedAge": 14, "address": {"postcode": "TS10 9ZZ"},
                         "lookedAfter": "NO", "missing": "NO"}""", JsonNode.class)));
        record(
                concern,
                answered("HEALTH", "2026-09-22T08:30:00Z", "KNOWN", "Seen in March.")
                        .replace("PROFESSIONALS", "HUB"));
        assertThat(check(concern, OFFICER, "HEALTH").at("/entries/0/told").asText())
                .isEqualTo("Seen in March.");
        JsonNode elsewhere = check(concern, "officer.redcar", "HEALTH").at("/entries/0");
        assertThat(elsewhere.has("told")).isFalse();
        assertThat(elsewhere.get("keptBack").asBoolean()).isTrue();
        assertThat(concern.timeline(OFFICER).toString()).contains("Seen in March.");
        assertThat(concern.timeline("officer.redcar").toString()).doesNotContain("Seen in March.");
    }
}
