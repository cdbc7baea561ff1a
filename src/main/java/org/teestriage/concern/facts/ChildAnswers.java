package org.teestriage.concern.facts;

import org.jspecify.annotations.Nullable;

/** The questions of {@link Urgency} about one child. Where an answer is absent, that of the concern holds. */
public record ChildAnswers(
        @Nullable Answer dangerNow,
        @Nullable Answer selfHarmOrSuicide,
        @Nullable Answer meetingArranged,
        @Nullable Answer abuseLive,
        @Nullable Answer childWithSuspect) {

    /** What counts for the child: its own answer, or else that of the concern. */
    Urgency over(Urgency concern) {
        return new Urgency(
                own(dangerNow, concern.dangerNow()),
                own(selfHarmOrSuicide, concern.selfHarmOrSuicide()),
                own(meetingArranged, concern.meetingArranged()),
                own(abuseLive, concern.abuseLive()),
                own(childWithSuspect, concern.childWithSuspect()));
    }

    private static Answer own(@Nullable Answer child, Answer concern) {
        return child == null ? concern : child;
    }
}
