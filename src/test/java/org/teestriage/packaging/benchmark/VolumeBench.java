package org.teestriage.packaging.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.Decisions;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.Node;
import org.teestriage.testing.server.RealMySql;
import org.teestriage.timeline.LongChains;

/** The cost of the packaged service at large volumes, against the bare SQL. Run by {@code mvn verify -Pbench}. */
class VolumeBench {

    private static final String REFERRER = "rita.referrer";
    private static final String OFFICER = "olive.officer";
    private static final int TIMES = 150;
    private static final int WARM_UP = Integer.getInteger("teestriage.bench.warm-up", 60) * 20;
    private static final int RAISED_A_SECOND = 4;
    private static final Duration STEADY = Duration.ofSeconds(Integer.getInteger("teestriage.bench.seconds", 40));
    private static final int CHAIN = 50;

    private static final String PAGE = "SELECT * FROM waiting_step WHERE hub = ? AND claimed_by IS NULL"
            + " ORDER BY queue_rank, due, task LIMIT 51";
    private static final String READ =
            "INSERT INTO reading (reference, at_micros, user_name, name, role, affiliation, what)"
                    + " VALUES (?, 1, 'olive', 'Olive', 'OFFICER', 'a hub', 'QUEUE')";
    private static final String ENTRIES = "SELECT * FROM timeline_entry WHERE reference = ? ORDER BY sequence";
    private static final String DETAILS = "SELECT * FROM timeline_detail WHERE reference = ?";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    /** The median in microseconds. */
    private record Cost(long median) {
        static Cost of(Runnable call) {
            long[] micros = LongStream.range(0, TIMES)
                    .map(time -> {
                        long start = System.nanoTime();
                        call.run();
                        return (System.nanoTime() - start) / 1_000;
                    })
                    .sorted()
                    .toArray();
            return new Cost(micros[TIMES / 2]);
        }

        double millis() {
            return median / 1_000.0;
        }
    }

    @Test
    void largeVolumesAreMeasured() throws Throwable {
        try (RealMySql mysql = RealMySql.alone("volume");
                Cluster cluster = Cluster.fresh(mysql, folder).with("tees-triage.monitoring.running", "false")) {
            Node node = cluster.start();
            node.awaitReady();
            for (int i = 0; i < WARM_UP; i++) {
                riskChecked(node);
                queue(node);
            }
            steadyLoad(node);
            longTimeline(node, cluster, mysql);
            volumes(node, cluster, mysql);
        }
    }

    @Test
    void verificationOfAMillionEntriesIsMeasured() throws Throwable {
        try (RealMySql mysql = RealMySql.alone("proof");
                Cluster cluster = Cluster.fresh(mysql, folder)) {
            Node node = cluster.start();
            node.awaitReady();
            String template = raised(node);
            node.kill();
            BulkConcerns many = new BulkConcerns(cluster, template);
            int verified = 0;
            for (int entries : List.of(100_000, 1_000_000)) {
                many.closed(entries / CHAIN - verified);
                List<String> references = many.references();
                try (Connection connection = mysql.open(cluster.database())) {
                    connection.setAutoCommit(false);
                    for (String reference : references.subList(verified, references.size())) {
                        LongChains.write(connection, reference, CHAIN);
                    }
                    connection.commit();
                }
                verified = references.size();
                Duration took = cluster.command("verify");
                System.out.printf(
                        "BENCH proving %,d entries in %,d chains: %d s with start and end, %,.0f entries a second%n",
                        entries, verified, took.toSeconds(), entries * 1000.0 / took.toMillis());
            }
        }
    }

