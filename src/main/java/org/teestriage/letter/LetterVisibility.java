package org.teestriage.letter;

import org.teestriage.access.authorization.Veil;


/** Which letters of a concern are held back from one reader of it. */
public final class LetterVisibility {

    private LetterVisibility() {}

    /** A letter holds the whole: where a part of that is held back, so is the letter. */
    public static boolean hides(Veil veil, Letter letter) {
        return switch (letter.purpose()) {
            case LADO_REFERRAL -> veil.lado();
            case SOCIAL_CARE_REFERRAL ->
                veil.referrer() || veil.lado() || veil.children().contains(Integer.valueOf(letter.item()));
            case POLICE_REPORT, CEOP_REPORT ->
                veil.referrer() || veil.lado() || !veil.children().isEmpty();
            case PLATFORM_REPORT -> false;
        };
    }

    /** The existence of a LADO letter is itself confidential. */
    public static boolean hidesThatThereIs(Veil veil, Letter letter) {
        return veil.lado() && letter.purpose() == Letter.Purpose.LADO_REFERRAL;
    }
}
