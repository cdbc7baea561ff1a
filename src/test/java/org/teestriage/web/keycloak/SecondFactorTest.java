package org.teestriage.web.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.testing.browser.CookieBrowser;
import org.teestriage.testing.browser.CookieBrowser.Seen;
import org.teestriage.testing.client.OneTimeCode;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.WithKeycloak;

/** Signing in with the shipped realm: the second factor, and attempts by strangers. */
@QuarkusTest
@TestProfile(WithKeycloak.class)
class SecondFactorTest {

    private static final String SESSION = "__Host-q_session";

    private final RealKeycloak keycloak = RealKeycloak.shared();

    private CookieBrowser browser() {
        return new CookieBrowser(keycloak);
    }

    /** Creates an account without a one-time code. */
    private void create(String user, String role) {
        keycloak.admin("POST", "/users", """
            {"username": "%s", "firstName": "Made", "lastName": "Up", "enabled": true, "requiredActions": [],
             "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
            """.formatted(user, RealKeycloak.PASSWORD));
        grant(user, role);
    }

    private void grant(String user, String role) {
        JsonNode granted = keycloak.admin("/roles/" + role);
        keycloak.admin("POST", "/users/" + keycloak.userId(user) + "/role-mappings/realm", "[" + granted + "]");
    }

    private Seen enterPassword(CookieBrowser browser, String user, String path) {
        return browser.follow(browser.enterPassword(user, browser.visit(path)));
    }

