package org.teestriage.casework.triage.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class AdditionLimitTest extends ConcernJourney {

    private static final String LONG = "x".repeat(20_000);

    private static Response tell(Api.ConcernClient concern, String what, Object told) {
        return Api.as(REFERRER).post("/api/concerns/%s/%s".formatted(concern.reference(), what), told);
    }

    @Test
    void aFullConcernTakesDangerUpToAFurtherLimitAndNothingElse() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        Object nearlyAll = Map.of("account", Collections.nCopies(49, Map.of("kind", "FACT", "text", LONG)));
        Object danger = Map.of("what", LONG);
        assertThat(tell(concern, "information", nearlyAll).statusCode()).isEqualTo(200);

        Response full = tell(concern, "information", nearlyAll);
        assertThat(full.statusCode()).isEqualTo(409);
        assertThat(full.asString()).contains("only new danger can still be told here", "call 999");

        int taken = 0;
        Response told = tell(concern, "danger", danger);
        while (told.statusCode() == 200) {
            taken++;
            told = tell(concern, "danger", danger);
        }
        assertThat(taken).isBetween(45, 55);
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.asString()).contains("Call 999, then the hub");
        assertThat(tell(concern, "calls", Bodies.CALLED_DUTY_TEAM).statusCode()).isEqualTo(409);
    }
}
