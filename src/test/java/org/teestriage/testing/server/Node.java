package org.teestriage.testing.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.Decisions;
import org.teestriage.testing.client.ServiceUnderTest;
import org.teestriage.testing.client.Tokens;

/** One packaged service in its own JVM on a loopback port; users authenticate with tokens of the real Keycloak. */
public final class Node implements ServiceUnderTest {

    private static final Duration A_START = Duration.ofMinutes(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final int port;
    private final Path output;
    private final String database;
    private final Tokens tokens;

    Node(Process process, int port, Path output, String database, Tokens tokens) {
        this.process = process;
        this.port = port;
        this.output = output;
        this.database = database;
        this.tokens = tokens;
    }

    @Override
    public URI root() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String authorization(String user) {
        return "Bearer " + tokens.of(user);
    }

    /**
     * Sends a request with minimal client overhead, for time measurements. Sends the body as JSON, or a GET where it is
     * empty; fails on an error status.
     */
    public JsonNode ask(String user, String path, String body) {
        return ask(user, path, body, "");
    }

    /** Sends a decision with the version of its step; empty for none. */
    private JsonNode ask(String user, String path, String body, String version) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root().resolve(path))
                .header("Authorization", authorization(user))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (!version.isEmpty()) {
            request.header("If-Match", version);
        }
        try {
            HttpResponse<String> answer = HTTP.send(
                    body.isEmpty()
                            ? request.GET().build()
                            : request.POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
            return Json.read(answer.body(), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Raises a concern and decides each open step until none is open: to the close, or outside opening hours until the
     * path waits for the next opening. Returns the number of decided steps.
     */
    public int wholeConcern() {
        String address = "/api/concerns/"
                + ask("rita.referrer", "/api/concerns", Bodies.GROOMING)
                        .path("reference")
                        .asText();
        String officer = "olive.officer";
        JsonNode open = ask(officer, address + "/path", "").get("open");
        int taken = 0;
        while (!open.isEmpty()) {
            String place = Api.ConcernClient.place(open.get(0));
            open = ask(
                            officer,
                            address + "/" + place,
                            Decisions.harmless(place).toString(),
                            open.get(0).get("version").asText())
                    .path("waiting");
            taken++;
        }
        return taken;
    }

    @Override
    public String database() {
        return database;
    }

    public Api as(String user) {
        return new Api(this, user);
    }

    public int port() {
        return port;
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** The console output of the node. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the node is ready; returns how long that took and fails where the node ends first. */
    public Duration awaitReady() throws Throwable {
        return Eventually.within(A_START, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The node ended: " + output());
            }
            assertThat(health("ready")).isEqualTo(200);
        });
    }

    /** The status of a health endpoint; 0 without a response. */
    public int health(String which) {
        return status("/q/health/" + which);
    }

    private int status(String path) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .timeout(Duration.ofSeconds(15))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills the process (SIGKILL), as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(30));
    }

    /** Terminates the process (SIGTERM) and waits for its open requests; fails after 30 seconds. */
    public Duration end() {
        long start = System.nanoTime();
        process.destroy();
        awaitEnd(Duration.ofSeconds(30));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Sends SIGTERM and does not wait. */
    public void terminate() {
        process.destroy();
    }

    public void awaitEnd(Duration limit) {
        try {
            assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
                    .as("ends within " + limit)
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Collects all garbage, so that the log of the collector tells what is held. */
    public void collectGarbage() {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process collection = new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(collection.waitFor(30, TimeUnit.SECONDS)).as("jcmd ends").isTrue();
            assertThat(collection.exitValue()).as("jcmd").isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The resident memory in MiB. */
    public long resident() {
        return resident(process);
    }

    /** The resident memory of a process in MiB. */
    public static long resident(Process process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void destroy() {
        process.destroyForcibly();
    }
}
