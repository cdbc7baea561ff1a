package org.teestriage.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.Bodies.CLOSE;
import static org.teestriage.testing.Bodies.FEEDBACK;
import static org.teestriage.testing.Bodies.GROOMING;
import static org.teestriage.testing.Bodies.NO_IMMEDIATE_DANGER;
import static org.teestriage.testing.Bodies.REPORT_MADE;
import static org.teestriage.testing.Bodies.SECTION_17;
import static org.teestriage.testing.Bodies.SENT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.Api;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.MySqlResource;

/** Whole paths of a concern over HTTP, on real MySQL. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class JourneyTest {

    private static final String OFFICER = "officer.hartlepool";

    @Inject
    MovableTime time;

    @BeforeEach
    void aTuesdayMorning() {
        time.set(MovableTime.A_TUESDAY_MORNING);
    }

    @Test
    void anOrdinaryConcernGoesFromRaiseToClose() {
        Api.Told concern = Api.as("referrer").raise(GROOMING);

        assertThat(concern.openSteps(OFFICER)).containsExactly("immediate-risk-check/1", "police-report");

        concern.decide(OFFICER, "immediate-risk-check/1", NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", SECTION_17)
                .decide(OFFICER, "social-care-referral/1", SENT)
                .decide(OFFICER, "referrer-feedback/1", FEEDBACK)
                .decide(OFFICER, "police-report", REPORT_MADE)
                .decide(OFFICER, "ceop-decision", REPORT_MADE)
                .decide(OFFICER, "platform-decision/1", REPORT_MADE);

        assertThat(concern.openSteps(OFFICER)).containsExactly("close");
        concern.decide(OFFICER, "close", CLOSE);

        assertThat(concern.openSteps(OFFICER)).isEmpty();
        assertThat(concern.seenBy("referrer").get("status").asText()).isEqualTo("CLOSED");
        assertThat(concern.read("auditor", "/verification").get("whole").asBoolean())
                .isTrue();
    }
}
