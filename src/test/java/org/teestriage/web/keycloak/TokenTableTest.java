package org.teestriage.web.keycloak;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.client.Signer;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.WithKeycloak;

/** Bearer tokens that the API accepts. All others get the same response, so that it does not reveal what was wrong. */
@QuarkusTest
@TestProfile(WithKeycloak.class)
class TokenTableTest {

    private static final String QUEUE = "/api/queue";
    private static final String BODY = "{\"type\":\"about:blank\",\"title\":\"Not signed in\",\"status\":401,"
            + "\"detail\":\"Sign in first. If a child is in danger now, call 999.\"}";

    /** The active key of Keycloak in this class, so that a forged token differs from a valid one in a single claim. */
    private static final Signer SIGNER = Signer.withNewKey();

    private static RealKeycloak keycloak;
    private static String key;
    private static JsonNode tokens;
    private static ObjectNode claims;

    @BeforeAll
    static void rotateToOwnKey() {
        keycloak = RealKeycloak.shared();
        keycloak.rotateTo(SIGNER, "for the token table", 200);
        key = keycloak.activeKey();
        tokens = keycloak.tokens("test-tokens", "olive.officer");
        claims = Signer.claims(tokens.get("access_token").asText());
    }

    @Test
    void onlyAValidTokenOpensTheApi() throws Throwable {
        String valid = tokens.get("access_token").asText();
        // A new key may arrive while the service still waits before it fetches keys again.
        Eventually.within(Duration.ofSeconds(15), () -> assertThat(call(valid).statusCode())
                .isEqualTo(200));
        assertThat(call(SIGNER.sign(key, claims)).statusCode())
                .as("signed here")
                .isEqualTo(200);

        Map<String, String> table = new LinkedHashMap<>();
        table.put("alg none", Signer.unsigned(claims));
        table.put(
                "HS256 with the public key, DER",
                SIGNER.signWithThePublicKey(
                        key, claims, SIGNER.keys().getPublic().getEncoded()));
        table.put(
                "HS256 with the public key, PEM",
                SIGNER.signWithThePublicKey(key, claims, SIGNER.publicKeyPem().getBytes(StandardCharsets.US_ASCII)));
        long now = Instant.now().getEpochSecond();
        table.put("expired", SIGNER.sign(key, with("exp", now - 1).put("iat", now - 300)));
        table.put("without an expiry", SIGNER.sign(key, (ObjectNode)
                claims.deepCopy().without("exp")));
        table.put("not yet valid", SIGNER.sign(key, with("nbf", now + 60)));
        table.put(
                "for another service",
                keycloak.tokens("another-service", "olive.officer")
                        .get("access_token")
                        .asText());
        table.put("for another service, forged", SIGNER.sign(key, with("aud", "another-service")));
        table.put("without an audience", SIGNER.sign(key, (ObjectNode)
                claims.deepCopy().without("aud")));
        table.put("from another issuer", SIGNER.sign(key, with("iss", "https://elsewhere.example/realms/tees-triage")));
        table.put("id token", tokens.get("id_token").asText());
        table.put("id token for this service", SIGNER.sign(key, with("typ", "ID")));
        table.put("refresh token", tokens.get("refresh_token").asText());
        table.put("refresh token for this service", SIGNER.sign(key, with("typ", "Refresh")));
        table.put("without a type", SIGNER.sign(key, (ObjectNode)
                claims.deepCopy().without("typ")));
        table.put("truncated", valid.substring(0, valid.length() - 20));
        table.put("without its signature", valid.substring(0, valid.lastIndexOf('.') + 1));
        table.put("of one part", valid.substring(0, valid.indexOf('.')));
        table.put("changed", changed(valid));
        table.put("garbage", "garbage");
        table.put("empty", "");
        table.put("three dots", "...");
        table.put("by an unknown key", Signer.withNewKey().sign("no-such-key", claims));
        table.put("by another key under a known number", Signer.withNewKey().sign(key, claims));
        Signer stranger = Signer.withNewKey();
        String elsewhere = "https://elsewhere.example/keys";
        table.put("bringing its key", stranger.signBringingTheKey(Map.of("jwk", stranger.publicJwk()), claims));
        table.put(
                "bringing its key under a known number",
                stranger.signBringingTheKey(Map.of("jwk", stranger.publicJwk(), "kid", key), claims));
        table.put("naming where its key is", stranger.signBringingTheKey(Map.of("jku", elsewhere), claims));
        table.put(
                "naming where its key is under a known number",
                stranger.signBringingTheKey(Map.of("jku", elsewhere, "x5u", elsewhere, "kid", key), claims));
        table.put("12 KB", valid + "x".repeat(12_000));
        table.put("for an unknown user", SIGNER.sign(key, with("sub", "00000000-0000-0000-0000-000000000000")));

        assertUnauthorized("none", given().get(QUEUE));
        table.forEach((what, token) -> assertUnauthorized(what, call(token)));
        assertUnauthorized(
                "a password",
                given().auth()
                        .preemptive()
                        .basic("olive.officer", RealKeycloak.PASSWORD)
                        .get(QUEUE));
        assertUnauthorized(
                "a demo account",
                given().auth().preemptive().basic("officer.hartlepool", "demo").get(QUEUE));
        assertUnauthorized("in the address", given().get(QUEUE + "?access_token=" + valid));
        assertThat(call(valid).statusCode()).as("valid, after all that").isEqualTo(200);
    }

