package org.teestriage.letter.content;

import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.BetweenChildren;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.concern.facts.SelfHarm;
import org.teestriage.concern.facts.Urgency;

final class DangerSections {

    private DangerSections() {}

    static void urgency(LetterPage page, Facts facts) {
        page.heading("Urgency");
        answers(page, "", facts.overallUrgency());
        page.line("Contact continues", facts.contactContinuing());
        BetweenChildren found = facts.betweenChildren();
        if (found != null) {
            page.line("A child was coerced or could not consent", found.coerced());
            page.line("Acts were violent or unusual for the age", found.unusualOrViolent());
        }
        police(page, facts.policeContact());
    }

    /** Of children about whom something else was answered than about all. */
    static void urgencyOfChildren(LetterPage page, Facts facts) {
        for (int number = 1; number <= facts.children().size(); number++) {
            if (facts.children().get(number - 1).answers() != null) {
                answers(page, page.nameOf(number) + ": ", facts.urgencyOf(number));
            }
        }
    }

    private static void answers(LetterPage page, String whose, Urgency urgency) {
        page.line(whose + "In danger now", urgency.dangerNow());
        page.line(whose + "Self-harm or suicide", urgency.talkOfSelfHarm());
        selfHarm(page, whose, urgency.selfHarm());
        page.line(whose + "A meeting is arranged", urgency.meetingArranged());
        page.line(whose + "Abuse is live", urgency.abuseLive());
        page.line(whose + "Child with the person of concern", urgency.childWithSuspect());
    }

    private static void selfHarm(LetterPage page, String whose, @Nullable SelfHarm selfHarm) {
        if (selfHarm != null) {
            page.line(whose + "A plan", selfHarm.plan());
            page.line(whose + "The means", selfHarm.means());
            page.line(whose + "An intent", selfHarm.intent());
            page.line(whose + "Who is with the child", selfHarm.withChildNow());
        }
    }

    static void police(LetterPage page, @Nullable PoliceContact police) {
        if (police != null) {
            page.line("Police", Spoken.joined(police.rung(), police.by(), police.at(), police.policeReference()));
        }
    }
}
