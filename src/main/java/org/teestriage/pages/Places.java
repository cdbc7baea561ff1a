package org.teestriage.pages;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import org.teestriage.concern.Child;
import org.teestriage.concern.Facts;
import org.teestriage.decision.Step;
import org.teestriage.desk.Standing;
import org.teestriage.pages.StepPages.Place;

/** How a step page names what it is about. */
@TemplateExtension
final class Places {

    private Places() {}

    static Standing.OpenStep open(Place place) {
        return place.view().open().orElseThrow();
    }

    static String itemWord(Place place) {
        return switch (place.step().item()) {
            case NONE, PART -> "part";
            case CHILD -> "child";
            case SUSPECT -> "person";
            case ACCOUNT -> "account";
            case INFORMATION -> "information";
            case GLASS -> "time";
            case LETTER -> "letter";
        };
    }

    static String childNamed(Place place, int number) {
        Facts facts = place.view().standing().facts();
        Child child = facts == null ? null : facts.children().get(number - 1);
        return child == null || child.name() == null
                ? "Child " + number
                : "Child %d: %s".formatted(number, child.name());
    }

    static boolean asksAgain(Place place) {
        return StepPages.ASKED_AGAIN.contains(place.step());
    }

    /** Whether somebody has to act at once and not click on. */
    static boolean dangerous(Place place) {
        return place.step() == Step.EMERGENCY_CALL;
    }

    /** The questions about one child of a threshold decision. */
    static List<Form.Question> ofChild(Form form, int index) {
        return form.at("children[%d].outcomes".formatted(index), "children[%d].rationale".formatted(index));
    }

    /** All questions; those of a single group without a frame round them. */
    static List<Form.Question> plain(Form form) {
        List<Form.Question> all = form.questions();
        return all.size() == 1 ? all.get(0).inside() : all;
    }
}