    /** The server reads at most 16 KB of headers and refuses a longer request without reading it to its end. */
    @Test
    void aHeaderOf64KbIsRefusedBeforeItIsRead() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("GET " + QUEUE + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + "x".repeat(64_000) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            System.out.println("TOKEN 64 KB: " + answer);
            assertThat(answer).contains(" 431 ");
        }
    }

    @Test
    void anAccountWithoutExactlyOneRoleCannotUseTheApi() {
        assertUnauthorized("two roles", call(keycloak.token("toby.two")));
        assertUnauthorized("no role", call(keycloak.token("nora.none")));
    }

    @Test
    void aRotatedKeycloakKeyIsAcceptedWithoutARestart() throws Throwable {
        Signer next = Signer.withNewKey();
        String before = keycloak.token("rex.redcar");
        keycloak.rotateTo(next, "rotated", 300);
        String after = keycloak.token("rex.redcar");
        assertThat(header(after)).isNotEqualTo(header(before));

        Duration took = Eventually.within(
                Duration.ofSeconds(15),
                () -> assertThat(call(after).statusCode()).isEqualTo(200));

        assertThat(call(before).statusCode()).as("signed by the key before").isEqualTo(200);
        System.out.println("KEY ROTATION: the new key was taken after " + took.toMillis() + " ms");
    }

    private static void assertUnauthorized(String what, Response response) {
        assertThat(response.statusCode()).as(what).isEqualTo(401);
        assertThat(response.asString()).as(what).isEqualTo(BODY);
        assertThat(response.contentType()).as(what).isEqualTo("application/problem+json");
        assertThat(response.header("WWW-Authenticate")).as(what).isEqualTo("Bearer");
        assertThat(response.header("Cache-Control")).as(what).isEqualTo("no-store");
        assertThat(response.cookies()).as(what).isEmpty();
        System.out.println("TOKEN " + what + ": 401");
    }

    private static Response call(String token) {
        return given().header("Authorization", "Bearer " + token).get(QUEUE);
    }

    private static ObjectNode with(String claim, Object value) {
        ObjectNode changed = claims.deepCopy();
        return changed.putPOJO(claim, value);
    }

    /** Another role under the old signature. */
    private static String changed(String token) {
        String[] parts = token.split("\\.", -1);
        String other = Signer.unsigned(with("roles", List.of("MANAGER"))).split("\\.", -1)[1];
        return parts[0] + "." + other + "." + parts[2];
    }

    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }
}
