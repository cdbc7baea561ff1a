package org.teestriage.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamedSettingsTest {

    private static final String LIMIT = "tees-triage.http.max-concurrent-requests";

    private static SmallRyeConfig environment(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables, 300))
                .withDefaultValue(LIMIT, "150")
                .withInterceptors(new RenamedSettings())
                .build();
    }

    @Test
    void aSettingUnderItsOldNameIsRefusedAndTheNewNameIsGiven() {
        SmallRyeConfig config = environment(Map.of("TEES_TRIAGE_MOST_AT_ONCE", "20"));
        assertThatThrownBy(() -> config.getValue(LIMIT, Integer.class))
                .hasMessageContaining("tees-triage.most-at-once was renamed. Give " + LIMIT + " instead.");
    }

    @Test
    void aSettingUnderItsNewNameIsTaken() {
        assertThat(environment(Map.of("TEES_TRIAGE_HTTP_MAX_CONCURRENT_REQUESTS", "20"))
                        .getValue(LIMIT, Integer.class))
                .isEqualTo(20);
    }
}
