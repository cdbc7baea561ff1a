package org.teestriage.timeline.checkpoint;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.transaction.Transactions;

@ApplicationScoped
public class CheckpointService {

    private static final int LAST_TO_START = 210;
    private static final String JOB = "checkpoints";

    private final Transactions transactions;
    private final CheckpointWriter checkpointWriter;
    private final CheckpointRecords checkpointRecords;
    private final CheckpointSettings settings;
    private final SigningKeys signingKeys;
    private final Scheduler scheduler;
    private volatile @Nullable String trouble;

    CheckpointService(
            Transactions transactions,
            CheckpointWriter checkpointWriter,
            CheckpointRecords checkpointRecords,
            CheckpointSettings settings,
            Scheduler scheduler) {
        this.transactions = transactions;
        this.checkpointWriter = checkpointWriter;
        this.checkpointRecords = checkpointRecords;
        this.settings = settings;
        this.signingKeys = settings.keyring();
        this.scheduler = scheduler;
    }

    void start(@Observes @Priority(LAST_TO_START) StartupEvent event) {
        if (settings.folder().isPresent() != signingKeys.signs()) {
            throw new IllegalStateException("Checkpoints need both tees-triage.checkpoints.folder and .private-key.");
        }
        if (settings.running() && isSetUp()) {
            var unused = scheduler
                    .newJob(JOB)
                    .setInterval("10s")
                    .setConcurrentExecution(ConcurrentExecution.SKIP)
                    .setTask(execution -> round())
                    .schedule();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        var unused = scheduler.unscheduleJob(JOB);
    }

    private boolean isSetUp() {
        return settings.folder().isPresent();
    }

    /**
     * Writes all due checkpoints. A folder that cannot be written raises an alarm, but never stops other work.
     *
     * @return whether no error occurred
     */
    public boolean round() {
        try {
            CheckpointFolder folder = new CheckpointFolder(settings.folder().orElseThrow());
            Optional<CheckpointFolder.Sheet> next;
            do {
                next = transactions.inNewTransaction(() -> checkpointWriter.next(signingKeys));
                if (next.isPresent()) {
                    write(folder, next.get());
                }
            } while (next.filter(CheckpointWriter::isFull).isPresent());
            trouble = null;
            return true;
        } catch (IOException | RuntimeException failed) {
            trouble = failed.getMessage();
            Log.errorf("No checkpoint could be written: %s", failed.getMessage());
            return false;
        }
    }

    /** Runs outside any transaction, so that no other work waits for a slow folder. */
    private void write(CheckpointFolder folder, CheckpointFolder.Sheet sheet) throws IOException {
        boolean done = false;
        try {
            folder.add(sheet);
            done = true;
        } finally {
            note(sheet, done);
        }
    }

    private void note(CheckpointFolder.Sheet sheet, boolean done) {
        transactions.inNewTransaction(() -> {
            if (done) {
                checkpointWriter.written(sheet.checkpoint());
            } else {
                checkpointWriter.releaseLease(sheet.checkpoint());
            }
            return sheet;
        });
    }

    /**
     * The state of checkpoint writing.
     *
     * @param setUp whether checkpoints are configured
     * @param last when the newest checkpoint in the folder was made
     * @param trouble the message of the last failure, or null
     */
    public record State(
            boolean setUp,
            @Nullable Instant last,
            boolean overdue,
            @Nullable String trouble) {

        /** Whether an operator must act. */
        public boolean alarm() {
            return setUp && (overdue || trouble != null);
        }
    }

    public State state() {
        if (!isSetUp()) {
            return new State(false, null, false, null);
        }
        return transactions.inNewTransaction(() -> {
            Instant last = checkpointWriter.lastWritten().orElse(null);
            boolean overdue = last != null
                    && Duration.between(last, Instant.ofEpochSecond(checkpointWriter.now()))
                                    .compareTo(settings.overdueAfter())
                            > 0;
            return new State(true, last, overdue, trouble);
        });
    }

    /** The public key, as PEM, that verifies checkpoints. An inspector keeps a copy to verify them later. */
    public Optional<String> publicKey() {
        return signingKeys.pem();
    }

    /**
     * Compares the files of a folder with the database.
     *
     * @param believed the public key to trust, or null for those of the settings
     * @param progress receives the number of each compared checkpoint
     */
    public List<CheckpointComparison.Fault> compare(Path folder, @Nullable String believed, Consumer<Long> progress)
            throws IOException {
        SigningKeys trusted = believed == null ? signingKeys : SigningKeys.of(Optional.empty(), List.of(believed));
        CheckpointComparison comparison = new CheckpointComparison(checkpointWriter, checkpointRecords, trusted);
        for (Path file : new CheckpointFolder(folder).files()) {
            CheckpointFolder.File read = CheckpointFolder.open(file);
            transactions.inNewTransaction(() -> {
                comparison.compare(read);
                return read;
            });
            progress.accept(comparison.last());
        }
        transactions.inNewTransaction(() -> {
            comparison.end();
            return comparison;
        });
        return comparison.faults();
    }
}
