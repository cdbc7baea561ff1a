package org.teestriage.timeline.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.timeline.Fingerprint;
import org.teestriage.timeline.checkpoint.CheckpointFolder.Sheet;
import org.teestriage.timeline.checkpoint.Rows.Line;
import org.teestriage.timeline.checkpoint.Rows.Run;

@ApplicationScoped
public class CheckpointWriter {

    static final String ENTRY = "entry ";
    static final String READING = "reading ";

    /** No transaction lasts this long: an id that is missing afterwards belongs to a rolled-back transaction. */
    private static final Duration LATEST = Duration.ofDays(1);

    private static final long LEASE_SECONDS = 60;
    private static final int MOST_LATER = 300;
    private static final int MOST_ROWS = 50_000;
    private static final String READING_FORMAT = "tees-triage-reading-1";

    private final EntityManager entities;
    private final CheckpointRecords checkpointRecords;
    private final CheckpointSettings settings;

    CheckpointWriter(EntityManager entities, CheckpointRecords checkpointRecords, CheckpointSettings settings) {
        this.entities = entities;
        this.checkpointRecords = checkpointRecords;
        this.settings = settings;
    }

    /**
     * The checkpoint that this node must write now: one that another node made but did not write within its lease, or a
     * new one if due. Empty if none is due or another node is writing. Runs in the caller's transaction.
     */
    public Optional<Sheet> next(SigningKeys keys) {
        long now = now();
        Optional<CheckpointRecord> last = checkpointRecords.newest();
        if (last.isPresent() && !last.get().isWritten()) {
            CheckpointRecord waiting = last.get();
            checkpointRecords.refreshToChange(waiting);
            if (waiting.isWritten() || !waiting.isFreeAt(now)) {
                return Optional.empty();
            }
            waiting.lease(now + LEASE_SECONDS);
            return Optional.of(sheet(waiting.checkpoint()));
        }
        Optional<Checkpoint> before = last.map(CheckpointRecord::checkpoint);
        if (before.isPresent() && !isDue(before.get(), now)) {
            return Optional.empty();
        }
        List<Checkpoint> recent = recent(now);
        List<Line> entries = found(Kind.ENTRIES, before.map(Checkpoint::entries), recent);
        List<Line> readings = found(Kind.READINGS, before.map(Checkpoint::readings), recent);
        Checkpoint made = Checkpoint.unsigned(
                before.map(Checkpoint::number).orElse(0L) + 1,
                Instant.ofEpochSecond(Math.max(
                        now, before.map(each -> each.at().getEpochSecond()).orElse(0L))),
                before.map(Checkpoint::hash).orElse(Checkpoint.FIRST),
                keys.fingerprint().orElseThrow(),
                Rows.after(before.map(Checkpoint::entries).orElse(Rows.NONE), entries),
                Rows.after(before.map(Checkpoint::readings).orElse(Rows.NONE), readings));
        Checkpoint signed = made.signed(keys.sign(made.head()));
        // If two nodes get here at once, the second finds the number taken, and its transaction is retried.
        checkpointRecords.persistAndFlush(new CheckpointRecord(signed, now + LEASE_SECONDS));
        return Optional.of(new Sheet(signed, entries, readings));
    }

    public void written(Checkpoint checkpoint) {
        checkpointRecords.findById(checkpoint.number()).written(now());
    }

    /** Releases the lease after a failed write, so that the next attempt need not wait. */
    public void releaseLease(Checkpoint checkpoint) {
        checkpointRecords.findById(checkpoint.number()).lease(0);
    }

    /** When the newest checkpoint in the folder was made. */
    public Optional<Instant> lastWritten() {
        return checkpointRecords.newestWritten().map(kept -> Instant.ofEpochSecond(kept.atSeconds()));
    }

    /** Database time in seconds since 1970, because the clocks of the nodes may differ. */
    public long now() {
        return ((Number) entities.createNativeQuery("select unix_timestamp()").getSingleResult()).longValue();
    }

    /** Due after the interval, if a clock was set back by as much, on a new London day, or if the last is full. */
    private boolean isDue(Checkpoint last, long now) {
        Instant at = Instant.ofEpochSecond(now);
        return Duration.between(last.at(), at).abs().compareTo(settings.every()) >= 0
                || !BusinessClock.dateOf(last.at()).equals(BusinessClock.dateOf(at))
                || isFull(last);
    }

    private static boolean isFull(Checkpoint checkpoint) {
        return checkpoint.entries().count() >= MOST_ROWS
                || checkpoint.readings().count() >= MOST_ROWS;
    }

    /** Whether more rows may wait than fit into one checkpoint. */
    public static boolean isFull(Sheet sheet) {
        return isFull(sheet.checkpoint());
    }

