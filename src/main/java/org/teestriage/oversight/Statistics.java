package org.teestriage.oversight;

import java.time.Instant;
import java.util.List;

/** The service's measures over some time: each a small table, ready to be charted, read aloud or taken away as a file. */
public record Statistics(Instant from, Instant until, List<Table> tables) {

    /** One measure: what it counts, and a number for each name. The share is in percent, where the numbers are part of a whole. */
    public record Table(String title, String explanation, List<Row> rows) {

        /** The longest bar of a chart. */
        public int most() {
            return rows.stream().mapToInt(Row::number).max().orElse(0);
        }
    }

    /** One number. */
    public record Row(String name, int number) {}
}
