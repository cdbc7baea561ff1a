package org.teestriage.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.Reference;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.invariant.Invariants;

/** An ordinary and a red journey on the embedded database of the demo. */
@QuarkusTest
@TestProfile(EmbeddedJourneyTest.Embedded.class)
class EmbeddedJourneyTest extends ConcernJourney {

    /** The settings of production with another database. */
    public static final class Embedded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.db-kind", "h2",
                    "quarkus.datasource.jdbc.url", "jdbc:h2:mem:embedded-journey;MODE=MySQL;DB_CLOSE_DELAY=-1",
                    "quarkus.datasource.username", "sa",
                    "quarkus.datasource.password", "");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Inject
    TimelineErasureService timelineErasureService;

    @Test
    void anOrdinaryConcernGoesFromRaiseToClose() throws SQLException {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        answered(concern);
        reported(concern);
        closed(concern);
        assertThat(concern.seenBy(REFERRER).get("status").asText()).isEqualTo("CLOSED");
        assertConsistent(concern);
    }

    @Test
    void aRedConcernGoesFromRaiseToClose() throws SQLException {
        Api.ConcernClient concern = raise(Bodies.DANGER_NOW);
        assertThat(concern.seenBy(REFERRER).at("/instruction/say").asText()).startsWith("Call 999 now.");
        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999);
        answered(concern)
                .decide(OFFICER, "police-report", Bodies.REPORT_MADE)
                .decide(OFFICER, "ceop-decision", Bodies.REPORT_HELD)
                .decide(OFFICER, "platform-decision/1", Bodies.REPORT_NOT_NEEDED);
        atTime("2026-09-24T09:00:01Z", concern);
        concern.decide(OFFICER, "ceop-decision", Bodies.REPORT_MADE);
        closed(concern);
        assertConsistent(concern);
    }

    @Test
    void detailsAreErasedWhereTheAccountMayDeleteThem() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        Reference reference = new Reference(concern.reference());
        assertThat(timelineErasureService.erase(reference, List.of(2L, 3L), "the retention period has ended"))
                .isEqualTo(2);
        JsonNode verification = concern.read("auditor", "/verification");
        assertThat(verification.get("whole").asBoolean()).isTrue();
        assertThat(verification.get("erased")).hasToString("[2,3]");
        assertThat(concern.timeline("auditor").get(1).has("details")).isFalse();
        assertThatThrownBy(() -> timelineErasureService.erase(reference, List.of(4L, 3L), "all or nothing"))
                .hasMessageContaining("entry 3 does not exist, or its details are erased already");
        assertThat(concern.timeline("auditor").get(3).has("details")).isTrue();
    }

    private void assertConsistent(Api.ConcernClient concern) throws SQLException {
        assertThat(concern.read("auditor", "/verification").get("whole").asBoolean())
                .isTrue();
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("H2");
            assertThat(new Invariants(connection).broken(List.of())).isEmpty();
        }
    }
}
