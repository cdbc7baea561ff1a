package org.teestriage.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.delivery.HmacSignature.Direction;

/** Which receipts are signed by the partner of the letter, for this letter and recently. */
class HmacSignatureTest {

    private static final Instant NOW = Instant.parse("2026-09-22T09:00:00Z");
    private static final String LETTER = "11111111-0000-4000-8000-000000000000";
    private static final byte[] BODY = "{\"status\": \"DELIVERED\"}".getBytes(UTF_8);
    private static final HmacSignature KEY = new HmacSignature("a made-up key");

    private static boolean fits(Instant signedAt, String signature) {
        return KEY.fits(Direction.RECEIPT, String.valueOf(signedAt.getEpochSecond()), signature, LETTER, BODY, NOW);
    }

    private static String receipt(Instant at) {
        return KEY.sign(Direction.RECEIPT, at, LETTER, BODY);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-300, true", "300, true", "-301, false", "301, false"})
    void aSignatureIsValidForFiveMinutesBeforeAndAfter(long seconds, boolean valid) {
        Instant signedAt = NOW.plusSeconds(seconds);
        assertThat(fits(signedAt, receipt(signedAt))).isEqualTo(valid);
    }

    @Test
    void aSignatureWithAnotherKeyIsRefused() {
        assertThat(fits(NOW, new HmacSignature("another key").sign(Direction.RECEIPT, NOW, LETTER, BODY)))
                .isFalse();
    }

    @Test
    void theSignatureOfTheLetterItselfIsNoReceipt() {
        assertThat(fits(NOW, KEY.sign(Direction.LETTER, NOW, LETTER, BODY))).isFalse();
    }

    @Test
    void aReceiptForAnotherLetterIsRefused() {
        assertThat(fits(NOW, KEY.sign(Direction.RECEIPT, NOW, "22222222-0000-4000-8000-000000000000", BODY)))
                .isFalse();
    }

    @Test
    void aChangedBodyOrTimeIsRefused() {
        assertThat(fits(NOW, KEY.sign(Direction.RECEIPT, NOW, LETTER, "{}".getBytes(UTF_8))))
                .isFalse();
        assertThat(fits(NOW.plusSeconds(1), receipt(NOW))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "now", "1e9", " 1790067600", "999999999999", "99999999999"})
    void aTimeThatIsNoRecentSecondIsRefused(String timestamp) {
        assertThat(KEY.fits(Direction.RECEIPT, timestamp, receipt(NOW), LETTER, BODY, NOW))
                .isFalse();
    }
}
