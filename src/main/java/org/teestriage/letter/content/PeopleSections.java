package org.teestriage.letter.content;

import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.Person;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.concern.facts.Withdrawable;

/** What a letter says about the people alleged to have harmed, their accounts, and the people around the children. */
final class PeopleSections {

    private PeopleSections() {}

    static void suspects(LetterPage page, Facts facts) {
        facts.suspects().stream().filter(Withdrawable::stands).forEach(each -> suspect(page, each));
    }

    /** Also what is known of other children whom a suspect can reach, for readers who protect them. */
    static void suspectsAndOtherChildren(LetterPage page, Facts facts) {
        facts.suspects().stream().filter(Withdrawable::stands).forEach(suspect -> {
            suspect(page, suspect);
            page.told("Other children whom the suspect can reach", "", suspect.otherChildren());
        });
    }

    private static void suspect(LetterPage page, Suspect suspect) {
        person(page, suspect, suspect.relationToChild());
    }

    /** Omits the relation to the child, which can identify the child. */
    static void adult(LetterPage page, Suspect suspect) {
        person(page, suspect, null);
    }

    private static void person(LetterPage page, Suspect suspect, @Nullable String relation) {
        page.heading(suspect.child() == null ? "Suspect" : "Child alleged to have harmed");
        page.withdrawn(suspect);
        page.line("Claims to be", Spoken.joined(suspect.claimedName(), suspect.claimedAge()));
        page.line("Real name", suspect.realName());
        page.line("Age group", suspect.ageGroup());
        page.line("Relation to the child", relation);
        page.line("Works with children", suspect.worksWithChildren());
        Suspect.Workplace workplace = suspect.workplace();
        if (workplace != null) {
            page.line("Workplace", Spoken.joined(workplace.name(), workplace.role()));
            page.address("Workplace address", workplace.address());
        }
        page.line("Access to other children", suspect.accessToOtherChildren());
        suspect.identities().stream().filter(Withdrawable::stands).forEach(each -> identity(page, each));
    }

    static void identity(LetterPage page, OnlineIdentity identity) {
        page.heading("Online account");
        page.withdrawn(identity);
        page.line("Platform", identity.platform());
        page.line("Handle", identity.handle());
        page.line("Display name", identity.displayName());
        page.line("Profile address, not opened by us", identity.profileUrl());
        page.line("Group or server", identity.groupOrServer());
        page.line("Telephone", identity.phone());
        page.line("E-mail", identity.email());
        page.line("Payment handle", identity.paymentHandle());
        page.line("First contact", identity.firstContact());
        page.line("Last contact", identity.lastContact());
    }

    static void people(LetterPage page, Facts facts) {
        facts.people().stream().filter(Withdrawable::stands).forEach(each -> person(page, each));
    }

    private static void person(LetterPage page, Person person) {
        page.heading(Spoken.sentence(person.role()));
        page.line("Name", person.name() == null ? "not known" : person.name());
        page.line("Date of birth", person.dateOfBirth());
        page.line("Estimated age", person.estimatedAge());
        page.line("Relation to the child", Spoken.joined(person.relationToChild(), page.whom(person)));
        page.line("Parental responsibility", person.parentalResponsibility());
        page.line("Lives with the child", person.livesWithChild());
        page.line("Reached at", person.contact());
        page.told("Known concerns", "", person.concernsKnown());
    }
}
