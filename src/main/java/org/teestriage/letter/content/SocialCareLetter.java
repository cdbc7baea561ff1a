package org.teestriage.letter.content;

import java.util.List;
import org.teestriage.concern.facts.Facts;

/**
 * The referral of one child to children's social care, in the order of a referral form: the child, family and household,
 * the decision, the harm. As text, as coded data, and as XHTML that is printed as PDF.
 */
public final class SocialCareLetter {

    private SocialCareLetter() {}

    /** {@code child}: its number, from 1. */
    public static WholeLetter of(PartnerView told, int child, Assessed decided) {
        Assessed assessed = told.shown(decided);
        PartnerView own = told.about(child);
        Facts facts = own.facts();
        int others = told.facts().children().size() - 1;
        long alleged = ConcerningChild.othersAllegedToHaveHarmed(told.facts(), child);
        LetterPage page =
                LetterPage.opening("Referral to children's social care", told).saysIfCovert(told);
        DangerSections.urgency(page, facts);
        AccountSections.since(page, own.later());
        ChildSections.child(page, facts.children().get(0), told.elsewhere().get(child));
        ChildSections.otherChildren(page, others, alleged);
        PeopleSections.family(page, facts);
        ReferralSections.assessed(page, assessed);
        AccountSections.harm(page, facts);
        AccountSections.pattern(page, facts);
        PeopleSections.suspectsAndOtherChildren(page, facts);
        PeopleSections.peopleBesidesFamily(page, facts);
        AccountSections.account(page, facts);
        AccountSections.evidence(page, facts);
        ReferralSections.consents(page, facts);
        ReferralSections.referrer(page, facts);
        return page.letter(
                "Child", List.of(CodedReferral.of(own, alleged > 0, assessed).sheet()), "referral");
    }
}
