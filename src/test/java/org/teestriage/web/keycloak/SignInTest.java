package org.teestriage.web.keycloak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.RealChromium;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.WithKeycloak;

/** Sign-in and sign-out in a real browser with the real Keycloak. */
@QuarkusTest
@TestProfile(WithKeycloak.class)
class SignInTest {

    @Test
    void anOfficerSignsInReadsAndSignsOut() {
        RealKeycloak keycloak = RealKeycloak.shared();
        String concern = given().header("Authorization", "Bearer " + keycloak.token("rita.referrer"))
                .contentType("application/json")
                .body(Bodies.GROOMING)
                .post("/api/concerns")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
        int before = keycloak.sessions("olive.officer");

        try (RealChromium chromium = RealChromium.open();
                BrowserContext context = chromium.browser().newContext(RealChromium.TRUSTING)) {
            Page page = context.newPage();
            page.navigate(keycloak.service() + "/desk");
            assertThat(page.url()).startsWith(keycloak.realm());
            page.fill("#username", "olive.officer");
            page.fill("#password", RealKeycloak.PASSWORD);
            RealChromium.screenshot(page, "sign-in-at-keycloak");
            page.click("#kc-login");
            page.fill("#otp", keycloak.code("olive.officer"));
            RealChromium.screenshot(page, "one-time-code-at-keycloak");
            page.click("#kc-login");
            page.waitForURL(keycloak.service() + "/desk");
            assertThat(page.locator("header")).containsText("Olive Officer");
            assertThat(page.locator("main")).containsText(concern);
            RealChromium.screenshot(page, "signed-in-desk");

            List<Cookie> cookies = context.cookies(keycloak.service()).stream()
                    .filter(cookie -> cookie.name.startsWith("__Host-q_session"))
                    .toList();
            assertThat(cookies).isNotEmpty().allSatisfy(cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.secure).isTrue();
                assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
                assertThat(cookie.path).isEqualTo("/");
                assertThat(cookie.domain).isEqualTo("localhost");
            });
            assertThat((String) page.evaluate("document.cookie")).doesNotContain("q_session");
            assertThat(keycloak.sessions("olive.officer")).isEqualTo(before + 1);

            page.click("a.tt-ref:has-text('" + concern + "') >> nth=0");
            assertThat(page.locator("h1")).containsText(concern);
            page.click("text=Sign out");
            page.waitForURL(keycloak.service() + "/?state=*");
            assertThat(keycloak.sessions("olive.officer"))
                    .as("ended at Keycloak too")
                    .isEqualTo(before);

            page.goBack();
            assertThat(page.content()).as("back").doesNotContain(concern).doesNotContain("Olive Officer");
            page.goBack();
            assertThat(page.content()).as("back again").doesNotContain(concern).doesNotContain("Olive Officer");
            page.navigate(keycloak.service() + "/desk");
            assertThat(page.locator("#password")).isVisible();
        }
    }
}
