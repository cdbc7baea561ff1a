package org.teestriage.workflow.step;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Priority;
import org.teestriage.deadline.DeadlineContext;
import org.teestriage.deadline.OpeningHours;
import org.teestriage.deadline.Restart;

/**
 * The circumstances in which a deadline was counted, besides the rules: counting again in the same ones under unchanged
 * rules gives the same deadline.
 *
 * @param hub whose opening hours counted; a step that moves to another hub keeps its deadline
 * @param from a later start than the opening of the step, with the event in words; null if there was none
 * @param employerKnewAt of a referral to the LADO, if it was told
 */
@Embeddable
public record DeadlineBasis(
        @Column(name = "counted_as_opened_at") Instant openedAt,

        @Column(name = "counted_as_priority") @Enumerated(EnumType.STRING)
        Priority priority,

        @Column(name = "counted_as_danger") boolean danger,

        @Column(name = "counted_for_hub") String hub,

        @Column(name = "counted_from") @Nullable Instant from,
        @Column(name = "counted_from_event") @Nullable String fromEvent,

        @Column(name = "counted_as_employer_knew_at") @Nullable
        Instant employerKnewAt) {

    public static DeadlineBasis of(Concern concern, Instant openedAt, String hub, @Nullable Restart anew) {
        return of(concern, openedAt, hub, anew, null);
    }

    public static DeadlineBasis of(
            Concern concern, Instant openedAt, String hub, @Nullable Restart anew, @Nullable Instant employerKnewAt) {
        return new DeadlineBasis(
                openedAt,
                concern.priority(),
                concern.dangerSeen(),
                hub,
                anew == null ? null : anew.at(),
                anew == null ? null : anew.event(),
                employerKnewAt);
    }

    public DeadlineContext context(Instant receivedAt, OpeningHours hours) {
        return new DeadlineContext(
                priority,
                danger,
                receivedAt,
                openedAt,
                hours,
                from == null || fromEvent == null ? null : new Restart(from, fromEvent),
                employerKnewAt);
    }
}
