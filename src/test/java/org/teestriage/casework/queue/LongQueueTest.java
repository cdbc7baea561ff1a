package org.teestriage.casework.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** The response time of a queue page must not grow with the length of the queue. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class LongQueueTest {

    private static final int SHORT = 100;
    private static final int LONG = 100_000;

    @AfterEach
    void deleteRows() throws SQLException {
        try (Connection connection = TestDatabase.open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from waiting_step where task like 'long-queue-%'");
        }
    }

    @Test
    void aPageOfALongQueueTakesLessThanThreeTimesAsLongAsOneOfAShortQueue() throws SQLException {
        String reference = Api.as("referrer").raise(Bodies.GROOMING).reference();
        fill(reference, 0, SHORT);
        Map<String, Long> few = minimumTimes();

        fill(reference, SHORT, LONG);
        Map<String, Long> many = minimumTimes();

        few.forEach((filter, micros) -> {
            System.out.printf(
                    "QUEUE PAGE%s: %,d µs with %,d open steps, %,d µs with %,d%n",
                    filter, micros, SHORT, many.get(filter), LONG);
            assertThat(many.get(filter)).as("the page%s", filter).isLessThan(3 * micros);
        });
    }

    @Test
    void theQueueOfTheDutyTeamAndWhatItLeftAreReadFromAnIndexInOrder() throws SQLException {
        fill(Api.as("referrer").raise(Bodies.GROOMING).reference(), 0, 20_000);
        String order = " order by w.queue_rank, w.due, w.task limit 26";
        assertThat(plan("select * from waiting_step w where w.hub = 'chub' and w.step = 'immediate-risk-check' and"
                        + " (w.priority_rank = 0 or exists (select 1 from concern c where c.reference = w.reference and"
                        + " c.danger_seen)) and not w.claimed_by_team" + order))
                .as("by step or of the whole hub, as MySQL finds shorter")
                .startsWith("queue_in_order")
                .doesNotContain("filesort");
        assertThat(plan("select * from waiting_step w where w.hub = 'chub' and w.claimed_by_team = true" + order))
                .startsWith("queue_in_order_by_team")
                .doesNotContain("filesort");
    }

    /** The index of the first table, and how it is read. */
    private static String plan(String select) throws SQLException {
        try (Connection connection = TestDatabase.open();
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("explain format=traditional " + select)) {
            assertThat(plan.next()).isTrue();
            return plan.getString("key") + " " + plan.getString("Extra");
        }
    }

    /** Minimum of 30 runs per filter, because other load on the machine only adds time. */
    private static Map<String, Long> minimumTimes() {
        Map<String, Long> times = new LinkedHashMap<>();
        for (String filter : List.of("", "?whose=UNCLAIMED", "?whose=MINE", "?overdue=true", "?step=close")) {
            times.put(
                    filter,
                    LongStream.range(0, 30).map(run -> micros(filter)).min().orElseThrow());
        }
        return times;
    }

    private static long micros(String filter) {
        long start = System.nanoTime();
        Api.as("officer.hartlepool").get("/api/queue" + filter).then().statusCode(200);
        return (System.nanoTime() - start) / 1_000;
    }

    private void fill(String reference, int from, int until) throws SQLException {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, MovableTime.A_TUESDAY_MORNING);
        String[] steps = {"immediate-risk-check", "police-report", "threshold-decision", "referrer-feedback"};
        try (Connection connection = TestDatabase.open();
                PreparedStatement insert =
                        connection.prepareStatement("insert into waiting_step (task, reference, step,"
                                + " item, hub, priority_rank, opened_at, warn_at, due, explanation, warned, breached, claimed_by,"
                                + " claimed_by_name, claimed_at, queue_rank)"
                                + " values (?,?,?,?,'chub',?,?,?,?,'made up',false,false,?,?,?,?)")) {
            for (int row = from; row < until; row++) {
                boolean claimed = row % 3 == 0;
                insert.setString(1, "long-queue-" + row);
                insert.setString(2, reference);
                insert.setString(3, steps[row % steps.length]);
                insert.setString(4, "q" + row);
                insert.setInt(5, row % 7 == 0 ? 0 : row % 2 + 1);
                insert.setLong(6, now);
                insert.setLong(7, now);
                insert.setLong(8, now + (row * 7_919L % 1_000_003 - 500_000) * 1_000_000);
                insert.setString(9, claimed ? "officer." + row % 50 : null);
                insert.setString(10, claimed ? "officer." + row % 50 : null);
                insert.setObject(11, claimed ? now : null);
                insert.setInt(12, (row % steps.length == 0 ? 6 : 9) + (row % 7 == 0 ? 0 : row % 2 + 1));
                insert.addBatch();
                if (row % 5_000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            // MySQL updates its statistics by itself, but only some seconds after a table has grown.
            insert.execute("analyze table waiting_step");
        }
    }
}
