package org.teestriage.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.facts.Confidence;
import org.teestriage.letter.Letter.Purpose;

/** Which letters are hidden from a reader from whom a part of the facts is hidden. */
class LetterVisibilityTest {

    private static final Redaction CHILD_1 = hiding(List.of(1), false, false);
    private static final Redaction REFERRER = hiding(List.of(), true, false);
    private static final Redaction LADO = hiding(List.of(), false, true);

    private static Redaction hiding(List<Integer> children, boolean referrer, boolean lado) {
        return new Redaction(children, referrer, lado, false, new Confidence(), "robin", Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "SOCIAL_CARE_REFERRAL, 1, true,  true,  true",
        "SOCIAL_CARE_REFERRAL, 2, false, true,  true",
        "POLICE_REPORT,       '', true,  true,  true",
        "CEOP_REPORT,         '', true,  true,  true",
        "PLATFORM_REPORT,      1, false, false, false",
        "LADO_REFERRAL,        1, false, false, true"
    })
    void aLetterIsHiddenIfItHoldsWhatIsHidden(
            Purpose purpose, String item, boolean byChild, boolean byReferrer, boolean byLado) {
        Letter letter = PreparedLetters.of(purpose, item);
        assertThat(LetterVisibility.hides(CHILD_1, letter)).as("child 1").isEqualTo(byChild);
        assertThat(LetterVisibility.hides(REFERRER, letter)).as("referrer").isEqualTo(byReferrer);
        assertThat(LetterVisibility.hides(LADO, letter)).as("LADO").isEqualTo(byLado);
        assertThat(LetterVisibility.hides(Redaction.NOTHING, letter))
                .as("nothing")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void aReaderWithoutContentSeesOnlyTheKindOfRecipient(Purpose purpose) {
        Redaction audit = new Redaction(List.of(), false, false, true, new Confidence(), "robin", Set.of());
        Letter letter = PreparedLetters.of(purpose, "1");
        assertThat(LetterVisibility.hides(audit, letter)).isTrue();
        assertThat(LetterVisibility.hidesExistence(audit, letter)).isFalse();
        assertThat(LetterVisibility.recipient(audit, letter)).isEqualTo(purpose.reader());
        assertThat(LetterVisibility.recipient(Redaction.NOTHING, letter)).isEqualTo(letter.partner());
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void onlyTheExistenceOfALetterToTheLadoIsHidden(Purpose purpose) {
        Letter letter = PreparedLetters.of(purpose, "1");
        assertThat(LetterVisibility.hidesExistence(LADO, letter)).isEqualTo(purpose == Purpose.LADO_REFERRAL);
        assertThat(LetterVisibility.hidesExistence(REFERRER, letter)).isFalse();
        assertThat(LetterVisibility.hidesExistence(CHILD_1, letter)).isFalse();
    }
}
