package org.teestriage.web.pages.step;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.decision.Step;
import org.teestriage.letter.LetterView;
import org.teestriage.web.pages.form.FormValues;

/** What a step's form is filled in with before anybody writes: what is known already, for a person to confirm. */
final class Prefilled {

    private static final List<String> JUST_NOW = List.of("rungAt", "at", "sent.at", "report.sent.at", "chase.sent.at");
    private static final List<String> TO_THE_READER = List.of("sent.to", "report.sent.to", "chase.sent.to");

    private Prefilled() {}

    static FormValues of(StepPages.Place place, Instant now) {
        FormValues typed = place.step() == Step.EMERGENCY_CALL
                ? called(place.view().standing().called999())
                : FormValues.NOTHING;
        for (String name : JUST_NOW) {
            typed = typed.suggesting(name, now);
        }
        LetterView letter = place.letter();
        for (String name : TO_THE_READER) {
            typed = letter == null ? typed : typed.suggesting(name, letter.recipient());
        }
        Facts facts = place.view().standing().facts();
        // Validation requires a name of the referrer, but redaction removes it.
        if (facts != null && Objects.nonNull(facts.referrer().name())) {
            typed = typed.suggesting("toldTo", facts.referrer().name());
        }
        return typed;
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