    private List<Checkpoint> recent(long now) {
        return checkpointRecords.madeAfter(now - LATEST.toSeconds()).stream()
                .map(CheckpointRecord::checkpoint)
                .toList();
    }

    /** The tables that checkpoints cover. */
    enum Kind {
        ENTRIES("timeline_entry", "reference, sequence, hash") {
            @Override
            Rows of(Checkpoint checkpoint) {
                return checkpoint.entries();
            }

            @Override
            String line(List<String> row) {
                return ENTRY + String.join(" ", row);
            }
        },
        READINGS("reading", "reference, at_micros, user_name, name, role, affiliation, what") {
            @Override
            Rows of(Checkpoint checkpoint) {
                return checkpoint.readings();
            }

            @Override
            String line(List<String> row) {
                List<String> fields = new ArrayList<>(row);
                fields.add(0, READING_FORMAT);
                return READING + row.get(0) + " " + Fingerprint.of(fields.toArray(String[]::new));
            }
        };

        private final String table;
        private final String columns;

        Kind(String table, String columns) {
            this.table = table;
            this.columns = columns;
        }

        abstract Rows of(Checkpoint checkpoint);

        abstract String line(List<String> row);
    }

    private List<Line> found(Kind kind, Optional<Rows> before, List<Checkpoint> recent) {
        List<Line> lines = new ArrayList<>(late(kind, recent));
        lines.addAll(lines(kind, new Run(before.map(Rows::upTo).orElse(0L) + 1, Long.MAX_VALUE), MOST_ROWS));
        return lines;
    }

    /** Rows that were missing when a checkpoint of the last day passed their ids, and exist now. */
    private List<Line> late(Kind kind, List<Checkpoint> recent) {
        List<Rows> passed = recent.stream().map(kind::of).toList();
        return passed.stream()
                .flatMap(rows -> rows.without().stream())
                .flatMap(run -> lines(kind, run, MOST_ROWS).stream())
                .filter(line -> passed.stream().noneMatch(rows -> rows.late().contains(line.id())))
                .sorted(Comparator.comparingLong(Line::id))
                .toList();
    }

    /** The lines of the rows with these ids, as the rows are now. */
    List<Line> lines(Kind kind, Run ids, int limit) {
        String sql = "select id, %s from %s where id between ? and ? order by id".formatted(kind.columns, kind.table);
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setParameter(1, ids.first())
                .setParameter(2, ids.last())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> line(kind, row))
                .toList();
    }

    private static Line line(Kind kind, Object[] row) {
        List<String> fields = IntStream.range(0, row.length)
                .mapToObj(column -> String.valueOf(row[column]))
                .toList();
        return new Line(((Number) row[0]).longValue(), kind.line(fields));
    }

    /** A proof for the newest entry of the concern that a checkpoint in the folder covers. */
    public Optional<InclusionProof> witness(String reference) {
        List<Object[]> newestFirst = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select id, sequence from timeline_entry where reference = ? order by sequence desc",
                        Object[].class)
                .setParameter(1, reference)
                .getResultList();
        return newestFirst.stream()
                .flatMap(row -> witness(((Number) row[0]).longValue(), ((Number) row[1]).longValue()).stream())
                .findFirst();
    }

    private Optional<InclusionProof> witness(long id, long sequence) {
        // A row that commits late is covered within a day.
        return checkpointRecords.writtenUpTo(id, MOST_LATER).stream()
                .map(CheckpointRecord::checkpoint)
                .filter(checkpoint -> checkpoint.entries().cover(id))
                .findFirst()
                .map(checkpoint -> witness(checkpoint, id, sequence));
    }

    private InclusionProof witness(Checkpoint checkpoint, long id, long sequence) {
        List<Line> lines = covered(Kind.ENTRIES, checkpoint);
        int index = lines.stream().map(Line::id).toList().indexOf(id);
        List<String> texts = lines.stream().map(Line::text).toList();
        return new InclusionProof(checkpoint.text(), sequence, texts.get(index), MerkleTree.path(texts, index));
    }

    /** The checkpoint with its lines as the rows are now: the file shows any change since it was signed. */
    private Sheet sheet(Checkpoint checkpoint) {
        return new Sheet(checkpoint, covered(Kind.ENTRIES, checkpoint), covered(Kind.READINGS, checkpoint));
    }

    private List<Line> covered(Kind kind, Checkpoint checkpoint) {
        Rows rows = kind.of(checkpoint);
        List<Line> lines = new ArrayList<>();
        rows.late().forEach(id -> lines.addAll(lines(kind, new Run(id, id), 1)));
        lines(kind, new Run(rows.from(), rows.upTo()), Integer.MAX_VALUE).stream()
                .filter(line -> !rows.isWithout(line.id()))
                .forEach(lines::add);
        return lines;
    }
}
