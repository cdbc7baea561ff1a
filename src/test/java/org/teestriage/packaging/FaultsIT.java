package org.teestriage.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Decisions;
import org.teestriage.testing.client.LoadGenerator;
import org.teestriage.testing.invariant.Invariants;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.Node;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.RealMySql;
import org.teestriage.testing.server.SmtpStub;

/**
 * Clients raise and decide concerns on two nodes while faults occur one after the other. After each fault, all
 * acknowledged work exists exactly once and every invariant holds. The order of faults depends on a printed seed.
 * {@code mvn verify -Pquality} runs it.
 */
class FaultsIT {

    private static final boolean SHORT = "short".equals(System.getProperty("teestriage.faults"));
    private static final Duration FREEZE = Duration.ofSeconds(SHORT ? 4 : 20);
    private static final int ROUNDS = Integer.getInteger("teestriage.faults.rounds", 1);

    /** The faults to run, by a part of their names; all by default. */
    private static final String ONLY = System.getProperty("teestriage.faults.only", "");

    private static final int CLIENTS = 4;

    /** Far above the limit of concurrent requests of a node. */
    private static final int PEOPLE_AT_ONCE = SHORT ? 300 : 1_500;

    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration BEHIND = Duration.ofMinutes(4);

    /** The longest interval at which a node polls for due timers. */
    private static final Duration TIMER_POLL = Duration.ofSeconds(10);

    private static final int LETTERS = 5;

    /** A fresh server uses a third of it. */
    private static final String SMALL_DISK = "600m";

    private static final String OFFICER = "olive.officer";

    /** Causes a fault and returns when it is repaired. */
    private interface Break {
        void happen() throws Throwable;
    }

    private record Fault(String name, Break what) {}

    /** The systems that faults affect. */
    private record World(RealMySql mysql, Cluster cluster, List<Node> nodes, LoadGenerator load) {}

    private interface Breakable {
        List<Fault> in(World world);
    }

    @TempDir
    Path folder;

    private final List<Duration> recoveries = new ArrayList<>();

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void acknowledgedWorkSurvivesEveryFault() throws Throwable {
        try (RealMySql mysql = RealMySql.alone("faults")) {
            surviveAll(mysql, ROUNDS, FaultsIT::faults);
        }
    }

    /** Uses a server with a small disk of its own, so that the disk of the machine does not fill. */
    @Test
    @Tag("long")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void acknowledgedWorkSurvivesAFullDisk() throws Throwable {
        try (RealMySql mysql = RealMySql.aloneOnADiskOf(SMALL_DISK, "small")) {
            surviveAll(
                    mysql,
                    1,
                    world -> new ArrayList<>(List.of(new Fault(
                            "the disk of mysqld full for %d s".formatted(FREEZE.toSeconds()), () -> diskFull(world)))));
        }
    }

    private void surviveAll(RealMySql mysql, int rounds, Breakable breakable) throws Throwable {
        try (Cluster cluster = Cluster.fresh(mysql, folder)
                .with("tees-triage.engine.timers-lease", LEASE.toSeconds() + "S")
                // Far below the number of concurrent clients: on two cores the actual concurrency varies.
                .with("tees-triage.http.max-concurrent-requests", "60")
                .with("tees-triage.delivery.attempt-timeout", "2S")
                .with("tees-triage.delivery.cool-down", "1S")
                .with("tees-triage.delivery.retries", "1S")
                .policeByMail()) {
            RealKeycloak.shared();
            List<Node> nodes = new CopyOnWriteArrayList<>(List.of(cluster.start(), cluster.start()));
            for (Node node : nodes) {
                node.awaitReady();
            }
            try (LoadGenerator load = new LoadGenerator(nodes, cluster.database(), CLIENTS)) {
                World world = new World(mysql, cluster, nodes, load);
                List<Fault> faults = breakable.in(world);
                faults.removeIf(fault -> !fault.name().contains(ONLY));
                long seed = Long.getLong("teestriage.faults.seed", System.nanoTime());
                System.out.println("FAULTS seed " + seed);
                Random random = new Random(seed);
                for (int round = 0; round < rounds; round++) {
                    if (!SHORT) {
                        Collections.shuffle(faults, random);
                    }
                    for (Fault fault : faults) {
                        survive(fault, world);
                    }
                }
                printSummary(load);
            }
        }
    }

