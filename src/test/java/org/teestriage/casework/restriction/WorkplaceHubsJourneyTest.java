package org.teestriage.casework.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Api.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** Restrictions of the first release, which knew agencies that are a suspect's workplace, but no hubs. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class WorkplaceHubsJourneyTest extends ConcernJourney {

    private static final String REDCAR = "manager.redcar";

    @Inject
    WorkplaceHubsService workplaceHubsService;

    private static ObjectNode about(String workplace) {
        return with(
                Bodies.groomingIn("TS10 1AA"),
                "/suspects/0/realName",
                "A. N. Body",
                "/suspects/0/worksWithChildren",
                "YES",
                "/suspects/0/workplace",
                Map.of("name", workplace, "address", Map.of("postcode", "TS24 7ZZ")));
    }

    /** With the words in the order in which they were written, and the entry of its timeline. */
    private static Api.ConcernClient raisedOnTheFirstRelease(String workplace, String subject) {
        Api.ConcernClient concern = raise(about(workplace));
        TestDatabase.change("DELETE FROM stand_in WHERE reference = '" + concern.reference() + "'");
        TestDatabase.change("UPDATE wall SET hubs = NULL, hubs_known = FALSE, subject = '" + subject
                + "' WHERE kind = 'EXCLUDED_WORKPLACE' AND reference = '" + concern.reference() + "'");
        return concern;
    }

    private static boolean sees(String user, Api.ConcernClient concern) {
        return Api.as(user).get(concern.address()).statusCode() == 200;
    }

    private static List<List<String>> looked(Api.ConcernClient concern) {
        return TestDatabase.rows(
                "SELECT coalesce(hubs, 'none'), hubs_known FROM wall"
                        + " WHERE kind = 'EXCLUDED_WORKPLACE' AND reference = ?",
                concern.reference());
    }

    @Test
    void staffWhoAreColleaguesOfASuspectAreExcludedFromConcernsOfTheFirstReleaseToo() {
        Api.ConcernClient concern = raisedOnTheFirstRelease("Redcar Council", "redcar council");
        assertThat(sees(REDCAR, concern)).isTrue();
        concern.handle(REDCAR, "immediate-risk-check/1", "claim").then().statusCode(200);

        workplaceHubsService.lookUp();

        assertThat(sees(REDCAR, concern)).isFalse();
        assertThat(sees("officer.redcar", concern)).isFalse();
        assertThat(concern.openStep(MANAGER, "immediate-risk-check/1").has("claimedBy"))
                .as("a manager of the next hub stands in, and the claim is released")
                .isFalse();
        assertThat(concern.sentences(MANAGER, "WALLED"))
                .filteredOn("Access was restricted: the workplace of a person of concern."::equals)
                .hasSize(2);
        List<String> once = concern.sentences(MANAGER, "WALLED");
        workplaceHubsService.lookUp();
        assertThat(concern.sentences(MANAGER, "WALLED")).isEqualTo(once);
    }

    @Test
    void aWorkplaceFromWhichNoHubHasStaffIsLookedUpOnce() {
        Api.ConcernClient concern = raisedOnTheFirstRelease("Made Up Club", "made up club");

        workplaceHubsService.lookUp();

        assertThat(sees(REDCAR, concern)).isTrue();
        assertThat(looked(concern)).containsExactly(List.of("none", "1"));
    }

    @Test
    void aRestrictionThatAPersonLiftedStaysLifted() {
        Api.ConcernClient concern = raisedOnTheFirstRelease("Redcar Council", "redcar council");
        TestDatabase.change("UPDATE wall SET lifted_at = set_at WHERE reference = '" + concern.reference() + "'");

        workplaceHubsService.lookUp();

        assertThat(sees(REDCAR, concern)).isTrue();
    }
}
