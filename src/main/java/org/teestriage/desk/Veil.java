package org.teestriage.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.teestriage.access.Access;
import org.teestriage.access.Ground;
import org.teestriage.access.Officer;
import org.teestriage.concern.Answer;
import org.teestriage.concern.Child;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Facts;
import org.teestriage.concern.Notation;
import org.teestriage.decision.Step;
import org.teestriage.dispatch.Letter;
import org.teestriage.timeline.Timeline;

/**
 * What of the facts is held back from one person who may see the rest: where a looked-after child lives, from all but the
 * hub that has the child; who the referrer is, where they asked for it; that a suspect works with children, where that is
 * restricted to named people.
 *
 * @param children the numbers, from 1, of the children whose addresses are held back
 */
record Veil(List<Integer> children, boolean referrer, boolean lado) {

    private static final Set<String> LADO_LINES =
            Set.of(Step.LADO_REFERRAL.id(), Step.LADO_LETTER_CHASE.id(), "letter-to-lado");
    private static final List<String> OF_A_CHILD = List.of("address", "whereNow");
    private static final List<String> OF_A_REFERRER = List.of("name", "email", "phone", "relationToChild");
    private static final List<String> OF_A_SUSPECT = List.of("worksWithChildren", "workplace");

    static Veil of(Officer officer, Ground ground, Concern concern) {
        List<Child> children = concern.facts().children();
        return new Veil(
                IntStream.rangeClosed(1, children.size())
                        .filter(number -> children.get(number - 1).lookedAfter() == Answer.YES)
                        .filter(number -> !Access.maySeePlacement(
                                officer, ground, concern.partOfChild(number).hub()))
                        .boxed()
                        .toList(),
                Boolean.TRUE.equals(concern.facts().referrer().confidential())
                        && !Access.maySeeReferrer(officer, ground),
                !Access.mayKnowOfLado(officer, ground));
    }

    boolean hidesNothing() {
        return children.isEmpty() && !referrer && !lado;
    }

    boolean hides(Step step) {
        return lado && step.isOfTheLado();
    }

    /** A link that tells of the LADO, or of the walls that keep it among few. */
    boolean hides(Timeline.Line line) {
        return lado && LADO_LINES.contains(line.link().step());
    }

    /** A letter holds the whole: where a part of that is held back, so is the letter. */
    boolean hides(Letter letter) {
        return switch (letter.purpose()) {
            case LADO_REFERRAL -> lado;
            case SOCIAL_CARE_REFERRAL -> referrer || children.contains(Integer.valueOf(letter.item()));
            case POLICE_REPORT, CEOP_REPORT -> referrer || lado || !children.isEmpty();
            case PLATFORM_REPORT -> false;
        };
    }

    /** Even that there is such a letter would tell of the LADO. */
    boolean hidesThatThereIs(Letter letter) {
        return lado && letter.purpose() == Letter.Purpose.LADO_REFERRAL;
    }

    Facts over(Facts facts) {
        return hidesNothing() ? facts : Notation.read(over(Notation.tree(facts)).toString(), Facts.class);
    }

    /** The details of a timeline entry or a decision: facts, something that holds facts, or neither. */
    JsonNode over(JsonNode written) {
        if (!hidesNothing() && written instanceof ObjectNode object) {
            children.forEach(number -> remove(object.path("children").path(number - 1), OF_A_CHILD));
            if (referrer) {
                remove(object.path("referrer"), OF_A_REFERRER);
                object.remove("toldTo");
            }
            if (lado) {
                object.path("suspects").forEach(suspect -> remove(suspect, OF_A_SUSPECT));
            }
            over(object.path("facts"));
        }
        return written;
    }

    private static void remove(JsonNode from, List<String> fields) {
        if (from instanceof ObjectNode object) {
            object.remove(fields);
        }
    }

    /** What is held back, in words, so that nobody takes it for unknown. */
    List<String> withheld() {
        Stream.Builder<String> words = Stream.builder();
        children.forEach(number -> words.add("The address of child %d, who is looked after.".formatted(number)));
        if (referrer) {
            words.add("Who the referrer is: they asked for it.");
        }
        if (lado) {
            words.add("Whether a suspect works with children.");
        }
        return words.build().toList();
    }
}
