package org.teestriage.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochMicrosTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"1969-12-31T23:59:59.999999Z", "2026-10-25T00:30:00.123456Z", "2999-01-01T00:00:00.000001Z"})
    void anInstantReturnsUnchangedFromItsNumber(Instant at) {
        assertThat(EpochMicros.toInstant(EpochMicros.of(at))).isEqualTo(at);
    }

    @Test
    void nanosecondsAreCutOff() {
        assertThat(EpochMicros.of(Instant.parse("1970-01-01T00:00:01.000001999Z")))
                .isEqualTo(1_000_001);
    }
}
