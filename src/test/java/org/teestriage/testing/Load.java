package org.teestriage.testing;

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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.teestriage.concern.Notation;

/**
 * Clients that raise concerns and decide them over HTTP, whatever breaks meanwhile, and keep a ledger of what they were
 * told. Each repeats what was not answered, as the API asks, until it is.
 */
public final class Load implements AutoCloseable {

    private static final String REFERRER = "rita.referrer";
    private static final String OFFICER = "olive.officer";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A decision that was acknowledged. */
    public record Decided(String reference, String step) {}

    private final List<Node> nodes;
    private final Tokens tokens = new Tokens();
    private final ExecutorService clients;
    private final Phaser round = new Phaser(1);
    private final Queue<Shown> raised = new ConcurrentLinkedQueue<>();
    private final Queue<Decided> decided = new ConcurrentLinkedQueue<>();
    private final Queue<String> bare = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final String database;
    private volatile boolean holding;
    private volatile boolean ended;

    /** The list of nodes may change under way: whoever runs is asked. */
    public Load(List<Node> nodes, String database, int clients) {
        this.nodes = nodes;
        this.database = database;
        this.clients = Executors.newFixedThreadPool(clients);
        round.bulkRegister(clients);
        for (int client = 0; client < clients; client++) {
            int first = client;
            this.clients.execute(() -> work(first));
        }
    }

    /** What clients were told is there, in a form that {@link Invariants} can hold against the database. */
    public List<Shown> raised() {
        return List.copyOf(raised);
    }

    public List<Decided> decided() {
        return List.copyOf(decided);
    }

    /** How often somebody was told that it was not done (5xx). */
    public int refused() {
        return refused.get();
    }

    /** How often a connection broke, or nothing came in time. */
    public int cut() {
        return cut.get();
    }

    /** Refusals for no reason (4xx), and those that did not say "NOT submitted" and 999. */
    public List<String> bare() {
        return List.copyOf(bare);
    }

    /** Lets everybody finish what they are at, and has them wait. */
    public void hold() {
        holding = true;
        round.arriveAndAwaitAdvance();
    }

    public void goOn() {
        holding = false;
        round.arriveAndAwaitAdvance();
    }

    private void work(int first) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
        int turn = first;
        while (!ended) {
            if (holding) {
                round.arriveAndAwaitAdvance();
                round.arriveAndAwaitAdvance();
            }
            String key = UUID.randomUUID().toString();
            String facts = Api.with(Bodies.GROOMING, "/account/0/text", "He said " + key).toString();
            JsonNode answer = insist(http, turn, REFERRER, "/api/concerns", facts, key);
            String reference = answer.path("reference").asText();
            if (!reference.isEmpty()) {
                raised.add(Shown.of(database, reference, facts));
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

    /** Asks one node after the other until there is an answer; nothing, where the load ended before. */
    private JsonNode insist(HttpClient http, int first, String user, String path, String body, String key) {
        for (int turn = first; !ended; turn++) {
            Node node = nodes.get(turn % nodes.size());
            try {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                                .timeout(PATIENCE)
                                .header("Authorization", "Bearer " + tokens.of(user))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return Notation.read(answer.body(), JsonNode.class);
                }
                // A decision that was made and not answered meets a closed step.
                if (answer.statusCode() == 409 && turn > first) {
                    return Notation.read(answer.body(), JsonNode.class);
                }
                refused.incrementAndGet();
                if (answer.statusCode() < 500
                        || !answer.body().contains("NOT submitted")
                        || !answer.body().contains("999")) {
                    bare.add(path + ": " + answer.statusCode() + " " + answer.body());
                }
                rest();
            } catch (IOException | UncheckedIOException noAnswer) {
                cut.incrementAndGet();
                rest();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended = true;
            }
        }
        return Notation.read("null", JsonNode.class).path("nothing");
    }

    /** As a person would, who tries again in a moment. */
    private static void rest() {
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
