package org.teestriage.workflow.step;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Priority;
import org.teestriage.deadline.Deadline;
import org.teestriage.decision.Precedence;
import org.teestriage.decision.Step;
import org.teestriage.workflow.process.StepRef;

@Entity
public class WaitingStep {

    /** Queue order: rank (precedence, then priority), then due time, then task id as a tie-break. */
    public static final Comparator<WaitingStep> BY_URGENCY = Comparator.comparing(WaitingStep::queueRank)
            .thenComparing(WaitingStep::due)
            .thenComparing(WaitingStep::task);

    /** Parts an explanation from the one before it. */
    private static final String COUNTED_AGAIN = " Counted again by corrected rules ";

    private static final List<Precedence> PRECEDENCES = List.of(Precedence.values());
    private static final List<Priority> PRIORITIES = List.of(Priority.values());

    @Id
    private String task;

    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private String step;

    @Column(updatable = false)
    private String item;

    private String hub;

    @Enumerated(EnumType.ORDINAL)
    @Column(name = "priority_rank")
    private Priority priority;

    private int queueRank;

    /** User whose own act the step reviews, and who may never take it. */
    @Column(updatable = false)
    private @Nullable String notFor;

    @Column(updatable = false)
    private Instant openedAt;

    private Instant warnAt;
    private Instant due;
    private String explanation;

    @Embedded
    private @Nullable DeadlineBasis basis;

    private boolean warned;
    private boolean breached;
    private @Nullable String claimedBy;
    private @Nullable String claimedByName;

    @Column
    private @Nullable Instant claimedAt;

    /** Whether the Emergency Duty Team has claimed it. */
    private boolean claimedByTeam;

    /** Name of the person who said that a report is not needed, until a second person has decided that. */
    private @Nullable String secondAskedBy;

    protected WaitingStep() {}

    public WaitingStep(
            String task,
            StepRef place,
            String hub,
            Concern concern,
            Instant openedAt,
            CountedDeadline counted,
            @Nullable String notFor) {
        this.task = task;
        this.reference = place.reference().value();
        this.step = place.element();
        this.item = place.item();
        this.hub = hub;
        this.openedAt = openedAt;
        this.notFor = notFor;
        this.priority = concern.priority();
        this.queueRank = rank(concern);
        setDeadline(counted);
    }

    /** Updates priority and rank from the concern. */
    void rate(Concern concern) {
        priority = concern.priority();
        queueRank = rank(concern);
    }

    /** Precedence first, then priority. Lower is more urgent. */
    private int rank(Concern concern) {
        return PRECEDENCES.indexOf(step().precedence(concern.dangerSeen())) * PRIORITIES.size()
                + PRIORITIES.indexOf(concern.priority());
    }

    public final void setDeadline(CountedDeadline counted) {
        warnAt = counted.deadline().warning();
        due = counted.deadline().due();
        explanation = explanation(counted.deadline());
        basis = counted.basis();
    }

    /** Replaces the deadline by one that was counted again, and keeps what the explanation said before. */
    public void recount(CountedDeadline counted, String when) {
        String before = explanation.split(COUNTED_AGAIN, -1)[0];
        setDeadline(counted);
        explanation = "%s%s%s; before: %s".formatted(explanation, COUNTED_AGAIN, when, before);
    }

    private static String explanation(Deadline deadline) {
        return deadline.explanation() + " Rule: " + deadline.policy();
    }

    /** The deadline as it stands, without the rule, which the explanation names. */
    public Deadline deadline() {
        return new Deadline(due, warnAt, explanation, "");
    }

    /** Takes over hub, deadline and claim of the same step under another task. */
    public void takeOver(WaitingStep earlier) {
        hub = earlier.hub;
        warnAt = earlier.warnAt;
        due = earlier.due;
        explanation = earlier.explanation;
        basis = earlier.basis;
        warned = earlier.warned;
        breached = earlier.breached;
        secondAskedBy = earlier.secondAskedBy;
        claimedBy = earlier.claimedBy;
        claimedByName = earlier.claimedByName;
        claimedAt = earlier.claimedAt;
        claimedByTeam = earlier.claimedByTeam;
    }

    public boolean mayBeTakenBy(String user, boolean manager) {
        return refusalFor(user, manager).isEmpty();
    }

    /**
     * The reason why the user may not decide the step, if any. Only managers decide a review, and never of their own
     * act.
     */
    public Optional<String> refusalFor(String user, boolean manager) {
        if (step().isForAManager() && !manager) {
            return Optional.of("This step is a manager's.");
        }
        return user.equals(notFor)
                ? Optional.of("This is about what you did yourself. Another manager has to take it.")
                : Optional.empty();
    }

    /** The user whose own act the step is about, and who may not take it. */
    public Optional<String> notFor() {
        return Optional.ofNullable(notFor);
    }

    public void moveTo(String newHub) {
        hub = newHub;
        release();
    }

    /** The step goes back to the queue, for a second person. */
    public void askSecond(String askedBy) {
        secondAskedBy = askedBy;
        release();
    }

    public void endSecond() {
        secondAskedBy = null;
    }

    public Optional<String> secondAskedBy() {
        return Optional.ofNullable(secondAskedBy);
    }

    public void warn() {
        warned = true;
    }

    public void breach() {
        breached = true;
    }

    public void claim(String user, String name, Instant at) {
        claimedBy = user;
        claimedByName = name;
        claimedAt = at;
        claimedByTeam = false;
    }

    public void claim(Officer officer, Instant at) {
        claim(officer.user(), officer.name(), at);
        claimedByTeam = officer.is(Role.DUTY_TEAM);
    }

    public void release() {
        claimedBy = null;
        claimedByName = null;
        claimedAt = null;
        claimedByTeam = false;
    }

    public String task() {
        return task;
    }

    public String reference() {
        return reference;
    }

    public Step step() {
        return Step.of(step).orElseThrow();
    }

    public String item() {
        return item;
    }

    public String hub() {
        return hub;
    }

    public Priority priority() {
        return priority;
    }

    public int queueRank() {
        return queueRank;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant due() {
        return due;
    }

    public Instant warnAt() {
        return warnAt;
    }

    public String explanation() {
        return explanation;
    }

    /** In which circumstances the deadline was counted; empty if an earlier release did. */
    public Optional<DeadlineBasis> basis() {
        return Optional.ofNullable(basis);
    }

    public boolean warned() {
        return warned;
    }

    public boolean breached() {
        return breached;
    }

    public Optional<String> claimedBy() {
        return Optional.ofNullable(claimedBy);
    }

    public Optional<String> claimedByName() {
        return Optional.ofNullable(claimedByName);
    }

    public Optional<Instant> claimedAt() {
        return Optional.ofNullable(claimedAt);
    }

    public boolean claimedByTeam() {
        return claimedByTeam;
    }

    public boolean claimedByAnother(String user) {
        return claimedBy != null && !claimedBy.equals(user);
    }
}
