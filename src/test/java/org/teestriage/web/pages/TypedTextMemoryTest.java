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
import org.teestriage.web.pages.form.Forms;

@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class TypedTextMemoryTest {

    private static final Map<String, List<String>> ORDINARY =
            Map.of("text", List.of("He wants to meet me on Saturday."));
    private static final Map<String, List<String>> LONG = Map.of("text", List.of("I saw it. ".repeat(10_000)));

    private final List<Runnable> openResponses = new ArrayList<>();

    @Inject
    Forms forms;

    @Test
    void onlyLongTextIsRefusedWhileOtherResponsesHoldTheMemory() {
        TypedTextMemory memory = new TypedTextMemory(10_000_000, openResponses::add);

        assertThat(memory.take(LONG)).isTrue();
        assertThat(memory.take(LONG)).isTrue();
        assertThat(memory.take(LONG)).isFalse();
        assertThat(memory.take(ORDINARY)).isTrue();

        openResponses.remove(0).run();
        assertThat(memory.take(LONG)).isTrue();
        assertThat(memory.take(LONG)).isFalse();
    }

    @Test
    void anErrorPageWithoutMemoryForTheTextSaysWhereTheTextStillIs() {
        assertThat(errorPage(0, LONG))
                .doesNotContain("I saw it.")
                .doesNotContain("<form")
                .contains("too long to be shown again", "Go back in your browser", "999");
    }

    @Test
    void anErrorPageWithMemoryShowsTheTextAndOffersToSendItAgain() {
        assertThat(errorPage(10_000_000, LONG))
                .contains("I saw it.", "<form")
                .doesNotContain("too long to be shown again");
    }

    private String errorPage(long memory, Map<String, List<String>> typed) {
        PageErrorRenderer pages = new PageErrorRenderer(forms, new TypedTextMemory(memory, openResponses::add));
        return pages.renderError(new Trouble(503, "Not available", "NOT submitted.", "/raise", typed))
                .body();
    }
}
