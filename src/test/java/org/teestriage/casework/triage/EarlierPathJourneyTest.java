package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.workflow.process.EarlierPath;

/** Concerns whose path began under an earlier model go on: its main flow opened the parts, and in release 1 the reports. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class EarlierPathJourneyTest extends ConcernJourney {

    @Inject
    EarlierPath earlierPath;

    private Api.ConcernClient raisedUnderReleaseOne(Supplier<Object> facts) {
        return raisedUnder(earlierPath::ofReleaseOne, facts.get());
    }

    private Api.ConcernClient raisedUnder(Runnable model, Object facts) {
        model.run();
        try {
            return raise(facts);
        } finally {
            earlierPath.asShipped();
        }
    }

    private static String added(Object child) {
        return Api.with(
                        "{\"saidBy\": \"The school\", \"children\": [{\"operation\": \"ADD\"}]}",
                        "/children/0/child",
                        child)
                .toString();
    }

    @Test
    void aPartThatJoinsLaterBringsThePathForwardWithWhatIsOpen() {
        for (Runnable model : List.<Runnable>of(earlierPath::ofReleaseOne, earlierPath::withPartsInTheMainFlow)) {
            Api.ConcernClient concern =
                    raisedUnder(model, Api.with(Bodies.GROOMING, "/children/1", Bodies.CHILD_IN_REDCAR));
            concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                    .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47);
            concern.handle(OFFICER, "strategy-discussion/1", "claim").then().statusCode(200);
            List<String> before = concern.openSteps(OFFICER);
            JsonNode discussion = concern.openStep(OFFICER, "strategy-discussion/1");

            concern.tell(OFFICER, "amendments", added(Bodies.SECOND_CHILD));

            assertThat(concern.openSteps(OFFICER)).containsAll(before).contains("immediate-risk-check/3");
            for (String kept : List.of("due", "howDue", "claimedBy", "hub", "priority")) {
                assertThat(concern.openStep(OFFICER, "strategy-discussion/1").get(kept))
                        .as(kept)
                        .isEqualTo(discussion.get(kept));
            }
            concern.decide("officer.redcar", "immediate-risk-check/2", Bodies.NO_IMMEDIATE_DANGER)
                    .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK)
                    .decide("officer.redcar", "threshold-decision/2", Bodies.CHILD_2_ONLY);
        }
    }

    @Test
    void aMovedChildEndsWhatAnEarlierPathHadOpenForIt() {
        Api.ConcernClient concern = raisedUnder(earlierPath::withPartsInTheMainFlow, Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);

        concern.tell(
                OFFICER,
                "amendments",
                Api.with(
                        added(Bodies.CHILD_IN_REDCAR),
                        "/why",
                        "The register says so.",
                        "/children/0/operation",
                        "CORRECT",
                        "/children/0/number",
                        1));

        assertThat(concern.openSteps("officer.redcar"))
                .contains("immediate-risk-check/2", "social-care-referral/1")
                .doesNotContain("referrer-feedback/1");
    }

    private static List<String> obligations(Api.ConcernClient concern) {
        return Api.each(concern.read(OFFICER, "/obligations").get("obligations"))
                .map(each -> each.get("kind").asText() + " " + each.get("state").asText())
                .toList();
    }

    @Test
    void aConcernOfReleaseOneGoesToItsClose() {
        Api.ConcernClient concern = raisedUnderReleaseOne(() -> Bodies.COACH);
        assertThat(concern.openSteps(OFFICER))
                .containsExactly("immediate-risk-check/1", "lado-referral/1", "police-report");
        assertThat(obligations(concern)).contains("POLICE OPEN", "LADO OPEN", "CEOP DUE", "PLATFORM DUE");

        answered(concern);
        reported(concern);
        concern.decide(OFFICER, "lado-referral/1", Bodies.SENT);

        evaluated(concern, OFFICER);
        assertThat(obligations(concern)).hasSize(6).allMatch(each -> each.endsWith(" DONE"));
        closed(concern);
    }

    @Test
    void aPathThatCannotOpenWhatIsDueIsBroughtToThePresentModel() {
        Api.ConcernClient concern = raisedUnderReleaseOne(() -> Bodies.COACH);
        concern.handle(OFFICER, "police-report", "claim").then().statusCode(200);
        JsonNode before = concern.openStep(OFFICER, "police-report");

        concern.tell(
                OFFICER,
                "obligations",
                "{\"kind\": \"SOCIAL_CARE\", \"item\": \"1\", \"reason\": \"She asked for it.\"}");

        assertThat(concern.openSteps(OFFICER))
                .containsExactly(
                        "immediate-risk-check/1", "lado-referral/1", "police-report", "social-care-referral/1");
        JsonNode after = concern.openStep(OFFICER, "police-report");
        for (String kept : List.of("due", "howDue", "claimedBy", "hub")) {
            assertThat(after.get(kept)).as(kept).isEqualTo(before.get(kept));
        }
        assertThat(Api.each(concern.seenBy(OFFICER).get("letters"))
                        .filter(letter -> letter.get("purpose").asText().equals("POLICE_REPORT")))
                .as("no letter is written again")
                .hasSize(1);

        concern.decide(OFFICER, "social-care-referral/1", Bodies.SENT);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK)
                .decide(OFFICER, "lado-referral/1", Bodies.SENT);
        reported(concern);
        evaluated(concern, OFFICER);
        assertThat(obligations(concern)).hasSize(6).allMatch(each -> each.endsWith(" DONE"));
        closed(concern);
    }
}
