package org.teestriage.concern.facts;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;

/** The questions of {@link Urgency} about one child. Where an answer is absent, that of the concern holds. */
public record ChildAnswers(
        @Nullable Answer dangerNow,
        @Nullable Answer selfHarmOrSuicide,
        @Nullable Answer meetingArranged,
        @Nullable Answer abuseLive,
        @Nullable Answer childWithSuspect,

        @AskedWhen(field = "selfHarmOrSuicide", is = "YES NOT_KNOWN") @Nullable @Valid
        SelfHarm selfHarm) {

    /**
     * What counts for the child: its own answer, or else that of the concern. What is known of self-harm in the concern is
     * not about a child with an answer of its own.
     */
    Urgency over(Urgency concern) {
        return new Urgency(
                own(dangerNow, concern.dangerNow()),
                own(selfHarmOrSuicide, concern.selfHarmOrSuicide()),
                own(meetingArranged, concern.meetingArranged()),
                own(abuseLive, concern.abuseLive()),
                own(childWithSuspect, concern.childWithSuspect()),
                selfHarm == null && selfHarmOrSuicide == null ? concern.selfHarm() : selfHarm);
    }

    private static Answer own(@Nullable Answer child, Answer concern) {
        return child == null ? concern : child;
    }
}
