package org.teestriage.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.Decisions;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.Node;

/** Nodes with different models of the path, and the migration from one model to another, beside live nodes. */
@Timeout(300)
class PathVersionsIT extends TwoNodes {

    @Test
    void openConcernsStayOnTheirVersionOfThePath() throws Throwable {
        Api.ConcernClient old = raise(1, one).get(0);
        String before = pathOf(old);
        two.kill();
        two = cluster.start(nextVersion());
        two.awaitReady();
        Api.ConcernClient young = raise(1, one).get(0);
        // Outside opening hours a path waits for the next opening; makes that timer due.
        cluster.change("UPDATE ACT_RU_JOB SET DUEDATE_ = '2026-01-01 00:00:00' WHERE HANDLER_CFG_ = 'next-opening'");
        for (Api.ConcernClient concern : List.of(old, young)) {
            String path = pathOf(concern);
            assertThat(path.equals(before)).isEqualTo(concern.equals(old));
            walkToClose(concern, () -> assertThat(pathOf(concern)).isEqualTo(path));
        }
        assertIdleNodeEndsPromptly(two, old);
        two = startNode();
    }

    @Test
    void aMigrationOfPathsBesideLiveNodesGoesOnAfterItWasKilled() throws Throwable {
        two.kill();
        two = cluster.start(releaseOne());
        two.awaitReady();
        List<Api.ConcernClient> concerns = raise(40, one);
        String earlier = pathOf(concerns.get(0));
        for (Api.ConcernClient concern : concerns) {
            assertThat(concern.handle(OFFICER, "immediate-risk-check/1", "claim")
                            .statusCode())
                    .isEqualTo(200);
        }
        two.kill();
        two = startNode();

        Process killed = cluster.startCommand("migrate-paths");
        Eventually.within(
                Duration.ofSeconds(60), () -> assertThat(on(earlier, concerns)).hasSizeLessThan(concerns.size()));
        killed.destroyForcibly().waitFor();
        List<Api.ConcernClient> left = on(earlier, concerns);
        assertThat(left).as("left by the killed command").isNotEmpty();

        Process again = cluster.startCommand("migrate-paths");
        List<Callable<Response>> decisions = left.stream()
                .limit(20)
                .<Callable<Response>>map(concern -> () ->
                        concern.at(two).tryToDecide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER))
                .toList();
        assertThat(runTogether(decisions)).extracting(Response::statusCode).containsOnly(200);
        assertThat(again.waitFor()).isZero();

        System.out.printf(
                "FAULT kill -9 while paths are migrated: %d of %d were left, and migrated by the next run%n",
                left.size(), concerns.size());
        assertThat(on(earlier, concerns)).isEmpty();
        assertThat(concerns)
                .filteredOn(concern -> !left.contains(concern))
                .isNotEmpty()
                .allSatisfy(concern -> assertThat(concern.openStep(OFFICER, "immediate-risk-check/1")
                                .get("claimedBy")
                                .asText())
                        .isNotEmpty());
        // Outside opening hours a path waits for the next opening; makes that timer due.
        cluster.change("UPDATE ACT_RU_JOB SET DUEDATE_ = '2026-01-01 00:00:00' WHERE HANDLER_CFG_ = 'next-opening'");
        walkToClose(left.get(0), () -> {});
    }

    private static List<Api.ConcernClient> on(String model, List<Api.ConcernClient> concerns) {
        Set<String> references = Set.copyOf(cluster.column(
                "SELECT BUSINESS_KEY_ FROM ACT_RU_EXECUTION WHERE PARENT_ID_ IS NULL AND PROC_DEF_ID_ = ?", model));
        return concerns.stream()
                .filter(concern -> references.contains(concern.reference()))
                .toList();
    }

    /** Decides each step at another node than the step before. */
    private static void walkToClose(Api.ConcernClient concern, Runnable beforeEach) throws Throwable {
        List<Node> both = List.of(two, one);
        int taken = 0;
        while (isOpen(concern)) {
            Eventually.within(Duration.ofSeconds(20), () -> assertThat(concern.allOpenSteps(OFFICER))
                    .isNotEmpty());
            beforeEach.run();
            for (String step : concern.allOpenSteps(OFFICER)) {
                concern.at(both.get(taken++ % 2)).decide(OFFICER, step, Decisions.harmless(step));
            }
        }
        assertThat(taken).isGreaterThan(5);
    }

    private static boolean isOpen(Api.ConcernClient concern) {
        return !cluster.column(
                        "SELECT reference FROM concern WHERE closed_at IS NULL AND reference = ?", concern.reference())
                .isEmpty();
    }

    /** The node first reports that it is not ready and still answers, so that no request reaches a stopped node. */
    private static void assertIdleNodeEndsPromptly(Node node, Api.ConcernClient concern) throws Throwable {
        long asked = System.nanoTime();
        node.terminate();
        Eventually.within(SHUTDOWN_DELAY, () -> assertThat(node.health("ready")).isEqualTo(503));
        assertThat(node.health("live")).isEqualTo(200);
        assertThat(concern.at(node).seenBy(REFERRER).get("reference").asText()).isEqualTo(concern.reference());
        node.awaitEnd(Duration.ofSeconds(30));
        Duration ended = Duration.ofNanos(System.nanoTime() - asked);
        System.out.printf(
                "NODE idle, asked to end: not ready at once, ended after %d ms, %d ms of which it still answered%n",
                ended.toMillis(), SHUTDOWN_DELAY.toMillis());
        assertThat(ended).isLessThan(SHUTDOWN_DELAY.plusSeconds(5));
        assertThat(node.output()).doesNotContain("Timed out waiting for graceful shutdown");
    }

    private static String pathOf(Api.ConcernClient concern) {
        return cluster.column(
                        "SELECT PROC_DEF_ID_ FROM ACT_RU_EXECUTION WHERE PARENT_ID_ IS NULL AND BUSINESS_KEY_ = ?",
                        concern.reference())
                .get(0);
    }

    /** The same service with a changed version of the path, as a later release would contain it. */
    private static Path nextVersion() throws IOException {
        return release(
                "next",
                text -> text.replaceFirst("(<[a-z:]*process id=\"response-path\")", "$1 camunda:versionTag=\"next\""));
    }

    private static Path releaseOne() throws IOException {
        String model = Files.readString(Path.of("src/test/resources/bpmn/response-path-release-1.bpmn"));
        return release("release-1", text -> model);
    }

    private static Path release(String name, UnaryOperator<String> change) throws IOException {
        Path packaged = Cluster.PACKAGED;
        Path copy = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.walk(packaged)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(packaged.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        try (FileSystem inside = FileSystems.newFileSystem(copy.resolve(Cluster.JAR), Map.of())) {
            Path model = inside.getPath("bpmn/response-path.bpmn");
            String text = Files.readString(model, StandardCharsets.UTF_8);
            String changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            Files.writeString(model, changed);
        }
        return copy;
    }
}
