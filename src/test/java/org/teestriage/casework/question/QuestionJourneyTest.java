package org.teestriage.casework.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.browser.BrowserUser;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** An officer asks the referrer, who answers. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class QuestionJourneyTest extends ConcernJourney {

    private static final String QUESTION = "{\"text\": \"Which name did the account use at first?\"}";

    private static JsonNode line(Api.ConcernClient concern, String user) {
        return concern.read(user, "/questions").at("/questions/0");
    }

    private static Response act(Api.ConcernClient concern, String user, String what, String body) {
        return Api.as(user).post(concern.address() + "/questions" + what, body);
    }

    @Test
    void theReferrerSeesTheQuestionAndAnswersItAndAnOfficerReviewsTheAnswer() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(OFFICER, "questions", QUESTION);

        assertThat(line(concern, REFERRER).get("text").asText()).contains("Which name");
        assertThat(concern.seenBy(REFERRER).has("questionDue")).isTrue();
        assertThat(line(concern, "auditor").has("text"))
                .as("an auditor reads nothing that a person typed")
                .isFalse();
        concern.tell(REFERRER, "questions/1/answer", Bodies.MORE_KNOWN);

        assertThat(line(concern, OFFICER).get("state").asText()).isEqualTo("ANSWERED");
        assertThat(line(concern, OFFICER).get("information").asInt()).isEqualTo(1);
        assertThat(concern.openSteps(OFFICER)).contains("information-review/1");
        assertThat(concern.seenBy(OFFICER).has("questionDue")).isFalse();
        assertThat(concern.sentences(OFFICER, "QUESTION")).hasSize(2).last().isEqualTo("Question 1 was answered.");
        assertThat(act(concern, REFERRER, "/1/answer", Bodies.MORE_KNOWN).statusCode())
                .as("answered twice")
                .isEqualTo(409);
    }

    @Test
    void aQuestionIsOverdueShownInTheQueueChasedAndWithdrawn() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(OFFICER, "questions", QUESTION);
        assertThat(Api.as(OFFICER).wholeQueue("?size=50").stream()
                        .filter(each -> each.get("reference").asText().equals(concern.reference())))
                .isNotEmpty()
                .allMatch(each -> each.has("questionDue"));

        time.pass(Duration.ofDays(3));
        assertThat(line(concern, OFFICER).get("state").asText()).isEqualTo("OVERDUE");
        assertThat(act(concern, OFFICER, "/1/chase", "").statusCode()).isEqualTo(200);
        assertThat(line(concern, OFFICER).get("chasedBy").asText()).isEqualTo(OFFICER);
        assertThat(act(concern, REFERRER, "/1/withdraw", "{\"because\": \"The police told us.\"}")
                        .statusCode())
                .isEqualTo(403);
        concern.tell(OFFICER, "questions/1/withdraw", "{\"because\": \"The police told us the name.\"}");

        assertThat(line(concern, OFFICER).get("withdrawnBecause").asText()).contains("police");
        assertThat(line(concern, REFERRER).has("withdrawnBecause"))
                .as("what the police told is not for the referrer")
                .isFalse();
        assertThat(concern.seenBy(OFFICER).has("questionDue")).isFalse();
    }

    @Test
    void onlyTheHubAsksAndOnlyThoseWhoMayAddAnswer() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(act(concern, "officer.redcar", "", QUESTION).statusCode()).isEqualTo(404);
        assertThat(act(concern, REFERRER, "", QUESTION).statusCode()).isEqualTo(403);
        concern.tell(OFFICER, "questions", QUESTION);
        assertThat(act(concern, "referrer.colleague", "/1/answer", Bodies.MORE_KNOWN)
                        .statusCode())
                .isEqualTo(404);
        assertThat(act(concern, REFERRER, "/2/answer", Bodies.MORE_KNOWN).statusCode())
                .isEqualTo(409);
    }

    @Test
    void officerAndReferrerUseThePageOfQuestions() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        try (BrowserUser officer = BrowserUser.as(OFFICER);
                BrowserUser referrer = BrowserUser.as(REFERRER)) {
            officer.open("/concerns/" + concern.reference());
            officer.follow("Questions to the referrer");
            officer.write("text", "Which name did the account use at first?").press("Ask");
            assertThat(officer.main()).contains("Question 1", "Open", "Which name did the account use");
            officer.look("questions-officer");

            referrer.open("/concerns/" + concern.reference());
            assertThat(referrer.main()).contains("The hub has a question for you.");
            referrer.follow("questions of the hub").follow("Answer").look("question-answer");
            referrer.choose("account[0].kind", "FACT")
                    .write("account[0].text", "It was alex_plays at first.")
                    .press("Send the answer");
            assertThat(referrer.main()).contains("Answered");
            referrer.look("questions-referrer");
        }
    }
}
