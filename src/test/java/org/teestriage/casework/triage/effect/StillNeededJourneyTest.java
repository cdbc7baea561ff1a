package org.teestriage.casework.triage.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.LetterJourney;
import org.teestriage.testing.server.HttpStub;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.PartnerWorld;

/** A chased letter that a rule requires cannot be given up. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
@WithTestResource(PartnerWorld.class)
class StillNeededJourneyTest extends LetterJourney {

    private static final String NOT_NEEDED = "{\"remedy\": \"NOT_NEEDED\", \"rationale\": \"They have enough to do.\"}";

    private Response giveUp(Api.ConcernClient concern, String purpose, String item) {
        JsonNode letter = preview(concern, OFFICER, purpose, item);
        chased(concern, letter.get("number").asInt());
        return concern.tryToDecide(
                OFFICER, "letter-chase/" + letter.get("number").asInt(), NOT_NEEDED);
    }

    private Response giveUpThePoliceReport(Object facts) {
        PartnerWorld.http().next("/police", HttpStub.status(422, "", "{}"));
        Api.ConcernClient concern = approve(raise(facts), OFFICER, "police-report", "POLICE_REPORT", "");
        round();
        return giveUp(concern, "POLICE_REPORT", "");
    }

    private Response giveUpTheReferral(String threshold) {
        PartnerWorld.http().next("/social-care-1", HttpStub.status(422, "", "{}"));
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", threshold);
        approve(concern, OFFICER, "social-care-referral/1", "SOCIAL_CARE_REFERRAL", "1");
        round();
        return giveUp(concern, "SOCIAL_CARE_REFERRAL", "1");
    }

    @Test
    void aPoliceReportOfHarmThatIsOrMayBeSexualIsNotGivenUp() {
        for (Object facts :
                new Object[] {Bodies.GROOMING, Api.with(Bodies.GROOMING, "/kinds", List.of("CYBERBULLYING", "NOT_SURE"))
                }) {
            Response refused = giveUpThePoliceReport(facts);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(Api.detail(refused)).contains("Call the police and record their reference");
        }
    }

    @Test
    void aPoliceReportOfOtherHarmMayBeGivenUp() {
        assertThat(giveUpThePoliceReport(Api.with(Bodies.GROOMING, "/kinds", List.of("RADICALISATION")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theReferralOfAChildWithSection47EnquiriesIsNotGivenUpAndAnotherMayBe() {
        Response refused = giveUpTheReferral(Bodies.SECTION_47);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).contains("Call children's social care and record their reference");
        assertThat(giveUpTheReferral(Bodies.SECTION_17).statusCode()).isEqualTo(200);
    }
}
