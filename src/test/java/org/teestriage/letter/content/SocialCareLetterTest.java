package org.teestriage.letter.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.facts.Confidence;
import org.teestriage.testing.PlainConcerns;

/** What children's social care is told about one child. */
class SocialCareLetterTest {

    private static final String TWO_CHILDREN = """
            children:
              - {name: Robin Sample, view: {wants: Wants him to stop, askedBy: Pat Example, askedOn: 2026-09-21}}
              - {name: Jo Example, view: {wants: Wants to stay at school}}
            """;

    private static String letter(int child, Assessed assessed) {
        return SocialCareLetter.of(
                        PartnerView.of(PlainConcerns.atTheChub(TWO_CHILDREN), List.of(), Redaction.NOTHING),
                        child,
                        assessed)
                .text();
    }

    @Test
    void itSaysWhatTheChildWantsWhoAskedAndWhen() {
        assertThat(letter(1, Assessed.notYet()))
                .contains("What the child wants (asked by Pat Example, 21 September 2026)", "Wants him to stop")
                .doesNotContain("Wants to stay at school");
        assertThat(letter(2, Assessed.notYet()))
                .contains("Wants to stay at school")
                .doesNotContain("Wants him to stop", "Pat Example, 21");
    }

    @Test
    void itCitesTheLevelOfNeedAndSaysWhyInformationWasNotShared() {
        Assessed assessed = new Assessed(
                List.of("SECTION_17"),
                "An assessment is needed.",
                "Level 3: the document",
                new Assessed.NotShared("the sports club", "The coach would learn it there."),
                new Assessed.ContactPlan("STOPS_FOR_NOW", "Agreed with the placing authority."));
        assertThat(letter(1, assessed))
                .contains(
                        "Level of need: Level 3: the document",
                        "Not shared with: the sports club",
                        "The coach would",
                        "Contact plan: stops for now",
                        "Agreed with the placing authority.");
    }

    @Test
    void theReasonForNotSharingDoesNotNameAConfidentialReferrer() {
        PartnerView told = PartnerView.of(
                PlainConcerns.atTheChub(TWO_CHILDREN),
                List.of(),
                new Redaction(
                        List.of(),
                        true,
                        false,
                        false,
                        new Confidence().named("Wren Cloudberry", Confidence.THE_REFERRER),
                        "quill7",
                        Set.of()));
        Assessed assessed = new Assessed(
                List.of("SECTION_17"),
                "An assessment.",
                null,
                new Assessed.NotShared("Wren Cloudberry's club", "Wren Cloudberry works there."),
                new Assessed.ContactPlan("CHANGES", "Wren Cloudberry asked for it."));
        assertThat(SocialCareLetter.of(told, 1, assessed).text()).doesNotContain("Cloudberry");
    }
}
