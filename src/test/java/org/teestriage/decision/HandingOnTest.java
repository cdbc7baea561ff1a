package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.decision.Decision.Settlement;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

/** The decisions that pass a concern on: to a hub, an authority, social care or the LADO. */
class HandingOnTest {

    private static final String SENT = "sent: {how: SECURE_MAIL, at: '%s', to: Duty desk, theirReference: SC-100}";
    private static final Refusal NOT_SENT_YET =
            new Refusal("The referral is said to be sent in the future. Send it first, then record it.");

    // Hubs and authorities

    @Test
    void aHandOverNeedsTheDutyTeamsAnswerAndTheEventsOfTheNight() {
        HandOver handOver = FactsYaml.as(HandOver.class, "{dutyTeamActed: NOT_KNOWN, overnight: Two calls}");
        assertThat(handOver.ruleOn(Situations.today())).isEqualTo(Ruling.of("Day staff took over from the night."));
        assertThat(ConstraintViolations.in(handOver)).isEmpty();
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(HandOver.class, "{}")))
                .containsExactly("dutyTeamActed", "overnight");
    }

    @Test
    void anAuthorityDecisionNeedsAnAuthorityAndAReason() {
        AuthorityDecision decision = new AuthorityDecision("E06000001", "The school is in Hartlepool.");
        assertThat(decision.ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The authority of the children was decided."));
        assertThat(ConstraintViolations.in(decision)).isEmpty();
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(AuthorityDecision.class, "authority: ' '")))
                .containsExactly("authority", "rationale");
    }

    @ParameterizedTest
    @CsvSource({"true, The other hub accepted the children.", "false, The other hub returned the children."})
    void theOtherHubAcceptsOrReturnsTheChildren(boolean accepted, String sentence) {
        assertThat(new HubAcceptance(accepted, "They live there.").ruleOn(Situations.today()))
                .isEqualTo(Ruling.of(sentence));
    }

    @Test
    void aDecisionNeedsItsResultAndAReason() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(HubAcceptance.class, "{}")))
                .containsExactly("accepted", "rationale");
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(SecondReading.class, "{}")))
                .containsExactly("agrees", "rationale");
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(ImmediateRiskCheck.class, "{}")))
                .containsExactly("finding", "rationale");
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(InformationReview.class, "{}")))
                .containsExactly("effect", "rationale");
    }

    // Referrals

    private static final String NOT_NEEDED = "notNeeded: {because: %s, rationale: The club says that he left in June.}";

    private static ThresholdDecision outcome(String outcome) {
        return FactsYaml.as(
                ThresholdDecision.class,
                "{complexAbuse: true, children: [{child: 1, outcomes: [%s], rationale: Seen by two officers.}]}"
                        .formatted(outcome));
    }

    @Test
    void aReferralToTheLadoIsNeededWhileThePersonIsKnownToWorkWithChildren() {
        Situation coach = Situations.about(FactsYaml.facts("suspects: [{worksWithChildren: YES}]"));
        for (String because : List.of("DOES_NOT_WORK_WITH_CHILDREN", "OPENED_BY_MISTAKE")) {
            LadoReferral notNeeded = FactsYaml.as(LadoReferral.class, "{" + NOT_NEEDED.formatted(because) + "}");
            assertThat(notNeeded.ruleOn(coach)).isInstanceOf(Refusal.class);
            assertThat(notNeeded.ruleOn(Situations.today()))
                    .isEqualTo(Ruling.of("A referral to the LADO of the workplace was decided not to be needed."));
            assertThat(notNeeded.settlement())
                    .contains(new Settlement(
                            "The club says that he left in June.",
                            Objects.requireNonNull(notNeeded.notNeeded()).because()));
        }
        assertThat(FactsYaml.as(LadoReferral.class, "{" + NOT_NEEDED.formatted("ALREADY_REFERRED") + "}")
                        .ruleOn(coach))
                .isInstanceOf(Ruling.class);
    }

    @Test
    void aReferralToSocialCareIsNeededWhereTheDecisionAsksForIt() {
        SocialCareReferral already =
                FactsYaml.as(SocialCareReferral.class, "{" + NOT_NEEDED.formatted("ALREADY_REFERRED") + "}");
        SocialCareReferral mistake =
                FactsYaml.as(SocialCareReferral.class, "{" + NOT_NEEDED.formatted("OPENED_BY_MISTAKE") + "}");
        Situation section17 = Situations.afterDecision(outcome("SECTION_17"), Situations.SAM);
        Situation section47 = Situations.afterDecision(outcome("SECTION_47"), Situations.SAM);
        assertThat(already.ruleOn(section17)).isInstanceOf(Ruling.class);
        assertThat(mistake.ruleOn(section17)).isInstanceOf(Refusal.class);
        assertThat(already.ruleOn(section47)).isInstanceOf(Refusal.class);
        assertThat(mistake.ruleOn(Situations.afterDecision(outcome("EARLY_HELP"), Situations.SAM)))
                .isInstanceOf(Ruling.class);
    }

    @Test
    void aReferralIsSentApprovedOrNotNeeded() {
        String both = "{%s, %s}".formatted(SENT.formatted(Situations.NOW), NOT_NEEDED.formatted("ALREADY_REFERRED"));
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(LadoReferral.class, both)))
                .containsExactly("sent");
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(SocialCareReferral.class, both)))
                .containsExactly("sent");
    }

    @Test
    void aSentReferralIsAccepted() {
        String sent = SENT.formatted(Situations.LATEST_ACCEPTED);
        assertThat(FactsYaml.as(SocialCareReferral.class, sent).ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("Children's social care received the referral."));
        assertThat(FactsYaml.as(LadoReferral.class, sent).ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The LADO of the workplace received the referral."));
    }

    @Test
    void aReferralSentInTheFutureIsRefused() {
        String sent = SENT.formatted(Situations.FUTURE);
        assertThat(FactsYaml.as(SocialCareReferral.class, sent).ruleOn(Situations.today()))
                .isEqualTo(NOT_SENT_YET);
        assertThat(FactsYaml.as(LadoReferral.class, sent).ruleOn(Situations.today()))
                .isEqualTo(NOT_SENT_YET);
    }

    @ParameterizedTest
    @ValueSource(classes = {SocialCareReferral.class, LadoReferral.class})
    void aReferralNeedsTheReferenceOfItsRecipient(Class<?> referral) {
        assertThat(ConstraintViolations.in(FactsYaml.as(referral, SENT.formatted(Situations.NOW))))
                .isEmpty();
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(referral, "{}"))).containsExactly("sent");
        assertThat(ConstraintViolations.placesIn(
                        FactsYaml.as(referral, SENT.formatted(Situations.NOW).replace("SC-100", "' '"))))
                .containsExactly("sent.theirReference");
    }
}
