package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teestriage.decision.SecondDecisions.NotNeeded;
import org.teestriage.decision.SecondDecisions.Row;
import org.teestriage.decision.SecondDecisions.Version;

/** The shipped table of what a second person decides too. */
class SecondDecisionsTest {

    private static final Version SHIPPED = SecondDecisions.on(LocalDate.of(2026, 11, 27));

    private static List<Set<Outcome>> everySet() {
        List<Outcome> all = List.of(Outcome.values());
        return IntStream.range(1, 1 << all.size())
                .mapToObj(bits -> {
                    Set<Outcome> chosen = EnumSet.noneOf(Outcome.class);
                    for (int i = 0; i < all.size(); i++) {
                        if (((bits >> i) & 1) == 1) {
                            chosen.add(all.get(i));
                        }
                    }
                    return chosen;
                })
                .toList();
    }

    @Test
    void onlyAnAssessmentHereNeedsNoSecondPerson() {
        assertThat(everySet()).hasSize(1023).allSatisfy(outcomes -> assertThat(
                        SHIPPED.reasons(outcomes).isEmpty())
                .as(outcomes.toString())
                .isEqualTo(outcomes.contains(Outcome.SECTION_17) || outcomes.contains(Outcome.SECTION_47)));
    }

    @Test
    void noReasonTellsThatTheLadoIsInvolved() {
        assertThat(SHIPPED.reasons(Set.of(Outcome.LADO))).isEqualTo(SHIPPED.reasons(Set.of(Outcome.VEMT)));
        assertThat(SHIPPED.alone()).extracting(Row::because).noneMatch(because -> because.contains("LADO"));
    }

    @Test
    void onlyTheReasonThatThePartnerHasItAlreadyStandsAlone() {
        Set<Enum<?>> alone = Set.of(
                Report.NotNeeded.ALREADY_REPORTED,
                Report.NotNeeded.POLICE_ALREADY_INVOLVED,
                ReferralNotNeeded.NoReferral.ALREADY_REFERRED);
        for (Step report : List.of(Step.POLICE_REPORT, Step.CEOP_DECISION, Step.PLATFORM_DECISION)) {
            for (Report.NotNeeded reason : Report.NotNeeded.values()) {
                boolean impossible =
                        (reason == Report.NotNeeded.NOT_AN_ABUSE_ACCOUNT && report != Step.PLATFORM_DECISION)
                                || (reason == Report.NotNeeded.DSL_LED_RESPONSE && report != Step.POLICE_REPORT);
                assertThat(SHIPPED.whyNotAlone(report, reason).isEmpty())
                        .as("%s %s", report, reason)
                        .isEqualTo(alone.contains(reason) || impossible);
            }
        }
        for (Step referral : List.of(Step.LADO_REFERRAL, Step.SOCIAL_CARE_REFERRAL)) {
            for (ReferralNotNeeded.NoReferral reason : ReferralNotNeeded.NoReferral.values()) {
                assertThat(SHIPPED.whyNotAlone(referral, reason).isEmpty())
                        .as("%s %s", referral, reason)
                        .isEqualTo(alone.contains(reason));
            }
        }
    }

    @Test
    void aReasonThatItsReportDoesNotHaveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotNeeded("lado-referral", "ACCOUNT_GONE", "of this"))
                .withMessageContaining("lado-referral has no reason ACCOUNT_GONE");
        assertThatIllegalArgumentException().isThrownBy(() -> new NotNeeded("close", "ACCOUNT_GONE", "of this"));
    }

    @Test
    void itIsAHouseRuleThatIsNotConfirmed() {
        assertThat(SHIPPED.source()).startsWith("House rule, to be confirmed");
        assertThat(SHIPPED.lastVerified()).isNull();
    }

    @Test
    void anOutcomeThatIsListedTwiceIsRefused() {
        Row row = new Row(Outcome.ADVICE, "of this");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Version(LocalDate.EPOCH, "House rule", null, List.of(row, row), "of that", List.of()));
    }
}
