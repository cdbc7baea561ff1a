package org.teestriage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EntityType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.transaction.ExpiringRows;
import org.teestriage.platform.transaction.ExpiryService;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** The table of tables in operations.md, compared with a real MySQL, and the expiry that it promises. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class TableGrowthTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (`[^|]+`) \\| `([a-z]+)` \\| ([^|]+) \\| ([^|]+) \\|$");

    @Inject
    MovableTime time;

    @Inject
    EntityManager entities;

    @Inject
    ExpiryService expiryService;

    @All
    List<ExpiringRows> expiring;

    /** One or more names of tables; an asterisk stands for the rest of a name. */
    private record Documented(List<String> names, String owner, String growth, String kept) {

        boolean covers(String table) {
            return names.stream()
                    .anyMatch(name -> name.endsWith("*")
                            ? table.startsWith(name.substring(0, name.length() - 1))
                            : table.equals(name));
        }
    }

    private static List<Documented> documented() {
        String text = Document.of("docs/operations.md").text();
        return ROW.matcher(text.substring(
                        text.indexOf("## Growth of the tables"), text.indexOf("## Numbers of migrations")))
                .results()
                .map(row -> new Documented(
                        Document.inline(row.group(1)),
                        row.group(2),
                        row.group(3).strip(),
                        row.group(4).strip()))
                .toList();
    }

    private static List<String> tables() {
        return TestDatabase.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_type = 'BASE TABLE'")
                .stream()
                .map(row -> row.get(0))
                .filter(table -> !table.startsWith("kept_"))
                .toList();
    }

    @Test
    void everyTableHasOneRowAndEveryRowHasATable() {
        List<Documented> rows = documented();
        List<String> tables = tables();
        assertThat(tables).hasSizeGreaterThan(20).allSatisfy(table -> assertThat(
                        rows.stream().filter(row -> row.covers(table)))
                .as("rows about %s in docs/operations.md, with its owner, growth and expiry", table)
                .hasSize(1));
        assertThat(rows).allSatisfy(row -> {
            assertThat(tables).as("%s", row.names()).anyMatch(row::covers);
            assertThat(Files.isDirectory(Path.of("src/main/java/org/teestriage", row.owner())))
                    .as(row.owner())
                    .isTrue();
            assertThat(row.growth()).isNotEmpty();
            assertThat(row.kept()).isNotEmpty();
        });
    }

    @Test
    void theOwnerIsThePackageOfTheEntity() {
        List<Documented> rows = documented();
        assertThat(entities.getMetamodel().getEntities()).hasSizeGreaterThan(10).allSatisfy(entity -> assertThat(
                        rows.stream().filter(row -> row.covers(table(entity))).map(Documented::owner))
                .as(table(entity))
                .containsExactly(entity.getJavaType().getPackageName().split("\\.", -1)[2]));
    }

    private static String table(EntityType<?> entity) {
        Table named = entity.getJavaType().getAnnotation(Table.class);
        return named != null
                ? named.name()
                : entity.getJavaType()
                        .getSimpleName()
                        .replaceAll("(?<=.)([A-Z])", "_$1")
                        .toLowerCase(Locale.ROOT);
    }

    @Test
    void theEngineKeepsNoHistoryAndNoUsers() {
        tables().stream()
                .filter(table -> table.startsWith("ACT_HI_") || table.startsWith("ACT_ID_"))
                .forEach(table -> assertThat(TestDatabase.rows("SELECT COUNT(*) FROM " + table))
                        .as(table)
                        .isEqualTo(List.of(List.of("0"))));
    }

    @Test
    void expiredRowsAreDeletedInSmallTransactionsAndOthersStay() {
        time.set(MovableTime.A_TUESDAY_MORNING);
        long now = EpochMicros.of(MovableTime.A_TUESDAY_MORNING);
        long day = Duration.ofDays(1).toNanos() / 1_000;
        fill(
                "turned_away (at_micros, user_name, status, place, times)",
                "(%d, 'expiring', 404, '/desk', 1)",
                now,
                180,
                day);
        fill(
                "given_answer (at_micros, user_name, request_key, fingerprint, answer)",
                "(%1$d, 'expiring', '%2$d', 'x', '{}')",
                now,
                7,
                day);
        fill("child_look_up (at_micros, user_name, reference)", "(%d, 'expiring', 'x')", now, 1, day);
        fill(
                "draft (expires_at, user_name, id, content, started_at, saved_at)",
                "(%1$d, 'expiring', 'expiring-%2$d', 'x', 0, 0)",
                now,
                0,
                day);

        assertThat(expiring)
                .extracting(ExpiringRows::table)
                .containsExactlyInAnyOrder("turned_away", "given_answer", "draft", "child_look_up");
        expiring.forEach(rows -> assertThat(expiryService.deleteBatch(rows))
                .as("deleted at once from " + rows.table())
                .isEqualTo(500));
        expiryService.deleteExpired();

        for (String table : List.of("turned_away", "given_answer", "draft", "child_look_up")) {
            assertThat(TestDatabase.rows("SELECT COUNT(*) FROM " + table + " WHERE user_name = 'expiring'"))
                    .as(table)
                    .isEqualTo(List.of(List.of("1")));
            TestDatabase.change("DELETE FROM " + table + " WHERE user_name = ?", "expiring");
        }
    }

    /** Inserts 1,200 rows that have expired after this number of days, and one that has not. */
    private static void fill(String table, String row, long now, int days, long day) {
        List<String> rows = new ArrayList<>(IntStream.range(0, 1_200)
                .mapToObj(number -> row.formatted(now - days * day - 1 - number, number))
                .toList());
        rows.add(row.formatted(now - days * day + day, 9_999));
        TestDatabase.change("INSERT INTO " + table + " VALUES " + String.join(", ", rows));
    }
}
