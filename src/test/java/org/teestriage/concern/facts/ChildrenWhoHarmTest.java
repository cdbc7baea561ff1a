package org.teestriage.concern.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.concern.facts.Child.Role;
import org.teestriage.letter.content.ConcerningChild;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.FactsYaml;

class ChildrenWhoHarmTest {

    private static final Set<Role> BOTH = EnumSet.allOf(Role.class);

    private static Facts of(String children, String suspects) {
        return ChildrenWhoHarm.in(FactsYaml.facts("children: [%s]\nsuspects: [%s]".formatted(children, suspects)));
    }

    @Test
    void aPersonUnder18BecomesAChildWhoIsAllegedToHaveHarmed() {
        Facts facts = of("{name: Robin Sample}", "{realName: Jo Example, ageGroup: UNDER_18, peer: {age: 14}}");
        Child jo = facts.children().get(1);
        assertThat(jo.name()).isEqualTo("Jo Example");
        assertThat(jo.estimatedAge()).isEqualTo(14);
        assertThat(jo.roles()).containsExactly(Role.ALLEGED_TO_HAVE_HARMED);
        assertThat(facts.suspects().get(0).child()).isEqualTo(2);
        assertThat(facts.suspects().get(0).peer())
                .as("the age stands with the child from now on")
                .isEqualTo(new Peer(null, null, 2, true));
    }

    @Test
    void aPersonUnder18WithoutANameBecomesAChildWhoIsNotKnown() {
        Facts facts = of("{name: Robin Sample}", "{claimedName: Alex, ageGroup: UNDER_18}");
        assertThat(facts.children().get(1).unknown()).isTrue();
        assertThat(facts.children().get(1).name()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADULT", "NOT_KNOWN"})
    void anAdultOrAPersonOfUnknownAgeBecomesNoChild(String age) {
        Facts facts =
                of("{name: Robin Sample}", "{realName: Jo Example, claimedAge: '14', ageGroup: %s}".formatted(age));
        assertThat(facts.children()).hasSize(1);
        assertThat(facts.suspects().get(0).child()).isNull();
    }

    @Test
    void aChildOfTheSameNameGetsTheRoleBesidesItsOwn() {
        Facts facts = of(
                "{name: Robin Sample}, {name: Jo Example, school: Southgate Academy}",
                "{realName: 'EXAMPLE, Jo', ageGroup: UNDER_18, peer: {age: 14}}");
        assertThat(facts.children()).hasSize(2);
        assertThat(facts.children().get(1).roles()).isEqualTo(BOTH);
        assertThat(facts.children().get(1).harmed()).isTrue();
        assertThat(facts.children().get(1).school()).isEqualTo("Southgate Academy");
        assertThat(facts.children().get(1).estimatedAge()).isEqualTo(14);
        assertThat(facts.suspects().get(0).child()).isEqualTo(2);
    }

    @Test
    void theGivenAgeOfAChildOverrulesWhatIsSaidOfThePerson() {
        Facts facts = of(
                "{name: Jo Example, dateOfBirth: 2012-03-01}",
                "{realName: Jo Example, ageGroup: UNDER_18, peer: {age: 15}}");
        assertThat(facts.children().get(0).estimatedAge()).isNull();
        assertThat(facts.suspects().get(0).peer()).isEqualTo(new Peer(15, null, 1, null));
    }

    @Test
    void twoChildrenOfOneNameLeaveItOpenWhoIsMeant() {
        Facts facts = of(
                "{name: Jo Example, estimatedAge: 9}, {name: Jo Example, estimatedAge: 15}",
                "{realName: Jo Example, ageGroup: UNDER_18}");
        assertThat(facts.children()).hasSize(3);
        assertThat(facts.suspects().get(0).child()).isEqualTo(3);
    }

    @Test
    void nothingChangesWhereEachHasAChildAlready() {
        Facts once = of("{name: Robin Sample}", "{claimedName: Alex, ageGroup: UNDER_18}");
        assertThat(ChildrenWhoHarm.in(once)).isEqualTo(once);
    }

    @Test
    void aWithdrawnPersonBecomesNoChild() {
        assertThat(of("{name: Robin Sample}", "{realName: Jo Example, ageGroup: UNDER_18, withdrawn: true}")
                        .children())
                .hasSize(1);
    }

    @Test
    void theChildIsNotListedAsAPersonOfConcernInItsOwnLetters() {
        Facts facts = of("{name: Robin Sample}", "{claimedName: Alex, ageGroup: UNDER_18}");
        assertThat(new ConcerningChild(facts, 2).facts().suspects()).isEmpty();
        assertThat(new ConcerningChild(facts, 1).facts().suspects()).hasSize(1);
    }

    @Test
    void aPersonFoundToBeAnAdultIsListedAgain() {
        Facts facts = FactsYaml.facts("children: [{unknown: true, roles: [ALLEGED_TO_HAVE_HARMED]}]\n"
                + "suspects: [{claimedName: Alex, ageGroup: ADULT, peer: {child: 1}}]");
        assertThat(new ConcerningChild(facts, 1).facts().suspects()).hasSize(1);
    }

    @Test
    void factsWithoutChildrenWhoHarmAreWrittenAsBefore() {
        Facts facts = of("{name: Robin Sample}", "{claimedName: Alex, ageGroup: ADULT}");
        assertThat(Json.write(facts)).doesNotContain("peer");
    }

    @Test
    void whatWasToldOfTheOthersIsNotToldOfTheChildWhoHarms() {
        Facts facts = ChildrenWhoHarm.in(FactsYaml.facts("""
                urgency: {dangerNow: NO, selfHarmOrSuicide: YES, meetingArranged: NOT_KNOWN, abuseLive: NO, childWithSuspect: NO}
                children: [{name: Robin Sample}]
                suspects: [{realName: Jo Example, ageGroup: UNDER_18}]
                account:
                  - {kind: CHILDS_WORDS, text: I do not want to live}
                  - {kind: CHILDS_WORDS, text: I am sorry, about: [2]}
                  - {kind: FACT, text: Jo has the picture}
                consents: {toSharing: {given: YES}}
                people: [{role: PARENT_OR_CARER, name: Toni Sample}, {role: PARENT_OR_CARER, name: Lee Example, about: [2]}]
                """));
        Facts jo = new ConcerningChild(facts, 2).facts();
        assertThat(jo.account()).extracting(Statement::text).containsExactly("I am sorry", "Jo has the picture");
        assertThat(jo.urgency().selfHarmOrSuicide()).isEqualTo(Answer.NOT_KNOWN);
        assertThat(jo.urgency().dangerNow()).isEqualTo(Answer.NO);
        assertThat(jo.consents()).isNull();
        assertThat(jo.people()).extracting(Person::name).containsExactly("Lee Example");
        assertThat(facts.overallUrgency()).isEqualTo(facts.urgency());
        assertThat(new ConcerningChild(facts, 1).facts().account()).hasSize(2);
    }

    @Test
    void aChildWhomTheReferrerListedIsToldWhatIsAboutAll() {
        Facts facts = of(
                "{name: Robin Sample}, {name: Jo Example, roles: [ALLEGED_TO_HAVE_HARMED]}",
                "{realName: Jo Example, ageGroup: UNDER_18}");
        assertThat(new ConcerningChild(facts, 2).facts().account()).isEqualTo(facts.account());
        assertThat(facts.urgencyOf(2)).isEqualTo(facts.urgency());
    }
}
