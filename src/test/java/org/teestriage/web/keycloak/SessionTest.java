package org.teestriage.web.keycloak;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.browser.CookieBrowser;
import org.teestriage.testing.browser.CookieBrowser.Seen;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.WithKeycloak;

/** A browser session from sign-in to its end, cookie by cookie. */
@QuarkusTest
@TestProfile(WithKeycloak.class)
class SessionTest {

    private static final String SESSION = "__Host-q_session";
    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    MovableTime time;

    private final RealKeycloak keycloak = RealKeycloak.shared();
    private final CookieBrowser visitor = new CookieBrowser(keycloak);

    @Test
    void signInUsesPkceAndANonceAndReturnsToTheRequestedPage() {
        Seen first = visitor.get("/desk?after=x");
        assertThat(first.status()).isEqualTo(302);
        assertThat(first.to().toString()).startsWith(keycloak.realm() + "/protocol/openid-connect/auth?");
        assertThat(first.to().getQuery())
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=", "state=")
                .contains("redirect_uri=" + keycloak.service() + "/signed-in");

        Seen page = visitor.signIn("olive.officer", "/desk");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.from()).isEqualTo(URI.create(keycloak.service() + "/desk"));
        assertThat(page.body()).contains("Olive Officer", "chub", "/sign-out").doesNotContain("Demo accounts");
        assertThat(page.response().headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void keycloakIssuesNoCodeWithoutPkce() {
        String without = visitor.get("/desk").to().toString().replaceAll("&code_challenge[^&]*", "");
        assertThat(visitor.get(without).to().getQuery()).contains("error=invalid_request");
    }

    @Test
    void everyCookieIsHostPrefixedSecureHttpOnlyAndSameSite() {
        visitor.signIn("olive.officer", "/desk");
        visitor.get("/sign-out");

        assertThat(visitor.setCookies()).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .startsWith("__Host-q_")
                .contains("; Secure")
                .contains("; Path=/")
                .doesNotContainIgnoringCase("domain="));
        assertThat(visitor.setCookies().stream().filter(cookie -> !cookie.contains("Max-Age=0;")))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("; HTTPOnly").contains("; SameSite=Lax"));
        System.out.println("COOKIES: "
                + visitor.setCookies().stream()
                        .map(cookie -> cookie.replaceAll("=[^;]{12,}", "=…") + " (" + cookie.length() + ")")
                        .toList());
    }

    @Test
    void aPlantedCookieIsNotAcceptedAsASession() {
        visitor.cookies().put(SESSION, "planted");
        visitor.cookies().put("q_session", "planted");
        Seen page = visitor.signIn("olive.officer", "/desk");
        assertThat(page.status()).isEqualTo(200);
        String first = visitor.cookies().get(SESSION);
        assertThat(first).isNotEqualTo("planted");

        CookieBrowser thief = new CookieBrowser(keycloak);
        thief.cookies().put(SESSION, "planted");
        assertThat(thief.visit("/desk").asksForPassword()).isTrue();

        CookieBrowser neighbour = new CookieBrowser(keycloak);
        visitor.cookies().forEach((name, value) -> neighbour.cookies().put(name.replace("__Host-", ""), value));
        assertThat(neighbour.visit("/desk").asksForPassword())
                .as("a session cookie without the prefix, as a neighbouring host could set it")
                .isTrue();
    }

    @Test
    void everySignInCreatesANewSession() {
        visitor.signIn("olive.officer", "/desk");
        String first = visitor.cookies().get(SESSION);
        visitor.follow(visitor.get("/sign-out"));
        visitor.signIn("olive.officer", "/desk");
        assertThat(visitor.cookies().get(SESSION)).isNotNull().isNotEqualTo(first);
    }

    @Test
    void anAuthorizationCodeOfAnotherBrowserDoesNotSignIn() {
        Seen login = visitor.visit("/desk");
        Seen back = visitor.enterCode("olive.officer", visitor.enterPassword("olive.officer", login));
        assertThat(back.to().getPath()).isEqualTo("/signed-in");

        CookieBrowser other = new CookieBrowser(keycloak);
        Seen tried = other.get(back.to().toString());

        assertThat(tried.status()).isIn(302, 401);
        assertThat(other.cookies().keySet()).noneMatch(name -> name.startsWith(SESSION));
    }

    @Test
    void theSessionCookieGivesNoAccessToTheApi() {
        visitor.signIn("olive.officer", "/desk");
        assertThat(visitor.get("/api/queue").status()).isEqualTo(401);
    }

    @Test
    void pathVariantsBypassNeitherTheBearerTokenNorTheOneTimeCode() {
        visitor.signIn("olive.officer", "/desk");
        for (String path : List.of("/api;a=1/queue", "/api/queue;a=1", "//api/queue", "/api%3Ba=1/queue")) {
            assertThat(visitor.get(keycloak.service() + path).status()).as(path).isIn(401, 404);
        }
        String concern = given().header("Authorization", "Bearer " + keycloak.token("rita.referrer"))
                .contentType("application/json")
                .body(Bodies.GROOMING)
                .post("/api/concerns")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
        String address = "/api/concerns/" + concern;
        String stranger = keycloak.token("rex.redcar");
        for (String end : List.of("", "/", ";a=1", ";", "/;a=1", "%3Ba=1", "%3b")) {
            int status = given().urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + stranger)
                    .contentType("application/json")
                    .body("{\"reason\": \"POLICE_OR_COURT\", \"words\": \"A made-up reason.\"}")
                    .post(address + "/break-glass" + end)
                    .statusCode();
            assertThat(status).as("break-glass" + end).isIn(401, 404);
        }
        assertThat(given().header("Authorization", "Bearer " + stranger)
                        .get(address)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void signingOutEndsTheSessionAtKeycloakToo() throws Throwable {
        visitor.signIn("rex.redcar", "/desk");
        assertThat(keycloak.sessions("rex.redcar")).isPositive();
        int others = keycloak.sessions("rex.redcar") - 1;
        CookieBrowser copy = new CookieBrowser(keycloak);
        copy.cookies().putAll(visitor.cookies());

        Seen out = visitor.follow(visitor.get("/sign-out"));

        assertThat(out.from().toString()).startsWith(keycloak.service() + "/?state=");
        assertThat(out.status()).isEqualTo(200);
        assertThat(keycloak.sessions("rex.redcar")).isEqualTo(others);
        assertThat(visitor.cookies().keySet()).noneMatch(name -> name.startsWith(SESSION));
        assertThat(visitor.visit("/desk").asksForPassword()).isTrue();
        Eventually.within(SOON, () -> assertThat(copy.visit("/desk").asksForPassword())
                .as("a copy of the cookie")
                .isTrue());
    }

    @Test
    void keycloakEndsASessionThroughTheBackChannel() {
        visitor.signIn("mona.mover", "/desk");
        // The identity cache is fresh, so only the back channel can end the session.
        assertThat(visitor.get("/desk").status()).isEqualTo(200);

        keycloak.admin("POST", "/users/" + keycloak.userId("mona.mover") + "/logout", null);

        assertThat(visitor.visit("/desk").asksForPassword()).isTrue();
    }

    @Test
    void aFormSentAfterTheSessionEndedIsShownAgainAndCanBeResent() {
        String token = visitor.signIn("mona.mover", "/raise").token();
        Seen begun = visitor.post("/raise", Map.of("_token", token));
        assertThat(begun.status()).isEqualTo(303);
        String page = begun.to().getPath() + "/consent";
        Map<String, String> typed = Map.of("_token", token, "doneSoFar", "The mother was told.");

        keycloak.admin("POST", "/users/" + keycloak.userId("mona.mover") + "/logout", null);
        assertShowsTypedText(visitor.post(page, typed));

        visitor.signIn("mona.mover", "/desk");
        assertThat(visitor.post(page, typed).status()).isEqualTo(303);
        assertThat(visitor.get(page).body()).contains("The mother was told.");
    }

    private static void assertShowsTypedText(Seen lost) {
        assertThat(lost.status()).as("neither done nor sent to sign in").isEqualTo(401);
        assertThat(lost.body())
                .contains("NOT submitted", "The mother was told.", "Send it again", "999")
                .contains("name=\"_token\" value=\"");
    }

    @Test
    void aBreakGlassFormSentWithoutACodeIsShownAgain() {
        String token = visitor.signIn("max.manager", "/raise").token();
        Seen early = visitor.post(
                "/concerns/K7Q2-9FXM-F/break-glass",
                Map.of("_token", token, "reason", "POLICE_OR_COURT", "words", "The mother was told."));
        assertShowsTypedText(early);
        assertThat(early.body())
                .as("where a code is asked for")
                .contains("href=\"/concerns/K7Q2-9FXM-F/break-glass\" target=\"_blank\"");
    }

    @Test
    void aDisabledAccountIsSentToTheSignInPage() throws Throwable {
        visitor.signIn("leo.leaver", "/desk");
        keycloak.enable("leo.leaver", false);
        Eventually.within(SOON, () -> assertThat(visitor.get("/desk").status()).isEqualTo(302));
        Seen tried = visitor.signIn("leo.leaver", "/desk");
        assertThat(tried.asksForPassword()).isTrue();
        keycloak.enable("leo.leaver", true);
    }

    @Test
    void anAccountWithoutExactlyOneRoleGetsAnErrorPage() {
        Seen page = visitor.signIn("toby.two", "/desk");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("Your account is not set up", "999");
    }

    @Test
    void aSessionEndsAfterItsIdleTimeoutAndAfterItsMaximumLifetime() throws Throwable {
        lifespans(2, 5, 36_000);
        try {
            visitor.signIn("olive.officer", "/desk");
            CookieBrowser late = visitor.window();
            List<CookieBrowser> windows =
                    IntStream.range(0, 6).mapToObj(each -> visitor.window()).toList();
            pause(3);
            windows.parallelStream()
                    .forEach(window -> assertThat(window.get("/desk").status())
                            .as("refreshed behind the scenes, by several windows at once")
                            .isEqualTo(200));
            assertThat(late.get("/desk").status())
                    .as("sent with the old cookie")
                    .isEqualTo(200);
            visitor.cookies().putAll(late.cookies());
            assertThat(visitor.get("/desk").status()).isEqualTo(200);
            assertThat(windows.get(0).get("/desk").status()).isEqualTo(200);
            String token = visitor.get("/raise").token();
            pause(6);
            assertShowsTypedText(
                    visitor.post("/raise/x/consent", Map.of("_token", token, "doneSoFar", "The mother was told.")));
            assertThat(visitor.visit("/desk").asksForPassword()).as("idle").isTrue();

            lifespans(2, 1_800, 6);
            CookieBrowser busy = new CookieBrowser(keycloak);
            busy.signIn("olive.officer", "/desk");
            Duration took = Eventually.within(
                    Duration.ofSeconds(30), () -> assertThat(busy.visit("/desk").asksForPassword())
                            .as("maximum lifetime")
                            .isTrue());
            assertThat(took).isGreaterThan(Duration.ofSeconds(3));
        } finally {
            lifespans(300, 1_800, 36_000);
        }
    }

    @Test
    void exportAndBreakGlassRequireARecentOneTimeCode() {
        assertThat(visitor.signIn("max.manager", "/desk").status()).isEqualTo(200);
        for (String path : List.of("/concerns/K7Q2-9FXM-F/export", "/concerns/K7Q2-9FXM-F/break-glass")) {
            // An unanswered request for a code does not end the session.
            assertThat(visitor.visit("/desk").status()).isEqualTo(200);
            assertThat(visitor.get("/desk").status()).isEqualTo(200);
            Seen asked = visitor.get(path);
            assertThat(asked.status()).isEqualTo(302);
            assertThat(asked.to().getQuery()).contains("acr_values=2");
        }
        Seen form = visitor.visit("/concerns/K7Q2-9FXM-F/export");
        assertThat(form.asksForCode()).as("the code").isTrue();
        assertThat(form.asksForPassword()).as("not the password again").isFalse();
        assertThat(visitor.submit(form, Map.of("otp", "000000")).asksForCode())
                .as("after a wrong one")
                .isTrue();

        Seen after = visitor.follow(visitor.submit(
                visitor.visit("/concerns/K7Q2-9FXM-F/export"), Map.of("otp", keycloak.code("max.manager"))));

        assertThat(after.from().getPath()).isEqualTo("/concerns/K7Q2-9FXM-F/export");
        assertThat(after.status()).as("authorized; the concern does not exist").isEqualTo(404);
        assertThat(visitor.get("/concerns/K7Q2-9FXM-F/break-glass").status())
                .as("the form, which does not reveal whether the concern exists")
                .isEqualTo(200);
        assertThat(visitor.get("/desk").status()).isEqualTo(200);

        time.set(Instant.now().plus(Duration.ofMinutes(9)));
        assertThat(visitor.get("/concerns/K7Q2-9FXM-F/export").status())
                .as("nine minutes on")
                .isEqualTo(404);
        time.set(Instant.now().plus(Duration.ofMinutes(11)));
        assertThat(visitor.get("/concerns/K7Q2-9FXM-F/export").status())
                .as("the code is too old")
                .isEqualTo(302);
        time.set(MovableTime.A_TUESDAY_MORNING);
    }

    @Test
    void theApiChallengesForAOneTimeCode() {
        given().header("Authorization", "Bearer " + keycloak.token("max.manager"))
                .post("/api/concerns/K7Q2-9FXM-F/break-glass")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\", acr_values=\"2\"");
    }

    @Test
    void aFailedSignInIsStoredAsAnEvent() {
        int before = keycloak.events("LOGIN_ERROR", "ada.auditor").size();
        Seen refused = visitor.submit(visitor.visit("/desk"), Map.of("username", "ada.auditor", "password", "wrong"));
        assertThat(refused.asksForPassword()).isTrue();
        assertThat(keycloak.events("LOGIN_ERROR", "ada.auditor")).hasSize(before + 1);
    }

    private void lifespans(int token, int idle, int longest) {
        ObjectNode realm = (ObjectNode) keycloak.admin("");
        realm.put("accessTokenLifespan", token)
                .put("ssoSessionIdleTimeout", idle)
                .put("ssoSessionMaxLifespan", longest);
        keycloak.admin("PUT", "", realm.toString());
    }

    private static void pause(int seconds) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS))
                .join();
    }
}
