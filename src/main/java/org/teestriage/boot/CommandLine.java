package org.teestriage.boot;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.teestriage.boot.monitoring.TimelineVerificationService;
import org.teestriage.concern.Reference;
import org.teestriage.directory.OnspdFile;
import org.teestriage.timeline.Verification;
import org.teestriage.timeline.checkpoint.CheckpointComparison;
import org.teestriage.timeline.checkpoint.CheckpointService;

/**
 * Starts the service, or executes one command and exits: {@code migrate} migrates the tables to this release,
 * {@code import-postcodes FILE} imports the ONS Postcode Directory, {@code verify [REFERENCE]} verifies timelines, and
 * {@code verify --checkpoints FOLDER} also compares them with checkpoints stored outside the database, {@code erase
 * REFERENCE ENTRIES REASON} erases details of timeline entries, {@code recount-deadlines} counts open deadlines again, and
 * {@code migrate-paths} brings open concerns to the present model.
 * The exit code of a command is 0, or 1 with a logged
 * error.
 */
class CommandLine implements QuarkusApplication {

    private static final String USAGE =
            "Commands: migrate | import-postcodes FILE | verify [REFERENCE] | verify --checkpoints FOLDER"
                    + " [PUBLIC-KEY-FILE] | erase REFERENCE ENTRY[,ENTRY...] REASON | recount-deadlines [--dry-run]"
                    + " [--also-later] | migrate-paths [--dry-run]. Without a command the service starts.";

    static final String MIGRATE = "migrate";
    private static final Pattern ENTRIES = Pattern.compile("[1-9][0-9]{0,8}(,[1-9][0-9]{0,8}){0,999}");

    /** A sentence of the timeline has at most 1,000. */
    private static final int LONGEST_REASON = 300;

    private static final long TELL_EVERY = 1_000;

    private final PostcodeImportService postcodeImportService;
    private final TimelineVerificationService timelineVerificationService;
    private final TimelineErasureService timelineErasureService;
    private final CheckpointService checkpointService;
    private final RecountDeadlinesCommand recountDeadlinesCommand;
    private final MigratePathsCommand migratePathsCommand;
    private final Flyway migrations;

    CommandLine(
            PostcodeImportService postcodeImportService,
            TimelineVerificationService timelineVerificationService,
            TimelineErasureService timelineErasureService,
            CheckpointService checkpointService,
            RecountDeadlinesCommand recountDeadlinesCommand,
            MigratePathsCommand migratePathsCommand,
            Flyway migrations) {
        this.postcodeImportService = postcodeImportService;
        this.timelineVerificationService = timelineVerificationService;
        this.timelineErasureService = timelineErasureService;
        this.checkpointService = checkpointService;
        this.recountDeadlinesCommand = recountDeadlinesCommand;
        this.migratePathsCommand = migratePathsCommand;
        this.migrations = migrations;
    }

    @Override
    public int run(String... args) {
        if (args.length == 0) {
            Quarkus.waitForExit();
            return 0;
        }
        List<String> command = List.of(args);
        if (command.equals(List.of(MIGRATE))) {
            // Startup has already migrated the tables; a failed migration never reaches this line.
            Log.infof(
                    "The tables are at version %s.", migrations.info().current().getVersion());
            return 0;
        }
        if (command.size() == 2 && command.get(0).equals("import-postcodes")) {
            return importPostcodes(Path.of(command.get(1)));
        }
        if (command.size() >= 3
                && command.size() <= 4
                && command.subList(0, 2).equals(List.of("verify", "--checkpoints"))) {
            return verifyBy(Path.of(command.get(2)), command.size() == 4 ? Path.of(command.get(3)) : null);
        }
        if (command.size() <= 2 && command.get(0).equals("verify")) {
            return command.size() == 2 ? verify(command.get(1)) : verifyAll();
        }
        if (command.size() == 4 && command.get(0).equals("erase")) {
            return erase(command.get(1), command.get(2), command.get(3));
        }
        return byConcern(command.get(0), command.subList(1, command.size())).orElseGet(() -> {
            Log.error(USAGE);
            return 1;
        });
    }

    /** Commands that change concern after concern. */
    private Optional<Integer> byConcern(String command, List<String> arguments) {
        return switch (command) {
            case RecountDeadlinesCommand.NAME ->
                RecountDeadlinesCommand.options(arguments).map(recountDeadlinesCommand::run);
            case MigratePathsCommand.NAME ->
                MigratePathsCommand.dryRun(arguments).map(migratePathsCommand::run);
            default -> Optional.empty();
        };
    }

