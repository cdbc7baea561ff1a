package org.teestriage.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstantAsMicrosTest {

    private static final Instant MOMENT = Instant.parse("2026-09-22T12:00:00.000001Z");

    @Test
    void instantsAreStoredWithMicrosecondPrecision() {
        InstantAsMicros micros = new InstantAsMicros();
        assertThat(micros.convertToEntityAttribute(micros.convertToDatabaseColumn(MOMENT)))
                .isEqualTo(MOMENT);
        assertThat(micros.convertToDatabaseColumn(MOMENT.plusNanos(999))).isEqualTo(1_790_078_400_000_001L);
        assertThat(micros.convertToDatabaseColumn(null)).isNull();
        assertThat(micros.convertToEntityAttribute(null)).isNull();
    }
}
