package org.teestriage.letter.content;

import java.util.List;
import org.teestriage.concern.facts.Facts;

/** The referral of an adult to the LADO of the adult's workplace; no section about the children. */
public final class LadoLetter {

    private LadoLetter() {}

    /** {@code suspect}: the number of the adult, from 1. */
    public static WholeLetter of(PartnerView told, int suspect) {
        Facts facts = told.facts();
        LetterPage page = LetterPage.opening("Referral to the LADO", told);
        PeopleSections.adult(page, facts.suspects().get(suspect - 1));
        AccountSections.harm(page, facts);
        AccountSections.since(page, told.later());
        ReferralSections.referrer(page, facts);
        return page.letter(PeopleSections.ADULT, List.of(), null);
    }
}
