package org.teestriage.boot;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.teestriage.casework.path.DeadlineRecountService;
import org.teestriage.casework.path.DeadlineRecountService.Fate;
import org.teestriage.casework.path.DeadlineRecountService.Options;
import org.teestriage.casework.path.DeadlineRecountService.Recounted;
import org.teestriage.concern.Reference;
import org.teestriage.platform.text.LondonTime;

/** {@code recount-deadlines [--dry-run] [--also-later]}. */
@ApplicationScoped
class RecountDeadlinesCommand {

    static final String NAME = "recount-deadlines";
    private static final String DRY_RUN = "--dry-run";
    private static final String ALSO_LATER = "--also-later";

    private final DeadlineRecountService deadlineRecountService;

    RecountDeadlinesCommand(DeadlineRecountService deadlineRecountService) {
        this.deadlineRecountService = deadlineRecountService;
    }

    /** Empty if an argument is unknown. */
    static Optional<Options> options(List<String> arguments) {
        return List.of(DRY_RUN, ALSO_LATER).containsAll(arguments)
                ? Optional.of(new Options(arguments.contains(DRY_RUN), arguments.contains(ALSO_LATER)))
                : Optional.empty();
    }

    int run(Options options) {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        int failed = ConcernRun.over(
                deadlineRecountService.concerns(),
                reference -> deadlineRecountService.recount(reference, options).forEach(each -> {
                    Log.info(line(reference, each, options.dryRun()));
                    counts.merge(each.fate(), 1, Integer::sum);
                }),
                () -> state(counts));
        if (options.dryRun()) {
            Log.info("This was a dry run: nothing has changed.");
        }
        return failed == 0 ? 0 : 1;
    }

    static String line(Reference reference, Recounted each, boolean dryRun) {
        String place = each.item().isEmpty()
                ? each.step().id()
                : "%s/%s".formatted(each.step().id(), each.item());
        return "%s %s: due %s, by the rules %s: %s. Rule: %s"
                .formatted(
                        reference,
                        place,
                        LondonTime.when(each.before()),
                        LondonTime.when(each.due()),
                        words(each.fate(), dryRun),
                        each.rule());
    }

    private static String words(Fate fate, boolean dryRun) {
        return switch (fate) {
            case SOONER, LATER -> dryRun ? "would move" : "moved";
            case KEPT -> "kept, because it would be later (%s)".formatted(ALSO_LATER);
            case KEPT_OVERDUE -> "kept, because it was raised to the manager as overdue";
        };
    }

    private static String state(Map<Fate, Integer> counts) {
        return Arrays.stream(Fate.values())
                .map(fate -> "%,d %s"
                        .formatted(
                                counts.getOrDefault(fate, 0),
                                fate.name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .collect(Collectors.joining(", "));
    }
}
