package org.teestriage.decision.signal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliceTriggerVersionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 22);

    @Test
    void aTableWithoutTheAdultIsRefused() {
        assertThatThrownBy(() -> new PoliceTriggers.Version(
                        DAY, "made up", null, List.of(new PoliceTriggers.Row(PoliceTrigger.UNDER_13, "young"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
