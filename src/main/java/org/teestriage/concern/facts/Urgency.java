package org.teestriage.concern.facts;

import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;

/** The five questions that precede all others. Case reviews of child deaths begin with one of them not being asked. */
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
