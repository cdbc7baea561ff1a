package org.teestriage.concern.amendment;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Answer;
import org.teestriage.platform.validation.SelfValidating;

/**
 * Answers a question, for the first time or differently than before.
 *
 * @param child number, from 1, of the child to whom the answer applies; absent for the concern
 */
public record AnswerEdit(
        @NotNull Question question,
        @NotNull Answer answer,
        @Nullable @Min(1) Integer child) implements FactsEdit, SelfValidating {

    public enum Question {
        DANGER_NOW("dangerNow"),
        SELF_HARM_OR_SUICIDE("selfHarmOrSuicide"),
        MEETING_ARRANGED("meetingArranged"),
        ABUSE_LIVE("abuseLive"),
        CHILD_WITH_SUSPECT("childWithSuspect"),
        CONTACT_CONTINUING("contactContinuing"),
        COERCED("betweenChildren.coerced"),
        UNUSUAL_OR_VIOLENT("betweenChildren.unusualOrViolent");

        private static final Set<Question> OF_THE_CONCERN = EnumSet.of(CONTACT_CONTINUING, COERCED, UNUSUAL_OR_VIOLENT);

        private final String field;

        Question(String field) {
            this.field = field;
        }
    }

    @Override
    public Stream<Flaw> flaws() {
        return SelfValidating.flawIf(
                child != null && question != null && Question.OF_THE_CONCERN.contains(question),
                "child",
                "leave out the child: this is asked once for the concern");
    }

    @Override
    public void applyTo(FactsEditor editor) {
        editor.set(group(editor) + question.field, answer.name());
    }

    private String group(FactsEditor editor) {
        if (child != null) {
            return editor.existing("children", child) + ".answers.";
        }
        return Question.OF_THE_CONCERN.contains(question) ? "" : "urgency.";
    }
}
