package org.teestriage.letter.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Later;
import org.teestriage.concern.Note;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Confidence;
import org.teestriage.concern.facts.Information;
import org.teestriage.testing.client.FactsYaml;

/** A letter names neither the confidential referrer of the facts nor the account that wrote them. */
class PartnerViewTest {

    private static final Redaction CONFIDENTIAL = new Redaction(
            List.of(),
            true,
            false,
            false,
            new Confidence().named("Wren Cloudberry", Confidence.THE_REFERRER).named("quill7", Confidence.THE_REFERRER),
            "quill7",
            Set.of());

    private static final Instant AT = Instant.parse("2026-09-22T09:00:00Z");
    private static final Reference REFERENCE = new Reference("28T5-CY4T-Y");

    private static final Concern CONCERN =
            new Concern(REFERENCE, AT, "northfield-school", "quill7", FactsYaml.facts("""
            referrer: {name: Wren Cloudberry, role: Teacher, phone: 01632 960777, confidential: true}
            policeContact: {rung: RANG_101, by: quill7}
            children: [{name: Jo}]
            doneSoFar: Quill7 told Wren Cloudberry's manager.
            """), "root");

    private static Note note(String text, String by, boolean byAgency) {
        return new Note(
                REFERENCE,
                1,
                2,
                FactsYaml.as(Information.class, "{account: [{kind: FACT, text: %s}]}".formatted(text)),
                AT,
                by,
                byAgency);
    }

    @Test
    void namesAndAccountsAreReplacedInFactsAdditionsAndReasons() {
        PartnerView told = PartnerView.of(
                CONCERN,
                List.of(note("Quill7 rang.", "quill7", true), note("Wren Cloudberry rang.", "Sam Officer", false)),
                CONFIDENTIAL);

        String letter = PoliceLetter.of(told).text()
                + told.shown(new Assessed(List.of(), "As quill7 says.", null, null, null))
                        .rationale();
        assertThat(letter)
                .contains(
                        "The referrer told the referrer's manager.",
                        "The referrer rang.",
                        "As the referrer says.",
                        "Referrer asked not to be named; ask the hub",
                        "Sam Officer",
                        "Teacher")
                .doesNotContainIgnoringCase("quill7")
                .doesNotContain("Cloudberry", "960777");
        assertThat(told.later()).extracting(Later::by).containsExactly("Sam Officer", "The referrer");
    }

    @Test
    void agencyStaffWhoSignedNothingAreTheReferrerToo() {
        assertThat(PartnerView.of(CONCERN, List.of(note("It rang.", "Tern Sandpiper", true)), CONFIDENTIAL)
                        .later())
                .extracting(Later::by)
                .containsExactly("The referrer");
    }

    @Test
    void withoutAConfidentialReferrerNothingIsReplaced() {
        PartnerView told = PartnerView.of(CONCERN, List.of(note("Quill7 rang.", "quill7", true)), Redaction.NOTHING);
        assertThat(PoliceLetter.of(told).text()).contains("Wren Cloudberry", "Quill7 rang.", "01632 960777");
        assertThat(told.facts()).isSameAs(CONCERN.facts());
    }
}
