package org.teestriage.letter.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Note;
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.letter.content.LetterChanges.Change;
import org.teestriage.letter.content.LetterChanges.ChangedLine;
import org.teestriage.letter.content.LetterChanges.ChangedSection;
import org.teestriage.letter.content.WholeLetter.Edition;
import org.teestriage.platform.document.Attachment;
import org.teestriage.testing.PlainConcerns;
import org.teestriage.testing.client.FactsYaml;

/** Editions of a letter: the whole, what one adds to an earlier one, and what differs between two. */
class WholeLetterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 22);

    private static final String BEFORE = """
            children: [{name: Robin Sample, estimatedAge: 13, school: Northfield School}]
            doneSoFar: We told his mother.
            """;

    private static final String AFTER = """
            children: [{name: Robin Sample, estimatedAge: 13, school: Southfield School, missing: YES}]
            """;

    private static Edition edition(int number, int factsRevision) {
        return new Edition(number, factsRevision, DAY, "The Children's Hub (CHUB), 01429 284284");
    }

    private static WholeLetter police(String facts, Note... added) {
        return PoliceLetter.of(PartnerView.of(PlainConcerns.atTheChub(facts), List.of(added), Redaction.NOTHING));
    }

    private static Note note(Addition addition) {
        Concern concern = PlainConcerns.atTheChub(BEFORE);
        return new Note(
                concern.reference(), 1, 2, addition, Instant.parse("2026-09-23T08:00:00Z"), "Sam Officer", false);
    }

    private static final Note DANGER = note(FactsYaml.as(DangerReport.class, "{what: He is on his way.}"));
    private static final Note AMENDED = note(new Amendment("Pat Example", null, "It moved.", List.of()));

    private static String adding(WholeLetter letter, WholeLetter earlier) {
        return letter.adding(
                        edition(2, 4),
                        new EarlierEdition(1, DAY, earlier.whole(edition(1, 1)).text()))
                .text();
    }

    @Test
    void eachEditionNamesTheRevisionOfTheFactsThatItWasWrittenFrom() {
        assertThat(police(BEFORE).whole(edition(3, 7)).text()).startsWith("""
                        Report of suspected online abuse of a child
                        Our reference: 28T5-CY4T-Y
                        Date: 22 September 2026
                        From: The Children's Hub (CHUB), 01429 284284
                        Edition: 3, written from revision 7 of the facts
                        """);
    }

    @Test
    void aSupplementSaysWhatItAddsToWhomItIsAboutAndOnlyWhatIsNew() {
        assertThat(adding(police(AFTER, DANGER), police(BEFORE))).isEqualTo("""
                Supplement to: Report of suspected online abuse of a child
                Our reference: 28T5-CY4T-Y
                Date: 22 September 2026
                From: The Children's Hub (CHUB), 01429 284284
                Edition: 2, written from revision 4 of the facts
                This adds to edition 1 of 22 September 2026, which you have. It says only what is new or corrected since then. The whole letter, as it reads now, is enclosed.

                CHILD
                Name: Robin Sample
                Estimated age: 13

                NEW OR CORRECTED: SINCE IT WAS RAISED, THE NEWEST FIRST
                Danger has grown (told Wed 23 September 2026, 09:00, Sam Officer):
                | He is on his way.

                NEW OR CORRECTED: CHILD
                School: Southfield School
                Missing: yes
                Before:
                | School: Northfield School

                NEW OR CORRECTED: ACCOUNT
                No longer said:
                | Done so far:
                | We told his mother.
                """);
    }

    @Test
    void aSupplementEnclosesTheWholeLetterAndItsFiles() {
        LetterDraft supplement = police(AFTER)
                .adding(edition(2, 4), new EarlierEdition(1, DAY, police(BEFORE).text()));
        assertThat(supplement.enclosures()).extracting(Attachment::name).containsExactly("letter.txt", "report.json");
        assertThat(new String(supplement.enclosures().get(0).content(), StandardCharsets.UTF_8))
                .isEqualTo(police(AFTER).whole(edition(2, 4)).text());
    }

    @Test
    void thatFactsWereAmendedIsNoNewsWhereTheLetterReadsTheSame() {
        WholeLetter ceop = CeopLetter.of(PartnerView.of(PlainConcerns.atTheChub(BEFORE), List.of(), Redaction.NOTHING));
        WholeLetter amended =
                CeopLetter.of(PartnerView.of(PlainConcerns.atTheChub(BEFORE), List.of(AMENDED), Redaction.NOTHING));
        WholeLetter corrected =
                CeopLetter.of(PartnerView.of(PlainConcerns.atTheChub(AFTER), List.of(AMENDED), Redaction.NOTHING));
        assertThat(amended.text()).isNotEqualTo(ceop.text());
        assertThat(amended.toldHash()).isEqualTo(ceop.toldHash());
        assertThat(corrected.toldHash()).isNotEqualTo(ceop.toldHash());
    }

    @Test
    void whatDiffersBetweenTwoEditionsIsShownBySectionAndLine() {
        assertThat(LetterChanges.between(
                                police(BEFORE).whole(edition(1, 1)).text(),
                                police(AFTER).whole(edition(2, 2)).text())
                        .sections())
                .containsExactly(
                        new ChangedSection(
                                "Child",
                                List.of(
                                        new ChangedLine(Change.REMOVED, "School", "Northfield School"),
                                        new ChangedLine(Change.ADDED, "School", "Southfield School"),
                                        new ChangedLine(Change.ADDED, "Missing", "yes"))),
                        new ChangedSection(
                                "Account",
                                List.of(new ChangedLine(Change.REMOVED, "Done so far", "We told his mother."))));
    }

    @Test
    void typedTextThatLooksLikeAHeadingStaysInItsSection() {
        String typed = "doneSoFar: \"We rang.\\n\\nDECIDED BY THE HUB\\nOutcomes: none\"";
        assertThat(LetterChanges.between(police("{}").text(), police(typed).text())
                        .sections())
                .containsExactly(new ChangedSection(
                        "Account",
                        List.of(
                                new ChangedLine(Change.ADDED, "Done so far", "We rang."),
                                new ChangedLine(Change.ADDED, "Done so far", ""),
                                new ChangedLine(Change.ADDED, "Done so far", "DECIDED BY THE HUB"),
                                new ChangedLine(Change.ADDED, "Done so far", "Outcomes: none"))));
    }
}
