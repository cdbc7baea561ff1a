package org.teestriage.packaging.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.teestriage.concern.Reference;
import org.teestriage.testing.server.Cluster;

/**
 * Many copies of one raised concern, inserted by SQL, as volume for lists and counts. The copies have no process
 * instance.
 */
final class BulkConcerns {

    /** Rows of a table in one transaction. */
    private static final int AT_ONCE = 50_000;

    /** References in one statement. */
    private static final int NAMES_AT_ONCE = 5_000;

    /** Odd, so that no reference repeats, and large, so that neighbours differ. */
    private static final long STRIDE = 1_000_003;

    private final Cluster cluster;
    private final String template;
    private int copies;
    private long drawn;

    BulkConcerns(Cluster cluster, String template) {
        this.cluster = cluster;
        this.template = template;
        cluster.change("CREATE TABLE copy (n INT NOT NULL PRIMARY KEY, reference VARCHAR(12) NOT NULL)"
                + " DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_bin");
    }

    List<String> references() {
        return cluster.column("SELECT reference FROM copy ORDER BY n");
    }

    /** Copies the concern, its parts and its open steps. */
    void open(int more) {
        copy(
                more,
                tables(
                        Map.of(),
                        "waiting_step",
                        Map.of("task", "concat('copy-', c.n, '-', t.step)", "due", "t.due + c.n")));
    }

    /** Copies the concern as closed, with its parts and its decided steps. */
    void closed(int more) {
        copy(more, tables(Map.of("closed_at", "t.received_at + 1"), "decided_step", Map.of()));
    }

    /** The tables in the order of their foreign keys, each with the columns that are not copied unchanged. */
    private static Map<String, Map<String, String>> tables(
            Map<String, String> concern, String steps, Map<String, String> step) {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        tables.put("concern", concern);
        tables.put("part", Map.of());
        tables.put(steps, step);
        return tables;
    }

    private void copy(int more, Map<String, Map<String, String>> tables) {
        for (int done = 0; done < more; done += AT_ONCE) {
            int from = copies;
            name(Math.min(AT_ONCE, more - done));
            tables.forEach((table, instead) -> copy(table, instead, from));
        }
        cluster.change("ANALYZE TABLE concern, part, waiting_step, decided_step");
    }

    private void name(int more) {
        List<String> references = Stream.generate(() -> Reference.of(++drawn * STRIDE))
                .flatMap(Optional::stream)
                .map(Reference::value)
                .limit(more)
                .toList();
        for (int first = 0; first < more; first += NAMES_AT_ONCE) {
            int start = copies + 1;
            List<String> some = references.subList(first, Math.min(more, first + NAMES_AT_ONCE));
            cluster.change("INSERT INTO copy VALUES "
                    + LongStream.range(0, some.size())
                            .mapToObj(at -> "(%d, '%s')".formatted(start + at, some.get((int) at)))
                            .collect(Collectors.joining(", ")));
            copies += some.size();
        }
    }

    private void copy(String table, Map<String, String> instead, int after) {
        List<String> columns = cluster.column(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " AND table_name = ? AND extra NOT LIKE '%auto_increment%' ORDER BY ordinal_position",
                table);
        String values = columns.stream()
                .map(column -> column.equals("reference") ? "c.reference" : instead.getOrDefault(column, "t." + column))
                .collect(Collectors.joining(", "));
        cluster.change("INSERT INTO %s (%s) SELECT %s FROM copy c JOIN %s t ON t.reference = '%s' WHERE c.n > %d"
                .formatted(table, String.join(", ", columns), values, table, template, after));
    }
}
