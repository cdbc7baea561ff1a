package org.teestriage.letter.content;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Consents;
import org.teestriage.concern.facts.Facts;

final class ReferralSections {

    private ReferralSections() {}

    static void assessed(LetterPage page, Assessed assessed) {
        if (!assessed.outcomes().isEmpty()) {
            page.heading("Decided by the hub");
            page.line(
                    "Outcomes", assessed.outcomes().stream().map(Spoken::spoken).collect(Collectors.joining(", ")));
            page.told("Reason", "", assessed.rationale());
            page.line("Level of need", assessed.level());
            Assessed.ContactPlan plan = assessed.contactPlan();
            if (plan != null) {
                page.line("Contact plan", Spoken.spoken(plan.contact()));
                page.told("Why", "", plan.because());
            }
            Assessed.NotShared notShared = assessed.notShared();
            if (notShared != null) {
                page.line("Not shared with", notShared.from());
                page.told("Why sharing would harm the child more", "", notShared.because());
            }
        }
    }

    static void consents(LetterPage page, Facts facts) {
        if (facts.consents() != null) {
            page.heading("Consent");
            consent(page, "Parents informed", facts.consents().parentsInformed());
            consent(page, "Consent to the referral", facts.consents().toReferral());
            consent(page, "Consent to sharing", facts.consents().toSharing());
            consent(page, "Consent to a service", facts.consents().toService());
        }
    }

    private static void consent(LetterPage page, String name, Consents.@Nullable Consent consent) {
        if (consent != null) {
            page.line(name, Spoken.joined(consent.given(), consent.missingBecause(), consent.note()));
        }
    }

    static void referrer(LetterPage page, Facts facts) {
        page.heading("Referrer");
        page.line(
                "Name",
                Spoken.joined(
                        facts.referrer().name(),
                        facts.referrer().role(),
                        facts.referrer().organisation()));
        page.line(
                "Reached at",
                Spoken.joined(facts.referrer().phone(), facts.referrer().email()));
    }
}
