package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teestriage.decision.SecondDecisions.Row;
import org.teestriage.decision.SecondDecisions.Version;

/** The shipped table of the threshold decisions that a second person decides too. */
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
        assertThat(everySet()).hasSize(511).allSatisfy(outcomes -> assertThat(
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
    void itIsAHouseRuleThatIsNotConfirmed() {
        assertThat(SHIPPED.source()).startsWith("House rule, to be confirmed");
        assertThat(SHIPPED.lastVerified()).isNull();
    }

    @Test
    void anOutcomeThatIsListedTwiceIsRefused() {
        Row row = new Row(Outcome.ADVICE, "of this");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Version(LocalDate.EPOCH, "House rule", null, List.of(row, row), "of that"));
    }
}
