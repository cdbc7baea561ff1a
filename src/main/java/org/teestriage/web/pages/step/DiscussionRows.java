package org.teestriage.web.pages.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.teestriage.casework.casefile.PathView;
import org.teestriage.decision.AgreedActions;
import org.teestriage.decision.Decision;
import org.teestriage.decision.DiscussionActions;
import org.teestriage.decision.Step;
import org.teestriage.decision.StrategyDiscussion;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.Labels;

/** The people and actions of a part's strategy discussions as rows of the forms that follow them up. */
final class DiscussionRows {

    private DiscussionRows() {}

    /**
     * A row of a form.
     *
     * @param list the list of the form that it belongs to, and {@code key} the component with its number
     * @param lines what is known of it
     * @param questions the components that are asked
     */
    public record Row(String list, String key, int number, String title, List<String> lines, List<String> questions) {}

    static List<Row> of(StepPlace place) {
        return place.step() == Step.DISCUSSION_RECORD ? people(place) : actions(place);
    }

    private static List<Row> people(StepPlace place) {
        List<StrategyDiscussion.Participant> present = decisions(place, Step.STRATEGY_DISCUSSION)
                .reduce((earlier, later) -> later)
                .map(decision -> ((StrategyDiscussion) decision).present())
                .orElse(List.of());
        return IntStream.range(0, present.size())
                .mapToObj(index -> new Row(
                        "people",
                        "person",
                        index + 1,
                        "%s, %s"
                                .formatted(
                                        present.get(index).name(),
                                        present.get(index).role()),
                        List.of(Labels.of(present.get(index).agency())),
                        List.of("shared", "sharedOn", "how", "receivedOn", "whyNot")))
                .toList();
    }

    private static List<Row> actions(StepPlace place) {
        return open(place).stream()
                .map(line -> new Row(
                        "results",
                        "action",
                        line.number(),
                        line.action().what(),
                        List.of("%s, %s, by %s"
                                .formatted(
                                        line.action().owner(),
                                        Labels.of(line.action().agency()),
                                        LondonTime.day(line.dueOn()))),
                        List.of("state", "whyNot", "dueOn")))
                .toList();
    }

    private static List<AgreedActions.ActionProgress> open(StepPlace place) {
        return AgreedActions.of(decisions(place, Step.STRATEGY_DISCUSSION, Step.DISCUSSION_ACTIONS)
                        .toList())
                .open();
    }

    /** What the form begins with: the receipts so far, or the day of each action that is not overdue. */
    static Optional<FormValues> prefilled(StepPlace place, Forms forms, LocalDate today) {
        return switch (place.step()) {
            case DISCUSSION_RECORD ->
                decisions(place, Step.DISCUSSION_RECORD, Step.STRATEGY_DISCUSSION)
                        .reduce((earlier, later) -> later)
                        .filter(decision -> decision.step() == Step.DISCUSSION_RECORD)
                        .map(forms::written);
            case DISCUSSION_ACTIONS -> Optional.of(stillToDo(open(place), forms, today));
            default -> Optional.empty();
        };
    }

    private static FormValues stillToDo(List<AgreedActions.ActionProgress> open, Forms forms, LocalDate today) {
        FormValues all = forms.written(new DiscussionActions(open.stream()
                .map(line -> new DiscussionActions.ActionResult(
                        line.number(), DiscussionActions.Progress.TO_DO, null, line.dueOn()))
                .toList()));
        List<String> overdue = IntStream.range(0, open.size())
                .filter(index -> open.get(index).overdue(today))
                .mapToObj("results[%d]"::formatted)
                .toList();
        return all.only(name -> overdue.stream().noneMatch(row -> FormValues.isAt(name, row)));
    }

    private static Stream<Decision> decisions(StepPlace place, Step... steps) {
        return place.view().done().stream()
                .filter(done -> done.item().equals(place.item())
                        && Stream.of(steps).anyMatch(step -> step.id().equals(done.step())))
                .map(DiscussionRows::decision);
    }

    private static Decision decision(PathView.Done done) {
        return Json.read(
                ((JsonNode) done.decision()).toString(),
                Step.of(done.step()).orElseThrow().decision());
    }
}
