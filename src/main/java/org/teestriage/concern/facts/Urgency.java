package org.teestriage.concern.facts;

import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;

/** The five questions asked before anything else. Case reviews of children who died start with one of them going unasked. */
public record Urgency(
        @NotNull Answer dangerNow,
        @NotNull Answer selfHarmOrSuicide,
        @NotNull Answer meetingArranged,
        @NotNull Answer abuseLive,
        @NotNull Answer childWithSuspect) {

    public boolean saysDanger() {
        return answers().anyMatch(answer -> answer == Answer.YES);
    }

    public Stream<Answer> answers() {
        return Stream.of(dangerNow, selfHarmOrSuicide, meetingArranged, abuseLive, childWithSuspect);
    }
}
