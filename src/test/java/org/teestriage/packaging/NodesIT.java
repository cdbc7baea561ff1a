package org.teestriage.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.Decisions;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.HttpStub;
import org.teestriage.testing.server.RealKeycloak;

/** Two nodes on one MySQL behave as one when a node is killed, terminated or replaced. */
@Timeout(300)
class NodesIT extends TwoNodes {

    /** The limit for the other node to take over after the lease. */
    private static final Duration TAKEOVER = LEASE.plus(Duration.ofSeconds(10));

    @Test
    void aStepIsClaimedOnceAcrossNodes() throws Exception {
        List<Api.ConcernClient> concerns = raise(10, one);
        List<Callable<Response>> claims = new ArrayList<>();
        for (Api.ConcernClient concern : concerns) {
            for (String officer : OFFICERS) {
                claims.add(() -> concern.at(one).handle(officer, "immediate-risk-check/1", "claim"));
                claims.add(() -> concern.at(two).handle(officer, "immediate-risk-check/1", "claim"));
            }
        }
        List<Integer> answers =
                runTogether(claims).stream().map(Response::statusCode).toList();
        assertThat(answers).containsOnly(200, 409);
        assertThat(cluster.column(
                        "SELECT count(*) FROM timeline_entry WHERE kind = 'CLAIMED' AND reference IN (%s) GROUP BY reference"
                                .formatted(quoted(concerns))))
                .hasSize(concerns.size())
                .containsOnly("1");
    }

    @Test
    void aTimerFiresOnceAndTheOtherNodeTakesOverTimersOfAKilledNode() throws Throwable {
        List<Api.ConcernClient> concerns = raise(20, one);
        cluster.change("UPDATE ACT_RU_JOB SET DUEDATE_ = '2026-01-01 00:00:00'");
        Eventually.within(
                Duration.ofSeconds(60), () -> assertThat(breaches(concerns)).isNotEmpty());
        one.kill();
        Duration all = Eventually.within(TAKEOVER.plus(Duration.ofSeconds(10)), () -> assertThat(
                        cluster.column("SELECT count(*) FROM ACT_RU_JOB WHERE DUEDATE_ <= now()"))
                .containsExactly("0"));
        assertThat(breaches(concerns))
                .as("each step is breached once")
                .isNotEmpty()
                .containsOnly("1");
        assertThat(cluster.column(
                        "SELECT count(DISTINCT reference) FROM timeline_entry WHERE kind = 'BREACHED' AND reference IN (%s)"
                                .formatted(quoted(concerns))))
                .containsExactly(String.valueOf(concerns.size()));
        System.out.printf(
                "FAULT kill -9 while timers fire: the other node had fired the rest after %d ms%n", all.toMillis());
        one = startNode();
    }

    private static List<String> breaches(List<Api.ConcernClient> concerns) {
        return cluster.column("SELECT count(*) FROM timeline_entry WHERE kind = 'BREACHED' AND reference IN (%s)"
                        .formatted(quoted(concerns))
                + " GROUP BY reference, step, item");
    }

    @Test
    void aLetterInTransitFromAKilledNodeArrivesUnderTheSameKey() throws Throwable {
        try (HttpStub police = cluster.police()) {
            police.always(Cluster.POLICE, police.slow());
            List<Api.ConcernClient> concerns = approved(5);
            Eventually.within(Duration.ofSeconds(30), () -> assertThat(police.arrivals(Cluster.POLICE))
                    .hasSizeGreaterThanOrEqualTo(2));
            one.kill();
            police.always(Cluster.POLICE, HttpStub.acknowledges());
            Duration all = Eventually.within(
                    TAKEOVER, () -> assertThat(states(concerns)).containsOnly("ACKNOWLEDGED"));
            assertAllDelivered("kill -9 between the partner's receipt and our commit", police, concerns, all);
        }
        one = startNode();
    }

    @Test
    void aLetterLeasedButNotYetSentByAKilledNodeArrives() throws Throwable {
        List<Api.ConcernClient> concerns;
        try (ServerSocket unresponsive = new ServerSocket(cluster.policePort(), 50, InetAddress.getLoopbackAddress())) {
            assertThat(unresponsive.isBound()).isTrue();
            concerns = approved(5);
            Eventually.within(
                    Duration.ofSeconds(30), () -> assertThat(states(concerns)).contains("SENDING"));
            one.kill();
            two.kill();
        }
        assertThat(states(concerns)).contains("SENDING");
        try (HttpStub police = cluster.police()) {
            one = cluster.start();
            one.awaitReady();
            Duration all = Eventually.within(
                    TAKEOVER, () -> assertThat(states(concerns)).containsOnly("ACKNOWLEDGED"));
            assertAllDelivered("kill -9 between commit and send", police, concerns, all);
        }
        two = startNode();
    }

