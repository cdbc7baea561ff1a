package org.teestriage.concern.facts;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.MultiLine;

/** What is known of an adult that may put a child at risk. A question that was not asked is null, and says nothing. */
public record RiskHistory(
        @Nullable Answer staysWithChild,
        @Nullable Answer convictions,

        @AskedWhen(field = "convictions", is = "YES") @Nullable @MultiLine
        String convictionsKnown,

        @Nullable Answer registeredSexOffender,

        @AskedWhen(field = "registeredSexOffender", is = "YES") @Nullable @MultiLine
        String registrationKnown,

        @Nullable Answer conditions,

        @AskedWhen(field = "conditions", is = "YES") @Nullable @MultiLine
        String conditionsKnown,

        @Nullable Answer mappa,

        @AskedWhen(field = "mappa", is = "YES") @Nullable @MultiLine
        String mappaKnown) {

    /**
     * Whether it puts a child at risk at home: not only if the person is known to live or stay with no child.
     *
     * @param livesWithChild a further answer of the same meaning
     */
    boolean isNearAChild(@Nullable Answer livesWithChild) {
        List<Answer> answers = Stream.of(staysWithChild, livesWithChild)
                .flatMap(Stream::ofNullable)
                .toList();
        return saysRisk() && (answers.isEmpty() || answers.stream().anyMatch(answer -> answer != Answer.NO));
    }

    /** Whether something is known that may put a child at risk. */
    public boolean saysRisk() {
        return risk() == Answer.YES;
    }

    /** Whether there is, or may be, something that puts a child at risk; no if none of it was asked. */
    public Answer risk() {
        List<Answer> asked = Stream.of(convictions, registeredSexOffender, conditions, mappa)
                .flatMap(Stream::ofNullable)
                .toList();
        return asked.isEmpty() ? Answer.NO : Answer.any(asked, answer -> answer);
    }
}
