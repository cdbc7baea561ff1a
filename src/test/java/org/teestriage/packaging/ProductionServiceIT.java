package org.teestriage.packaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.browser.CookieBrowser;
import org.teestriage.testing.browser.CookieBrowser.Seen;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.HttpStub;
import org.teestriage.testing.server.Jvm;
import org.teestriage.testing.server.KeycloakResource;
import org.teestriage.testing.server.PortForward;
import org.teestriage.testing.server.Ports;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.RealMySql;

/** The packaged service in its own JVM, with the production profile and a real MySQL. */
class ProductionServiceIT {

    /** The service starts while Keycloak is unreachable, but not without its URL. */
    private static final String UNREACHABLE_KEYCLOAK = "http://127.0.0.1:9/realms/tees-triage";

    private static String url = "";

    @TempDir
    Path temporary;

    @BeforeAll
    static void database() {
        url = RealMySql.shared().database("production_service");
    }

    @Test
    void commandsImportPostcodesAndVerifyTimelines() throws Exception {
        Path file = Files.writeString(temporary.resolve("onspd.csv"), "pcds,laua\nTS7 0ZZ,E06000003\n");

        Result imported = run("import-postcodes", file.toString());
        assertThat(imported.code()).as(imported.output()).isZero();
        assertThat(imported.output()).contains("1 postcodes read, 0 lines skipped");

        Result missing =
                run("import-postcodes", temporary.resolve("nowhere.csv").toString());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.output()).contains("The postcodes were not imported");

