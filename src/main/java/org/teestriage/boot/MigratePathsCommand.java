package org.teestriage.boot;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.teestriage.casework.path.PathMigrationService;
import org.teestriage.casework.path.PathMigrationService.Fate;
import org.teestriage.casework.path.PathMigrationService.Moved;
import org.teestriage.concern.Reference;

/** {@code migrate-paths [--dry-run]}. */
@ApplicationScoped
class MigratePathsCommand {

    static final String NAME = "migrate-paths";
    private static final String DRY_RUN = "--dry-run";

    private final PathMigrationService pathMigrationService;

    MigratePathsCommand(PathMigrationService pathMigrationService) {
        this.pathMigrationService = pathMigrationService;
    }

    /** Whether it is a dry run; empty if an argument is unknown. */
    static Optional<Boolean> dryRun(List<String> arguments) {
        return List.of(DRY_RUN).containsAll(arguments) ? Optional.of(!arguments.isEmpty()) : Optional.empty();
    }

    int run(boolean dryRun) {
        Counts counts = new Counts();
        int failed = ConcernRun.over(
                pathMigrationService.pending(),
                reference -> pathMigrationService
                        .migrate(reference, dryRun)
                        .ifPresentOrElse(moved -> tell(reference, moved, dryRun, counts), () -> counts.done++),
                counts::totals);
        counts.byStep().forEach(Log::info);
        Log.info(dryRun ? "This was a dry run: nothing has changed." : "Done.");
        return failed == 0 ? 0 : 1;
    }

    private static void tell(Reference reference, List<Moved> moved, boolean dryRun, Counts counts) {
        counts.add(moved);
        if (dryRun) {
            Log.infof(
                    "%s: %s",
                    reference,
                    moved.isEmpty()
                            ? "waits without an open step"
                            : moved.stream().map(MigratePathsCommand::line).collect(Collectors.joining(", ")));
        }
    }

    private static String line(Moved each) {
        return "%s %s".formatted(place(each), lower(each.fate()));
    }

    private static String place(Moved each) {
        return each.item().isEmpty()
                ? each.step().id()
                : "%s/%s".formatted(each.step().id(), each.item());
    }

    private static String lower(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }

    /** What happened to concerns, and to their open steps by kind. */
    private static final class Counts {

        private int brought;
        private int withoutStep;
        private int done;
        private final Map<String, Map<Fate, Integer>> steps = new TreeMap<>();

        void add(List<Moved> moved) {
            brought++;
            withoutStep += moved.isEmpty() ? 1 : 0;
            moved.forEach(each -> steps.computeIfAbsent(each.step().id(), step -> new EnumMap<>(Fate.class))
                    .merge(each.fate(), 1, Integer::sum));
        }

        String totals() {
            return "%,d brought to the present model (%,d without an open step), %,d there already"
                    .formatted(brought, withoutStep, done);
        }

        List<String> byStep() {
            return steps.entrySet().stream()
                    .map(step -> "%s: %s"
                            .formatted(
                                    step.getKey(),
                                    step.getValue().entrySet().stream()
                                            .map(fate -> "%,d %s".formatted(fate.getValue(), lower(fate.getKey())))
                                            .collect(Collectors.joining(", "))))
                    .toList();
        }
    }
}
