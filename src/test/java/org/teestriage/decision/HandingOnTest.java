package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

/** The decisions that hand something to somebody: to a hub, an authority, social care, the LADO, a meeting, the referrer. */
class HandingOnTest {

    private static final String SENT = "sent: {how: SECURE_MAIL, at: '%s', to: Duty desk, theirReference: SC-100}";
    private static final Refusal NOT_SENT_YET =
            new Refusal("The referral is said to be sent in the future. Send it first, then record it.");

    // Hubs and authorities

    @Test
    void dayStaffTakeOverFromTheNight() {
        HandOver handOver = FactsYaml.as(HandOver.class, "{dutyTeamActed: NOT_KNOWN, overnight: Two calls}");
        assertThat(handOver.ruleOn(Asked.today())).isEqualTo(Ruling.of("Day staff took over from the night."));
        assertThat(ConstraintViolations.in(handOver)).isEmpty();
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(HandOver.class, "{}")))
                .containsExactly("dutyTeamActed", "overnight");
    }

    @Test
    void aPersonDecidesTheAuthorityWithAReason() {
        AuthorityDecision decision = new AuthorityDecision("E06000001", "The school is in Hartlepool.");
        assertThat(decision.ruleOn(Asked.today())).isEqualTo(Ruling.of("The authority of the children was decided."));
        assertThat(ConstraintViolations.in(decision)).isEmpty();
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(AuthorityDecision.class, "authority: ' '")))
                .containsExactly("authority", "rationale");
    }

    @ParameterizedTest
    @CsvSource({"true, The other hub accepted the children.", "false, The other hub returned the children."})
    void theOtherHubAcceptsOrReturns(boolean accepted, String sentence) {
        assertThat(new HubAcceptance(accepted, "They live there.").ruleOn(Asked.today()))
                .isEqualTo(Ruling.of(sentence));
    }

    @Test
    void acceptingAndReturningBothNeedAReason() {
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

    @Test
    void aReferralThatWasSentStands() {
        String sent = SENT.formatted(Asked.BY_ANOTHER_CLOCK);
        assertThat(FactsYaml.as(SocialCareReferral.class, sent).ruleOn(Asked.today()))
                .isEqualTo(Ruling.of("Children's social care received the referral."));
        assertThat(FactsYaml.as(LadoReferral.class, sent).ruleOn(Asked.today()))
                .isEqualTo(Ruling.of("The LADO of the workplace received the referral."));
    }

    @Test
    void aReferralFromTheFutureIsRefused() {
        String sent = SENT.formatted(Asked.YET_TO_COME);
        assertThat(FactsYaml.as(SocialCareReferral.class, sent).ruleOn(Asked.today()))
                .isEqualTo(NOT_SENT_YET);
        assertThat(FactsYaml.as(LadoReferral.class, sent).ruleOn(Asked.today())).isEqualTo(NOT_SENT_YET);
    }

    @ParameterizedTest
    @ValueSource(classes = {SocialCareReferral.class, LadoReferral.class})
    void aReferralWithoutTheirReferenceIsNotAReceipt(Class<?> referral) {
        assertThat(ConstraintViolations.in(FactsYaml.as(referral, SENT.formatted(Asked.NOW))))
                .isEmpty();
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(referral, "{}"))).containsExactly("sent");
        assertThat(ConstraintViolations.placesIn(
                        FactsYaml.as(referral, SENT.formatted(Asked.NOW).replace("SC-100", "' '"))))
                .containsExactly("sent.theirReference");
    }

    // The strategy discussion

    private static StrategyDiscussion discussion(String more) {
        return FactsYaml.as(StrategyDiscussion.class, "rationale: Joint enquiries\n" + more);
    }

    private static final String WHOLE = "attended: [HEALTH, POLICE, SOCIAL_CARE]\n";

    @ParameterizedTest
    @CsvSource({
        "true, The strategy discussion was held; section 47 enquiries begin.",
        "false, The strategy discussion was held; no section 47 enquiries."
    })
    void theDiscussionSaysWhetherEnquiriesBegin(boolean section47, String sentence) {
        assertThat(discussion(WHOLE + "heldOn: 2026-09-22\nsection47: " + section47)
                        .ruleOn(Asked.today()))
                .isEqualTo(Ruling.of(sentence));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-22, 2026-09-22T09:00:00Z, true",
        "2026-09-23, 2026-09-22T09:00:00Z, false",
        // Half past midnight in London, in summer: the day before in UTC.
        "2026-09-22, 2026-09-21T23:30:00Z, true",
        "2026-09-23, 2026-09-22T22:59:59Z, false",
        "2026-12-02, 2026-12-01T23:30:00Z, false"
    })
    void aDiscussionIsHeldByTheLondonDayItIsRecordedOn(String heldOn, Instant now, boolean stands) {
        Verdict verdict =
                discussion(WHOLE + "section47: true\nheldOn: " + heldOn).ruleOn(Asked.at(now));
        if (stands) {
            assertThat(verdict).isInstanceOf(Ruling.class);
        } else {
            assertThat(verdict)
                    .isEqualTo(
                            new Refusal("The discussion is said to be in the future. Hold it first, then record it."));
        }
    }

    /** No conference could be reckoned from it: nobody knows the bank holidays of every year there ever was. */
    @ParameterizedTest
    @CsvSource({"2025-09-22, true", "2025-09-21, false", "2006-09-22, false"})
    void aDiscussionOfAnotherAgeIsTakenForATypingMistake(String heldOn, boolean stands) {
        Verdict verdict =
                discussion(WHOLE + "section47: true\nheldOn: " + heldOn).ruleOn(Asked.today());
        if (stands) {
            assertThat(verdict).isInstanceOf(Ruling.class);
        } else {
            assertThat(verdict)
                    .isEqualTo(new Refusal("The discussion is said to be more than a year ago. Check its date."));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[POLICE, SOCIAL_CARE]", "[HEALTH, SOCIAL_CARE, EDUCATION]", "[HEALTH, POLICE, OTHER]"})
    void socialCarePoliceAndHealthTakePartOrItIsSaidWhyNot(String attended) {
        String told = "{heldOn: 2026-09-22, section47: false, rationale: Joint enquiries, attended: " + attended;
        String fault = "whyIncomplete: social care, police and health take part at least; say why one of them did not";
        assertThat(ConstraintViolations.in(FactsYaml.as(StrategyDiscussion.class, told + "}")))
                .containsExactly(fault);
        assertThat(ConstraintViolations.in(FactsYaml.as(StrategyDiscussion.class, told + ", whyIncomplete: ' '}")))
                .containsExactly(fault);
        assertThat(ConstraintViolations.in(
                        FactsYaml.as(StrategyDiscussion.class, told + ", whyIncomplete: Nobody at night}")))
                .isEmpty();
    }

    @Test
    void aWholeDiscussionHasNoFlawAndAnEmptyOneNamesAll() {
        assertThat(ConstraintViolations.in(discussion(WHOLE + "heldOn: 2026-09-22\nsection47: false")))
                .isEmpty();
        assertThat(ConstraintViolations.placesIn(discussion("whyIncomplete: Nobody at night")))
                .containsExactly("attended", "heldOn", "section47");
        assertThat(ConstraintViolations.placesIn(discussion("attended: []"))).contains("attended");
    }
}
