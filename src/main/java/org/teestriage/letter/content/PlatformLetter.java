package org.teestriage.letter.content;

import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.directory.Partner;

/**
 * The report of an account to its platform: no child's name, no school, no text of the account or of later additions that
 * could identify the child. The letter says that danger has grown, and when, because that identifies no one.
 */
public final class PlatformLetter {

    private PlatformLetter() {}

    public static WholeLetter of(
            PartnerView told, int account, Partner platform, @Nullable ReportingOrganisation ourselves) {
        Facts facts = told.facts();
        OnlineIdentity identity = facts.account(account);
        Xarf.Outcome forMachines = Xarf.of(told.concern(), identity, platform, ourselves);
        PlatformRequest.Version request = PlatformRequest.on(told.concern().receivedOn());
        LetterPage page = LetterPage.opening("Report of an account used to abuse a child", told);
        PeopleSections.identity(page, identity);
        page.heading("What we ask of you");
        request.asks().forEach(page::sentence);
        page.heading("Legal basis");
        page.sentence(request.legalBasis());
        AccountSections.harm(page, facts);
        AccountSections.thatImagesWereSeenAgain(page, facts);
        AccountSections.thatDangerGrew(page, told.later());
        if (forMachines.report() == null) {
            page.heading("Report for machines");
            page.sentence("No file in the format XARF is enclosed: " + forMachines.whyNone());
        }
        return page.letter("Online account", forMachines.sheets(), null);
    }
}