    /**
     * Raises concerns at a constant rate, whatever the response time, while officers decide as fast as the service
     * answers.
     */
    private static void steadyLoad(Node node) throws Exception {
        ConcurrentLinkedQueue<String> work = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();
        AtomicInteger decisions = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        long every = TimeUnit.SECONDS.toNanos(1) / RAISED_A_SECOND;
        long first = System.nanoTime() + every;
        int number = (int) (STEADY.toNanos() / every);
        ExecutorService people = Executors.newFixedThreadPool(8);
        ExecutorService officers = Executors.newFixedThreadPool(2);
        try {
            for (int officer = 0; officer < 2; officer++) {
                officers.execute(() -> {
                    while (!over.get()) {
                        String reference = work.poll();
                        if (reference == null) {
                            queue(node);
                        } else {
                            decide(node, reference, "immediate-risk-check/1");
                            decisions.incrementAndGet();
                        }
                    }
                });
            }
            List<CompletableFuture<Void>> raising = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                long due = first + i * every;
                raising.add(CompletableFuture.runAsync(
                        () -> {
                            work.add(raised(node));
                            micros.add((System.nanoTime() - due) / 1_000);
                        },
                        CompletableFuture.delayedExecutor(due - System.nanoTime(), TimeUnit.NANOSECONDS, people)));
            }
            CompletableFuture.allOf(raising.toArray(CompletableFuture[]::new)).get();
        } finally {
            over.set(true);
            people.shutdownNow();
            officers.shutdown();
            assertThat(officers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        double p50 = sorted[sorted.length / 2] / 1_000.0;
        double p99 = sorted[sorted.length * 99 / 100] / 1_000.0;
        System.out.printf(
                "BENCH raising %d a second beside two officers who made %d decisions: p50 %.1f ms, p99 %.1f ms, p99/p50 %.1f (aim 5)%n",
                RAISED_A_SECOND, decisions.get(), p50, p99, p99 / p50);
    }

    private static void longTimeline(Node node, Cluster cluster, RealMySql mysql) throws SQLException {
        String reference = raised(node);
        cluster.change("DELETE FROM timeline_detail WHERE reference = '%s'".formatted(reference));
        cluster.change("DELETE FROM timeline_entry WHERE reference = '%s'".formatted(reference));
        try (Connection connection = mysql.open(cluster.database());
                PreparedStatement entries = connection.prepareStatement(ENTRIES);
                PreparedStatement details = connection.prepareStatement(DETAILS)) {
            LongChains.write(connection, reference, 1_000);
            entries.setString(1, reference);
            details.setString(1, reference);
            Cost.of(() -> timeline(node, reference));
            Cost page = Cost.of(() -> timeline(node, reference));
            Cost bare = Cost.of(() -> {
                read(entries);
                read(details);
            });
            System.out.printf(
                    "BENCH a timeline of 1,000 entries: %.1f ms, its bare SQL %.1f ms, ratio %.1f (aim 3)%n",
                    page.millis(), bare.millis(), (double) page.median() / bare.median());
        }
    }

    private static void volumes(Node node, Cluster cluster, RealMySql mysql) throws SQLException {
        BulkConcerns many = new BulkConcerns(cluster, riskChecked(node));
        volume(node, cluster, mysql);
        for (int more : List.of(500, 4_500, 45_000, 50_000)) {
            many.open(more);
            volume(node, cluster, mysql);
        }
        for (int more : List.of(10_000, 90_000, 900_000)) {
            many.closed(more);
            volume(node, cluster, mysql);
        }
    }

    private static void volume(Node node, Cluster cluster, RealMySql mysql) throws SQLException {
        String hub = cluster.column("SELECT hub FROM waiting_step LIMIT 1").get(0);
        try (Connection connection = mysql.open(cluster.database());
                PreparedStatement page = connection.prepareStatement(PAGE);
                PreparedStatement read = connection.prepareStatement(READ)) {
            Cost.of(() -> queue(node));
            Cost queue = Cost.of(() -> queue(node));
            Cost lines = Cost.of(() -> lines(page, hub));
            Cost bare = Cost.of(() -> record(lines(page, hub), read));
            Cost raise = Cost.of(() -> raised(node));
            List<String> references = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                references.add(raised(node));
            }
            Cost decision = Cost.of(() -> decide(node, references.remove(0), "immediate-risk-check/1"));
            System.out.printf(
                    "BENCH %,9d open steps, %,9d closed concerns: queue page %.1f ms (its bare SQL %.1f ms, of which its lines %.1f ms; ratio %.1f), raise %.1f ms, decision %.1f ms%n",
                    count(cluster, "waiting_step"),
                    count(cluster, "concern WHERE closed_at IS NOT NULL"),
                    queue.millis(),
                    bare.millis(),
                    lines.millis(),
                    (double) queue.median() / bare.median(),
                    raise.millis(),
                    decision.millis());
        }
    }

    private static long count(Cluster cluster, String what) {
        return Long.parseLong(cluster.column("SELECT count(*) FROM " + what).get(0));
    }

    /** The references on one page of the queue. */
    private static List<String> lines(PreparedStatement page, String hub) {
        try {
            page.setString(1, hub);
            return read(page);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the read log in one batch and one commit: the service records readers before it returns a page. */
    private static void record(List<String> references, PreparedStatement read) {
        try {
            for (String reference : references) {
                read.setString(1, reference);
                read.addBatch();
            }
            read.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads every column of every row; returns the references. */
    private static List<String> read(PreparedStatement statement) {
        List<String> references = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                for (int column = 1; column <= columns; column++) {
                    found.getString(column);
                }
                references.add(found.getString("reference"));
            }
            return references;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String raised(Node node) {
        return node.ask(REFERRER, "/api/concerns", Bodies.GROOMING)
                .path("reference")
                .asText();
    }

    private static String riskChecked(Node node) {
        String reference = raised(node);
        decide(node, reference, "immediate-risk-check/1");
        return reference;
    }

    private static void decide(Node node, String reference, String place) {
        node.ask(
                OFFICER,
                "/api/concerns/" + reference + "/" + place,
                Decisions.harmless(place).toString());
    }

    private static void queue(Node node) {
        node.ask(OFFICER, "/api/queue?whose=UNCLAIMED&size=50", "");
    }

    private static void timeline(Node node, String reference) {
        node.ask(OFFICER, "/api/concerns/" + reference + "/timeline", "");
    }
}
