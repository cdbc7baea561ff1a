package org.teestriage.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static Runnable compared(int size) {
        int[] numbers = IntStream.range(0, size).toArray();
        return () -> {
            for (int number : numbers) {
                if (Arrays.stream(numbers).filter(each -> each == number).count() != 1) {
                    throw new IllegalStateException();
                }
            }
        };
    }

    @Test
    void linearWorkPasses() {
        assertThatCode(() -> Growth.assertLinear("text", 50_000, size -> {
                    String text = "a".repeat(size);
                    return () -> assertThat(
                                    text.toUpperCase(Locale.ROOT).chars().distinct())
                            .hasSize(1);
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void quadraticTimeFails() {
        assertThatThrownBy(() -> Growth.assertLinear("pairs", 1_000, GrowthTest::compared))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("pairs from 1000 to 8000");
    }

    @Test
    void quadraticMemoryFails() {
        assertThatThrownBy(() -> Growth.assertLinear("pages", 500, size -> () -> {
                    byte[][] pages = new byte[size][];
                    Arrays.setAll(pages, each -> new byte[size]);
                }))
                .isInstanceOf(AssertionError.class);
    }
}
