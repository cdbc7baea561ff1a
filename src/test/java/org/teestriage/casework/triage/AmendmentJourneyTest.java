package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** Facts that are added, corrected and withdrawn after a concern was raised. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class AmendmentJourneyTest extends ConcernJourney {

    private static final String IS_A_COACH = """
            {"saidBy": "Ms Made Up, the club", "why": "The club rang back.",
             "suspects": [{"operation": "CORRECT", "number": 1,
                         "suspect": {"claimedName": "Alex", "ageGroup": "ADULT", "worksWithChildren": "YES",
                                    "workplace": {"name": "Made Up Swimming Club", "role": "Coach"}}}]}
            """;

    private static final String ANOTHER_SCHOOL = """
            {"saidBy": "Pat Example", "children": [{"operation": "CORRECT", "number": 1,
               "child": {"name": "Robin Sample", "estimatedAge": 13, "school": "Southfield School", "lookedAfter": "NO",
                         "missing": "NO", "address": {"lines": "1 Made Up Street", "postcode": "TS24 7ZZ"}}}],
             "why": "Robin changed school."}
            """;

    private static JsonNode history(Api.ConcernClient concern, String reader, String query) {
        return concern.read(reader, "/facts/history" + query).get("revisions");
    }

    @Test
    void aCorrectedPersonTellsWhatWasSaidBeforeAndByWhom() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        JsonNode status = concern.tell(OFFICER, "amendments", IS_A_COACH);

        assertThat(status.at("/facts/suspects/0/worksWithChildren").asText()).isEqualTo("YES");
        assertThat(status.at("/added/0/kind").asText()).isEqualTo("AMENDMENT");
        JsonNode revision = history(concern, OFFICER, "?field=suspects[0].worksWithChildren")
                .get(0);
        assertThat(revision.get("number").asInt()).isEqualTo(2);
        assertThat(revision.get("saidBy").asText()).isEqualTo("Ms Made Up, the club");
        assertThat(revision.get("by").asText()).isEqualTo("officer.hartlepool");
        assertThat(revision.get("why").asText()).isEqualTo("The club rang back.");
        assertThat(revision.at("/changes/0").toString())
                .isEqualTo("{\"field\":\"suspects[0].worksWithChildren\",\"before\":\"NO\",\"after\":\"YES\"}");
        assertThat(concern.sentences("auditor", "AMENDED"))
                .containsExactly("The facts were added to or corrected (revision 2).");
    }

    @Test
    void theFactsOfEachRevisionCanBeRead() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(OFFICER, "amendments", ANOTHER_SCHOOL);
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);

        JsonNode first = concern.read(OFFICER, "/facts?revision=1");
        assertThat(first.at("/facts/children/0/school").isMissingNode()).isTrue();
        assertThat(first.get("latest").asInt()).isEqualTo(3);
        assertThat(concern.read(OFFICER, "/facts")
                        .at("/facts/children/0/school")
                        .asText())
                .isEqualTo("Southfield School");
        assertThat(Api.each(history(concern, OFFICER, ""))
                        .map(each -> each.get("kind").asText()))
                .containsExactly("RAISED", "AMENDMENT", "INFORMATION");
        assertThat(Api.as(OFFICER).get(concern.address() + "/facts?revision=4").statusCode())
                .isEqualTo(409);
    }

    @Test
    void answersRolesAndPeopleOfAChildAreAmendedWithTheirHistory() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/children/1", Bodies.SECOND_CHILD));
        concern.tell(OFFICER, "amendments", """
                {"saidBy": "Ward sister",
                 "answers": [{"question": "SELF_HARM_OR_SUICIDE", "answer": "YES", "child": 2}],
                 "consents": [{"which": "TO_REFERRAL", "child": 2, "consent": {"given": "NO", "missingBecause": "REFUSED"}}],
                 "statements": [{"operation": "ADD", "statement": {"kind": "FACT", "text": "Cuts.", "about": [2]}}],
                 "people": [{"operation": "ADD", "person": {"role": "SIBLING", "name": "Max Sample", "about": [1, 2]}}]}
                """);
        assertThat(concern.openSteps(OFFICER)).as("danger of one child").contains("emergency-call");
        assertThat(concern.seenBy(OFFICER).get("priority").asText()).isEqualTo("RED");
        concern.tell(OFFICER, "amendments", """
                {"saidBy": "Jamie", "why": "Jamie is the elder.",
                 "children": [{"operation": "CORRECT", "number": 2,
                               "child": {"name": "Jamie Sample", "estimatedAge": 15, "roles": ["ALLEGED_TO_HAVE_HARMED"]}}],
                 "people": [{"operation": "WITHDRAW", "number": 1}]}
                """);

        JsonNode facts = concern.read(OFFICER, "/facts").get("facts");
        assertThat(facts.get("version").asInt()).isEqualTo(2);
        assertThat(facts.at("/children/1/answers/selfHarmOrSuicide").asText())
                .as("a correction that leaves the answers out keeps them")
                .isEqualTo("YES");
        assertThat(facts.at("/children/1/roles/0").asText()).isEqualTo("ALLEGED_TO_HAVE_HARMED");
        assertThat(facts.at("/account/1/about").toString()).isEqualTo("[2]");
        assertThat(facts.at("/people/0/withdrawn").asBoolean()).isTrue();
        assertThat(history(concern, OFFICER, "?field=children[1].answers")
                        .at("/0/changes/0")
                        .toString())
                .isEqualTo("{\"field\":\"children[1].answers.selfHarmOrSuicide\",\"after\":\"YES\"}");
        assertThat(history(concern, OFFICER, "?field=people[0]")).hasSize(2);
        assertThat(history(concern, OFFICER, "?field=account[1].about").toString())
                .contains("account[1].about[2]");
    }

    @Test
    void whatIsAboutAChildWhoIsNotInTheConcernIsRefused() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        Map<String, String> refused = Map.of(
                "amendments",
                "{\"saidBy\": \"Robin\", \"people\": [{\"operation\": \"ADD\", \"person\": {\"role\": \"SIBLING\", \"name\": \"Max\", \"about\": [2]}}]}",
                "information",
                "{\"account\": [{\"kind\": \"FACT\", \"text\": \"Cuts.\", \"about\": [2]}]}",
                "danger",
                "{\"what\": \"Gone.\", \"about\": [2]}");
        refused.forEach((way, body) -> {
            Response answer = Api.as(OFFICER).post(concern.address() + "/" + way, body);
            assertThat(answer.statusCode()).as(way).isEqualTo(409);
            assertThat(Api.detail(answer)).contains("2");
        });
        assertThat(concern.seenBy(OFFICER).get("added")).isEmpty();
    }

    @Test
    void anAmendmentOfTheAgencyIsReviewedByTheHub() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(
                REFERRER,
                "amendments",
                Map.of(
                        "saidBy",
                        "Robin",
                        "accounts",
                        List.of(Map.of("operation", "ADD", "suspect", 1, "account", Bodies.SECOND_ACCOUNT))));
        assertThat(concern.openSteps(OFFICER)).contains("information-review/1");
        assertThat(concern.seenBy(OFFICER)
                        .at("/facts/suspects/0/identities/1/number")
                        .asInt())
                .isEqualTo(2);
        assertThat(concern.seenBy(REFERRER).has("facts")).isFalse();
    }

    @Test
    void anAgencyDoesNotOverwriteWhatTheHubCorrected() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(OFFICER, "amendments", ANOTHER_SCHOOL);
        Response refused = Api.as(REFERRER)
                .post(concern.address() + "/amendments", ANOTHER_SCHOOL.replace("Southfield", "Westfield"));
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(Api.detail(refused)).contains("Add what you know as further information instead");
        assertThat(concern.seenBy(OFFICER).at("/facts/children/0/school").asText())
                .isEqualTo("Southfield School");
    }

    @Test
    void aFieldChangedSinceItWasReadIsNotOverwrittenAndAnotherFieldIsKept() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(OFFICER, "amendments", ANOTHER_SCHOOL);

        Response refused = Api.as(MANAGER)
                .post(
                        concern.address() + "/amendments",
                        Api.with(ANOTHER_SCHOOL, "/revision", 1, "/children/0/child/school", "Westfield School"));
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(Api.detail(refused))
                .contains("children[0].school was changed by officer.hartlepool, Tue 22 Sept 2026");

        concern.tell(
                MANAGER,
                "amendments",
                Api.with(
                        ANOTHER_SCHOOL,
                        "/revision",
                        1,
                        "/children/0/child/school",
                        null,
                        "/children/0/child/name",
                        "Robin Otherwise"));
        JsonNode child = concern.seenBy(OFFICER).at("/facts/children/0");
        assertThat(child.get("name").asText()).isEqualTo("Robin Otherwise");
        assertThat(child.get("school").asText()).isEqualTo("Southfield School");
    }

    @Test
    void anUnapprovedLetterIsWrittenAgainAndItsApprovalFalls() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        JsonNode before = letter(concern, 1);
        concern.tell(OFFICER, "amendments", ANOTHER_SCHOOL);

        assertThat(letter(concern, 1).get("state").asText()).isEqualTo("REPLACED");
        JsonNode after = letter(concern, 2);
        assertThat(after.get("text").asText()).contains("School: Southfield School");
        assertThat(after.get("revision").asInt()).isEqualTo(2);
        assertThat(after.get("factsRevision").asInt()).isEqualTo(2);
        assertThat(after.get("text").asText()).contains("Edition: 2, written from revision 2 of the facts");
        assertThat(after.at("/rewritten/revision").asInt()).isEqualTo(1);
        assertThat(after.at("/rewritten/changes/sections").toString())
                .contains("{\"heading\":\"Child\",\"lines\":[{\"change\":\"ADDED\",\"label\":\"School\","
                        + "\"text\":\"Southfield School\"}]}");
        Response refused = concern.tryToDecide(
                OFFICER,
                "police-report",
                Map.of(
                        "report",
                        Map.of(
                                "kind",
                                "APPROVED",
                                "approval",
                                Map.of(
                                        "contentHash",
                                        before.get("contentHash").asText(),
                                        "recipient",
                                        before.get("recipient").asText()))));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).contains("not the letter as it stands now");
    }

    @Test
    void aChildOf12AndASwimmingCoachReachThePoliceAndTheLado() {
        Api.ConcernClient concern = raise(Api.with(
                Bodies.GROOMING,
                "/kinds",
                List.of(),
                "/children/0/estimatedAge",
                12,
                "/suspects/0/worksWithChildren",
                "NOT_KNOWN"));
        assertThat(concern.openSteps(OFFICER))
                .as("not knowing the kind of harm counts as danger")
                .contains("police-report")
                .doesNotContain("lado-referral/1");

        concern.tell(OFFICER, "amendments", IS_A_COACH);

        assertThat(concern.openSteps(OFFICER)).contains("police-report", "lado-referral/1");
        assertThat(concern.read(OFFICER, "/letters/5001").get("text").asText()).contains("Made Up Swimming Club");
        JsonNode lado = Api.each(concern.read(OFFICER, "/obligations").get("obligations"))
                .filter(each -> each.get("kind").asText().equals("LADO"))
                .findFirst()
                .orElseThrow();
        assertThat(lado.get("factsRevision").asInt()).isEqualTo(2);
        assertThat(lado.get("reason").asText()).isNotBlank();
    }

    @Test
    void aPartnerWhoGotALetterLearnsWhatWasCorrectedSince() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        assertThat(concern.openSteps(OFFICER)).doesNotContain("police-report");

        concern.tell(OFFICER, "amendments", ANOTHER_SCHOOL);

        assertThat(concern.openSteps(OFFICER)).contains("police-report");
        JsonNode supplement = Api.each(concern.seenBy(OFFICER).get("letters"))
                .filter(each -> each.get("purpose").asText().equals("POLICE_REPORT"))
                .reduce((older, newer) -> newer)
                .map(each -> letter(concern, each.get("number").asInt()))
                .orElseThrow();
        assertThat(supplement.get("addsTo").asInt()).isEqualTo(1);
        assertThat(supplement.get("text").asText())
                .contains(
                        "This adds to edition 1 of 22 September 2026",
                        "Edition: 2, written from revision 2 of the facts",
                        "NEW OR CORRECTED: CHILD\nSchool: Southfield School\n")
                .doesNotContain("He asked me");
        assertThat(supplement.at("/enclosures/0/name").asText()).isEqualTo("letter.txt");
        assertThat(Api.as(OFFICER)
                        .get("%s/letters/%d/enclosures/letter.txt"
                                .formatted(
                                        concern.address(),
                                        supplement.get("number").asInt()))
                        .asString())
                .contains("School: Southfield School", "ACCOUNT");
        concern.decide(OFFICER, "police-report", Bodies.REPORT_NOT_NEEDED);
        assertThat(concern.openSteps(OFFICER))
                .as("a person decided that it is not needed")
                .doesNotContain("police-report");

        concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);

        assertThat(concern.openSteps(OFFICER))
                .as("what was not needed was another thing")
                .contains("police-report");
    }

    @Test
    void informationAndACallReachTheLettersThatWaitForApproval() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        concern.tell(REFERRER, "calls", Bodies.CALLED_DUTY_TEAM);

        assertThat(letter(concern, 1).get("state").asText()).isEqualTo("REPLACED");
        assertThat(letter(concern, 3).get("factsRevision").asInt()).isEqualTo(3);
        assertThat(letter(concern, 3).get("text").asText())
                .contains("There is a second account.", "They visit tonight.");
    }

    @Test
    void aRecordedCallIsNewsForAPartnerWhoGotALetterAlsoAfterTheClose() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        answered(concern);
        reported(concern);
        closed(concern);

        concern.tell(REFERRER, "calls", Bodies.CALLED_DUTY_TEAM);

        assertThat(concern.openSteps(OFFICER)).contains("police-report", "social-care-referral/1");
        assertThat(concern.openSteps(OFFICER))
                .as("a platform learns nothing of a call")
                .doesNotContain("platform-decision/1");
        assertThat(concern.sentences("auditor", "REOPENED"))
                .containsExactly("Opened again, because a recorded call is news for a partner.");
    }

    @Test
    void aReportOfThePersonsWorkIsNotDueAgainForTheSchoolOfAChild() {
        Api.ConcernClient concern = raise(Bodies.COACH);
        concern.decide(OFFICER, "lado-referral/1", Bodies.SENT);
        concern.tell(OFFICER, "amendments", ANOTHER_SCHOOL);
        assertThat(concern.openSteps(OFFICER)).doesNotContain("lado-referral/1");
    }

    @Test
    void aReportThatWasNotNeededIsDueAgainForANewReason() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/kinds", List.of("CYBERBULLYING", "NOT_SURE")));
        concern.tell(
                OFFICER,
                "amendments",
                "{\"saidBy\": \"Robin\", \"why\": \"Read the messages.\","
                        + " \"kinds\": [{\"operation\": \"WITHDRAW\", \"kind\": \"NOT_SURE\"}]}");
        assertThat(concern.openSteps(OFFICER))
                .as("nothing closes because a fact fell")
                .contains("police-report");
        concern.decide(
                OFFICER,
                "police-report",
                Api.with(Bodies.REPORT_NOT_NEEDED, "/report/notNeededBecause", "NOT_FOR_THIS_PARTNER"));
        JsonNode asked = Api.each(concern.read(OFFICER, "/obligations").get("obligations"))
                .filter(each -> each.get("kind").asText().equals("POLICE"))
                .findFirst()
                .orElseThrow();
        Api.as(MANAGER)
                .post(
                        concern.address() + "/obligations/second-decisions",
                        "{\"kind\": \"POLICE\", \"askedAt\": \"%s\", \"agrees\": true, \"rationale\": \"Read the messages too.\"}"
                                .formatted(asked.at("/notNeeded/askedAt").asText()))
                .then()
                .statusCode(200);
        assertThat(concern.openSteps(OFFICER)).doesNotContain("police-report");

        concern.tell(
                OFFICER,
                "amendments",
                "{\"saidBy\": \"Robin\", \"kinds\": [{\"operation\": \"ADD\", \"kind\": \"GROOMING\"}]}");

        assertThat(concern.openSteps(OFFICER)).contains("police-report");
    }

    private static JsonNode letter(Api.ConcernClient concern, int number) {
        return concern.read(OFFICER, "/letters/" + number);
    }

    @Test
    void aYesToAnUrgencyQuestionOpensTheEmergencyCall() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        JsonNode status = concern.tell(
                OFFICER,
                "amendments",
                "{\"saidBy\": \"Robin\", \"answers\": [{\"question\": \"MEETING_ARRANGED\", \"answer\": \"YES\"}]}");
        assertThat(status.get("priority").asText()).isEqualTo("RED");
        assertThat(concern.openSteps(OFFICER)).contains("emergency-call");
    }

    @Test
    void aCorrectionNeedsAReasonAndAnAdditionDoesNot() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(OFFICER, "amendments", Api.with(ANOTHER_SCHOOL, "/why", null));
        Response refused = Api.as(OFFICER)
                .post(
                        concern.address() + "/amendments",
                        Api.with(ANOTHER_SCHOOL, "/why", null, "/children/0/child/school", "Westfield School"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).contains("Say why what was said before is corrected");
        concern.tell(
                OFFICER,
                "amendments",
                "{\"saidBy\": \"Robin\", \"kinds\": [{\"operation\": \"ADD\", \"kind\": \"SEXTORTION\"}]}");
        assertThat(concern.seenBy(OFFICER).at("/facts/kinds").toString()).isEqualTo("[\"GROOMING\",\"SEXTORTION\"]");
    }

    @Test
    void aWithdrawnMemberKeepsItsNumberAndStaysReadable() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        JsonNode status = concern.tell(
                OFFICER,
                "amendments",
                "{\"saidBy\": \"Pat Example\", \"why\": \"Another boy of this name.\","
                        + " \"suspects\": [{\"operation\": \"WITHDRAW\", \"number\": 1}]}");
        assertThat(status.at("/facts/suspects/0/withdrawn").asBoolean()).isTrue();
        assertThat(status.at("/facts/suspects/0/claimedName").asText()).isEqualTo("Alex");
        assertThat(concern.openSteps(OFFICER)).contains("police-report");
    }

    @Test
    void aRequestMaySetNothingThatTheServiceSets() {
        Response refused =
                Api.as(REFERRER).post("/api/concerns", Api.with(Bodies.GROOMING, "/suspects/0/identities/0/number", 7));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.field")).containsExactly("suspects[0].identities[0].number");
    }

    @Test
    void theSameAmendmentTwiceUnderOneKeyIsStoredOnce() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        for (int time = 0; time < 2; time++) {
            assertThat(Api.as(OFFICER)
                            .post(concern.address() + "/amendments", ANOTHER_SCHOOL, "school-of-" + concern.reference())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(concern.sentences(OFFICER, "AMENDED")).hasSize(1);
        Response again = Api.as(OFFICER).post(concern.address() + "/amendments", ANOTHER_SCHOOL);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Api.detail(again)).contains("say this already");
    }

    @Test
    void aWrittenConcernDropsNothingThatTheCallTold() {
        Api.ConcernClient concern = raise(Bodies.telephoned(Bodies.COACH, "2026-09-22T07:30:00Z"));
        concern.decide(
                REFERRER, "written-concern", Bodies.inWriting(Api.with(Bodies.GROOMING, "/suspects", List.of())));
        JsonNode facts = concern.seenBy(OFFICER).get("facts");
        assertThat(facts.at("/suspects/0/workplace/name").asText()).isEqualTo("Made Up Swimming Club");
        assertThat(concern.read(OFFICER, "/facts?revision=1")
                        .at("/facts/call/takenBy")
                        .asText())
                .isEqualTo("Sam Officer");
    }

    @Test
    void aClosedConcernReopensWhenItsFactsChange() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        answered(concern);
        reported(concern);
        closed(concern);
        JsonNode status = concern.tell(OFFICER, "amendments", ANOTHER_SCHOOL);
        assertThat(status.get("status").asText()).isNotEqualTo("CLOSED");
        assertThat(concern.sentences("auditor", "REOPENED"))
                .containsExactly("Opened again, because the facts were added to or corrected.");
    }

    @Test
    void peopleOutsideTheConcernCannotAmendItOrReadItsFacts() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        for (String user : List.of("officer.redcar", "auditor")) {
            assertThat(Api.as(user)
                            .post(concern.address() + "/amendments", ANOTHER_SCHOOL)
                            .statusCode())
                    .as(user)
                    .isIn(403, 404);
            assertThat(Api.as(user).get(concern.address() + "/facts/history").statusCode())
                    .as(user)
                    .isIn(403, 404);
        }
        assertThat(Json.write(concern.seenBy(OFFICER))).doesNotContain("Southfield");
    }
}
