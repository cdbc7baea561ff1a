package org.teestriage.web.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.browser.CookieBrowser;
import org.teestriage.testing.browser.CookieBrowser.Seen;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.WithKeycloak;

/** Keycloak's sign-in form, one-time codes and endpoints, as a browser and as an unauthenticated client. */
@QuarkusTest
@TestProfile(WithKeycloak.class)
class SignInFormTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final RealKeycloak keycloak = RealKeycloak.shared();
    private final CookieBrowser visitor = new CookieBrowser(keycloak);

    @Test
    void thePasswordFieldIsMaskedAndPasswordManagersCanFillIt() {
        String page = visitor.visit("/desk").body();

        String field = field(page, "password");
        assertThat(field).contains("type=\"password\"", "autocomplete=\"current-password\"");
        assertThat(field(page, "username")).contains("autocomplete=\"username\"");
        assertThat(page).doesNotContainIgnoringCase("onpaste").doesNotContainIgnoringCase("autocomplete=\"off\"");
    }

    private static String field(String page, String name) {
        Matcher field =
                Pattern.compile("<input[^>]*\\sname=\"" + name + "\"[^>]*>").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group();
    }

    @Test
    void aPasswordMustMatchExactly() {
        for (Map.Entry<String, String> spoilt : Map.of(
                        "spoilt.case", RealKeycloak.PASSWORD.toUpperCase(java.util.Locale.ROOT),
                        "spoilt.space", RealKeycloak.PASSWORD + " ",
                        "spoilt.end", RealKeycloak.PASSWORD.substring(0, RealKeycloak.PASSWORD.length() - 1))
                .entrySet()) {
            createUser(spoilt.getKey());
            assertThat(signIn(spoilt.getKey(), spoilt.getValue()).asksForPassword())
                    .as(spoilt.getKey())
                    .isTrue();
        }
        createUser("spoilt.not");
        assertThat(signIn("spoilt.not", RealKeycloak.PASSWORD).asksForPassword())
                .isFalse();
    }

    @Test
    void anUnknownUserAndAWrongPasswordGetTheSamePage() {
        createUser("known.name");
        Seen known = signIn("known.name", "a wrong passphrase");
        Seen unknown = signIn("unknown.name", "a wrong passphrase");

        assertThat(known.asksForPassword()).isTrue();
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(normalized(unknown, "unknown.name")).isEqualTo(normalized(known, "known.name"));
    }

    /** Removes the values that differ on every page, and the user name. */
    private static String normalized(Seen page, String user) {
        return page.body()
                .replace(user, "USER")
                .replaceAll("(session_code|execution|tab_id|client_data|client_id)=[^&\"]*", "$1")
                .replaceAll("nonce-?=?\"[^\"]*\"", "")
                .replaceAll("\"[A-Za-z0-9_/+=-]{20,}\"", "");
    }

    /** Creates an account, so that failed attempts here do not delay other tests. */
    private void createUser(String user) {
        keycloak.admin("POST", "/users", """
            {"username": "%s", "firstName": "Made", "lastName": "Up", "enabled": true, "requiredActions": [],
             "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
            """.formatted(user, RealKeycloak.PASSWORD));
    }

    private Seen signIn(String user, String password) {
        CookieBrowser fresh = new CookieBrowser(keycloak);
        Seen answer = fresh.submit(fresh.visit("/desk"), Map.of("username", user, "password", password));
        return answer.status() / 100 == 3 ? fresh.follow(answer) : answer;
    }

    @Test
    void onlyTheOpenidScopeIsRequested() {
        assertThat(visitor.get("/desk").to().getQuery()).containsPattern("(^|&)scope=openid(&|$)");
    }

    @Test
    void noUsableTokenReachesTheBrowser() {
        String page = visitor.signIn("olive.officer", "/desk").body();

        assertThat(page).doesNotContain("eyJ");
        assertThat(visitor.cookies().values()).isNotEmpty().allSatisfy(cookie -> assertThat(
                        cookie.split("\\.", -1).length)
                .as("three parts are a signed token, five an encrypted one")
                .isIn(1, 5));
        String sealed = String.valueOf(visitor.cookies().get("__Host-q_session"));
        assertThat(new String(Base64.getUrlDecoder().decode(sealed.split("\\.", -1)[0]), StandardCharsets.UTF_8))
                .contains("\"enc\"");
        assertThat(bearer(sealed)).as("Keycloak refuses it").isEqualTo(401);
    }

    private int bearer(String token) {
        return sent(HttpRequest.newBuilder(URI.create(keycloak.realm() + "/protocol/openid-connect/userinfo"))
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    @Test
    void reuseOfAnAuthorizationCodeIsRefusedAndRevokesItsTokens() throws GeneralSecurityException {
        String verifier = "a-verifier-that-is-made-up-for-this-test-and-long-enough";
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        String address = keycloak.service() + "/signed-in";
        Seen form = visitor.get(keycloak.realm()
                + "/protocol/openid-connect/auth?client_id=tees-triage&response_type=code&scope=openid&state=x&nonce=y"
                + "&code_challenge_method=S256&code_challenge=" + challenge + "&redirect_uri=" + encoded(address));
        Seen back = visitor.enterCode("rex.redcar", visitor.enterPassword("rex.redcar", form));
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(back.to().toString());
        assertThat(code.find()).isTrue();
        Map<String, String> request = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code.group(1),
                "redirect_uri",
                address,
                "code_verifier",
                verifier);

        HttpResponse<String> first = token(request);
        assertThat(first.statusCode()).isEqualTo(200);
        String refresh =
                Json.read(first.body(), JsonNode.class).get("refresh_token").asText();
        HttpResponse<String> second = token(request);
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("invalid_grant");
        assertThat(token(Map.of("grant_type", "refresh_token", "refresh_token", refresh))
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> token(Map<String, String> fields) {
        String client = Base64.getEncoder()
                .encodeToString(("tees-triage:" + RealKeycloak.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        return sent(HttpRequest.newBuilder(URI.create(keycloak.realm() + "/protocol/openid-connect/token"))
                .header("Authorization", "Basic " + client)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))))
                .build());
    }

    @Test
    void anonymousClientRegistrationIsRefused() {
        Map<String, String> kinds = Map.of(
                "openid-connect",
                "{\"client_name\": \"Tees Triage\", \"redirect_uris\": [\"https://elsewhere.example/\"]}",
                "default",
                "{\"clientId\": \"trustworthy\", \"redirectUris\": [\"https://elsewhere.example/\"]}");
        kinds.forEach((kind, body) -> {
            HttpResponse<String> answer =
                    sent(HttpRequest.newBuilder(URI.create(keycloak.realm() + "/clients-registrations/" + kind))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build());
            assertThat(answer.statusCode()).as(kind).isIn(401, 403);
        });
        assertThat(keycloak.admin("/clients").toString()).doesNotContain("elsewhere.example");
    }

    @Test
    void aLogoutLinkWithoutATokenAsksForConfirmation() {
        visitor.signIn("olive.officer", "/desk");
        Seen asked = visitor.get(keycloak.realm() + "/protocol/openid-connect/logout");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).as("asks for confirmation").contains("<form");

        visitor.cookies().clear();
        Seen desk = visitor.visit("/desk");
        assertThat(desk.asksForPassword()).isFalse();
        assertThat(desk.status()).isEqualTo(200);
    }

    @Test
    void everyProtectedPageHasASignOutLink() {
        List<String> pages = List.of(ConfigProvider.getConfig()
                        .getValue("quarkus.http.auth.permission.pages.paths", String.class)
                        .split(",", -1))
                .stream()
                .filter(path -> !path.contains("*") && !path.endsWith(".csv") && !path.startsWith("/sign"))
                .toList();
        TreeSet<String> shown = new TreeSet<>();
        for (String user : List.of("rita.referrer", "olive.officer", "max.manager", "ada.auditor", "oscar.operator")) {
            CookieBrowser browser = new CookieBrowser(keycloak);
            browser.signIn(user, "/desk");
            for (String path : pages) {
                Seen page = browser.visit(path);
                if (page.status() == 200 && page.from().getPath().equals(path)) {
                    assertThat(page.body()).as(user + " at " + path).contains("/sign-out");
                    shown.add(path);
                }
            }
        }
        // This page requires a one-time code.
        assertThat(pages).allMatch(path -> shown.contains(path) || path.equals("/break-glass"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> sent(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
