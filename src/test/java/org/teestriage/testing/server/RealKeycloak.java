package org.teestriage.testing.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.OneTimeCode;
import org.teestriage.testing.client.Signer;

/** The real Keycloak with our realm and fictitious users, shared by this JVM and stopped with it. */
public final class RealKeycloak {

    public static final String REALM = "tees-triage";

    /** The password of all test users. */
    public static final String PASSWORD = "a made-up passphrase";

    private static final String OTP_SECRET = "made-up-telephone-secret";
    private static final String CODES_USED = "teestriage.keycloak.codes.";

    public static final String CLIENT_SECRET = "made-up-for-tests-0123456789abcdef";
    private static final String ADMIN = "admin";
    private static final String ADMIN_PASSWORD = "admin-for-tests";
    private static final String RUNNING = "teestriage.keycloak.port";
    private static final String SERVICE = "teestriage.keycloak.service-port";

    /** The settings without a default that a service needs in addition to its database and this server. */
    public static final Map<String, String> REQUIRED = Map.of(
            "tees-triage.http.public-address", "https://triage.example",
            "quarkus.oidc.credentials.secret", CLIENT_SECRET,
            "tees-triage.cookies.key", "made-up-cookies-0123456789abcdef+/",
            "tees-triage.forms.token-key", "made-up-forms-0123456789abcdef+/==",
            "tees-triage.drafts.key", "made-up-drafts-0123456789abcdef+/=");

    private static final Path BASE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path SCRIPT = BASE.resolve("src/test/scripts/keycloak.sh");
    private static final Path HOME = BASE.resolve("target/keycloak")
            .resolve(Long.toString(ProcessHandle.current().pid()));
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final int port;
    private final int servicePort;

    private RealKeycloak(int port, int servicePort) {
        this.port = port;
        this.servicePort = servicePort;
    }

    /** The shared server of this JVM, started by the first call. */
    public static RealKeycloak shared() {
        // Quarkus loads this class more than once: only objects of the JVM itself, such as system properties, are
        // unique.
        synchronized (Runtime.getRuntime()) {
            if (Integer.getInteger(RUNNING) != null) {
                return new RealKeycloak(Integer.getInteger(RUNNING), Integer.getInteger(SERVICE));
            }
            RealKeycloak server = new RealKeycloak(Ports.next(), Ports.next());
            ProcessBuilder remove = server.command("remove", HOME.toString());
            // Prepared outside the shutdown hook: Quarkus may have closed the class loader before the hook runs.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Scripts.output(remove), "stop Keycloak"));
            server.start();
            server.createTestData();
            System.setProperty(RUNNING, Integer.toString(server.port));
            System.setProperty(SERVICE, Integer.toString(server.servicePort));
            System.out.println("REAL KEYCLOAK " + server.version());
            return server;
        }
    }

    /** Starts the server, or restarts it with its data. */
    public void start() {
        @Nullable String dist = System.getProperty("teestriage.keycloak");
        if (dist == null || !Files.isDirectory(Path.of(dist))) {
            throw new IllegalStateException("No Keycloak to test against at " + dist
                    + ": the build unpacks it there (mvn process-test-resources).");
        }
        Scripts.output(command(
                "start",
                dist,
                HOME.toString(),
                Integer.toString(port),
                BASE.resolve("config/keycloak/tees-triage-realm.json").toString()));
    }

    public void stop() {
        Scripts.output(command("stop", HOME.toString()));
    }

    /** Freezes the server until {@link #resume()}: it accepts connections and does not answer. */
    public void pause() {
        Scripts.output(command("pause", HOME.toString()));
    }

    public void resume() {
        Scripts.output(command("resume", HOME.toString()));
    }

