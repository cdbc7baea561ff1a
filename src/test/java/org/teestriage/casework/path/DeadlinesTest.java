package org.teestriage.casework.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.teestriage.testing.PlainConcerns.RECEIVED;
import static org.teestriage.testing.PlainConcerns.atTheChub;
import static org.teestriage.testing.PlainConcerns.decided;
import static org.teestriage.testing.PlainConcerns.waiting;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Priority;
import org.teestriage.deadline.Deadline;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.deadline.Restart;
import org.teestriage.decision.CeopDecision;
import org.teestriage.decision.PlatformDecision;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.directory.Hub;
import org.teestriage.directory.HubsYaml;
import org.teestriage.testing.ShippedConfig;
import org.teestriage.workflow.step.CountedDeadline;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.WaitingStep;

/** From when deadlines count again, when an open deadline moves, and when a hold ends. */
class DeadlinesTest {

    private static final DeadlineRules RULES = ShippedConfig.deadlineRules();
    private static final Hub CHUB = HubsYaml.shipped().hub("chub");
    private static final Instant DECIDED = RECEIVED.plusSeconds(100);
    private static final Instant REOPENED = RECEIVED.plusSeconds(200);
    private static final Instant NOW = RECEIVED.plusSeconds(300);

    private final Concern concern = atTheChub("{}");

    private Optional<DecidedStep> threshold(Instant at) {
        return Optional.of(decided(
                concern,
                "1",
                ThresholdDecision.class,
                "complexAbuse: true, children: [{child: 1, outcomes: [SECTION_17], rationale: Need.}]",
                at));
    }

    // A step that opens

    @Test
    void aStepThatOpensForTheFirstTimeCountsFromItsOwnStart() {
        assertThat(Deadlines.restart(concern, Optional.empty(), NOW)).isNull();
    }

    @Test
    void aStepThatWasReturnedCountsFromNow() {
        assertThat(Deadlines.restart(concern, threshold(DECIDED), NOW)).isEqualTo(new Restart(NOW, "returned"));
    }

    @Test
    void aStepOfAReopenedConcernCountsFromTheReopening() {
        concern.reopen(REOPENED);
        assertThat(Deadlines.restart(concern, Optional.empty(), NOW)).isEqualTo(new Restart(REOPENED, "opened again"));
    }

    @Test
    void aDecisionFromBeforeTheReopeningIsNotReturned() {
        concern.reopen(REOPENED);
        assertThat(Deadlines.restart(concern, threshold(DECIDED), NOW))
                .isEqualTo(new Restart(REOPENED, "opened again"));
    }

    @Test
    void aDecisionFromAfterTheReopeningIsReturned() {
        concern.reopen(REOPENED);
        assertThat(Deadlines.restart(concern, threshold(REOPENED.plusSeconds(1)), NOW))
                .isEqualTo(new Restart(NOW, "returned"));
    }

    // A step that is open

    /** Opened in the night, so that it is due an hour after the hub opens. */
    private WaitingStep openedAtNight(Step step, String due) {
        return waiting(concern, step, "1", Instant.parse("2026-09-21T23:30:00Z"), Instant.parse(due));
    }

    private Optional<Deadline> sooner(WaitingStep step, String at, String event) {
        return Deadlines.sooner(RULES, concern, step, CHUB, new Restart(Instant.parse(at), event))
                .map(CountedDeadline::deadline);
    }

    @Test
    void dangerBringsTheRiskCheckForwardToFifteenMinutesFromThen() {
        WaitingStep check = openedAtNight(Step.IMMEDIATE_RISK_CHECK, "2026-09-22T08:30:00Z");
        concern.seeDanger("The school rang again.", NOW);
        assertThat(sooner(check, "2026-09-22T00:32:00Z", "danger raised")).hasValueSatisfying(counted -> {
            assertThat(counted.due()).isEqualTo("2026-09-22T00:47:00Z");
            assertThat(counted.explanation()).startsWith("Danger raised Tue 22 Sep 2026 01:32; 15 clock minutes");
            assertThat(counted.policy()).startsWith("immediate-risk-check for danger");
        });
    }

    @Test
    void aRaisedPriorityBringsTheRiskCheckForward() {
        WaitingStep check = openedAtNight(Step.IMMEDIATE_RISK_CHECK, "2026-09-22T08:30:00Z");
        concern.rate(Priority.RED, "Images.");
        assertThat(sooner(check, "2026-09-22T00:32:00Z", "priority raised").map(Deadline::due))
                .contains(Instant.parse("2026-09-22T00:47:00Z"));
    }

    @Test
    void aDeadlineThatWouldBeLaterDoesNotMove() {
        WaitingStep check = openedAtNight(Step.IMMEDIATE_RISK_CHECK, "2026-09-22T00:47:00Z");
        concern.rate(Priority.GREEN, "Nothing more is known.");
        assertThat(sooner(check, "2026-09-22T00:40:00Z", "priority raised")).isEmpty();
    }

    @Test
    void theSameDeadlineIsNotMoved() {
        WaitingStep check = openedAtNight(Step.IMMEDIATE_RISK_CHECK, "2026-09-22T00:47:00Z");
        concern.rate(Priority.RED, "Images.");
        assertThat(sooner(check, "2026-09-22T00:32:00Z", "priority raised")).isEmpty();
    }

    @Test
    void dangerDoesNotMoveAStepThatHasNoRuleForIt() {
        WaitingStep acknowledgement =
                waiting(concern, Step.ACKNOWLEDGEMENT, "", RECEIVED, Instant.parse("2026-09-23T16:00:00Z"));
        concern.seeDanger("The school rang again.", NOW);
        assertThat(sooner(acknowledgement, "2026-09-22T09:05:00Z", "danger raised"))
                .isEmpty();
    }

    // A hold

    private static final String HELD =
            "report: {kind: HELD, heldUntil: 2026-10-01T09:00:00Z, heldFor: DC Example, rationale: Asked.}";

    @Test
    void aHoldEndsWhenItsDecisionSays() {
        assertThat(Deadlines.holdEnds(decided(concern, "", CeopDecision.class, HELD, DECIDED)))
                .isEqualTo("2026-10-01T09:00:00Z");
        assertThat(Deadlines.holdEnds(decided(
                        concern,
                        "1",
                        PlatformDecision.class,
                        HELD + ", preservation: {contentMayExpireOn: 2026-12-01}",
                        DECIDED)))
                .isEqualTo("2026-10-01T09:00:00Z");
    }

    @Test
    void aDecisionWithoutAHoldHasNoEndOfOne() {
        DecidedStep unneeded = decided(
                concern,
                "",
                CeopDecision.class,
                "report: {kind: NOT_NEEDED, notNeededBecause: ALREADY_REPORTED, rationale: Done.}",
                DECIDED);
        assertThatIllegalStateException().isThrownBy(() -> Deadlines.holdEnds(unneeded));
    }
}
