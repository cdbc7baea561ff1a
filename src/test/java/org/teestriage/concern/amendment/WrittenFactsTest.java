package org.teestriage.concern.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.ChildAnswers;
import org.teestriage.concern.facts.Device;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.Person;
import org.teestriage.concern.facts.Statement;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.testing.client.FactsYaml;

/** The written concern after a telephone call completes what was told and drops nothing. */
class WrittenFactsTest {

    @Test
    void aPersonToldByTelephoneStaysWhereTheFormNamesNoneOrAnother() {
        String told = "suspects: [{realName: Alex Invented, worksWithChildren: YES}]";
        assertThat(completed(told, "suspects: []").suspects())
                .extracting(Suspect::realName)
                .containsExactly("Alex Invented");
        assertThat(completed(told, "suspects: [{realName: Chris Invented}]").suspects())
                .extracting(Suspect::realName)
                .containsExactly("Alex Invented", "Chris Invented");
    }

    @Test
    void theSamePersonIsCompletedAndKeepsTheAccountsOfTheCall() {
        Facts completed = completed(
                "suspects: [{realName: Alex Invented, worksWithChildren: YES, identities: [{handle: alex_99}]}]",
                "suspects: [{realName: Alex Invented, ageGroup: ADULT, identities: [{platform: Chat, handle: alex_100}]}]");
        assertThat(completed.suspects()).hasSize(1);
        Suspect alex = completed.suspects().get(0);
        assertThat(alex.ageGroup()).isEqualTo(Suspect.AgeGroup.ADULT);
        assertThat(alex.worksWithChildren()).isEqualTo(Answer.YES);
        assertThat(alex.identities()).extracting(OnlineIdentity::handle).containsExactly("alex_99", "alex_100");
    }

    @Test
    void statementsKindsAndDevicesOfBothStandBesideEachOther() {
        Facts completed = completed(
                "account: [{kind: FACT, text: Said on the telephone}]\nkinds: [GROOMING]\ndevices: [{description: Phone}]",
                "account: [{kind: FACT, text: Said on the telephone}, {kind: FACT, text: Written later}]\n"
                        + "kinds: [SEXTING]\ndevices: [{description: Tablet}]");
        assertThat(completed.account())
                .extracting(Statement::text)
                .containsExactly("Said on the telephone", "Written later");
        assertThat(completed.kinds()).containsExactlyInAnyOrder(HarmKind.GROOMING, HarmKind.SEXTING);
        assertThat(completed.devices()).extracting(Device::description).containsExactly("Phone", "Tablet");
    }

    @Test
    void aDateOfBirthTakesThePlaceOfAnEstimatedAge() {
        Facts completed = completed(
                "children: [{name: Robin Sample, estimatedAge: 13, school: Northfield School}]",
                "children: [{name: Robin Sample, dateOfBirth: 2015-01-31}]");
        Child robin = completed.children().get(0);
        assertThat(robin.estimatedAge()).isNull();
        assertThat(robin.dateOfBirth()).isEqualTo("2015-01-31");
        assertThat(robin.school()).isEqualTo("Northfield School");
    }

    @Test
    void aStatementIsCompletedByWhomItIsAboutAndAPersonByMoreThatIsKnown() {
        Facts completed = completed(
                "account: [{kind: FACT, text: Cried}]\npeople: [{role: PARENT_OR_CARER, name: Toni Sample, about: [1]}]",
                "account: [{kind: FACT, text: Cried, about: [1]}]\npeople: [{role: PARENT_OR_CARER, name: Toni Sample,"
                        + " relationToChild: mother, about: [1]}, {role: SIBLING, name: Max}]");
        assertThat(completed.account()).hasSize(1);
        assertThat(completed.account().get(0).about()).containsExactly(1);
        assertThat(completed.people()).extracting(Person::name).containsExactly("Toni Sample", "Max");
        assertThat(completed.people().get(0).relationToChild()).isEqualTo("mother");
    }

    @Test
    void answersOfAChildStayWhereTheFormLeavesThemOut() {
        Facts completed = completed(
                "children: [{name: Robin, answers: {dangerNow: YES}}]",
                "children: [{name: Robin Sample, answers: {abuseLive: NO}, roles: [HARMED]}]");
        assertThat(completed.children().get(0).answers())
                .isEqualTo(new ChildAnswers(Answer.YES, null, null, Answer.NO, null, null));
    }

    private static Facts completed(String told, String written) {
        return WrittenFacts.completing(FactsYaml.facts(told), FactsYaml.facts(written))
                .facts();
    }
}
