package org.teestriage.letter.content;

import java.util.List;
import org.teestriage.concern.facts.Facts;

/** Text for CEOP's form, in the order of its sections: reporter, events, child, suspect, others. */
public final class CeopLetter {

    private CeopLetter() {}

    public static WholeLetter of(PartnerView told) {
        Facts facts = told.facts();
        LetterPage page = LetterPage.opening("Text for CEOP's report form", told)
                .saysIfCovert(told)
                .namingChildren(facts);
        ReferralSections.referrer(page, facts);
        AccountSections.account(page, facts);
        AccountSections.since(page, told.later());
        AccountSections.harm(page, facts);
        AccountSections.pattern(page, facts);
        AccountSections.spread(page, facts);
        ChildSections.children(page, told);
        PeopleSections.suspects(page, facts);
        PeopleSections.people(page, facts);
        return page.letter("Child", List.of(), null);
    }
}