    private int importPostcodes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            OnspdFile.Account account =
                    postcodeImportService.importPostcodes(in, stored -> Log.infof("%,d postcodes stored", stored));
            Log.infof("Done: %,d postcodes read, %,d lines skipped.", account.read(), account.skipped());
            account.firstSkipped().forEach(skipped -> Log.warnf("Skipped %s", skipped));
            return 0;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            Log.errorf("The postcodes were not imported: %s. Reading the same file again is safe.", e.getMessage());
            return 1;
        }
    }

    private int erase(String reference, String entries, String reason) {
        try {
            if (!ENTRIES.matcher(entries).matches() || reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new IllegalArgumentException(
                        "give numbers of entries such as 3,5 and a reason of at most %d characters"
                                .formatted(LONGEST_REASON));
            }
            Reference known = Reference.find(reference)
                    .orElseThrow(() -> new IllegalArgumentException("there is no such concern"));
            int erased = timelineErasureService.erase(
                    known,
                    Stream.of(entries.split(",", -1))
                            .map(Long::valueOf)
                            .distinct()
                            .toList(),
                    reason);
            Log.infof("%s: the details of %d entries are erased.", known, erased);
            return 0;
        } catch (IllegalArgumentException e) {
            Log.errorf("Nothing was erased: %s.", e.getMessage());
        } catch (RuntimeException e) {
            Log.errorf(
                    "Nothing was erased: %s. The account of the service may not delete details; use that of"
                            + " migrations.",
                    e.getClass().getSimpleName());
        }
        return 1;
    }

    private int verify(String typed) {
        return Reference.find(typed)
                .flatMap(timelineVerificationService::verify)
                .map(CommandLine::told)
                .map(whole -> whole ? 0 : 1)
                .orElseGet(() -> {
                    Log.error("There is no such concern.");
                    return 1;
                });
    }

    private int verifyAll() {
        long whole = 0;
        long broken = 0;
        @Nullable String last = null;
        for (List<Verification> page = timelineVerificationService.verifyAfter(last);
                !page.isEmpty();
                page = timelineVerificationService.verifyAfter(last)) {
            for (Verification verification : page) {
                if (verification.whole()) {
                    whole++;
                } else {
                    broken++;
                    told(verification);
                }
                last = verification.reference();
            }
            Log.infof("%,d timelines are whole, %,d are not", whole, broken);
        }
        return broken == 0 ? 0 : 1;
    }

    /** Verifies the hash chains, then every row that a checkpoint covers. */
    private int verifyBy(Path folder, @Nullable Path publicKey) {
        int chains = verifyAll();
        try {
            long[] seen = {0};
            List<CheckpointComparison.Fault> faults = checkpointService.compare(
                    folder, publicKey == null ? null : Files.readString(publicKey), number -> {
                        seen[0]++;
                        if (seen[0] % TELL_EVERY == 0) {
                            Log.infof("%,d checkpoints compared", seen[0]);
                        }
                    });
            faults.stream()
                    .map(fault -> "Checkpoint %d of %s: %s".formatted(fault.checkpoint(), fault.at(), fault.sentence()))
                    .forEach(Log::error);
            Log.infof("%,d checkpoints compared, %,d faults", seen[0], faults.size());
            if (seen[0] == 0) {
                Log.errorf("There is no checkpoint in %s.", folder);
            }
            return faults.isEmpty() && seen[0] > 0 ? chains : 1;
        } catch (IOException | IllegalArgumentException e) {
            Log.errorf("The checkpoints could not be read: %s", e.getMessage());
            return 1;
        }
    }

    private static boolean told(Verification verification) {
        verification
                .fault()
                .ifPresentOrElse(
                        fault -> Log.errorf(
                                "%s is NOT whole: entry %d: %s",
                                verification.reference(), fault.sequence(), fault.sentence()),
                        () -> Log.infof(
                                "%s is whole: %d entries, %d details erased",
                                verification.reference(),
                                verification.entries(),
                                verification.erased().size()));
        if (!verification.erased().isEmpty()) {
            Log.infof(
                    "%s: details erased, with an entry that says why: %s",
                    verification.reference(), verification.erased());
        }
        if (!verification.deleted().isEmpty()) {
            Log.errorf(
                    "%s: details deleted without such an entry: %s", verification.reference(), verification.deleted());
        }
        return verification.whole();
    }
}
