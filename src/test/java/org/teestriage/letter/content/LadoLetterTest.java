package org.teestriage.letter.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.platform.print.PrintedLetters;
import org.teestriage.testing.PlainConcerns;

class LadoLetterTest {

    private static final String FACTS = """
            children:
              - name: Robin Sample
                dateOfBirth: 2013-04-02
                roles: [HARMED]
                lookedAfter: YES
                school: Northfield School
                address: {lines: 1 Hidden Street, postcode: TS24 7ZZ}
                knownWorkers: [{name: Sam Social, role: allocated social worker, contact: 01642 000000}]
              - {name: Jamie Sample, estimatedAge: 11}
            suspects:
              - realName: Alex Madeup
                ageGroup: ADULT
                relationToChild: swimming coach
                worksWithChildren: YES
                workplace: {name: Made Up Swimming Club, role: Coach, address: {lines: 2 Pool Road, postcode: TS5 1AA}}
                accessToOtherChildren: YES
                otherChildren: Trains two teams of children under 14
                identities: [{platform: BlockQuest, handle: alex_plays_99, number: 1}]
                allegation:
                  alleged: Sent messages at night and asked for pictures.
                  about: [1]
                  happened: From June to 20 September 2026, on BlockQuest
                  otherWork: YES
                  otherWorkWhere: Scout leader, unpaid
                  ownChildren: YES
                  ownChildrenWho: A son of 9 at home
                  employerKnows: YES
                  employerKnewAt: 2026-09-21T15:00:00Z
                  employerToldBy: Toni Sample
                  suspended: NOT_KNOWN
                  employerDid: Asked him to stay away from training
            kinds: [GROOMING]
            account:
              - {kind: FACT, text: Robin showed the messages to the mother., about: [1]}
              - {kind: FACT, text: Jamie saw nothing., about: [2]}
            """;

    private static WholeLetter letter(String facts) {
        return LadoLetter.of(
                PartnerView.of(PlainConcerns.atTheChub(facts), List.of(), Redaction.NOTHING),
                1,
                new PolicePosition("reported to them", "CLV-2026-1"));
    }

    @Test
    void theLadoReadsWhoWhatAboutWhomAndWhatTheEmployerAndThePoliceDid() {
        WholeLetter letter = letter(FACTS);
        PrintedLetters.save("lado", letter.document());

        assertThat(letter.text())
                .containsSubsequence(
                        "Alex Madeup",
                        "Made Up Swimming Club",
                        "asked for pictures",
                        "Robin Sample",
                        "Scout leader",
                        "son of 9",
                        "21 September 2026",
                        "Robin showed the messages",
                        "CLV-2026-1")
                .doesNotContain("Jamie", "Hidden Street");
    }

    @Test
    void theLadoLearnsWhoWorksWithAChildAndWhetherItIsLookedAfter() {
        assertThat(letter(FACTS).text()).contains("Sam Social", "Looked after: yes");
    }

    @Test
    void whatTheServiceDoesNotRecordIsNamedSoThatTheLadoAsksTheEmployer() {
        assertThat(letter(FACTS).text())
                .contains(
                        "date of birth, sex, ethnicity and home address", "basis of employment", "earlier allegations");
    }
}
