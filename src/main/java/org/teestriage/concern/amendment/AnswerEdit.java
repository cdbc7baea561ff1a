package org.teestriage.concern.amendment;

import jakarta.validation.constraints.NotNull;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.FactsEditor;

/** Answers a question, for the first time or differently than before. */
public record AnswerEdit(
        @NotNull Question question, @NotNull Answer answer) implements FactsEdit {

    public enum Question {
        DANGER_NOW("urgency.dangerNow"),
        SELF_HARM_OR_SUICIDE("urgency.selfHarmOrSuicide"),
        MEETING_ARRANGED("urgency.meetingArranged"),
        ABUSE_LIVE("urgency.abuseLive"),
        CHILD_WITH_SUSPECT("urgency.childWithSuspect"),
        CONTACT_CONTINUING("contactContinuing");

        private final String field;

        Question(String field) {
            this.field = field;
        }
    }

    @Override
    public void applyTo(FactsEditor editor) {
        editor.set(question.field, answer.name());
    }
}