        assertThat(run("verify").code()).isZero();
        assertThat(run("verify", "K7Q2-9FXM-F").output()).contains("There is no such concern");
        assertThat(run("erase", "K7Q2-9FXM-F", "1,2", "the retention period has ended")
                        .output())
                .contains("Nothing was erased: there is no such concern");
        assertThat(run("sing").output()).contains("Commands: migrate | import-postcodes FILE | verify [REFERENCE]");
    }

    @Test
    void theMigrateCommandCreatesTablesAndDeploysNothing() throws Exception {
        String empty = url;
        try {
            url = RealMySql.shared().database("migrated_alone");
            for (int times = 0; times < 2; times++) {
                Result migrated = run("migrate");
                assertThat(migrated.code()).as(migrated.output()).isZero();
                assertThat(migrated.output()).containsPattern("The tables are at version \\d+");
            }
            try (Connection connection = RealMySql.shared().open("migrated_alone");
                    Statement statement = connection.createStatement();
                    ResultSet deployed = statement.executeQuery("select count(*) from ACT_RE_DEPLOYMENT")) {
                deployed.next();
                assertThat(deployed.getInt(1))
                        .as("deployed models, which old nodes could not continue")
                        .isZero();
            }
        } finally {
            url = empty;
        }
    }

    @Test
    @Timeout(120)
    void theServiceBecomesReadyRefusesUnauthenticatedRequestsAndStops() throws Exception {
        int port = Ports.next();
        Process service = start(
                List.of(), "-Dquarkus.http.port=" + port, "-Dquarkus.oidc.auth-server-url=" + UNREACHABLE_KEYCLOAK);
        try {
            assertThat(awaitReady(service, port)).isEqualTo(200);
            assertThat(status(port, "/api/queue", "Basic b2ZmaWNlci5oYXJ0bGVwb29sOmRlbW8="))
                    .isEqualTo(401);
            assertThat(status(port, "/api/concerns", "")).isEqualTo(401);
            assertThat(status(port, "/q/swagger-ui", "")).isEqualTo(404);
        } finally {
            service.destroy();
            assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @Timeout(120)
    void theServiceStartsWithoutKeycloakAndSignsUsersInOnceItIsReachable() throws Throwable {
        RealKeycloak keycloak = RealKeycloak.shared();
        int port = Ports.next();
        int passage = Ports.next();
        List<String> options = new ArrayList<>(
                List.of("-Dquarkus.http.port=" + port, "-Dquarkus.http.ssl-port=" + keycloak.servicePort()));
        KeycloakResource.settings("http://127.0.0.1:" + passage + "/realms/" + RealKeycloak.REALM)
                .forEach((setting, value) -> options.add("-D" + setting + "=" + value));
        Process service = start(List.of(), options.toArray(String[]::new));
        try {
            assertThat(awaitReady(service, port)).isEqualTo(200);
            CookieBrowser visitor = new CookieBrowser(keycloak).awaitService();
            assertThat(visitor.get("/").status()).isEqualTo(200);
            Seen unavailable = visitor.get("/desk");
            assertThat(unavailable.status()).isEqualTo(503);
            assertThat(unavailable.body()).contains("Signing in is not possible right now", "999");
            assertThat(unavailable.response().headers().firstValue("Retry-After"))
                    .isPresent();
            assertThat(status(port, "/api/queue", "")).isEqualTo(401);
            given().port(port)
                    .header("Authorization", "Bearer " + keycloak.token("olive.officer"))
                    .get("/api/queue")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json");

            PortForward open = PortForward.open(passage, keycloak.port());
            try {
                Eventually.within(Duration.ofSeconds(15), () -> {
                    CookieBrowser next = new CookieBrowser(keycloak);
                    assertThat(next.get("/desk").status()).isEqualTo(302);
                    assertThat(next.signIn("olive.officer", "/desk").body()).contains("Olive Officer");
                });
            } finally {
                open.close();
            }
        } finally {
            service.destroy();
            assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @Timeout(120)
    void metricsHaveTheirOwnPortLogsAreJsonAndTracesAreSentOnlyWhereEnabled() throws Throwable {
        int port = Ports.next();
        int management = Ports.next();
        for (boolean traced : List.of(false, true)) {
            try (HttpStub collector = new HttpStub(0)) {
                Process service = start(
                        List.of(),
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.port=" + management,
                        "-Dquarkus.oidc.auth-server-url=" + UNREACHABLE_KEYCLOAK,
                        "-Dquarkus.otel.exporter.otlp.endpoint=http://127.0.0.1:" + collector.port(),
                        traced ? "-Dquarkus.otel.sdk.disabled=false" : "-Dtees-triage.monitoring.every=1S");
                try {
                    assertThat(awaitReady(service, port)).isEqualTo(200);
                    status(port, "/concerns/K7Q2-9FXM-F?after=Zq7canary", "");
                    if (traced) {
                        Eventually.within(Duration.ofSeconds(20), () -> assertThat(collector.arrivals("/v1/traces"))
                                .anyMatch(spans -> spans.body().contains("/concerns/K7Q2-9FXM-F")));
                        assertThat(collector.arrivals("/v1/traces"))
                                .noneMatch(spans -> spans.body().contains("Zq7canary")
                                        || spans.body().contains("Java-http-client"));
                    } else {
                        Eventually.within(Duration.ofSeconds(20), () -> assertThat(body(management, "/q/metrics"))
                                .contains("tees_triage_queue_waiting{hub=\"chub\",priority=\"red\"} 0.0")
                                .contains("tees_triage_engine_incidents 0.0"));
                        assertThat(status(port, "/q/metrics", "")).isEqualTo(404);
                    }
                } finally {
                    service.destroy();
                    assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
                }
                assertThat(Files.readAllLines(temporary.resolve("output.txt")))
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(Json.read(line, JsonNode.class)
                                        .path("level")
                                        .asText())
                                .as(line)
                                .isNotEmpty());
                assertThat(collector.connections() > 0).as("traces").isEqualTo(traced);
            }
        }
    }

    private static String body(int port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body()
                .replace(",}", "}");
    }

    @Test
    @Timeout(60)
    void theServiceDoesNotStartWithoutTheUrlOfKeycloak() throws Exception {
        Result ended = run();
        assertThat(ended.code()).isNotZero();
        assertThat(ended.output()).contains("quarkus.oidc.auth-server-url");
    }

    @Test
    @Timeout(60)
    void theServiceDoesNotStartWithSecretsThatAreMissingShortOrEqual() throws Exception {
        Process refused = start(
                List.of(),
                "-Dquarkus.http.port=0",
                "-Dquarkus.oidc.auth-server-url=" + UNREACHABLE_KEYCLOAK,
                "-Dtees-triage.cookies.key=",
                "-Dtees-triage.forms.token-key=short",
                "-Dtees-triage.drafts.key=" + RealKeycloak.REQUIRED.get("quarkus.oidc.credentials.secret"));
        assertThat(refused.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isNotZero();
        assertThat(Files.readString(temporary.resolve("output.txt")))
                .contains("tees-triage.cookies.key is missing")
                .contains("tees-triage.forms.token-key has fewer than 32 characters")
                .contains("tees-triage.drafts.key is the same as quarkus.oidc.credentials.secret")
                .contains("openssl rand -base64 33")
                .doesNotContain("made-up-for-tests");
    }

    private static int awaitReady(Process service, int port) throws Exception {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (System.nanoTime() < giveUp && service.isAlive()) {
            try {
                return status(port, "/q/health/ready", "");
            } catch (IOException notYet) {
                service.waitFor(200, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError("the service did not become ready");
    }

    private static int status(int port, String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** The exit code and the output of a command. */
    private record Result(int code, String output) {}

    private Result run(String... command) throws Exception {
        Process process = start(List.of(command));
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(temporary.resolve("output.txt")));
    }

    /** Runs in an empty folder, so that the config folder of the project is not read. */
    private Process start(List<String> command, String... options) throws IOException {
        Jvm java = Jvm.fast();
        List<String> line = new ArrayList<>(List.of(java.java().toString()));
        line.addAll(java.options());
        // A later option overrides an earlier one.
        line.add("-Dquarkus.management.port=0");
        // Commands wait for it too, before they end.
        line.add("-Dquarkus.shutdown.delay=0S");
        line.addAll(List.of(options));
        line.add("-jar");
        line.add(Cluster.PACKAGED.resolve(Cluster.JAR).toString());
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(temporary.toFile())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output.txt").toFile());
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", url);
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", "root");
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", RealMySql.ROOT_PASSWORD);
        RealKeycloak.REQUIRED.forEach((setting, value) -> builder.environment().put(Cluster.variable(setting), value));
        return builder.start();
    }
}
