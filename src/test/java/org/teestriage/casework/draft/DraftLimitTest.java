package org.teestriage.casework.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.testing.client.Race;
import org.teestriage.testing.server.MySqlResource;

@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class DraftLimitTest {

    private static final DraftView.Content EMPTY = new DraftView.Content(Map.of(), List.of());

    @Inject
    DraftService draftService;

    private final Officer officer =
            new Officer("referrer." + UUID.randomUUID(), "Pat Example", Role.REFERRER, "Made Up Academy", Set.of());

    /** Whether one more draft was begun. */
    private boolean begin() {
        try {
            draftService.begin(officer, EMPTY);
            return true;
        } catch (RequestRefusedException refused) {
            assertThat(refused.sentence()).startsWith("You have 20 drafts already");
            return false;
        }
    }

    @Test
    void draftsBegunAtOnceDoNotExceedTheLimit() throws Exception {
        IntStream.range(0, 16).forEach(each -> assertThat(begin()).isTrue());

        List<Boolean> begun = Race.run(racer -> begin());

        assertThat(draftService.of(officer))
                .hasSize(16 + (int) begun.stream().filter(each -> each).count())
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void theTwentiethDraftIsBegunAndNoFurtherOne() {
        IntStream.range(0, 20).forEach(each -> assertThat(begin()).isTrue());

        assertThat(begin()).isFalse();
        assertThat(draftService.of(officer)).hasSize(20);
    }
}
