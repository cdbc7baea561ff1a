package org.teestriage.workflow.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.PlainConcerns.RECEIVED;
import static org.teestriage.testing.PlainConcerns.atTheChub;
import static org.teestriage.testing.PlainConcerns.waiting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Priority;
import org.teestriage.decision.Step;

/**
 * The order of the queue over every pair of open steps: each step, priority, with danger or without, overdue or not,
 * claimed or not.
 */
class QueueOrderTest {

    private static final List<Integer> DUE_IN_HOURS = List.of(-72, 1);

    /** One open step, and what the rule says of it. */
    private record Line(WaitingStep step, boolean danger, boolean claimed) {}

    private static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            for (boolean danger : new boolean[] {false, true}) {
                Concern concern = atTheChub("""
                        children: [{name: Jo, address: {postcode: TS24 7ZZ}}]
                        urgency: {dangerNow: NO, selfHarmOrSuicide: NO, meetingArranged: NO, abuseLive: NO, childWithSuspect: %s}
                        """.formatted(danger ? "YES" : "NO"));
                concern.rate(priority, "A test.");
                for (Step step : Step.values()) {
                    for (int hours : DUE_IN_HOURS) {
                        for (boolean claimed : new boolean[] {false, true}) {
                            WaitingStep open =
                                    waiting(concern, step, "1", RECEIVED, RECEIVED.plus(Duration.ofHours(hours)));
                            if (claimed) {
                                open.claim("sam", "Sam Officer", RECEIVED);
                            }
                            lines.add(new Line(open, concern.dangerSeen(), claimed));
                        }
                    }
                }
            }
        }
        return lines;
    }

    /** What a manager would say: how soon a person has to look at a line, whatever it is due. */
    private static String urgencyInWords(Line line) {
        String what =
                switch (line.step().step()) {
                    case EMERGENCY_CALL -> "1 the emergency call";
                    case INFORMATION_REVIEW -> line.danger() ? "2 what came in after danger" : "4 the rest";
                    case IMMEDIATE_RISK_CHECK -> "3 the immediate safety check";
                    default -> "4 the rest";
                };
        return what
                + switch (line.step().priority()) {
                    case RED -> ", a red";
                    case AMBER -> ", b amber";
                    case GREEN -> ", c green";
                };
    }

    @Test
    void everyPairStandsInTheOrderOfUrgencyThenDueAndNotOfClaims() {
        List<Line> lines = lines();
        assertThat(lines).anyMatch(Line::danger).anyMatch(line -> !line.danger());
        for (Line one : lines) {
            for (Line other : lines) {
                int words = urgencyInWords(one).compareTo(urgencyInWords(other));
                int due = one.step().due().compareTo(other.step().due());
                int expected = words != 0 ? words : due;
                if (expected != 0) {
                    assertThat(Integer.signum(WaitingStep.BY_URGENCY.compare(one.step(), other.step())))
                            .as("%s %s against %s %s", urgencyInWords(one), one, urgencyInWords(other), other)
                            .isEqualTo(Integer.signum(expected));
                }
            }
        }
    }

    @Test
    void noOverdueStepComesBeforeAFreshEmergencyCall() {
        List<Line> shuffled = new ArrayList<>(lines());
        Collections.shuffle(shuffled, new Random(20261128));
        List<Step> sorted = shuffled.stream()
                .sorted((one, other) -> WaitingStep.BY_URGENCY.compare(one.step(), other.step()))
                .map(line -> line.step().step())
                .toList();
        int calls = Collections.frequency(sorted, Step.EMERGENCY_CALL);
        assertThat(sorted.subList(0, calls)).containsOnly(Step.EMERGENCY_CALL);
    }
}
