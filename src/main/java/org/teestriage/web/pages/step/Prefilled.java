package org.teestriage.web.pages.step;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.letter.LetterView;
import org.teestriage.web.pages.form.FormValues;

final class Prefilled {

    private Prefilled() {}

    /** Fills time and recipient into each of the groups {@code sent}, which record how something was sent. */
    static FormValues of(StepPlace place, List<String> sent, Instant now) {
        FormValues typed =
                switch (place.step()) {
                    case EMERGENCY_CALL ->
                        called(place.view().standing().called999()).suggesting("rungAt", now);
                    case ACKNOWLEDGEMENT, REFERRER_FEEDBACK ->
                        toldTo(place.view().standing().facts()).suggesting("at", now);
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

    /** Takes over the recorded 999 call. */
    private static FormValues called(@Nullable PoliceContact contact) {
        FormValues typed = FormValues.NOTHING;
        if (contact == null) {
            return typed;
        }
        if (contact.by() != null) {
            typed = typed.suggesting("rungBy", contact.by());
        }
        if (contact.at() != null) {
            typed = typed.suggesting("rungAt", contact.at());
        }
        return contact.policeReference() == null
                ? typed
                : typed.suggesting("incidentNumber", contact.policeReference());
    }
}
