package org.teestriage.timeline.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of an append-only table that one checkpoint covers: the ids from {@code from} to {@code upTo}, except
 * {@code without}, and the ids {@code late}. The database assigns ids before commit, so some ids are missing at first,
 * or forever: they are {@code without}. A row that appears afterwards is {@code late} in a later checkpoint.
 *
 * @param root over the lines of the rows, in the order of their ids
 */
record Rows(long from, long upTo, List<Run> without, List<Long> late, int count, String root) {

    static final Rows NONE = new Rows(1, 0, List.of(), List.of(), 0, "");

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d+) ids (\\d+)-(\\d+) without (\\S+) late (\\S+) root ([0-9a-f]{64})");

    /** Consecutive ids. */
    record Run(long first, long last) {

        boolean holds(long id) {
            return first <= id && id <= last;
        }

        private static Run read(String written) {
            String[] ends = written.split("-", 2);
            return new Run(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
        }

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }
    }

    /** The id of a row, and a line that contains its hash. */
    record Line(long id, String text) {}

    public Rows {
        without = List.copyOf(without);
        late = List.copyOf(late);
    }

    /** The rows after {@code before}: the lines that follow it, and late ones. */
    static Rows after(Rows before, List<Line> lines) {
        long from = before.upTo() + 1;
        List<Run> without = new ArrayList<>();
        List<Long> late = new ArrayList<>();
        long next = from;
        for (Line line : lines) {
            if (line.id() < from) {
                late.add(line.id());
            } else {
                if (line.id() > next) {
                    without.add(new Run(next, line.id() - 1));
                }
                next = line.id() + 1;
            }
        }
        return new Rows(from, next - 1, without, late, lines.size(), root(lines));
    }

    static String root(List<Line> lines) {
        return MerkleTree.root(lines.stream().map(Line::text).toList());
    }

    boolean isWithout(long id) {
        return without.stream().anyMatch(run -> run.holds(id));
    }

    boolean cover(long id) {
        return late.contains(id) || (from <= id && id <= upTo && !isWithout(id));
    }

    String written() {
        return "%d ids %d-%d without %s late %s root %s"
                .formatted(count, from, upTo, listed(without.stream()), listed(late.stream()), root);
    }

    private static String listed(Stream<?> numbers) {
        String list = numbers.map(String::valueOf).collect(Collectors.joining(","));
        return list.isEmpty() ? "-" : list;
    }

    static Rows read(String written) {
        Matcher found = WRITTEN.matcher(written);
        if (!found.matches()) {
            throw new IllegalArgumentException("a line of rows cannot be parsed");
        }
        return new Rows(
                Long.parseLong(found.group(2)),
                Long.parseLong(found.group(3)),
                list(found.group(4)).map(Run::read).toList(),
                list(found.group(5)).map(Long::valueOf).toList(),
                Integer.parseInt(found.group(1)),
                found.group(6));
    }

    private static Stream<String> list(String written) {
        return written.equals("-") ? Stream.empty() : Stream.of(written.split(",", -1));
    }
}
