package org.teestriage.letter.content;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.Person;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.concern.facts.Withdrawable;

final class PeopleSections {

    /** The heading of a person alleged to have harmed who is not known to be a child. */
    static final String ADULT = "Person of concern";

    private static final Set<Person.Role> FAMILY =
            EnumSet.of(Person.Role.PARENT_OR_CARER, Person.Role.HOUSEHOLD_MEMBER, Person.Role.SIBLING);

    private PeopleSections() {}

    static void suspects(LetterPage page, Facts facts) {
        suspects(page, facts, false);
    }

    /** Also what is known of other children whom a person can reach, for readers who protect them. */
    static void suspectsAndOtherChildren(LetterPage page, Facts facts) {
        suspects(page, facts, true);
    }

    private static void suspects(LetterPage page, Facts facts, boolean otherChildren) {
        facts.suspects().stream().filter(Withdrawable::stands).forEach(suspect -> {
            page.heading(suspect.ageGroup() == Suspect.AgeGroup.UNDER_18 ? "Child alleged to have harmed" : ADULT);
            page.line("The same as", page.numbered(suspect.child()));
            person(page, suspect);
            if (otherChildren) {
                page.told("Other children whom this person can reach", "", suspect.otherChildren());
                RiskSections.ownChildren(page, suspect.allegation());
            }
            accounts(page, suspect);
        });
    }

    static void adult(LetterPage page, Suspect suspect) {
        page.heading(ADULT);
        person(page, suspect);
        accounts(page, suspect);
    }

    private static void person(LetterPage page, Suspect suspect) {
        page.withdrawn(suspect);
        page.line("Claims to be", Spoken.joined(suspect.claimedName(), suspect.claimedAge()));
        page.line("Real name", suspect.realName());
        page.line("Age group", suspect.ageGroup());
        page.line("Relation to the child", suspect.relationToChild());
        page.line("Works with children", suspect.worksWithChildren());
        Suspect.Workplace workplace = suspect.workplace();
        if (workplace != null) {
            page.line("Workplace", Spoken.joined(workplace.name(), workplace.role()));
            page.address("Workplace address", workplace.address());
        }
        page.line("Access to other children", suspect.accessToOtherChildren());
        RiskSections.history(page, suspect.history());
    }

    private static void accounts(LetterPage page, Suspect suspect) {
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
        people(page, facts, EnumSet.allOf(Person.Role.class));
    }

    /** Parents and carers, others of the household, and siblings, in this order. */
    static void family(LetterPage page, Facts facts) {
        people(page, facts, FAMILY);
    }

    static void peopleBesidesFamily(LetterPage page, Facts facts) {
        people(page, facts, EnumSet.complementOf(EnumSet.copyOf(FAMILY)));
    }

    private static void people(LetterPage page, Facts facts, Set<Person.Role> roles) {
        facts.people().stream()
                .filter(person -> person.stands() && roles.contains(person.role()))
                .sorted(Comparator.comparing(Person::role))
                .forEach(each -> person(page, each));
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
        RiskSections.history(page, person.history());
    }
}
