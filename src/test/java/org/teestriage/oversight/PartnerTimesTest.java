package org.teestriage.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teestriage.oversight.PartnerTimes.Question;

class PartnerTimesTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private static Question asked(String whom, int due, @Nullable Integer answered) {
        return new Question(
                whom, NOON, NOON.plusSeconds(60L * due), answered == null ? null : NOON.plusSeconds(60L * answered));
    }

    @Test
    void answersAreInTimeOrLateAndAQuestionCountsAsNotAnsweredOnceItsAnswerIsDue() {
        PartnerTimes times = new PartnerTimes(
                List.of(
                        asked("Police, CHUB", 120, 120),
                        asked("Police, CHUB", 120, 121),
                        asked("Police, CHUB", 120, 30),
                        asked("Health, CHUB", 120, null),
                        asked("Health, CHUB", 600, null)),
                NOON.plusSeconds(3 * 3600));
        assertThat(times.inTime())
                .isEqualTo(
                        Map.of("Police, CHUB: in time", 2, "Police, CHUB: late", 1, "Health, CHUB: not answered", 1));
    }

    @Test
    void theMedianIsOfAnsweredQuestionsOnly() {
        PartnerTimes times = new PartnerTimes(
                List.of(
                        asked("Police, CHUB", 120, 10),
                        asked("Police, CHUB", 120, 500),
                        asked("Police, CHUB", 120, 40),
                        asked("Health, CHUB", 120, 20),
                        asked("Health, CHUB", 120, 90),
                        asked("Housing, CHUB", 120, null)),
                NOON);
        assertThat(times.medians()).isEqualTo(Map.of("Police, CHUB", 40, "Health, CHUB", 20));
    }

    @Test
    void anAnswerThatCameBeforeTheRecordedQuestionTookNoTime() {
        assertThat(new PartnerTimes(List.of(asked("Police, CHUB", 120, -5)), NOON).medians())
                .isEqualTo(Map.of("Police, CHUB", 0));
    }
}
