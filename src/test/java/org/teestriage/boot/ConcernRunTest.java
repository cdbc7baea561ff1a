package org.teestriage.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.casework.path.DeadlineRecountService.Options;
import org.teestriage.concern.Reference;
import org.teestriage.testing.LogCapture;

/** Commands that change concern after concern, and their arguments. */
class ConcernRunTest {

    private static final Reference FAILS = new Reference("28T5-CY4T-Y");
    private static final Reference GOES = new Reference("K7Q2-9FXM-F");

    @Test
    void aConcernThatFailsIsNamedAndTheOthersGoOn() {
        List<Reference> changed = new ArrayList<>();
        try (LogCapture log = new LogCapture()) {
            int failed = ConcernRun.over(
                    List.of(FAILS, GOES),
                    reference -> {
                        if (reference.equals(FAILS)) {
                            throw new IllegalStateException("Robin Sample");
                        }
                        changed.add(reference);
                    },
                    () -> "%d changed".formatted(changed.size()));

            assertThat(failed).isEqualTo(1);
            assertThat(changed).containsExactly(GOES);
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("28T5-CY4T-Y failed and is unchanged"))
                    .anyMatch(line -> line.contains("2 of 2 concerns: 1 changed, 1 failed"))
                    .noneMatch(line -> line.contains("Robin"));
        }
    }

    @Test
    void anUnknownArgumentIsNoCommand() {
        assertThat(MigratePathsCommand.dryRun(List.of())).contains(false);
        assertThat(MigratePathsCommand.dryRun(List.of("--dry-run"))).contains(true);
        assertThat(MigratePathsCommand.dryRun(List.of("--dryrun"))).isEmpty();
        assertThat(RecountDeadlinesCommand.options(List.of("--dry-run", "--also-later")))
                .contains(new Options(true, true));
        assertThat(RecountDeadlinesCommand.options(List.of("--all"))).isEmpty();
    }
}
