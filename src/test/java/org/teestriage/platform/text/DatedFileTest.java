package org.teestriage.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatedFileTest {

    private record Limit(
            LocalDate from, String source, @Nullable LocalDate lastVerified, int atMost) implements DatedFile.Version {}

    private record Limits(List<Limit> limits) {}

    private static List<Limit> read(String... versions) throws IOException {
        String yaml = "limits:\n" + String.join("\n", versions) + "\n";
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        return DatedFile.inOrder(
                DatedFile.read(new ByteArrayInputStream(bytes), Limits.class).limits());
    }

    private static String version(String from, int atMost) {
        return "  - {from: %s, source: House rule, last-verified: , at-most: %d}".formatted(from, atMost);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01, 1", "2026-11-26, 1", "2026-11-27, 2", "2027-03-01, 2", "2020-01-01, 1"})
    void theVersionOfTheDayHoldsAndTheFirstAlsoForEarlierDays(LocalDate day, int atMost) throws IOException {
        List<Limit> versions = read(version("2026-01-01", 1), version("2026-11-27", 2));
        assertThat(DatedFile.inForce(versions, day).atMost()).isEqualTo(atMost);
    }

    @Test
    void versionsThatAreNotInOrderAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(version("2026-11-27", 2), version("2026-01-01", 1)))
                .withMessage("The versions are not in ascending order of their dates: 2026-01-01");
        assertThatIllegalArgumentException().isThrownBy(() -> DatedFile.inOrder(List.<Limit>of()));
    }

    @Test
    void aKeyThatStandsTwiceOrIsUnknownIsRefused() {
        assertThatThrownBy(() -> read("  - {from: 2026-01-01, source: A, source: B, at-most: 1}"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("  - {from: 2026-01-01, source: A, at-least: 1}"))
                .isInstanceOf(IOException.class);
    }
}