    /** Agencies, users and clients for tests; the shipped realm contains none of them. */
    private void createTestData() {
        String agencies = group("/agencies").get("id").asText();
        for (String agency : List.of("northfield-school", "southgate-surgery")) {
            admin("POST", "/groups/" + agencies + "/children", """
                {"name": "%s", "attributes": {"agency": ["%s"]}}\
                """.formatted(agency, agency));
        }
        try {
            ObjectNode people = Json.read(
                    Files.readString(BASE.resolve("src/test/resources/keycloak/people.json")), ObjectNode.class);
            for (JsonNode user : people.get("users")) {
                ArrayNode credentials = ((ObjectNode) user).putArray("credentials");
                credentials.addObject().put("type", "password").put("value", PASSWORD);
                if (!user.at("/realmRoles/0").asText().equals("REFERRER")) {
                    credentials
                            .addObject()
                            .put("type", "otp")
                            .put("secretData", "{\"value\": \"%s\"}".formatted(OTP_SECRET))
                            .put(
                                    "credentialData",
                                    "{\"subType\": \"hotp\", \"digits\": 6, \"counter\": 0, \"period\": 30,"
                                            + " \"algorithm\": \"HmacSHA1\"}");
                }
            }
            admin("POST", "/partialImport", people.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The URL of the service that is registered in the realm. */
    public int servicePort() {
        return servicePort;
    }

    public String service() {
        return "https://localhost:" + servicePort;
    }

    /** The certificate of the service, which Keycloak trusts for back-channel calls. */
    public Certificate certificate() {
        return Certificate.forThisJvm();
    }

    public int port() {
        return port;
    }

    public String realm() {
        return server() + "/realms/" + REALM;
    }

    private String server() {
        return "http://127.0.0.1:" + port;
    }

    /** The version that the server reports. */
    public String version() {
        return json(send(request(server() + "/admin/serverinfo", adminToken())
                        .GET()
                        .build()))
                .at("/systemInfo/version")
                .asText();
    }

    /** The access, refresh and ID token that a client gets for the password of a user. */
    public JsonNode tokens(String client, String user) {
        return json(form(
                realm() + "/protocol/openid-connect/token",
                Map.of(
                        "grant_type", "password",
                        "client_id", client,
                        "username", user,
                        "password", PASSWORD,
                        "scope", "openid")));
    }

    /**
     * The next one-time code of a test user. Their devices count codes instead of time, because a code of the shipped
     * policy is accepted once in half a minute.
     */
    public String code(String user) {
        synchronized (Runtime.getRuntime()) {
            int used = Integer.getInteger(CODES_USED + user, 0);
            System.setProperty(CODES_USED + user, Integer.toString(used + 1));
            return OneTimeCode.at(OTP_SECRET, used);
        }
    }

    public String token(String user) {
        return tokens("test-tokens", user).get("access_token").asText();
    }

    /** The tokens for a refresh token; empty if Keycloak refuses it. */
    public Optional<JsonNode> refreshed(String client, String refreshToken) {
        try {
            return Optional.of(json(form(
                    realm() + "/protocol/openid-connect/token",
                    Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", refreshToken))));
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("invalid_grant");
            return Optional.empty();
        }
    }

    private String adminToken() {
        return json(form(
                        server() + "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                ADMIN,
                                "password",
                                ADMIN_PASSWORD)))
                .get("access_token")
                .asText();
    }

    /** The admin API of our realm. */
    public JsonNode admin(String method, String path, @Nullable String body) {
        return json(send(request(server() + "/admin/realms/" + REALM + path, adminToken())
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    public JsonNode admin(String path) {
        return admin("GET", path, null);
    }

    public JsonNode group(String path) {
        return admin("/group-by-path" + path);
    }

    public String userId(String user) {
        return admin("/users?exact=true&username=" + user).get(0).get("id").asText();
    }

    public void enable(String user, boolean enabled) {
        admin("PUT", "/users/" + userId(user), "{\"enabled\": %s}".formatted(enabled));
    }

    public void join(String user, String group) {
        admin(
                "PUT",
                "/users/" + userId(user) + "/groups/" + group(group).get("id").asText(),
                null);
    }

    public void leave(String user, String group) {
        admin(
                "DELETE",
                "/users/" + userId(user) + "/groups/" + group(group).get("id").asText(),
                null);
    }

    /** Adds a group below {@code /hubs} whose members work for one authority of the hub. */
    public void addHubGroup(String name, String hub, String authority) {
        admin(
                "POST",
                "/groups/" + group("/hubs").get("id").asText() + "/children",
                "{\"name\": \"%s\", \"attributes\": {\"hub\": [\"%s\"], \"authority\": [\"%s\"]}}"
                        .formatted(name, hub, authority));
    }

    public void removeHubGroup(String name) {
        admin("DELETE", "/groups/" + group("/hubs/" + name).get("id").asText(), null);
    }

    /** Sets an attribute of the user; null removes it. */
    public void describe(String user, String attribute, @Nullable String value) {
        ObjectNode account = (ObjectNode) admin("/users/" + userId(user));
        ObjectNode attributes = account.withObject("/attributes");
        if (value == null) {
            attributes.remove(attribute);
        } else {
            attributes.putArray(attribute).add(value);
        }
        admin("PUT", "/users/" + userId(user), account.toString());
    }

    public int sessions(String user) {
        return admin("/users/" + userId(user) + "/sessions").size();
    }

    /** The id of the active signing key. */
    public String activeKey() {
        return admin("/keys").at("/active/RS256").asText();
    }

    /** Makes a key the active signing key, as in a key rotation. */
    public void rotateTo(Signer signer, String name, int priority) {
        String parent = admin("").get("id").asText();
        ObjectNode component = Json.read("""
            {"name": "%s", "providerId": "rsa", "providerType": "org.keycloak.keys.KeyProvider", "parentId": "%s",
             "config": {"priority": ["%d"], "enabled": ["true"], "active": ["true"], "algorithm": ["RS256"]}}
            """.formatted(name, parent, priority), ObjectNode.class);
        ((ObjectNode) component.get("config")).putArray("privateKey").add(signer.privateKeyPem());
        admin("POST", "/components", component.toString());
    }

    /** The realm-management rights of the service account of our client. */
    public List<String> ourOwnRights() {
        String client = admin("/clients?clientId=tees-triage").get(0).get("id").asText();
        String account =
                admin("/clients/" + client + "/service-account-user").get("id").asText();
        return StreamSupport.stream(
                        admin("/users/" + account + "/role-mappings")
                                .path("clientMappings")
                                .path("realm-management")
                                .path("mappings")
                                .spliterator(),
                        false)
                .map(role -> role.get("name").asText())
                .toList();
    }

    public List<JsonNode> events(String type, String user) {
        return StreamSupport.stream(
                        admin("/events?max=100&type=" + type + "&user=" + userId(user))
                                .spliterator(),
                        false)
                .toList();
    }

    private static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static String form(String url, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build());
    }

    private static String send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.method() + " " + request.uri() + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        return Json.read(text.isEmpty() ? "{}" : text, JsonNode.class);
    }

    private ProcessBuilder command(String... arguments) {
        ProcessBuilder command = Scripts.command(SCRIPT, arguments);
        command.environment()
                .putAll(Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD,
                        "KC_TRUSTSTORE_PATHS", certificate().authority().toString(),
                        "TEES_TRIAGE_CLIENT_SECRET", CLIENT_SECRET,
                        "TEES_TRIAGE_URL", service()));
        return command;
    }
}
