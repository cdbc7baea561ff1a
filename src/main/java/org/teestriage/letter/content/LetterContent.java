package org.teestriage.letter.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.ConcerningChild;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.directory.Partner;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.persistence.Json;

/** Content of the letters, each with only what its purpose needs: a platform never learns the identity of a child. */
public final class LetterContent {

    private LetterContent() {}

    /** A complete referral as text, coded data, and XHTML that is printed as PDF. */
    public static WholeLetter toSocialCare(PartnerView told, int child, Assessed decided) {
        Assessed assessed = told.shown(decided);
        PartnerView own = told.about(child);
        Facts facts = own.facts();
        int others = told.facts().children().size() - 1;
        long alleged = ConcerningChild.othersAllegedToHaveHarmed(told.facts(), child);
        return LetterSections.opening("Referral to children's social care", told)
                .urgency(facts)
                .since(own.later())
                .child(facts.children().get(0), told.elsewhere().get(child))
                .otherChildren(others, alleged)
                .assessed(assessed)
                .harm(facts)
                .suspectsAndOtherChildren(facts)
                .people(facts)
                .account(facts)
                .evidence(facts)
                .consents(facts)
                .referrer(facts)
                .letter(
                        "Child",
                        List.of(CodedReferral.of(own, alleged > 0, assessed).sheet()),
                        "referral");
    }

    public static WholeLetter toPolice(PartnerView told) {
        Facts facts = told.facts();
        ObjectNode report = (ObjectNode) Json.tree(facts);
        report.remove("version");
        report.set("since", Json.tree(told.later()));
        return LetterSections.opening("Report of suspected online abuse of a child", told)
                .namingChildren(facts)
                .urgency(facts)
                .urgencyOfChildren(facts)
                .since(told.later())
                .children(told)
                .harm(facts)
                .suspectsAndOtherChildren(facts)
                .people(facts)
                .account(facts)
                .evidence(facts)
                .referrer(facts)
                .letter(
                        "Child",
                        List.of(new Attachment(
                                "report.json",
                                "application/json",
                                Json.write(report).getBytes(UTF_8))),
                        null);
    }

    /** Sections in the order of CEOP's form: reporter, events, child, suspect. */
    public static WholeLetter toCeop(PartnerView told) {
        Facts facts = told.facts();
        return LetterSections.opening("Text for CEOP's report form", told)
                .namingChildren(facts)
                .referrer(facts)
                .account(facts)
                .since(told.later())
                .harm(facts)
                .children(told)
                .suspects(facts)
                .letter("Child", List.of(), null);
    }

    /**
     * Only the account: no child's name, no school, no text of the account or of later additions that could identify
     * the child. The letter says that danger has grown, and when, because that identifies no one.
     */
    public static WholeLetter toPlatform(
            PartnerView told, int account, Partner platform, @Nullable ReportingOrganisation ourselves) {
        Facts facts = told.facts();
        OnlineIdentity identity = facts.account(account);
        Xarf.Outcome forMachines = Xarf.of(told.concern(), identity, platform, ourselves);
        return LetterSections.opening("Report of an account used to abuse a child", told)
                .identity(identity)
                .harm(facts)
                .thatDangerGrew(told.later())
                .forMachines(forMachines)
                .letter("Online account", forMachines.sheets(), null);
    }

    /** The adult, the workplace, the harm, later additions and the referrer; no section about the children. */
    public static WholeLetter toLado(PartnerView told, int suspect) {
        Facts facts = told.facts();
        return LetterSections.opening("Referral to the LADO", told)
                .adult(facts.suspects().get(suspect - 1))
                .harm(facts)
                .since(told.later())
                .referrer(facts)
                .letter("Suspect", List.of(), null);
    }
}