    private static List<Fault> faults(World world) {
        RealMySql mysql = world.mysql();
        List<Node> nodes = world.nodes();
        return new ArrayList<>(List.of(
                new Fault("kill -9 of a node", () -> {
                    nodes.get(0).kill();
                    Node again = world.cluster().start();
                    again.awaitReady();
                    nodes.set(0, again);
                }),
                new Fault(PEOPLE_AT_ONCE + " people at once while the database stalls", () -> rush(world)),
                new Fault("kill -9 of mysqld", mysql::restart),
                new Fault("mysqld frozen for %d s".formatted(FREEZE.toSeconds()), () -> {
                    mysql.pause();
                    sleep(FREEZE);
                    mysql.resume();
                }),
                new Fault("mysqld read-only", () -> {
                    root(mysql, "SET GLOBAL super_read_only = ON");
                    sleep(Duration.ofSeconds(3));
                    root(mysql, "SET GLOBAL read_only = OFF");
                }),
                new Fault("every connection of the pool stands still", () -> {
                    try (Connection connection = mysql.open(world.cluster().database());
                            var statement = connection.createStatement()) {
                        statement.execute("LOCK TABLES concern WRITE");
                        sleep(Duration.ofSeconds(5));
                        statement.execute("UNLOCK TABLES");
                    }
                }),
                new Fault("the database's clock %d min behind".formatted(BEHIND.toMinutes()), () -> clockBehind(world)),
                new Fault("the mail server gone while letters go by mail", () -> mailServerDown(world)),
                new Fault("Keycloak frozen for %d s".formatted(FREEZE.toSeconds()), () -> {
                    RealKeycloak.shared().pause();
                    sleep(FREEZE);
                    RealKeycloak.shared().resume();
                })));
    }

    /** Letters approved while the mail server is down are sent when it is back, once or again under the same key. */
    private static void mailServerDown(World world) throws Throwable {
        List<String> concerns = latest(world.load(), LETTERS);
        for (String concern : concerns) {
            Decisions.approvePoliceReport(new Api.ConcernClient(world.nodes().get(0), concern), OFFICER);
        }
        Eventually.within(Duration.ofSeconds(20), () -> assertThat(letters(world, concerns, "attempts > 0"))
                .hasSameSizeAs(concerns));
        try (SmtpStub mail = world.cluster().mail()) {
            Duration all = Eventually.within(
                    LEASE.plusSeconds(20), () -> assertThat(letters(world, concerns, "state = 'DELIVERED'"))
                            .hasSameSizeAs(concerns));
            List<String> keys = letters(world, concerns, "state = 'DELIVERED'");
            assertThat(keys).allSatisfy(key -> assertThat(mail.mails()).anyMatch(letter -> letter.contains(key)));
            assertThat(mail.mails()).allSatisfy(letter -> assertThat(keys).anyMatch(letter::contains));
            System.out.printf(
                    "FAULT of %d letters by mail while the mail server was down %d arrived, lost 0, all there after %d ms%n",
                    keys.size(), mail.mails().size(), all.toMillis());
        }
    }

    /** The dispatch ids of police reports of these concerns in this state. */
    private static List<String> letters(World world, List<String> concerns, String state) {
        return world.cluster()
                .column("SELECT dispatch_id FROM letter WHERE purpose = 'POLICE_REPORT' AND %s AND reference IN ('%s')"
                        .formatted(state, String.join("', '", concerns)));
    }

    /** The latest raised and decided concerns, whose other steps no client has touched. */
    private static List<String> latest(LoadGenerator load, int number) throws Throwable {
        Eventually.within(
                Duration.ofSeconds(60), () -> assertThat(load.decided()).hasSizeGreaterThanOrEqualTo(number));
        List<LoadGenerator.Decided> decided = load.decided();
        return decided.subList(decided.size() - number, decided.size()).stream()
                .map(LoadGenerator.Decided::reference)
                .toList();
    }

    /** The stall keeps requests in progress, so that the limit is reached on any machine. */
    private static void rush(World world) throws Exception {
        try (Connection connection = world.mysql().open(world.cluster().database());
                var statement = connection.createStatement()) {
            statement.execute("LOCK TABLES concern WRITE");
            CompletableFuture<Integer> rush = CompletableFuture.supplyAsync(
                    () -> world.load().rush(world.nodes().get(1), PEOPLE_AT_ONCE));
            sleep(Duration.ofSeconds(2));
            statement.execute("UNLOCK TABLES");
            int tryAgain = rush.get();
            System.out.printf("FAULT of %d people at once %d were told to try again%n", PEOPLE_AT_ONCE, tryAgain);
            assertThat(tryAgain).isPositive();
        }
    }

    private static void diskFull(World world) {
        int before = world.load().refused() + world.load().cut();
        world.mysql().fillTheDisk();
        sleep(FREEZE);
        world.mysql().freeTheDisk();
        assertThat(world.load().refused() + world.load().cut())
                .as("at least one request failed because of the full disk")
                .isGreaterThan(before);
    }

