package org.teestriage.letter;

import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.ChildItem;

public final class LetterVisibility {

    private LetterVisibility() {}

    /** A letter is hidden completely if any part of it is redacted for the reader. */
    public static boolean hides(Redaction redaction, Letter letter) {
        return redaction.content()
                || switch (letter.purpose()) {
                    case LADO_REFERRAL -> redaction.lado();
                    case SOCIAL_CARE_REFERRAL ->
                        redaction.referrer()
                                || redaction.lado()
                                || redaction
                                        .children()
                                        .contains(ChildItem.of(letter.item()).child());
                    case POLICE_REPORT, CEOP_REPORT ->
                        redaction.referrer()
                                || redaction.lado()
                                || !redaction.children().isEmpty();
                    case PLATFORM_REPORT -> false;
                };
    }

    /** The partner; only its kind where content is hidden, because the name of a platform is typed. */
    public static String recipient(Redaction redaction, Letter letter) {
        return redaction.content() ? letter.purpose().reader() : letter.partner();
    }

    /** The existence of a LADO letter is itself confidential. */
    public static boolean hidesExistence(Redaction redaction, Letter letter) {
        return redaction.lado() && letter.purpose() == Letter.Purpose.LADO_REFERRAL;
    }
}
