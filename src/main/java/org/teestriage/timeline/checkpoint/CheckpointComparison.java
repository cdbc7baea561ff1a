package org.teestriage.timeline.checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.teestriage.timeline.checkpoint.CheckpointFolder.Sheet;
import org.teestriage.timeline.checkpoint.CheckpointWriter.Kind;
import org.teestriage.timeline.checkpoint.Rows.Line;
import org.teestriage.timeline.checkpoint.Rows.Run;

/**
 * Compares a folder of checkpoints with a database, one checkpoint at a time, so that memory use does not grow with
 * their number. The first fault names the first row that has changed.
 */
public final class CheckpointComparison {

    private static final Duration LATEST = Duration.ofDays(1);

    private final CheckpointWriter checkpointWriter;
    private final CheckpointRecords checkpointRecords;
    private final SigningKeys signingKeys;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Kind, Map<Long, Fault>> unexplained = new HashMap<>();
    private @Nullable Checkpoint last;

    CheckpointComparison(
            CheckpointWriter checkpointWriter, CheckpointRecords checkpointRecords, SigningKeys signingKeys) {
        this.checkpointRecords = checkpointRecords;
        this.checkpointWriter = checkpointWriter;
        this.signingKeys = signingKeys;
        for (Kind kind : Kind.values()) {
            unexplained.put(kind, new TreeMap<>());
        }
    }

    /** A deviation, and the checkpoint that reveals it. */
    public record Fault(long checkpoint, Instant at, String sentence) {}

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public long last() {
        return last == null ? 0 : last.number();
    }

    /** Compares one file, in the caller's transaction. */
    public void compare(CheckpointFolder.File file) {
        Sheet sheet;
        try {
            sheet = Sheet.read(file.text());
        } catch (RuntimeException unreadable) {
            faults.add(new Fault(
                    last() + 1,
                    last == null ? Instant.EPOCH : last.at(),
                    "The file %s cannot be read as a checkpoint.".formatted(file.name())));
            return;
        }
        Checkpoint checkpoint = sheet.checkpoint();
        if (!signingKeys.verifies(checkpoint)) {
            fault(checkpoint, "It is not signed with a trusted key.");
        }
        if (!sheet.isWhole()) {
            fault(checkpoint, "Its lines are not those that were signed.");
        }
        Optional.ofNullable(last).ifPresent(before -> follows(before, checkpoint));
        rows(Kind.ENTRIES, checkpoint, sheet.entries());
        rows(Kind.READINGS, checkpoint, sheet.readings());
        last = checkpoint;
    }

    private void follows(Checkpoint before, Checkpoint checkpoint) {
        if (checkpoint.number() != before.number() + 1) {
            fault(
                    checkpoint,
                    "The one before it is missing; the folder goes from %d to %d."
                            .formatted(before.number(), checkpoint.number()));
        } else if (!checkpoint.previous().equals(before.hash())) {
            fault(checkpoint, "It does not follow the one before it.");
        }
        if (checkpoint.at().isBefore(before.at())) {
            fault(checkpoint, "Its time lies before that of the one before it.");
        }
    }

    private void rows(Kind kind, Checkpoint checkpoint, List<Line> sealed) {
        Rows rows = kind.of(checkpoint);
        Map<Long, String> now = new TreeMap<>();
        rows.late()
                .forEach(id ->
                        checkpointWriter.lines(kind, new Run(id, id), 1).forEach(line -> now.put(id, line.text())));
        checkpointWriter
                .lines(kind, new Run(rows.from(), rows.upTo()), Integer.MAX_VALUE)
                .forEach(line -> now.put(line.id(), line.text()));
        for (Line line : sealed) {
            unexplained(kind).remove(line.id());
            String there = now.remove(line.id());
            if (there == null) {
                fault(checkpoint, named(line.text()) + " is gone.");
            } else if (!there.equals(line.text())) {
                fault(checkpoint, named(line.text()) + " was rewritten.");
            }
        }
        now.forEach((id, text) -> unexplained(kind)
                .put(id, new Fault(checkpoint.number(), checkpoint.at(), named(text) + " was put in afterwards.")));
    }

    private Map<Long, Fault> unexplained(Kind kind) {
        return java.util.Objects.requireNonNull(unexplained.get(kind));
    }

    /** Names an entry by concern and sequence number, a read by its id. */
    private static String named(String line) {
        String[] words = line.split(" ", -1);
        return words.length > 4 ? "%s entry %s".formatted(words[2], words[3]) : "Reading no. %s".formatted(words[1]);
    }

    /** Call after the last file. Reports inserted rows, and a folder and database that end differently. */
    public void end() {
        Instant end = last == null ? Instant.EPOCH : last.at();
        unexplained.values().stream()
                .flatMap(each -> each.values().stream())
                // A row that committed late may still be covered by the next checkpoint.
                .filter(fault -> fault.at().isBefore(end.minus(LATEST)))
                .forEach(faults::add);
        long known = checkpointRecords.newest().map(CheckpointRecord::number).orElse(0L);
        boolean waits =
                checkpointRecords.newest().filter(kept -> !kept.isWritten()).isPresent();
        if (known < last()) {
            faults.add(new Fault(
                    last(),
                    end,
                    "The database knows checkpoints up to %d only, the folder up to %d: the database was set back."
                            .formatted(known, last())));
        } else if (known - (waits ? 1 : 0) > last()) {
            faults.add(new Fault(
                    last() + 1,
                    end,
                    "The folder ends with %d, but the service wrote up to %d: files are missing."
                            .formatted(last(), known)));
        }
    }

    private void fault(Checkpoint checkpoint, String sentence) {
        faults.add(new Fault(checkpoint.number(), checkpoint.at(), sentence));
    }
}
