package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.Priority;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.client.ConcernWalker;
import org.teestriage.testing.client.RandomConcern;
import org.teestriage.testing.server.MySqlResource;

/**
 * Random histories through API, engine and MySQL: whatever is told and decided in whatever order, nothing that was due
 * is lost, the priority does not fall, every invariant holds, and the concern can be closed. {@code mvn verify
 * -Pquality} runs it; {@code -Dteestriage.histories.seed} sets another seed.
 */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class RandomHistoriesIT extends ConcernJourney {

    private static final int HISTORIES = Integer.getInteger("teestriage.histories", 200);
    private static final int BETWEEN_CHECKS = 20;
    private static final int MOST_ACTS = 14;

    @Test
    void noHistoryLosesWhatWasDueOrEndsInAStateWithoutAWayOn() {
        long seed = Long.getLong("teestriage.histories.seed", 20_261_128L);
        System.out.println("HISTORIES seed " + seed);
        Random seeds = new Random(seed);
        Map<String, Integer> answers = new HashMap<>();
        for (int number = 1; number <= HISTORIES; number++) {
            long own = seeds.nextLong();
            time.set(MovableTime.A_TUESDAY_MORNING);
            RandomConcern concern = RandomConcern.raised(own);
            try {
                live(concern, new Random(own));
                if (number % BETWEEN_CHECKS == 0) {
                    assertInvariants();
                }
            } catch (AssertionError | Exception e) {
                throw new AssertionError(
                        "history %d of seed %d, concern %s:%n%s"
                                .formatted(
                                        number,
                                        seed,
                                        concern.walker().concern().reference(),
                                        String.join(
                                                System.lineSeparator(),
                                                concern.walker().history())),
                        e);
            }
            concern.walker().history().forEach(line -> answers.merge(line.substring(0, 3), 1, Integer::sum));
        }
        System.out.println("HISTORIES " + HISTORIES + " closed; answers " + answers);
        assertThat(answers.get("200")).as("accepted").isGreaterThan(10 * HISTORIES);
    }

    private void live(RandomConcern concern, Random random) {
        Promises promises = new Promises(concern.walker());
        int acts = 1 + random.nextInt(MOST_ACTS);
        for (int act = 0; act < acts; act++) {
            concern.act();
            time.pass(Duration.ofMinutes(random.nextInt(30)));
            promises.check();
        }
        walkToTheClose(concern.walker(), promises::check);
    }

    /** What was due stays on record, what was settled stays settled, and the priority does not fall. */
    private static final class Promises {

        private final ConcernWalker walker;
        private Map<String, String> due = Map.of();
        private Priority highest = Priority.GREEN;

        private Promises(ConcernWalker walker) {
            this.walker = walker;
        }

        private void check() {
            Map<String, String> now = walker.obligations();
            assertThat(now.keySet()).containsAll(due.keySet());
            due.forEach((obligation, state) -> {
                if (List.of("DONE", "NOT_NEEDED").contains(state)) {
                    assertThat(now).containsEntry(obligation, state);
                }
            });
            Priority priority = Priority.valueOf(walker.priority());
            assertThat(priority.isLessUrgentThan(highest))
                    .as("priority %s after %s", priority, highest)
                    .isFalse();
            due = now;
            highest = priority;
        }
    }
}
