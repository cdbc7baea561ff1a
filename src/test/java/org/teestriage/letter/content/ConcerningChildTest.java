package org.teestriage.letter.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.Person;
import org.teestriage.concern.facts.Statement;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.FactsYaml;

/** What a recipient learns who gets what concerns one child: Robin (1) or Jo (2). */
class ConcerningChildTest {

    private static final Facts FACTS = FactsYaml.facts("""
            urgency: {dangerNow: NO, selfHarmOrSuicide: NO, meetingArranged: NO, abuseLive: NO, childWithSuspect: NO}
            children:
              - {name: Robin Sample, answers: {selfHarmOrSuicide: YES}, consents: {toReferral: {given: YES}}}
              - {name: Jo Example, roles: [ALLEGED_TO_HAVE_HARMED], school: Southgate Academy}
            suspects: [{realName: Example Jo}, {realName: Jo Example, ageGroup: ADULT}, {claimedName: Alex}]
            account:
              - {kind: CHILDS_WORDS, text: I do not want to live, about: [1]}
              - {kind: FACT, text: Jo has the picture, about: [2]}
              - {kind: FACT, text: It began in May}
              - {kind: FACT, text: They met, about: [1, 2]}
            people: [{role: PARENT_OR_CARER, name: Toni Sample, about: [1]}, {role: PROFESSIONAL, name: Sam Nurse}]
            consents: {toReferral: {given: NO}}
            """);

    private static Facts of(int child) {
        return new ConcerningChild(FACTS, child).facts();
    }

    @Test
    void theChildStandsAloneWithItsOwnAnswersAndConsents() {
        assertThat(of(1).children()).extracting(Child::name).containsExactly("Robin Sample");
        assertThat(of(1).urgency().selfHarmOrSuicide()).isEqualTo(Answer.YES);
        assertThat(of(1).consents()).isEqualTo(FACTS.consentsOf(1));
        assertThat(of(2).urgency().selfHarmOrSuicide()).isEqualTo(Answer.NO);
        assertThat(of(2).consents()).isEqualTo(FACTS.consents());
        assertThat(Json.write(of(1))).doesNotContain("Southgate");
    }

    @Test
    void statementsAndPeopleOfOtherChildrenAreLeftOut() {
        assertThat(of(1).account())
                .extracting(Statement::text)
                .containsExactly("I do not want to live", "It began in May", "They met");
        assertThat(of(2).account())
                .extracting(Statement::text)
                .containsExactly("Jo has the picture", "It began in May", "They met");
        assertThat(of(1).people()).extracting(Person::name).containsExactly("Toni Sample", "Sam Nurse");
        assertThat(of(2).people()).extracting(Person::name).containsExactly("Sam Nurse");
        assertThat(of(1).account()).as("numbers of other children").allMatch(each -> each.about()
                .isEmpty());
    }

    @Test
    void aChildIsNotItsOwnSuspectButAnAdultOfThatNameIsOne() {
        assertThat(of(1).suspects()).hasSize(3);
        assertThat(of(2).suspects()).extracting(Suspect::realName).containsExactly("Jo Example", null);
    }

    @ParameterizedTest
    @CsvSource({
        "UNDER_18,  [],                        0",
        "NOT_KNOWN, [],                        1",
        "ADULT,     [],                        1",
        "NOT_KNOWN, [ALLEGED_TO_HAVE_HARMED],  0",
        "ADULT,     [ALLEGED_TO_HAVE_HARMED],  1"
    })
    void aSuspectWithTheNameOfTheChildIsTheChildOnlyIfBothMayBeChildren(String age, String roles, int listed) {
        Facts facts = FactsYaml.facts(
                "children: [{name: Jo Example, roles: %s}]\nsuspects: [{realName: Jo Example, ageGroup: %s}]"
                        .formatted(roles, age));
        assertThat(new ConcerningChild(facts, 1).facts().suspects()).hasSize(listed);
    }

    @Test
    void anAccountThatClaimsTheNameOfTheChildIsASuspect() {
        Facts facts = FactsYaml.facts(
                "children: [{name: Jo Example}]\nsuspects: [{claimedName: Jo Example, ageGroup: UNDER_18}]");
        assertThat(new ConcerningChild(facts, 1).facts().suspects()).hasSize(1);
    }

    @Test
    void additionsThatAreOnlyAboutAnotherChildAreLeftOut() {
        Addition danger = FactsYaml.as(DangerReport.class, "{what: Robin is on the bridge, about: [1]}");
        Addition information = FactsYaml.as(Information.class, """
                account: [{kind: FACT, text: Robin cut herself, about: [1]}, {kind: FACT, text: He wrote again}]
                """);
        ConcerningChild jo = new ConcerningChild(FACTS, 2);
        assertThat(jo.addition(danger)).isEmpty();
        assertThat(jo.addition(information))
                .hasValueSatisfying(told ->
                        assertThat(Json.write(told)).contains("He wrote again").doesNotContain("Robin"));
        ConcerningChild robin = new ConcerningChild(FACTS, 1);
        assertThat(robin.addition(danger)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "children[0].school,                     true,  false",
        "children[1].answers.dangerNow,          false, true",
        "account[0].text,                        true,  false",
        "account[1].text,                        false, true",
        "account[2].text,                        true,  true",
        "people[0].contact,                      true,  false",
        "suspects[0].realName,                   true,  false",
        "suspects[2].realName,                   true,  true",
        "urgency.selfHarmOrSuicide,              false, true",
        "urgency.dangerNow,                      true,  true",
        "consents.toReferral.given,              false, true",
        "kinds[GROOMING],                        true,  true"
    })
    void anAmendmentTellsWhatItChangesAboutTheChild(String field, boolean robin, boolean jo) {
        Amendment amendment =
                new Amendment("Pat Example", null, "They asked.", List.of(new FieldChange(field, null, "told")));
        assertThat(new ConcerningChild(FACTS, 1).addition(amendment).isPresent())
                .isEqualTo(robin);
        assertThat(new ConcerningChild(FACTS, 2).addition(amendment).isPresent())
                .isEqualTo(jo);
    }

    @Test
    void theReasonForChangingFactsOfBothIsKeptBack() {
        Amendment both = new Amendment(
                "Pat Example",
                null,
                "Robin said so.",
                List.of(
                        new FieldChange("children[0].name", "R", "Robin"),
                        new FieldChange("kinds[GROOMING]", null, "true")));
        assertThat(new ConcerningChild(FACTS, 2).addition(both))
                .contains(new Amendment(
                        "Pat Example", null, null, List.of(new FieldChange("kinds[GROOMING]", null, "true"))));
        assertThat(new ConcerningChild(FACTS, 1).addition(both)).contains(both);
    }
}
