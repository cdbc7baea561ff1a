package org.teestriage.web.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.server.MySqlResource;

/** With demo accounts, every page shows a warning. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class DemoAccountsTest {

    @Test
    void pagesSayThatDemoAccountsAreNotForRealConcerns() {
        assertThat(given().get("/").asString()).contains("Demo accounts: not for real concerns");
        assertThat(given().get("/sign-in").asString()).contains("Demo accounts: not for real concerns");
        assertThat(Api.as("officer.hartlepool").get("/desk").asString())
                .contains("Demo accounts: not for real concerns")
                .doesNotContain("/sign-out");
    }
}
