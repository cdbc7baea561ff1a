package org.teestriage.testing.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.invariant.Invariants;
import org.teestriage.workflow.process.TimerBell;

/** Shared parts of journeys: each starts on a Tuesday morning, and ends with a check of the invariants. */
public abstract class ConcernJourney {

    protected static final String REFERRER = "referrer";
    protected static final String OFFICER = "officer.hartlepool";
    protected static final String MANAGER = "manager.hartlepool";

    private static final int MOST_ROUNDS = 40;

    @Inject
    protected MovableTime time;

    @Inject
    protected TimerBell bell;

    @Inject
    protected DataSource database;

    @BeforeEach
    protected void aTuesdayMorning() {
        time.set(MovableTime.A_TUESDAY_MORNING);
    }

    @AfterEach
    protected void assertInvariants() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(new Invariants(connection).brokenQuickly()).isEmpty();
        }
    }

    protected static Api.ConcernClient raise(Object facts) {
        return Api.as(REFERRER).raise(facts);
    }

    /** Moves the time and fires the timers of this concern that are due by then; returns their number. */
    protected int atTime(String moment, Api.ConcernClient concern) {
        time.set(Instant.parse(moment));
        return bell.ring(concern.reference());
    }

    /** Decides what is open until the concern is closed; where nothing can be decided, a day passes and timers fire. */
    protected void walkToTheClose(ConcernWalker walker) {
        walkToTheClose(walker, () -> {});
    }

    /** As the other, with a check after each round. */
    protected void walkToTheClose(ConcernWalker walker, Runnable check) {
        for (int round = 0; round < MOST_ROUNDS && !walker.isClosed(); round++) {
            if (!walker.decideAll()) {
                time.pass(Duration.ofDays(1));
                bell.ring(walker.concern().reference());
            }
            check.run();
        }
        assertThat(walker.isClosed())
                .as(() -> "closed; lastly " + lastOf(walker.history()))
                .isTrue();
    }

    private static List<String> lastOf(List<String> acts) {
        return acts.subList(Math.max(0, acts.size() - 4), acts.size());
    }

    /** Decides the steps of the part up to the referrer's feedback, with a referral of one child. */
    protected static Api.ConcernClient answered(Api.ConcernClient concern) {
        return concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17)
                .decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
    }

    /** Makes all external reports of a concern with one account. */
    protected static Api.ConcernClient reported(Api.ConcernClient concern) {
        return concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE)
                .decide(OFFICER, "ceop-decision", Bodies.REPORT_MADE)
                .decide(OFFICER, "platform-decision/1", Bodies.REPORT_MADE);
    }

    /** Tells the partners who got a letter what was told since. */
    protected static Api.ConcernClient supplemented(Api.ConcernClient concern, String officer) {
        Optional<String> due = nextSupplement(concern, officer);
        while (due.isPresent()) {
            boolean referral = due.get().contains("referral");
            concern.decide(officer, due.get(), referral ? Bodies.SENT : Bodies.REPORT_MADE);
            due = nextSupplement(concern, officer);
        }
        return concern;
    }

    private static Optional<String> nextSupplement(Api.ConcernClient concern, String officer) {
        return concern.openSteps(officer).stream()
                .filter(step -> step.matches("(police-report|ceop-decision|platform-decision|.*-referral).*"))
                .findFirst();
    }

    /** With the outcome of each evaluation by the LADO that is open. */
    protected static Api.ConcernClient evaluated(Api.ConcernClient concern, String officer) {
        concern.openSteps(officer).stream()
                .filter(step -> step.startsWith("lado-evaluation/"))
                .forEach(step -> concern.decide(officer, step, Bodies.LADO_UNSUBSTANTIATED));
        return concern;
    }

    /** With the record of each strategy discussion shared. */
    protected static Api.ConcernClient shared(Api.ConcernClient concern, String officer) {
        concern.openSteps(officer).stream()
                .filter(step -> step.startsWith("discussion-record/"))
                .forEach(step -> concern.decide(officer, step, Bodies.DISCUSSION_SHARED));
        return concern;
    }

    protected static Api.ConcernClient closed(Api.ConcernClient concern) {
        shared(evaluated(concern, OFFICER), OFFICER);
        return concern.decide(OFFICER, "close", Bodies.CLOSE);
    }
}
