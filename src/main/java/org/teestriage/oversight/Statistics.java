package org.teestriage.oversight;

import java.time.Instant;
import java.util.List;

public record Statistics(Instant from, Instant until, List<Table> tables) {

    /** {@code explanation} says what the rows count. */
    public record Table(String title, String explanation, List<Row> rows) {

        /** Returns the largest number, which scales a chart. */
        public int most() {
            return rows.stream().mapToInt(Row::number).max().orElse(0);
        }
    }

    public record Row(String name, int number) {}
}
