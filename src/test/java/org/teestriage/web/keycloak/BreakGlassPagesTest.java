package org.teestriage.web.keycloak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.RealChromium;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.WithKeycloak;

/** Break-glass in a real browser, with a one-time code of the real Keycloak and a persistent banner. */
@QuarkusTest
@TestProfile(WithKeycloak.class)
class BreakGlassPagesTest {

    @Test
    void breakGlassRequiresAOneTimeCodeAndShowsABannerOnEveryPage() {
        RealKeycloak keycloak = RealKeycloak.shared();
        String concern = raised("TS10 9ZZ");
        String ours = raised("TS24 7ZZ");

        try (RealChromium chromium = RealChromium.open();
                BrowserContext context = chromium.browser().newContext(RealChromium.TRUSTING)) {
            Page page = context.newPage();
            page.navigate(keycloak.service() + "/concerns/" + concern);
            page.fill("#username", "max.manager");
            page.fill("#password", RealKeycloak.PASSWORD);
            page.click("#kc-login");
            page.fill("#otp", keycloak.code("max.manager"));
            page.click("#kc-login");
            assertThat(page.locator("body")).not().containsText("Robin Sample");

            page.navigate(keycloak.service() + "/break-glass");
            page.getByLabel("Reference of the concern").fill(concern);
            page.click("text=Continue");
            page.click("text=Go on to concern");
            page.fill("#otp", keycloak.code("max.manager"));
            page.click("#kc-login");
            assertThat(page.locator("h1")).containsText("Emergency access");
            RealChromium.screenshot(page, "break-glass");

            page.click("button:has-text('Open the concern')");
            assertThat(page.locator(".govuk-error-summary")).containsText("There is a problem");
            page.check("input[value=SAME_CHILD_OR_SUSPECT]");
            page.fill("textarea", "Our concern of this morning names the same handle.");
            page.click("button:has-text('Open the concern')");

            assertThat(page.locator("h1")).containsText(concern);
            assertThat(page.locator("body")).containsText("Robin Sample");
            assertThat(page.locator(".tt-glass")).containsText(concern);
            RealChromium.screenshot(page, "through-broken-glass");
            page.navigate(keycloak.service() + "/desk");
            assertThat(page.locator(".tt-glass")).containsText(concern);
            page.navigate(keycloak.service() + "/broken-glass");
            assertThat(page.locator("main")).containsText("Max Manager");
            RealChromium.screenshot(page, "broken-glass");
            assertThat(page.url()).endsWith("/broken-glass");

            page.navigate(keycloak.service() + "/concerns/" + concern + "/export");
            assertThat(page.locator("h1")).containsText("There is nothing here");
            page.navigate(keycloak.service() + "/concerns/" + ours + "/export");
            Download pack = page.waitForDownload(() -> page.click("button:has-text('Take the pack')"));
            assertThat(pack.suggestedFilename()).isEqualTo("inspection-pack-" + ours + ".zip");
        }
    }

    private static String raised(String postcode) {
        return given().header("Authorization", "Bearer " + RealKeycloak.shared().token("rita.referrer"))
                .contentType("application/json")
                .body(Bodies.groomingIn(postcode))
                .post("/api/concerns")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }
}
