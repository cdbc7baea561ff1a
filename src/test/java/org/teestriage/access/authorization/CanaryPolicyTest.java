package org.teestriage.access.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.teestriage.access.BreakGlassReason;

/** The documented table of who sees what is the one that {@link CanaryJourneyTest} holds the service to. */
class CanaryPolicyTest {

    @Test
    void theDocumentationShowsTheTableThatIsTested() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs/security.md"))).containsSubsequence(CanaryPolicy.markdown());
    }

    @Test
    void everyReasonForEmergencyAccessIsAReaderOfTheTable() {
        assertThat(Arrays.stream(CanaryPolicy.Reader.values()).map(Enum::name))
                .contains(
                        Arrays.stream(BreakGlassReason.values()).map(Enum::name).toArray(String[]::new));
    }
}
