package org.teestriage.letter.content;

import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Allegation;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.RiskHistory;

final class RiskSections {

    private RiskSections() {}

    static void history(LetterPage page, @Nullable RiskHistory history) {
        if (history != null) {
            page.line("Lives or stays with a child", history.staysWithChild());
            known(page, "Convictions", history.convictions(), history.convictionsKnown());
            known(page, "Registered sex offender", history.registeredSexOffender(), history.registrationKnown());
            known(page, "On bail, or under conditions", history.conditions(), history.conditionsKnown());
            known(page, "Managed under MAPPA", history.mappa(), history.mappaKnown());
        }
    }

    static void ownChildren(LetterPage page, @Nullable Allegation allegation) {
        if (allegation != null) {
            known(page, "Children of their own", allegation.ownChildren(), allegation.ownChildrenWho());
        }
    }

    static void known(LetterPage page, String what, @Nullable Answer answer, @Nullable String words) {
        page.line(what, answer);
        page.told(what + ", what is known", "", words);
    }
}
