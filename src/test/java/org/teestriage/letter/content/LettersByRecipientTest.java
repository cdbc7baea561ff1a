package org.teestriage.letter.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.letter.content.WholeLetter.Edition;
import org.teestriage.testing.PlainConcerns;
import org.teestriage.testing.ShippedConfig;

/** Each recipient reads first what it acts on. */
class LettersByRecipientTest {

    private static final String FACTS = """
            children: [{name: Robin Sample, school: Northfield School}]
            suspects:
              - realName: Alex Madeup
                ageGroup: ADULT
                accessToOtherChildren: YES
                otherChildren: Sees his son on Sundays
                identities:
                  - {platform: BlockQuest, handle: alex_plays_99, lastContact: 2026-09-20, number: 1}
                  - {platform: BlockQuest, handle: alex_two, lastContact: 2026-09-18, number: 2}
            people:
              - {role: PROFESSIONAL, name: Sam Nurse}
              - {role: SIBLING, name: Kit Sample}
              - {role: PARENT_OR_CARER, name: Toni Sample, parentalResponsibility: YES}
            devices: [{description: blue telephone, captured: {how: Screenshots of the chat, by: Toni Sample, on: 2026-09-21}}]
            """;

    private static PartnerView told() {
        return PartnerView.of(PlainConcerns.atTheChub(FACTS), List.of(), Redaction.NOTHING);
    }

    private static List<String> headings(WholeLetter letter) {
        return letter.document().sections().stream()
                .map(section -> section.heading())
                .filter(heading -> !heading.isEmpty())
                .toList();
    }

    @Test
    void thePoliceReadAccountsLastContactAndEvidenceBeforeTheRest() {
        WholeLetter letter = PoliceLetter.of(told());
        assertThat(headings(letter))
                .containsExactly(
                        "Urgency",
                        "Contact",
                        "Person of concern",
                        "Online account",
                        "Online account",
                        "Evidence",
                        "Child",
                        "Account",
                        "Parent or carer",
                        "Sibling",
                        "Professional",
                        "Referrer");
        assertThat(letter.text())
                .contains(
                        "Last contact: 20 September 2026\n",
                        "How it was captured (by Toni Sample, 21 September 2026):\n| Screenshots of the chat")
                .containsSubsequence("PERSON OF CONCERN", "Sees his son on Sundays", "ONLINE ACCOUNT");
    }

    @Test
    void socialCareReadsTheFamilyBeforeTheHarmAndProfessionalsAfterIt() {
        WholeLetter letter = SocialCareLetter.of(told(), 1, Assessed.notYet());
        assertThat(headings(letter))
                .containsSubsequence(
                        "Child", "Parent or carer", "Sibling", "Person of concern", "Professional", "Account");
        assertThat(letter.text()).contains("Parental responsibility: yes");
    }

    @Test
    void ceopAlsoReadsWhoIsAroundTheChild() {
        assertThat(CeopLetter.of(told()).text()).contains("Toni Sample", "Kit Sample", "Sam Nurse");
    }

    @Test
    void aPlatformReadsWhoWritesWhatIsAskedAndOnWhatBasisButNotWhoTheChildIs() {
        String letter = PlatformLetter.of(
                        told(), 1, ShippedConfig.partners().platform("BlockQuest", LocalDate.of(2026, 9, 22)), null)
                .whole(new Edition(1, 1, LocalDate.of(2026, 9, 22), "The Children's Hub (CHUB), 01429 284284"))
                .text();
        assertThat(letter)
                .contains(
                        "Date: 22 September 2026",
                        "From: The Children's Hub (CHUB), 01429 284284",
                        "alex_plays_99",
                        "Preserve the account",
                        "Review the account",
                        "Remove the account",
                        "LEGAL BASIS\nThis is shared to protect a child")
                .doesNotContain("Robin", "Sample", "Northfield", "alex_two", "Madeup", "secret", "Screenshots");
    }

    @Test
    void thoseWhoSeekImagesReadWhereTheyWentAndAPlatformOnlyThatTheyAreBack() {
        PartnerView told = PartnerView.of(PlainConcerns.atTheChub(FACTS + """
                images:
                  exist: YES
                  spread:
                    sentTo: [SCHOOL_GROUP, PUBLIC_SITE]
                    sentToWhom: Some of year nine
                    seenAgain: [{on: 2026-09-20, where: A board}, {where: Said wrongly, withdrawn: true}]
                """), List.of(), Redaction.NOTHING);
        for (WholeLetter letter :
                List.of(PoliceLetter.of(told), CeopLetter.of(told), SocialCareLetter.of(told, 1, Assessed.notYet()))) {
            assertThat(letter.text())
                    .contains(
                            "Images were sent to: school group, public site",
                            "Who got them:\n| Some of year nine",
                            "Seen again after removal (20 September 2026):\n| A board")
                    .doesNotContain("Said wrongly");
        }
        assertThat(PlatformLetter.of(
                                told,
                                1,
                                ShippedConfig.partners().platform("BlockQuest", LocalDate.of(2026, 9, 22)),
                                null)
                        .text())
                .contains(
                        "Images of a child are or were on: a public site",
                        "Images of a child were seen again after removal: 20 September 2026")
                .doesNotContain("A board", "year nine", "school");
    }

    @Test
    void aChildWhoIsAllegedToHaveHarmedIsNoPersonOfConcern() {
        PartnerView told = PartnerView.of(PlainConcerns.atTheChub("""
                children: [{name: Robin Sample}, {name: Jo Example, roles: [ALLEGED_TO_HAVE_HARMED]}]
                suspects: [{realName: Jo Example, ageGroup: UNDER_18, peer: {child: 2}}]
                """), List.of(), Redaction.NOTHING);
        for (WholeLetter letter : List.of(PoliceLetter.of(told), CeopLetter.of(told))) {
            assertThat(headings(letter))
                    .contains("Child alleged to have harmed")
                    .doesNotContain("Person of concern");
            assertThat(letter.text()).contains("The same as: child 2");
        }
        assertThat(SocialCareLetter.of(told, 1, Assessed.notYet()).text()).doesNotContain("The same as");
        assertThat(headings(SocialCareLetter.of(told, 2, Assessed.notYet())))
                .doesNotContain("Person of concern", "Child alleged to have harmed");
    }
}