    /** Every node is not ready and fires no timer until the clocks agree again. */
    private static void clockBehind(World world) throws Throwable {
        String concern = latest(world.load(), 1).get(0);
        String timersOfConcern =
                "ACT_RU_JOB j JOIN ACT_RU_EXECUTION p ON p.ID_ = j.PROCESS_INSTANCE_ID_ AND p.BUSINESS_KEY_ = '%s'"
                        .formatted(concern);
        String due = "SELECT count(*) FROM " + timersOfConcern + " WHERE j.DUEDATE_ < now()";
        setDatabaseTime(world, "SET timestamp = UNIX_TIMESTAMP() - " + BEHIND.toSeconds());
        for (Node node : world.nodes()) {
            Eventually.within(Duration.ofSeconds(10), () -> assertThat(node.health("ready"))
                    .isEqualTo(503));
        }
        world.cluster().change("UPDATE " + timersOfConcern + " SET j.DUEDATE_ = now() - INTERVAL 1 MINUTE");
        List<String> waiting = world.cluster().column(due);
        assertThat(waiting).doesNotContain("0");
        sleep(TIMER_POLL.plusSeconds(3));
        assertThat(world.cluster().column(due))
                .as("due timers that did not fire")
                .isEqualTo(waiting);
        setDatabaseTime(world, "");
        for (Node node : world.nodes()) {
            node.awaitReady();
        }
        Eventually.within(
                LEASE.plus(TIMER_POLL).plusSeconds(10),
                () -> assertThat(world.cluster().column(due)).containsExactly("0"));
    }

    /** Sets the time that new connections of the service see, and closes its existing ones. */
    private static void setDatabaseTime(World world, String how) throws Exception {
        root(world.mysql(), "SET GLOBAL init_connect = '%s'".formatted(how));
        for (String connection :
                world.cluster().column("SELECT id FROM performance_schema.processlist WHERE user = ?", RealMySql.APP)) {
            try {
                root(world.mysql(), "KILL " + connection);
            } catch (SQLException goneMeanwhile) {
                // The connection is already closed.
            }
        }
    }

    private void survive(Fault fault, World world) throws Throwable {
        LoadGenerator load = world.load();
        awaitDecisions(load);
        int refused = load.refused();
        int cut = load.cut();
        int before = load.raised().size();
        fault.what().happen();
        int during = load.raised().size() - before;
        Duration recovery = awaitDecisions(load);
        recoveries.add(recovery);
        load.hold();
        List<String> broken = new ArrayList<>();
        Eventually.within(LEASE.plusSeconds(20), () -> {
            broken.clear();
            broken.addAll(broken(load, world.mysql(), world.cluster()));
            assertThat(broken).isEmpty();
        });
        load.resume();
        System.out.printf(
                "FAULT %s: %d raised meanwhile, %d refused, %d cut off, recovered after %d ms, violations %d%n",
                fault.name(), during, load.refused() - refused, load.cut() - cut, recovery.toMillis(), broken.size());
        assertThat(load.incompleteRefusals())
                .as("every refusal says NOT submitted, and 999")
                .isEmpty();
    }

    /** Waits until as many further concerns as there are clients have been raised and decided. */
    private static Duration awaitDecisions(LoadGenerator load) throws Throwable {
        int enough = load.decided().size() + CLIENTS;
        return Eventually.within(
                Duration.ofSeconds(90), () -> assertThat(load.decided()).hasSizeGreaterThanOrEqualTo(enough));
    }

    private static List<String> broken(LoadGenerator load, RealMySql mysql, Cluster cluster) throws Exception {
        try (Connection connection = mysql.open(cluster.database())) {
            List<String> broken = new ArrayList<>(new Invariants(connection).broken(load.raised()));
            List<String> made = cluster.column(
                    "SELECT concat(reference, ' ', step) FROM decided_step WHERE step = 'immediate-risk-check'");
            for (LoadGenerator.Decided decided : load.decided()) {
                long times = Collections.frequency(made, decided.reference() + " " + decided.step());
                if (times != 1) {
                    broken.add("%s was acknowledged, and is there %d times".formatted(decided, times));
                }
            }
            int concerns = Integer.parseInt(
                    cluster.column("SELECT count(*) FROM concern").get(0));
            if (concerns != load.raised().size()) {
                broken.add("%d concerns were acknowledged, and there are %d"
                        .formatted(load.raised().size(), concerns));
            }
            return broken;
        }
    }

    private void printSummary(LoadGenerator load) {
        List<Long> millis = recoveries.stream().map(Duration::toMillis).sorted().toList();
        System.out.printf(
                "FAULTS %d, violations 0, concerns %d, decisions %d; recovery p50 %d ms, p95 %d ms, max %d ms; refused %d, cut off %d%n",
                millis.size(),
                load.raised().size(),
                load.decided().size(),
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 95 / 100),
                millis.get(millis.size() - 1),
                load.refused(),
                load.cut());
    }

    private static void root(RealMySql mysql, String statement) throws Exception {
        try (Connection connection = mysql.open("");
                var as = connection.createStatement()) {
            as.execute(statement);
        }
    }

    /** Waits for the duration of a fault. */
    private static void sleep(Duration time) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }
}
