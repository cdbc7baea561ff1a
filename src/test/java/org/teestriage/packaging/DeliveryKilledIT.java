package org.teestriage.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.testing.Bodies;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.HttpStub;
import org.teestriage.testing.RealMySql;
import org.teestriage.timeline.Link;

/** The packaged service is killed while letters are under way, as a power cut would, and started again. */
class DeliveryKilledIT {

    private static final String REFERENCE = "K7Q2-9FXM-F";
    private static final int LETTERS = 5;
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    Path elsewhere;

    private String database = "";

    @BeforeEach
    void lettersThatWereApproved() throws Exception {
        database = "killed_" + UUID.randomUUID().toString().replace("-", "");
        RealMySql.shared().database(database);
        Process migrating = start(0, "verify");
        assertThat(migrating.waitFor(90, TimeUnit.SECONDS)).isTrue();
        change(
                "insert into concern (reference, received_at, agency, raised_by, facts, priority, priority_reason,"
                        + " danger_seen, complex, information, closed_at, timeline_length, timeline_head)"
                        + " values (?, 0, 'a', 'b', ?, 'AMBER', 'c', false, true, 0, 1, 0, ?)",
                REFERENCE,
                Bodies.GROOMING,
                Link.root(REFERENCE));
        for (int number = 1; number <= LETTERS; number++) {
            change(
                    "insert into letter (reference, number, purpose, item, revision, partner, partner_id, content,"
                            + " content_hash, prepared_at, state, dispatch_id, approved_by, sending_since, next_try, chase_at)"
                            + " values (?, ?, 'POLICE_REPORT', ?, 1, 'Cleveland Police', 'police', 'words', 'hash', 0,"
                            + " 'WAITING', ?, 'somebody', unix_timestamp() * 1000000, 0, 9000000000000000)",
                    REFERENCE,
                    number,
                    String.valueOf(number),
                    UUID.randomUUID().toString());
        }
    }

    @Test
    @Timeout(300)
    void killedBetweenThePartnersReceiptAndOurCommit() throws Throwable {
        try (HttpStub police = new HttpStub(0)) {
            police.always("/letters", police.slow());
            Process service = start(police.port());
            try {
                Eventually.within(
                        SOON, () -> assertThat(police.arrivals("/letters")).hasSizeGreaterThanOrEqualTo(2));
            } finally {
                kill(service);
            }
            int before = police.arrivals("/letters").size();
            police.always("/letters", HttpStub.acknowledges());
            Process again = start(police.port());
            try {
                Eventually.within(
                        SOON, () -> assertThat(states()).hasSize(LETTERS).containsOnly("ACKNOWLEDGED"));
            } finally {
                kill(again);
            }
            tell("kill -9 between the partner's receipt and our commit", police.arrivals("/letters"));
            assertThat(police.arrivals("/letters")).hasSize(LETTERS + before);
            assertThat(verified()).isZero();
        }
    }

    @Test
    @Timeout(300)
    void killedBetweenCommitAndSend() throws Throwable {
        int port;
        try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = deaf.getLocalPort();
            Process service = start(port);
            try {
                Eventually.within(SOON, () -> assertThat(states()).contains("SENDING"));
            } finally {
                kill(service);
            }
            assertThat(states()).contains("SENDING");
        }
        try (HttpStub police = new HttpStub(port)) {
            Process again = start(port);
            try {
                Eventually.within(
                        SOON, () -> assertThat(states()).hasSize(LETTERS).containsOnly("ACKNOWLEDGED"));
            } finally {
                kill(again);
            }
            tell("kill -9 between commit and send", police.arrivals("/letters"));
            assertThat(police.arrivals("/letters")).hasSize(LETTERS);
            assertThat(verified()).isZero();
        }
    }

    private void tell(String fault, List<HttpStub.Arrival> arrivals) throws SQLException {
        Set<String> known = Set.copyOf(column("select dispatch_id from letter"));
        Set<String> keys = arrivals.stream().map(HttpStub.Arrival::key).collect(Collectors.toSet());
        System.out.printf(
                "FAULT %-52s letters %3d  arrivals %3d  distinct keys %3d  lost %d  duplicates without key %d%n",
                fault,
                LETTERS,
                arrivals.size(),
                keys.size(),
                LETTERS - keys.size(),
                arrivals.stream()
                        .filter(arrival -> !known.contains(arrival.key()))
                        .count());
        assertThat(keys)
                .as("every arrival carries a key of ours, and none is lost")
                .isEqualTo(known);
    }

    private static void kill(Process service) throws InterruptedException {
        service.destroyForcibly();
        assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private int verified() throws Exception {
        Process verifying = start(0, "verify");
        assertThat(verifying.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return verifying.exitValue();
    }

    private List<String> states() throws SQLException {
        return column("select state from letter");
    }

    private List<String> column(String query) throws SQLException {
        try (Connection connection = RealMySql.shared().open(database);
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet found = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        }
    }

    private void change(String sql, Object... values) throws SQLException {
        try (Connection connection = RealMySql.shared().open(database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private Process start(int partnersPort, String... command) throws IOException {
        Path partners = Files.writeString(elsewhere.resolve("partners.yaml"), """
                partners:
                  - {id: police, name: Cleveland Police, kind: police, channel: https, url: "http://127.0.0.1:%d/letters",
                     secret: made.up.key, receipt-within: PT2H, owner: nobody, source: made up}
                  - {id: ceop, name: CEOP, kind: ceop, channel: person, receipt-within: PT2H, owner: nobody, source: made up}
                """.formatted(partnersPort));
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.timezone=UTC"));
        line.add("-Dquarkus.http.port=0");
        line.add("-Dtees-triage.partners-file=" + partners);
        line.add("-Dtees-triage.channel.private-addresses-allowed=127.0.0.1");
        line.add("-Dtees-triage.courier.lease=4S");
        line.add("-Dmade.up.key=a-key-for-tests-only-0123456789abcdef");
        line.add("-jar");
        line.add(Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString());
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .redirectOutput(elsewhere.resolve("said.txt").toFile());
        builder.environment()
                .put("QUARKUS_DATASOURCE_JDBC_URL", RealMySql.shared().url(database));
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", "root");
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", RealMySql.ROOT_PASSWORD);
        return builder.start();
    }
}
