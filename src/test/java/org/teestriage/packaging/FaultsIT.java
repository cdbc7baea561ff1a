package org.teestriage.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.testing.Cluster;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.Invariants;
import org.teestriage.testing.Load;
import org.teestriage.testing.Node;
import org.teestriage.testing.RealKeycloak;
import org.teestriage.testing.RealMySql;

/**
 * People raise and decide concerns on two nodes while one thing after the other breaks. After each, whatever somebody was
 * told is there, once, and every invariant holds. A short form runs always; {@code mvn verify -Pfaults} runs the long one.
 */
class FaultsIT {

    private static final boolean LONG = "long".equals(System.getProperty("teestriage.faults"));
    private static final Duration FREEZE = Duration.ofSeconds(LONG ? 20 : 4);
    private static final int ROUNDS = LONG ? 4 : 1;
    private static final int CLIENTS = 4;

    /** Twice what a node takes at once. */
    private static final int PEOPLE_AT_ONCE = 300;

    private static final Duration LEASE = Duration.ofSeconds(10);

    /** What breaks, and is whole again when this returns. */
    private interface Break {
        void happen() throws Throwable;
    }

    private record Fault(String name, Break what) {}

    @TempDir
    Path folder;

    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final List<Duration> recoveries = new ArrayList<>();

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void whatSomebodyWasToldIsThereWhateverBreaks() throws Throwable {
        try (RealMySql mysql = RealMySql.alone("faults");
                Cluster cluster =
                        Cluster.fresh(mysql, folder).with("tees-triage.timers-lease", LEASE.toSeconds() + "S")) {
            nodes.add(cluster.start());
            nodes.add(cluster.start());
            for (Node node : nodes) {
                node.awaitReady();
            }
            try (Load load = new Load(nodes, cluster.database(), CLIENTS)) {
                List<Fault> faults = faults(mysql, cluster, load);
                long seed = Long.getLong("teestriage.faults.seed", System.nanoTime());
                System.out.println("FAULTS seed " + seed);
                Random lot = new Random(seed);
                for (int round = 0; round < ROUNDS; round++) {
                    if (LONG) {
                        Collections.shuffle(faults, lot);
                    }
                    for (Fault fault : faults) {
                        survive(fault, load, mysql, cluster);
                    }
                }
                tell(load);
            }
        }
    }

    private List<Fault> faults(RealMySql mysql, Cluster cluster, Load load) {
        return new ArrayList<>(List.of(
                new Fault("kill -9 of a node", () -> {
                    nodes.get(0).kill();
                    Node again = cluster.start();
                    again.awaitReady();
                    nodes.set(0, again);
                }),
                new Fault(PEOPLE_AT_ONCE + " people at once", () -> {
                    int tryAgain = load.rush(nodes.get(1), PEOPLE_AT_ONCE);
                    System.out.printf(
                            "FAULT of %d people at once %d were told to try again%n", PEOPLE_AT_ONCE, tryAgain);
                    assertThat(tryAgain).isPositive();
                }),
                new Fault("kill -9 of mysqld", mysql::restart),
                new Fault("mysqld frozen for %d s".formatted(FREEZE.toSeconds()), () -> {
                    mysql.pause();
                    pass(FREEZE);
                    mysql.resume();
                }),
                new Fault("mysqld read-only", () -> {
                    root(mysql, "SET GLOBAL super_read_only = ON");
                    pass(Duration.ofSeconds(3));
                    root(mysql, "SET GLOBAL read_only = OFF");
                }),
                new Fault("every connection of the pool stands still", () -> {
                    try (Connection connection = mysql.open(cluster.database());
                            var statement = connection.createStatement()) {
                        statement.execute("LOCK TABLES concern WRITE");
                        pass(Duration.ofSeconds(5));
                        statement.execute("UNLOCK TABLES");
                    }
                }),
                new Fault("Keycloak frozen for %d s".formatted(FREEZE.toSeconds()), () -> {
                    RealKeycloak.shared().pause();
                    pass(FREEZE);
                    RealKeycloak.shared().resume();
                })));
    }

    private void survive(Fault fault, Load load, RealMySql mysql, Cluster cluster) throws Throwable {
        worksAgain(load);
        int refused = load.refused();
        int cut = load.cut();
        int before = load.raised().size();
        fault.what().happen();
        int during = load.raised().size() - before;
        Duration recovery = worksAgain(load);
        recoveries.add(recovery);
        load.hold();
        List<String> broken = new ArrayList<>();
        Eventually.within(LEASE.plusSeconds(20), () -> {
            broken.clear();
            broken.addAll(broken(load, mysql, cluster));
            assertThat(broken).isEmpty();
        });
        load.goOn();
        System.out.printf(
                "FAULT %s: %d raised meanwhile, %d refused, %d cut off, recovered after %d ms, violations %d%n",
                fault.name(), during, load.refused() - refused, load.cut() - cut, recovery.toMillis(), broken.size());
        assertThat(load.bare()).as("every refusal says NOT submitted, and 999").isEmpty();
    }

    /** Until as many concerns again as there are clients have been raised and decided. */
    private static Duration worksAgain(Load load) throws Throwable {
        int enough = load.decided().size() + CLIENTS;
        return Eventually.within(
                Duration.ofSeconds(90), () -> assertThat(load.decided()).hasSizeGreaterThanOrEqualTo(enough));
    }

    private static List<String> broken(Load load, RealMySql mysql, Cluster cluster) throws Exception {
        try (Connection connection = mysql.open(cluster.database())) {
            List<String> broken = new ArrayList<>(new Invariants(connection).broken(load.raised()));
            List<String> made = cluster.column(
                    "SELECT concat(reference, ' ', step) FROM decided_step WHERE step = 'immediate-risk-check'");
            for (Load.Decided decided : load.decided()) {
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

    private void tell(Load load) {
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

    /** The fault itself lasts so long. */
    private static void pass(Duration time) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }
}
