package org.teestriage.web.pages.step;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.letter.LetterView;
import org.teestriage.web.pages.form.FormValues;

/** What a step's form is filled in with before anybody writes: what is known already, for a person to confirm. */
final class Prefilled {

    private Prefilled() {}

    /** With the moment and the reader in each of the groups that say how something was sent. */
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
        // Validation requires a name of the referrer, but redaction removes it.
        return facts == null || Objects.isNull(facts.referrer().name())
                ? FormValues.NOTHING
                : FormValues.NOTHING.suggesting("toldTo", facts.referrer().name());
    }

    /** The call that is on record already need not be typed again. */
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
