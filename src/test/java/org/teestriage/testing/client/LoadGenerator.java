package org.teestriage.testing.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.invariant.ShownReference;
import org.teestriage.testing.server.Node;

/**
 * Clients that raise and decide concerns over HTTP during faults and record every acknowledgement. Each repeats a
 * request without a response under the same key, as the API requires.
 */
public final class LoadGenerator implements AutoCloseable {

    private static final String REFERRER = "rita.referrer";
    private static final String OFFICER = "olive.officer";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** An acknowledged decision. */
    public record Decided(String reference, String step) {}

    private final List<Node> nodes;
    private final Tokens tokens = new Tokens();
    private final ExecutorService clients;
    private final Phaser round = new Phaser(1);
    private final Queue<ShownReference> raised = new ConcurrentLinkedQueue<>();
    private final Queue<Decided> decided = new ConcurrentLinkedQueue<>();
    private final Queue<String> incompleteRefusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final String database;
    private volatile boolean holding;
    private volatile boolean ended;

    /** The caller may change the list of nodes while clients run. */
    public LoadGenerator(List<Node> nodes, String database, int clients) {
        this.nodes = nodes;
        this.database = database;
        this.clients = Executors.newFixedThreadPool(clients);
        round.bulkRegister(clients);
        for (int client = 0; client < clients; client++) {
            int first = client;
            this.clients.execute(() -> work(first));
        }
    }

    /** The acknowledged concerns, for the comparison by {@link Invariants}. */
    public List<ShownReference> raised() {
        return List.copyOf(raised);
    }

    public List<Decided> decided() {
        return List.copyOf(decided);
    }

    /** The number of error responses. */
    public int refused() {
        return refused.get();
    }

    /** The number of broken connections and timeouts. */
    public int cut() {
        return cut.get();
    }

    /** Unexpected 4xx responses, and refusals without "NOT submitted" and 999. */
    public List<String> incompleteRefusals() {
        return List.copyOf(incompleteRefusals);
    }

    /** Pauses all clients after their current request. */
    public void hold() {
        holding = true;
        round.arriveAndAwaitAdvance();
    }

    public void resume() {
        holding = false;
        round.arriveAndAwaitAdvance();
    }

    /** Raises this many concerns concurrently at one node; returns the number of requests that it shed. */
    public int rush(Node node, int people) {
        HttpClient http = client();
        // Requests are built beforehand, so that they are sent at the same time.
        record Person(String key, String facts, HttpRequest request) {}
        List<Person> ready = IntStream.range(0, people)
                .mapToObj(person -> {
                    String key = UUID.randomUUID().toString();
                    String facts = facts(key);
                    return new Person(key, facts, request(node, REFERRER, "/api/concerns", facts, key));
                })
                .toList();
        List<CompletableFuture<Boolean>> answers = ready.stream()
                .map(person -> {
                    String key = person.key();
                    String facts = person.facts();
                    return http.sendAsync(person.request(), HttpResponse.BodyHandlers.ofString())
                            .handle((answer, broken) -> {
                                if (broken == null && answer.statusCode() == 201) {
                                    remember(Json.read(answer.body(), JsonNode.class), facts);
                                    return false;
                                }
                                if (broken == null) {
                                    refuse("/api/concerns", answer);
                                } else {
                                    cut.incrementAndGet();
                                }
                                boolean shed = broken == null
                                        && answer.headers()
                                                .firstValue("Retry-After")
                                                .isPresent();
                                if (!shed) {
                                    // The result is unknown until the request is repeated under the same key.
                                    remember(insist(http, 0, REFERRER, "/api/concerns", facts, key), facts);
                                }
                                return shed;
                            });
                })
                .toList();
        return (int) answers.stream()
                .map(CompletableFuture::join)
                .filter(shed -> shed)
                .count();
    }

    private static String facts(String key) {
        return Api.with(Bodies.GROOMING, "/account/0/text", "He said " + key).toString();
    }

    private void remember(JsonNode standing, String facts) {
        raised.add(ShownReference.of(database, standing.path("reference").asText(), facts));
    }

    private void refuse(String path, HttpResponse<String> answer) {
        refused.incrementAndGet();
        if (answer.statusCode() < 500
                || !answer.body().contains("NOT submitted")
                || !answer.body().contains("999")) {
            incompleteRefusals.add(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
    }

    private HttpRequest request(Node node, String user, String path, String body, String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.of(user))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private void work(int first) {
        HttpClient http = client();
        int turn = first;
        while (!ended) {
            if (holding) {
                round.arriveAndAwaitAdvance();
                round.arriveAndAwaitAdvance();
            }
            String key = UUID.randomUUID().toString();
            String facts = facts(key);
            JsonNode answer = insist(http, turn, REFERRER, "/api/concerns", facts, key);
            String reference = answer.path("reference").asText();
            if (!reference.isEmpty()) {
                remember(answer, facts);
                JsonNode decision = insist(
                        http,
                        turn + 1,
                        OFFICER,
                        "/api/concerns/" + reference + "/immediate-risk-check/1",
                        Bodies.NO_IMMEDIATE_DANGER,
                        UUID.randomUUID().toString());
                if (!decision.isMissingNode()) {
                    decided.add(new Decided(reference, "immediate-risk-check"));
                }
            }
            turn++;
        }
        round.arriveAndDeregister();
    }

    /** Sends a request to the nodes in turn until one responds; empty where the load ended first. */
    private JsonNode insist(HttpClient http, int first, String user, String path, String body, String key) {
        for (int turn = first; !ended; turn++) {
            List<Node> there = List.copyOf(nodes);
            Node node = there.get(turn % there.size());
            try {
                HttpResponse<String> answer =
                        http.send(request(node, user, path, body, key), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return Json.read(answer.body(), JsonNode.class);
                }
                // A decision whose response was lost finds its step closed.
                if (answer.statusCode() == 409 && turn > first) {
                    return Json.read(answer.body(), JsonNode.class);
                }
                refuse(path, answer);
                pause();
            } catch (IOException | UncheckedIOException noAnswer) {
                cut.incrementAndGet();
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended = true;
            }
        }
        return Json.read("null", JsonNode.class).path("nothing");
    }

    /** Waits a moment before the next attempt. */
    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }

    @Override
    public void close() {
        ended = true;
        holding = false;
        round.forceTermination();
        clients.shutdownNow();
    }
}
