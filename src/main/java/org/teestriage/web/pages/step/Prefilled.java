package org.teestriage.web.pages.step;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.EmergencyCall;
import org.teestriage.letter.LetterView;
import org.teestriage.web.pages.form.FormValues;

final class Prefilled {

    private Prefilled() {}

    /** Fills time and recipient into each of the groups {@code sent}, which record how something was sent. */
    static FormValues of(StepPlace place, List<String> sent, Instant now) {
        FormValues typed =
                switch (place.step()) {
                    case EMERGENCY_CALL ->
                        place.referrersCall()
                                .map(Prefilled::called)
                                .orElse(FormValues.NOTHING)
                                .suggesting("rungAt", now);
                    case ACKNOWLEDGEMENT, REFERRER_FEEDBACK ->
                        toldTo(place.view().standing().facts()).suggesting("at", now);
                    case HAND_OVER ->
                        place.overnight().isEmpty()
                                ? FormValues.NOTHING
                                : FormValues.NOTHING.suggesting("dutyTeamActed", Answer.YES.name());
                    default -> FormValues.NOTHING;
                };
        LetterView letter = place.letter();
        for (String group : sent) {
            typed = typed.suggesting(group + ".at", now);
            typed = letter == null ? typed : typed.suggesting(group + ".to", letter.recipient());
        }
        return typed;
    }

    private static FormValues toldTo(@Nullable Facts facts) {
        // The referrer's name is mandatory, but redaction removes it.
        return facts == null || Objects.isNull(facts.referrer().name())
                ? FormValues.NOTHING
                : FormValues.NOTHING.suggesting("toldTo", facts.referrer().name());
    }

    /** Takes over the call that was told, for a person to confirm. */
    private static FormValues called(ReferrersCall call) {
        FormValues typed = FormValues.NOTHING
                .suggesting("caller", EmergencyCall.Caller.REFERRER.name())
                .suggesting("called", call.called().name());
        if (call.by() != null) {
            typed = typed.suggesting("rungBy", call.by());
        }
        if (call.at() != null) {
            typed = typed.suggesting("rungAt", call.at());
        }
        if (call.agreed() != null) {
            typed = typed.suggesting("agreed", call.agreed());
        }
        return call.reference() == null ? typed : typed.suggesting("incidentNumber", call.reference());
    }
}
