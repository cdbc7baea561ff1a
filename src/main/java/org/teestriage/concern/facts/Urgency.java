package org.teestriage.concern.facts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;

/** The five questions that precede all others. Case reviews of child deaths begin with one of them not being asked. */
public record Urgency(
        @NotNull Answer dangerNow,
        @NotNull Answer selfHarmOrSuicide,
        @NotNull Answer meetingArranged,
        @NotNull Answer abuseLive,
        @NotNull Answer childWithSuspect,

        @AskedWhen(field = "selfHarmOrSuicide", is = "YES NOT_KNOWN") @Nullable @Valid
        SelfHarm selfHarm) {

    public boolean saysDanger() {
        return answers().anyMatch(answer -> answer == Answer.YES);
    }

    /** Whether a child is, or for all that is known may be, in danger right now. */
    public boolean mayBeDanger() {
        return saysDanger() || dangerNow == Answer.NOT_KNOWN;
    }

    /** Whether a question is answered with yes that was not before. */
    public boolean saysNewDanger(Urgency before) {
        List<Answer> earlier = before.answers().toList();
        List<Answer> now = answers().toList();
        return IntStream.range(0, now.size())
                .anyMatch(question -> now.get(question) == Answer.YES && earlier.get(question) != Answer.YES);
    }

    /** Of each question the answer that protects most. */
    Urgency mostProtective(Urgency other) {
        return new Urgency(
                dangerNow.mostProtective(other.dangerNow),
                selfHarmOrSuicide.mostProtective(other.selfHarmOrSuicide),
                meetingArranged.mostProtective(other.meetingArranged),
                abuseLive.mostProtective(other.abuseLive),
                childWithSuspect.mostProtective(other.childWithSuspect),
                SelfHarm.mostProtective(selfHarm, other.selfHarm));
    }

    /** For a child beside those of whom it was asked: yes may be of one of them, no is of all. */
    Urgency ofAnother() {
        return new Urgency(
                ofAnother(dangerNow),
                ofAnother(talkOfSelfHarm()),
                ofAnother(meetingArranged),
                ofAnother(abuseLive),
                ofAnother(childWithSuspect),
                null);
    }

    private static Answer ofAnother(Answer answer) {
        return answer == Answer.NO ? Answer.NO : Answer.NOT_KNOWN;
    }

    public Stream<Answer> answers() {
        return Stream.of(dangerNow, talkOfSelfHarm(), meetingArranged, abuseLive, childWithSuspect);
    }

    /** The answer to the question about self-harm; yes also where a plan or an intent is known. */
    public Answer talkOfSelfHarm() {
        return SelfHarm.said(selfHarmOrSuicide, selfHarm);
    }
}
