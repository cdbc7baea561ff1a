package org.teestriage.boot;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamedSettingsTest {

    private static SmallRyeConfig environment(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables, 300))
                .build();
    }

    @Test
    void aSettingUnderItsOldNameIsRefusedAndTheNewNameIsGiven() {
        assertThatThrownBy(() -> RenamedSettings.check(
                        environment(Map.of("TEES_TRIAGE_MOST_AT_ONCE", "20", "TEES_TRIAGE_DRAFT_KEY_BEFORE", "old"))))
                .hasMessage(
                        "Settings were renamed: tees-triage.draft-key-before is now tees-triage.drafts.previous-key; "
                                + "tees-triage.most-at-once is now tees-triage.http.max-concurrent-requests");
    }

    @Test
    void aSettingUnderItsNewNameIsTaken() {
        assertThatCode(() ->
                        RenamedSettings.check(environment(Map.of("TEES_TRIAGE_HTTP_MAX_CONCURRENT_REQUESTS", "20"))))
                .doesNotThrowAnyException();
    }
}
