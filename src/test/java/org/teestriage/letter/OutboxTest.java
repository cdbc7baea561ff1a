package org.teestriage.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.letter.Letter.Purpose;

/** Numbers and revisions of the letters of one concern. */
class OutboxTest {

    private static final Letter POLICE = PreparedLetters.of(1, Purpose.POLICE_REPORT, "", 1);
    private static final Letter LADO = PreparedLetters.of(5001, Purpose.LADO_REFERRAL, "1", 1);
    private static final Letter CHILD_1 = PreparedLetters.of(2, Purpose.SOCIAL_CARE_REFERRAL, "1", 1);
    private static final Letter CHILD_1_AGAIN = PreparedLetters.of(3, Purpose.SOCIAL_CARE_REFERRAL, "1", 2);

    @Test
    void theFirstLetterIsNumberOneAndTheFirstToTheLadoIs5001() {
        assertThat(Outbox.number(List.of(), Purpose.POLICE_REPORT)).isEqualTo(1);
        assertThat(Outbox.number(List.of(), Purpose.LADO_REFERRAL)).isEqualTo(5001);
    }

    @Test
    void aLetterToTheLadoLeavesNoGapInTheNumbersOfTheOthers() {
        assertThat(Outbox.number(List.of(POLICE, LADO), Purpose.CEOP_REPORT)).isEqualTo(2);
        assertThat(Outbox.number(List.of(POLICE, LADO), Purpose.LADO_REFERRAL)).isEqualTo(5002);
    }

    @Test
    void theLatestLetterOfAnItemIsItsHighestRevision() {
        List<Letter> letters = List.of(CHILD_1_AGAIN, CHILD_1, POLICE);
        assertThat(Outbox.latest(letters, Purpose.SOCIAL_CARE_REFERRAL, "1")).contains(CHILD_1_AGAIN);
        assertThat(Outbox.latest(letters, Purpose.SOCIAL_CARE_REFERRAL, "2")).isEmpty();
        assertThat(Outbox.latest(letters, Purpose.CEOP_REPORT, "")).isEmpty();
    }
}
