package org.teestriage.timeline.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.invariant.TimelineTampering;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;
import org.teestriage.timeline.checkpoint.CheckpointComparison.Fault;

/** Checkpoints outside the database reveal changes to it, even if every hash is recomputed. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class CheckpointJourneyTest extends ConcernJourney {

    private static final List<String> KEPT =
            List.of("timeline_entry", "timeline_detail", "reading", "checkpoint", "concern");

    @Inject
    CheckpointService checkpointService;

    private Api.ConcernClient concern;
    private TimelineTampering chain;

    @BeforeEach
    void aSealedConcern() {
        concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        closed(answered(concern));
        chain = new TimelineTampering(concern.reference());
        seal();
        assertThat(faults()).isEmpty();
    }

    @AfterEach
    void noFaultRemains() {
        assertThat(faults()).isEmpty();
    }

    private void seal() {
        assertThat(checkpointService.round()).isTrue();
    }

    private List<Fault> faults() {
        return faults(folder());
    }

    private List<Fault> faults(Path folder) {
        try {
            return checkpointService.compare(folder, null, number -> {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        return ConfigProvider.getConfig().getValue("tees-triage.checkpoints.folder", Path.class);
    }

    private List<String> sentences() {
        return faults().stream().map(Fault::sentence).toList();
    }

    private static List<Path> files() throws IOException {
        return new CheckpointFolder(folder()).files();
    }

    private static String newest() throws IOException {
        List<Path> files = files();
        return Files.readString(files.get(files.size() - 1));
    }

    /** Changes the database, returns the faults found, and restores the tables. */
    private List<String> faultsAfter(Runnable tampering) {
        for (String table : KEPT) {
            TestDatabase.change("CREATE TABLE kept_%1$s AS SELECT * FROM %1$s".formatted(table));
        }
        try {
            tampering.run();
            List<String> found = new ArrayList<>();
            found.add(chain.verified());
            found.addAll(sentences());
            return found;
        } finally {
            for (String table : KEPT) {
                if (table.equals("concern")) {
                    TestDatabase.change("UPDATE concern c JOIN kept_concern k USING (reference)"
                            + " SET c.timeline_length = k.timeline_length, c.timeline_head = k.timeline_head");
                } else {
                    TestDatabase.change("DELETE FROM " + table);
                    TestDatabase.change("INSERT INTO %1$s SELECT * FROM kept_%1$s".formatted(table));
                }
                TestDatabase.change("DROP TABLE kept_" + table);
            }
        }
    }

    @Test
    void everyChangeToASealedTimelineIsFoundWithItsFirstBadEntry() {
        String reference = concern.reference();
        long last = chain.last();
        Map<String, Consumer<TimelineTampering>> ways = new LinkedHashMap<>();
        ways.put("edit", timeline -> timeline.entry(5, "sentence = 'Nothing happened.'"));
        ways.put("delete last", timeline -> {
            timeline.delete(last);
            timeline.recomputeHashesFrom(last);
        });
        ways.put("delete middle", timeline -> {
            timeline.delete(5);
            LongStream.rangeClosed(6, last).forEach(sequence -> timeline.move(sequence, sequence - 1));
            timeline.recomputeHashesFrom(5);
        });
        ways.put("swap", timeline -> {
            timeline.move(3, 103);
            timeline.move(4, 3);
            timeline.move(103, 4);
            timeline.recomputeHashesFrom(3);
        });
        ways.put("rewrite a whole chain", timeline -> {
            timeline.entry(1, "name = 'Somebody Else'");
            timeline.recomputeHashesFrom(1);
        });
        ways.put("reorder clocks", timeline -> {
            timeline.entry(7, "at_micros = at_micros - 3600000000");
            timeline.recomputeHashesFrom(7);
        });
        Map<String, String> expected = Map.of(
                "edit", "entry 5: the entry was altered",
                "delete last", reference + " entry " + last + " is gone.",
                "delete middle", reference + " entry 5 is gone.",
                "swap", reference + " entry 3 was rewritten.",
                "rewrite a whole chain", reference + " entry 1 was rewritten.",
                "reorder clocks", reference + " entry 7 was rewritten.");
        ways.forEach((way, tampering) -> {
            List<String> found = faultsAfter(() -> tampering.accept(chain));
            String first = found.get(0).equals(TimelineTampering.WHOLE) ? found.get(1) : found.get(0);
            System.out.printf("TAMPER %s: %s%n", way, first);
            assertThat(first).as(way).isEqualTo(expected.get(way));
        });
    }

    @Test
    void aRestoredBackupIsFoundWithItsFirstMissingEntry() {
        long backedUp = chain.last();
        long readings = maximum("reading", "id");
        long sealed = maximum("checkpoint", "number");
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        concern.seenBy(OFFICER);
        seal();
        long missed = Long.parseLong(TestDatabase.rows("SELECT MIN(id) FROM reading WHERE id > ?", readings)
                .get(0)
                .get(0));

        List<String> found = faultsAfter(() -> {
            LongStream.rangeClosed(backedUp + 1, chain.last()).forEach(chain::delete);
            TestDatabase.change("DELETE FROM reading WHERE id > ?", readings);
            TestDatabase.change("DELETE FROM checkpoint WHERE number > ?", sealed);
            chain.recomputeHashesFrom(backedUp);
        });

        System.out.printf("TAMPER restore an older backup: %s %s%n", found.get(1), found.get(found.size() - 1));
        assertThat(found.get(0)).as("the older timeline alone is valid").isEqualTo(TimelineTampering.WHOLE);
        assertThat(found.get(1)).isEqualTo("%s entry %d is gone.".formatted(concern.reference(), backedUp + 1));
        assertThat(found)
                .contains("Reading no. %d is gone.".formatted(missed))
                .last()
                .asString()
                .contains("the database was set back");
    }

    private static long maximum(String table, String column) {
        return Long.parseLong(TestDatabase.rows("SELECT MAX(%s) FROM %s".formatted(column, table))
                .get(0)
                .get(0));
    }

    @Test
    void theServiceDetectsThatItContinuesFromAnOlderBackup() {
        long sealed = maximum("checkpoint", "number");
        seal();
        TestDatabase.change("CREATE TABLE kept_checkpoint AS SELECT * FROM checkpoint WHERE number > ?", sealed);
        TestDatabase.change("DELETE FROM checkpoint WHERE number > ?", sealed);
        concern.seenBy(OFFICER);
        assertThat(checkpointService.round()).as("overwrites no file").isFalse();
        assertThat(checkpointService.state().alarm()).isTrue();
        assertThat(checkpointService.state().trouble()).contains("was an older backup restored?");
        TestDatabase.change("DELETE FROM checkpoint WHERE number > ?", sealed);
        TestDatabase.change("INSERT INTO checkpoint SELECT * FROM kept_checkpoint");
        TestDatabase.change("DROP TABLE kept_checkpoint");
        seal();
    }

    @Test
    void changedAndDeletedReadingsAreFound() {
        concern.seenBy(OFFICER);
        seal();
        long reading = maximum("reading", "id");

        assertThat(faultsAfter(() ->
                        TestDatabase.change("UPDATE reading SET user_name = 'somebody.else' WHERE id = ?", reading)))
                .contains("Reading no. %d was rewritten.".formatted(reading));
        assertThat(faultsAfter(() -> TestDatabase.change("DELETE FROM reading WHERE id = ?", reading)))
                .contains("Reading no. %d is gone.".formatted(reading));
    }

    @Test
    void aLateCommitIsInTheNextCheckpointAndIsNoFault() throws Exception {
        try (Connection late = TestDatabase.open();
                PreparedStatement insert = late.prepareStatement(
                        "INSERT INTO reading (reference, at_micros, user_name,"
                                + " name, role, affiliation, what) VALUES (?, 1, 'slow', 'Slow', 'OFFICER', 'chub', 'STANDING')")) {
            late.setAutoCommit(false);
            insert.setString(1, concern.reference());
            insert.executeUpdate();
            concern.seenBy(OFFICER);
            seal();
            assertThat(newest()).containsPattern("readings .* without \\d\\S* late -");
            late.commit();
        }
        assertThat(faults()).isEmpty();
        seal();
        assertThat(newest()).containsPattern("readings .* late \\d\\S* root");
        assertThat(faultsAfter(() -> TestDatabase.change("DELETE FROM reading WHERE user_name = 'slow'")))
                .anySatisfy(sentence -> assertThat(sentence).endsWith("is gone."));
    }

    @Test
    void aCheckpointHoldsOnlyNewRows() throws IOException {
        seal();
        assertThat(newest().lines().filter(line -> line.startsWith("entry "))).isEmpty();
        concern.seenBy(OFFICER);
        seal();
        assertThat(newest().lines().filter(line -> line.startsWith("reading "))).hasSize(1);
        assertThat(newest()).doesNotContain(OFFICER);
    }

    @Test
    void concurrentRoundsWriteCompleteCheckpointFiles() throws IOException {
        int before = files().size();
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(node -> CompletableFuture.runAsync(() -> checkpointService.round()))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(files().size()).isBetween(before + 1, before + 4);
        assertThat(files()).doesNotHaveDuplicates();
        try (Stream<Path> all = Files.walk(folder())) {
            assertThat(all.filter(Files::isRegularFile)).hasSameSizeAs(files());
        }
    }

    @Test
    void anUnwritableFolderRaisesAnAlarmButDoesNotStopTheService() throws IOException {
        Path away = folder().resolveSibling(folder().getFileName() + "-away");
        Files.move(folder(), away);
        Files.createFile(folder());

        assertThat(checkpointService.round()).isFalse();
        assertThat(checkpointService.state().alarm()).isTrue();
        assertThat(Api.as("operator").get("/operations").asString())
                .contains("No checkpoint is written outside the database");
        assertThat(Api.as("operator").get("/q/health/well").statusCode()).isEqualTo(503);
        assertThat(Api.as("operator").get("/q/health/ready").statusCode()).isEqualTo(200);
        concern.seenBy(OFFICER);
        raise(Bodies.bullyingIn("TS24 7ZZ"));

        Files.delete(folder());
        Files.move(away, folder());
        seal();
        assertThat(checkpointService.state().alarm()).isFalse();
    }

    @Test
    void changedAndDeletedCheckpointFilesAreDetected() throws IOException {
        concern.seenBy(OFFICER);
        seal();
        List<Path> files = files();
        Path last = files.get(files.size() - 1);
        String written = Files.readString(last);

        Files.writeString(last, written.replaceFirst("(reading \\d+ )[0-9a-f]{4}", "$10000"));
        assertThat(sentences()).contains("Its lines are not those that were signed.");
        Files.writeString(last, written.replaceFirst("at \\d{4}", "at 2020"));
        assertThat(sentences()).contains("It is not signed with a trusted key.");
        Files.writeString(last, "entry");
        assertThat(sentences()).anySatisfy(sentence -> assertThat(sentence).contains("cannot be read"));
        Files.delete(last);
        assertThat(sentences()).singleElement().asString().contains("files are missing");
        Files.writeString(last, written, StandardOpenOption.CREATE_NEW);

        Path middle = files.get(files.size() - 2);
        String before = Files.readString(middle);
        Files.delete(middle);
        assertThat(sentences()).singleElement().asString().startsWith("The one before it is missing");
        Files.writeString(middle, before, StandardOpenOption.CREATE_NEW);
    }
}