    private static boolean asksForSetUp(Seen page) {
        return page.body().contains("name=\"totpSecret\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OFFICER", "MANAGER", "AUDITOR", "OPERATOR"})
    void staffWithoutASecondFactorAreAskedToSetItUpAndDoNotGetInBefore(String role) {
        String user = "new." + role.toLowerCase(java.util.Locale.ROOT);
        create(user, role);
        for (String path : new String[] {"/desk", "/concerns/K7Q2-9FXM-F/export"}) {
            CookieBrowser browser = browser();
            Seen page = enterPassword(browser, user, path);
            assertThat(asksForSetUp(page)).as(path).isTrue();
            assertThat(browser.visit("/desk").from().toString()).startsWith(keycloak.realm());
            assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith(SESSION));
        }
    }

    @Test
    void aSecondFactorIsSetUpOnceAndAskedForAtEverySignInAndItsCodeIsAcceptedOnce() {
        create("nia.new", "OFFICER");
        keycloak.join("nia.new", "/hubs/chub");
        CookieBrowser browser = browser();
        Seen setUp = enterPassword(browser, "nia.new", "/desk");
        Matcher secret =
                Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"").matcher(setUp.body());
        assertThat(secret.find()).isTrue();
        String code = OneTimeCode.now(secret.group(1));
        Seen desk = browser.follow(browser.submit(
                setUp, Map.of("totp", code, "totpSecret", secret.group(1), "userLabel", "a made-up telephone")));
        assertThat(desk.from().getPath()).isEqualTo("/desk");
        assertThat(desk.status()).isEqualTo(200);

        CookieBrowser other = browser();
        Seen asked = enterPassword(other, "nia.new", "/desk");
        assertThat(asked.asksForCode()).isTrue();
        Seen wrong = other.submit(asked, Map.of("otp", "000000"));
        assertThat(wrong.asksForCode()).isTrue();
        Seen used = other.submit(wrong, Map.of("otp", code));
        assertThat(used.asksForCode()).as("the code that set it up").isTrue();
        assertThat(other.visit("/desk").from().toString()).startsWith(keycloak.realm());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/concerns/K7Q2-9FXM-F/export"})
    void staffWhoBeginWithASecurityKeyAreAskedToRegisterItInsteadOfACode(String path) {
        String user = "kim.key" + path.length();
        create(user, "OFFICER");
        grant(user, "SECURITY_KEY");
        CookieBrowser browser = browser();
        Seen page = enterPassword(browser, user, path);
        assertThat(page.body()).contains("name=\"attestationObject\"");
        assertThat(asksForSetUp(page)).isFalse();
        assertThat(browser.visit("/desk").from().toString()).startsWith(keycloak.realm());
        assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith(SESSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/concerns/K7Q2-9FXM-F/export"})
    void staffWithASecurityKeyAreAskedForItAndNotForACode(String path) {
        String user = "kit.keyed" + path.length();
        keycloak.admin("POST", "/users", """
            {"username": "%s", "firstName": "Made", "lastName": "Up", "enabled": true, "requiredActions": [],
             "credentials": [{"type": "password", "value": "%s", "temporary": false},
              {"type": "webauthn", "userLabel": "a made-up key", "secretData": "{}", "credentialData":
               "{\\"aaguid\\": \\"00000000-0000-0000-0000-000000000000\\", \\"credentialId\\": \\"AAAA\\", \\"counter\\": 0, \\"attestationStatementFormat\\": \\"none\\", \\"credentialPublicKey\\": \\"AAAA\\", \\"transports\\": []}"}]}
            """.formatted(user, RealKeycloak.PASSWORD));
        grant(user, "OFFICER");
        CookieBrowser browser = browser();
        Seen page = enterPassword(browser, user, path);
        assertThat(page.body()).contains("name=\"authenticatorData\"");
        assertThat(page.asksForCode()).isFalse();
        assertThat(browser.visit("/desk").from().toString()).startsWith(keycloak.realm());
    }

    @Test
    void aReferrerSignsInWithAPassword() {
        CookieBrowser browser = browser();
        assertThat(enterPassword(browser, "rita.referrer", "/raise").from().getPath())
                .isEqualTo("/raise");
    }

    @Test
    void aPageThatNeedsARecentCodeAsksForOneCodeAtSignIn() {
        CookieBrowser browser = browser();
        Seen code = enterPassword(browser, "max.manager", "/concerns/K7Q2-9FXM-F/export");
        assertThat(code.asksForCode()).isTrue();
        Seen page = browser.follow(browser.enterCode("max.manager", code));
        assertThat(page.from().getPath()).isEqualTo("/concerns/K7Q2-9FXM-F/export");
        assertThat(page.status()).as("permitted; the concern does not exist").isEqualTo(404);
    }

    @Test
    void wrongPasswordsOfAStrangerDoNotKeepTheOwnerOut() {
        create("owen.owner", "REFERRER");
        CookieBrowser stranger = browser();
        Seen form = stranger.visit("/desk");
        for (int attempt = 0; attempt < 25; attempt++) {
            form = stranger.submit(form, Map.of("username", "owen.owner", "password", "a wrong passphrase " + attempt));
            assertThat(form.asksForPassword()).isTrue();
        }
        assertThat(enterPassword(browser(), "owen.owner", "/raise").asksForPassword())
                .isFalse();
        assertThat(keycloak.events("LOGIN_ERROR", "owen.owner")).hasSize(25);
    }

    @Test
    void wrongCodesLockAnAccountWhosePasswordIsKnownToAStranger() {
        CookieBrowser stranger = browser();
        Seen form = stranger.enterPassword("leo.locked", stranger.visit("/desk"));
        int attempts = 0;
        while (form.asksForCode() && attempts < 100) {
            form = stranger.submit(form, Map.of("otp", "000000"));
            attempts++;
        }
        assertThat(attempts).as("Keycloak locks a moment later").isBetween(20, 99);
        assertThat(keycloak.admin("/users/" + keycloak.userId("leo.locked"))
                        .get("enabled")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aReplayedRefreshTokenIsRefusedAndEndsTheTokensOfItsSession() {
        String first = keycloak.tokens("test-tokens", "rex.redcar")
                .get("refresh_token")
                .asText();
        JsonNode second = keycloak.refreshed("test-tokens", first).orElseThrow();
        assertThat(keycloak.refreshed("test-tokens", first)).isEmpty();
        assertThat(keycloak.refreshed("test-tokens", second.get("refresh_token").asText()))
                .as("the token that a thief or the owner got for it")
                .isEmpty();
    }
}
