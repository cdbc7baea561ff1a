package org.teestriage.web.pages.step;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.stream.Stream;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.concern.ChildItem;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.Step;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.Labels;

@TemplateExtension
final class StepTemplateExtensions {

    private StepTemplateExtensions() {}

    static ConcernStatus.OpenStep open(StepPlace place) {
        return place.view().open().orElseThrow();
    }

    /** Names the item. Omits the part if the concern has only one. */
    static String whichItem(StepPlace place) {
        boolean onlyPart = place.step().item() == Step.Item.PART
                && place.view().standing().hubs().size() == 1;
        return place.item().isEmpty() || onlyPart
                ? ""
                : ", %s %s".formatted(itemWord(place), ChildItem.inWords(place.item()));
    }

    private static String itemWord(StepPlace place) {
        return switch (place.step().item()) {
            case PART -> "part";
            // Of the steps of the whole concern only a report to a further police force has an item.
            case NONE, CHILD -> "child";
            case SUSPECT -> "person";
            case ACCOUNT -> "account";
            case INFORMATION -> "information";
            case GLASS -> "time";
            case LETTER -> "letter";
        };
    }

    static String childNamed(StepPlace place, int number) {
        Facts facts = place.view().standing().facts();
        Child child = facts == null ? null : facts.children().get(number - 1);
        return child == null || child.name() == null
                ? "Child " + number
                : "Child %d: %s".formatted(number, child.name());
    }

    /** A suggestion, its reason and its rule. {@code what} is empty if the step itself is suggested. */
    public record Suggested(String what, String because, String source) {}

    static List<Suggested> suggestedFor(StepPlace place, int child) {
        return place.view().suggestions().outcomes().stream()
                .filter(each -> each.child() == child)
                .map(each -> new Suggested(Labels.of(each.outcome()), each.because(), each.source()))
                .toList();
    }

    static List<Suggested> whyDue(StepPlace place) {
        String report =
                switch (place.step()) {
                    case POLICE_REPORT -> "police";
                    case CEOP_DECISION -> "ceop";
                    case PLATFORM_DECISION -> "platform";
                    case LADO_REFERRAL -> "lado";
                    default -> "";
                };
        return place.view().suggestions().reports().stream()
                .filter(each -> each.report().equals(report))
                .map(each -> new Suggested("", each.because(), each.source()))
                .toList();
    }

    static boolean needsConfirmation(StepPlace place) {
        return StepPages.NEEDS_CONFIRMATION.contains(place.step());
    }

    /** Whether the step needs immediate action outside the service. */
    static boolean dangerous(StepPlace place) {
        return place.step() == Step.EMERGENCY_CALL;
    }

    /** The fields about one child in a threshold decision or a strategy discussion. */
    static List<Form.Question> ofChild(Form form, StepPlace place, int index) {
        Stream<String> fields = place.step() == Step.STRATEGY_DISCUSSION
                ? Stream.of("section47", "enquiries", "rationale")
                : Stream.of("outcomes", "rationale", "level", "contactPlan", "notShared");
        return form.each(
                fields.map(field -> "children[%d].%s".formatted(index, field)).toList());
    }

    static boolean hasRows(StepPlace place) {
        return place.step() == Step.DISCUSSION_RECORD || place.step() == Step.DISCUSSION_ACTIONS;
    }

    static List<DiscussionRows.Row> rows(StepPlace place) {
        return DiscussionRows.of(place);
    }

    static List<Form.Question> ofRow(Form form, DiscussionRows.Row row, int index) {
        return form.each(row.questions().stream()
                .map(field -> "%s[%d].%s".formatted(row.list(), index, field))
                .toList());
    }

    /** All questions; a single group is replaced by its questions. */
    static List<Form.Question> plain(Form form) {
        List<Form.Question> all = form.questions();
        return all.size() == 1 ? all.get(0).inside() : all;
    }
}
