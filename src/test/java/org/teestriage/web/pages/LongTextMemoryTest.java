package org.teestriage.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.web.ErrorRenderer.Trouble;
import org.teestriage.web.LongTextMemory;
import org.teestriage.web.pages.form.Forms;

@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class LongTextMemoryTest {

    private static final Map<String, List<String>> ORDINARY =
            Map.of("text", List.of("He wants to meet me on Saturday."));
    private static final Map<String, List<String>> LONG = Map.of("text", List.of("I saw it. ".repeat(10_000)));

    private final List<Runnable> openResponses = new ArrayList<>();

    @Inject
    Forms forms;

    @Test
    void onlyLongTextIsRefusedWhileOtherResponsesHoldTheMemory() {
        LongTextMemory memory = empty();

        assertThat(memory.take(LongTextMemory.length(LONG))).isTrue();
        assertThat(memory.take(LongTextMemory.length(LONG))).isTrue();
        assertThat(memory.take(LongTextMemory.length(LONG))).isFalse();
        assertThat(memory.take(LongTextMemory.length(ORDINARY))).isTrue();

        openResponses.remove(0).run();
        assertThat(memory.take(LongTextMemory.length(LONG))).isTrue();
        assertThat(memory.take(LongTextMemory.length(LONG))).isFalse();
    }

    @Test
    void anErrorPageWithoutMemoryForTheTextSaysWhereTheTextStillIs() {
        assertThat(errorPage(full(), LONG))
                .doesNotContain("I saw it.")
                .doesNotContain("<form")
                .contains("too long to be shown again", "Go back in your browser", "999");
    }

    @Test
    void anErrorPageWithMemoryShowsTheTextAndOffersToSendItAgain() {
        assertThat(errorPage(empty(), LONG))
                .contains("I saw it.", "<form")
                .doesNotContain("too long to be shown again");
    }

    @Test
    void textLongerThanTheLimitIsTakenAlone() {
        LongTextMemory memory = new LongTextMemory(1, openResponses::add);

        assertThat(memory.take(100_000)).isTrue();
        assertThat(memory.take(100_000)).isFalse();

        openResponses.remove(0).run();
        assertThat(memory.take(100_000)).isTrue();
    }

    private String errorPage(LongTextMemory memory, Map<String, List<String>> typed) {
        PageErrorRenderer pages = new PageErrorRenderer(forms, memory);
        return pages.renderError(new Trouble(503, "Not available", "NOT submitted.", "/raise", typed))
                .body();
    }

    private LongTextMemory empty() {
        return new LongTextMemory(10_000_000, openResponses::add);
    }

    private LongTextMemory full() {
        LongTextMemory memory = empty();
        assertThat(memory.take(200_000)).isTrue();
        return memory;
    }
}
