package org.teestriage.letter.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.persistence.Json;

/**
 * The report to the police, who get the whole facts: first what helps to find a person, the last contact and the evidence,
 * because accounts can disappear.
 */
public final class PoliceLetter {

    private PoliceLetter() {}

    public static WholeLetter of(PartnerView told) {
        Facts facts = told.facts();
        LetterPage page = LetterPage.opening("Report of suspected online abuse of a child", told)
                .saysIfCovert(told)
                .namingChildren(facts);
        DangerSections.urgency(page, facts);
        DangerSections.urgencyOfChildren(page, facts);
        AccountSections.since(page, told.later());
        AccountSections.contact(page, facts);
        PeopleSections.suspectsAndOtherChildren(page, facts);
        AccountSections.evidence(page, facts);
        ChildSections.children(page, told);
        AccountSections.harm(page, facts);
        AccountSections.pattern(page, facts);
        AccountSections.account(page, facts);
        PeopleSections.people(page, facts);
        ReferralSections.referrer(page, facts);
        return page.letter("Child", List.of(report(told)), null);
    }

    private static Attachment report(PartnerView told) {
        ObjectNode report = (ObjectNode) Json.tree(told.facts());
        report.remove("version");
        report.set("since", Json.tree(told.later()));
        return new Attachment(
                "report.json", "application/json", Json.write(report).getBytes(UTF_8));
    }
}
