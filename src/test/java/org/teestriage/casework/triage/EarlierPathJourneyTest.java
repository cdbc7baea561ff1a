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

/** Concerns whose path began under release 1 go on: its main flow opens the reports, and they are recorded. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class EarlierPathJourneyTest extends ConcernJourney {

    @Inject
    EarlierPath earlierPath;

    private Api.ConcernClient raisedUnderReleaseOne(Supplier<Object> facts) {
        earlierPath.ofReleaseOne();
        try {
            return raise(facts.get());
        } finally {
            earlierPath.asShipped();
        }
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

        assertThat(obligations(concern)).hasSize(5).allMatch(each -> each.endsWith(" DONE"));
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
        assertThat(obligations(concern)).hasSize(5).allMatch(each -> each.endsWith(" DONE"));
        closed(concern);
    }
}