    @Test
    void aTerminatingNodeAnswersItsOpenRequests() throws Throwable {
        two.kill();
        cluster.with("tees-triage.http.max-concurrent-requests", "2000")
                .with("quarkus.datasource.jdbc.acquisition-timeout", "25S");
        two = startNode();
        Api.ConcernClient concern = raise(1, two).get(0);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        String token = RealKeycloak.shared().token(REFERRER);
        AtomicInteger answered = new AtomicInteger();
        List<CompletableFuture<HttpResponse<String>>> underWay = IntStream.range(0, 1_000)
                .mapToObj(number -> client.sendAsync(
                                request(concern, token, number), HttpResponse.BodyHandlers.ofString())
                        .whenComplete((answer, failed) -> answered.incrementAndGet()))
                .toList();
        Eventually.within(
                Duration.ofSeconds(30), () -> assertThat(answered.get()).isGreaterThan(20));
        int before = answered.get();
        long asked = System.nanoTime();
        two.terminate();
        Set<Integer> statuses = new HashSet<>();
        int dropped = 0;
        for (CompletableFuture<HttpResponse<String>> each : underWay) {
            try {
                statuses.add(each.get().statusCode());
            } catch (ExecutionException cut) {
                dropped++;
            }
        }
        two.awaitEnd(Duration.ofSeconds(30));
        System.out.printf(
                "FAULT SIGTERM with %d of 1000 requests under way: %d dropped, answers %s, ended after %d ms%n",
                1_000 - before, dropped, statuses, (System.nanoTime() - asked) / 1_000_000);
        assertThat(dropped).isZero();
        assertThat(statuses).containsOnly(200, 201);
        two = startNode();
    }

    /** Nine of ten requests read a concern, one raises a concern. */
    private static HttpRequest request(Api.ConcernClient concern, String token, int number) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder().timeout(Duration.ofSeconds(60)).header("Authorization", "Bearer " + token);
        String base = "http://127.0.0.1:" + two.port();
        return number % 10 == 0
                ? request.uri(URI.create(base + "/api/concerns"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(Bodies.GROOMING))
                        .build()
                : request.uri(URI.create(base + concern.address())).build();
    }

    /** Concerns with an approved police report, approved at the nodes in turn. */
    private static List<Api.ConcernClient> approved(int number) {
        List<Api.ConcernClient> concerns = raise(number, two);
        boolean first = false;
        for (Api.ConcernClient concern : concerns) {
            first = !first;
            Decisions.approvePoliceReport(concern.at(first ? one : two), OFFICER);
        }
        return concerns;
    }

    private static List<String> states(List<Api.ConcernClient> concerns) {
        return cluster.column("SELECT state FROM letter WHERE purpose = 'POLICE_REPORT' AND reference IN (%s)"
                .formatted(quoted(concerns)));
    }

    private static void assertAllDelivered(
            String fault, HttpStub police, List<Api.ConcernClient> concerns, Duration all) {
        Set<String> known = Set.copyOf(
                cluster.column("SELECT dispatch_id FROM letter WHERE purpose = 'POLICE_REPORT' AND reference IN (%s)"
                        .formatted(quoted(concerns))));
        List<String> keys = police.arrivals(Cluster.POLICE).stream()
                .map(HttpStub.Arrival::key)
                .toList();
        System.out.printf(
                "FAULT %s: letters %d, arrivals %d, distinct keys %d, lost %d, without a known key %d, all there after %d ms%n",
                fault,
                known.size(),
                keys.size(),
                Set.copyOf(keys).size(),
                known.stream().filter(key -> !keys.contains(key)).count(),
                keys.stream().filter(key -> !known.contains(key)).count(),
                all.toMillis());
        assertThat(known).hasSize(concerns.size());
        assertThat(Set.copyOf(keys))
                .as("every arrival has a known key and no letter is lost")
                .isEqualTo(known);
    }

    private static String quoted(List<Api.ConcernClient> concerns) {
        return concerns.stream().map(concern -> "'" + concern.reference() + "'").collect(Collectors.joining(", "));
    }
}
