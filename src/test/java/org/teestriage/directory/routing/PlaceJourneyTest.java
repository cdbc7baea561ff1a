package org.teestriage.directory.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** Children's places become known or change after a concern was raised. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class PlaceJourneyTest extends ConcernJourney {

    private static final String REDCAR = "officer.redcar";

    private static Map<String, Object> robin(String home) {
        return new HashMap<>(Map.of(
                "name",
                "Robin Sample",
                "estimatedAge",
                13,
                "lookedAfter",
                "NO",
                "missing",
                "NO",
                "address",
                Map.of("lines", "1 Made Up Street", "postcode", home)));
    }

    private static Map<String, Object> corrected(int number, Map<String, Object> child) {
        return Map.of(
                "saidBy",
                "The school",
                "why",
                "The school's register says so.",
                "children",
                List.of(Map.of("operation", "CORRECT", "number", number, "child", child)));
    }

    private static Map<String, Object> added(Map<String, Object> child) {
        return Map.of("saidBy", "The school", "children", List.of(Map.of("operation", "ADD", "child", child)));
    }

    private static List<String> hubs(Api.ConcernClient concern, String reader) {
        return Api.each(concern.seenBy(reader).get("hubs"))
                .map(hub -> "%d %s %s"
                        .formatted(hub.get("part").asInt(), hub.get("hub").asText(), hub.get("children")))
                .toList();
    }

    private static List<String> letters(Api.ConcernClient concern, String reader, String purpose) {
        return Api.each(concern.seenBy(reader).get("letters"))
                .filter(letter -> letter.get("purpose").asText().equals(purpose))
                .map(letter -> letter.get("partner").asText() + " "
                        + letter.get("state").asText())
                .toList();
    }

    @Test
    void aCorrectedPostcodeMovesThePartWithItsStepsAndItsLetters() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.handle(OFFICER, "immediate-risk-check/1", "claim").then().statusCode(200);
        concern.tell(
                OFFICER,
                "obligations",
                "{\"kind\": \"SOCIAL_CARE\", \"item\": \"1\", \"reason\": \"The school asked for it.\"}");

        concern.tell(REFERRER, "amendments", corrected(1, robin("TS10 1AA")));

        assertThat(Api.as(OFFICER).get(concern.address()).statusCode()).isEqualTo(404);
        assertThat(concern.openSteps(REDCAR))
                .containsExactly(
                        "immediate-risk-check/1", "information-review/1", "police-report", "social-care-referral/1");
        assertThat(concern.sentences("auditor", "RELEASED"))
                .containsExactly("Back in the queue, at Redcar and Cleveland MACH: Immediate safety check.");
        assertThat(concern.sentences("auditor", "ROUTED"))
                .contains("Child 1: Redcar and Cleveland MACH answers from now on (part 1).");
        assertThat(letters(concern, REDCAR, "SOCIAL_CARE_REFERRAL"))
                .containsExactly(
                        "Children's social care of Hartlepool REPLACED",
                        "Children's social care of Redcar and Cleveland PREPARED");
        JsonNode place = concern.seenBy(REDCAR).at("/hubs/0");
        assertThat(place.get("authority").asText()).isEqualTo("Redcar and Cleveland");
        assertThat(place.get("ground").asText()).isEqualTo("POSTCODE");
        assertThat(place.get("since").asText()).isNotBlank();
        concern.decide(REDCAR, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
    }

    @Test
    void afterTheDecisionAMovedChildIsDecidedAnewAndWhatWasOpenEnds() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17)
                .decide(OFFICER, "social-care-referral/1", Bodies.SENT);
        concern.handle(OFFICER, "referrer-feedback/1", "claim").then().statusCode(200);

        concern.tell(OFFICER, "amendments", corrected(1, robin("TS10 1AA")));

        assertThat(Api.as(OFFICER).get(concern.address()).statusCode()).isEqualTo(404);
        assertThat(hubs(concern, REDCAR)).containsExactly("2 redcar-mach [1]");
        assertThat(concern.openSteps(REDCAR))
                .as("the referral is due again, to the authority of the new place")
                .containsExactly("immediate-risk-check/2", "police-report", "social-care-referral/1");
        assertThat(concern.sentences("auditor", "ENDED"))
                .containsExactly("Ended without a decision, because no child is in part 1 any more: Feedback to the"
                        + " referrer. officer.hartlepool had claimed it.");
        assertThat(letters(concern, REDCAR, "SOCIAL_CARE_REFERRAL"))
                .containsExactly(
                        "Children's social care of Hartlepool ACKNOWLEDGED",
                        "Children's social care of Redcar and Cleveland PREPARED");
        assertThat(Api.each(concern.read(REDCAR, "/path").get("done"))
                        .map(done -> done.get("step").asText() + "/"
                                + done.get("item").asText()))
                .contains("threshold-decision/1");

        concern.decide(REDCAR, "immediate-risk-check/2", Bodies.NO_IMMEDIATE_DANGER)
                .decide(REDCAR, "threshold-decision/2", Bodies.SECTION_17)
                .decide(REDCAR, "referrer-feedback/2", Bodies.FEEDBACK)
                .decide(REDCAR, "social-care-referral/1", Bodies.SENT)
                .decide(REDCAR, "police-report", Bodies.REPORT_MADE)
                .decide(REDCAR, "ceop-decision", Bodies.REPORT_MADE)
                .decide(REDCAR, "platform-decision/1", Bodies.REPORT_MADE)
                .decide(REDCAR, "close", Bodies.CLOSE);
    }

    @Test
    void aChildAddedAfterTheDecisionGetsStepsAndAnOutcomeOfItsOwn() {
        Api.ConcernClient concern = answered(raise(Bodies.GROOMING));

        concern.tell(OFFICER, "amendments", added(Bodies.SECOND_CHILD));

        assertThat(hubs(concern, OFFICER)).containsExactly("1 chub [1]", "2 chub [2]");
        assertThat(concern.openSteps(OFFICER))
                .contains("immediate-risk-check/2")
                .doesNotContain("close");
        concern.decide(OFFICER, "immediate-risk-check/2", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/2", Bodies.CHILD_2_ONLY);
        assertThat(concern.openSteps(OFFICER)).contains("social-care-referral/2");
        concern.decide(OFFICER, "referrer-feedback/2", Bodies.FEEDBACK)
                .decide(OFFICER, "social-care-referral/2", Bodies.SENT);
        closed(supplemented(concern, OFFICER));
    }

    @Test
    void aChildAddedToAClosedConcernOpensOnlyItsOwnPart() {
        Api.ConcernClient concern = closed(reported(answered(raise(Bodies.GROOMING))));

        concern.tell(OFFICER, "amendments", added(Bodies.CHILD_IN_REDCAR));

        assertThat(concern.openSteps(REDCAR))
                .contains("immediate-risk-check/2")
                .doesNotContain("immediate-risk-check/1", "acknowledgement", "close");
        concern.decide(REDCAR, "immediate-risk-check/2", Bodies.NO_IMMEDIATE_DANGER)
                .decide(REDCAR, "threshold-decision/2", Bodies.CHILD_2_ONLY)
                .decide(REDCAR, "referrer-feedback/2", Bodies.FEEDBACK)
                .decide(REDCAR, "social-care-referral/2", Bodies.SENT);
        closed(supplemented(concern, OFFICER));
    }

    @Test
    void twoChildrenWhoMoveApartAreWithTwoHubs() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/children/1", Bodies.SECOND_CHILD));

        concern.tell(OFFICER, "amendments", corrected(2, Bodies.CHILD_IN_REDCAR));

        assertThat(hubs(concern, OFFICER)).containsExactly("1 chub [1]", "2 redcar-mach [2]");
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17)
                .decide(REDCAR, "immediate-risk-check/2", Bodies.NO_IMMEDIATE_DANGER)
                .decide(REDCAR, "threshold-decision/2", Bodies.CHILD_2_ONLY);
    }

    @Test
    void aPersonDecidesWhereThePostcodeSettlesNothing() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);

        concern.tell(OFFICER, "amendments", corrected(1, robin("TS7 0ZZ")));
        assertThat(concern.seenBy(OFFICER).at("/hubs/0/standing").asText()).isEqualTo("UNCLEAR");
        assertThat(concern.openSteps(OFFICER))
                .containsExactly("authority-decision/1", "immediate-risk-check/1", "police-report");

        concern.tell(OFFICER, "amendments", corrected(1, robin("TS10 1AA")));
        assertThat(concern.openSteps(REDCAR)).containsExactly("immediate-risk-check/1", "police-report");
        assertThat(concern.sentences("auditor", "ENDED"))
                .containsExactly(
                        "Ended without a decision, because the postcode settles it: Responsible local authority.");
    }

    @Test
    void anAcceptedMoveTakesTheAuthorityAlongAndTellsTheNewOne() {
        Api.ConcernClient concern = answered(raise(Bodies.GROOMING));
        concern.tell(OFFICER, "move", Bodies.moveTo("redcar-mach"));

        concern.decide(REDCAR, "hub-acceptance/1", Bodies.ACCEPTED);

        JsonNode place = concern.seenBy(REDCAR).at("/hubs/0");
        assertThat(place.get("authority").asText()).isEqualTo("Redcar and Cleveland");
        assertThat(place.get("ground").asText()).isEqualTo("MOVE");
        assertThat(concern.openSteps(REDCAR)).contains("social-care-referral/1");
        assertThat(letters(concern, REDCAR, "SOCIAL_CARE_REFERRAL"))
                .containsExactly(
                        "Children's social care of Hartlepool ACKNOWLEDGED",
                        "Children's social care of Redcar and Cleveland PREPARED");
    }

    // A child who is or lives outside Tees

    private static List<String> texts(Api.ConcernClient concern, String recipient) {
        return Api.each(concern.seenBy(OFFICER).get("letters"))
                .filter(letter -> letter.get("partner").asText().equals(recipient))
                .map(letter -> concern.read(
                                OFFICER, "/letters/" + letter.get("number").asInt())
                        .get("text")
                        .asText())
                .toList();
    }

    @Test
    void bothDoorsAndBothForcesAreToldOfAChildWhoIsInDurhamNow() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        Map<String, Object> atTheFathers = robin("TS24 7ZZ");
        atTheFathers.put("school", "Northfield School, Stockton");
        atTheFathers.put("whereNow", Map.of("lines", "At the father's", "postcode", "TS28 5AA"));

        concern.tell(REFERRER, "amendments", corrected(1, atTheFathers));

        assertThat(hubs(concern, OFFICER))
                .as("the referral stays where Robin lives")
                .containsExactly("1 chub [1]");
        JsonNode place = concern.seenBy(OFFICER).at("/places/0");
        assertThat(place.at("/lives/authority").asText()).isEqualTo("Hartlepool");
        assertThat(place.at("/lives/police").asText()).isEqualTo("Cleveland Police");
        assertThat(place.at("/isNow/authority").asText()).isEqualTo("County Durham");
        assertThat(place.at("/isNow/rightDoor").asText()).isEqualTo("County Durham First Contact, 03000 267979");
        assertThat(place.at("/isNow/police").asText()).isEqualTo("Durham Constabulary");
        assertThat(concern.seenBy(REFERRER).get("places")).isEmpty();
        assertThat(concern.openSteps(OFFICER))
                .contains("police-report", "police-report/1-now", "social-care-referral/1-now");
        assertThat(texts(concern, "Durham Constabulary")).hasSize(1).allSatisfy(text -> assertThat(text)
                .contains(
                        "Lives in the area of: Hartlepool",
                        "Is now in the area of: County Durham",
                        "Contact there: County Durham First Contact, 03000 267979",
                        "Police there: Durham Constabulary"));
        assertThat(texts(concern, "Children's social care of County Durham"))
                .hasSize(1)
                .allSatisfy(text -> assertThat(text).contains("At the father's"));

        concern.handle(OFFICER, "police-report/1-now", "claim").then().statusCode(200);
        concern.decide(OFFICER, "police-report/1-now", Bodies.REPORT_MADE)
                .decide(OFFICER, "social-care-referral/1-now", Bodies.SENT)
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);
        assertThat(letters(concern, OFFICER, "SOCIAL_CARE_REFERRAL"))
                .containsExactly(
                        "Children's social care of County Durham ACKNOWLEDGED",
                        "Children's social care of Hartlepool PREPARED");

        concern.tell(OFFICER, "amendments", corrected(1, robin("TS24 7ZZ")));
        assertThat(letters(concern, OFFICER, "SOCIAL_CARE_REFERRAL"))
                .as("Durham learns that Robin is at home again")
                .contains("Children's social care of County Durham PREPARED");
        assertThat(letters(concern, OFFICER, "POLICE_REPORT")).contains("Durham Constabulary PREPARED");
    }

    @Test
    void thePoliceReportOfAChildWhoLivesInDurhamGoesToDurhamConstabulary() {
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS28 5AA"));
        assertThat(letters(concern, OFFICER, "POLICE_REPORT")).containsExactly("Durham Constabulary PREPARED");
        assertThat(concern.seenBy(OFFICER).at("/places/0/lives/police").asText())
                .isEqualTo("Durham Constabulary");

        concern.tell(OFFICER, "amendments", corrected(1, robin("TS24 7ZZ")));
        assertThat(letters(concern, OFFICER, "POLICE_REPORT"))
                .containsExactly("Durham Constabulary REPLACED", "Cleveland Police PREPARED");
    }

    // A child who is not identified

    private static final Map<String, Object> UNKNOWN = Map.of("unknown", true, "estimatedAge", 12);

    private static final String NOT_IDENTIFIED = """
            {"children": [{"child": 1, "outcomes": ["POLICE_INTELLIGENCE"],
                           "rationale": "Only a handle and a server are known."}],
             "complexAbuse": true}
            """;

    @Test
    void aChildWhoIsNotIdentifiedNeedsNoInventedAuthorityAndIsDecidedAnewOnceIdentified() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/children/0", UNKNOWN));
        assertThat(concern.openSteps(OFFICER))
                .as("no authority is asked for")
                .containsExactly("immediate-risk-check/1", "police-report");
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", NOT_IDENTIFIED)
                .decide(MANAGER, "second-reading/1", Bodies.AGREES)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        closed(reported(concern));
        assertThat(concern.seenBy(OFFICER).at("/hubs/0").has("authority")).isFalse();

        concern.tell(OFFICER, "amendments", corrected(1, robin("TS10 1AA")));

        assertThat(concern.seenBy(REDCAR).at("/hubs/0/authority").asText()).isEqualTo("Redcar and Cleveland");
        assertThat(concern.openSteps(REDCAR)).contains("immediate-risk-check/2");
        concern.decide(REDCAR, "immediate-risk-check/2", Bodies.NO_IMMEDIATE_DANGER)
                .decide(REDCAR, "threshold-decision/2", Bodies.SECTION_17);
        assertThat(letters(concern, REDCAR, "SOCIAL_CARE_REFERRAL"))
                .containsExactly("Children's social care of Redcar and Cleveland PREPARED");
    }

    @Test
    void policeIntelligenceIsNoOutcomeOfAChildWhoIsKnown() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "threshold-decision/1", NOT_IDENTIFIED)))
                .startsWith("Police intelligence is an outcome only where a child is not identified.");
    }
}
