package org.teestriage.decision;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.concern.facts.Images;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.concern.facts.Urgency;

/**
 * Inputs of the DMN tables for priority and due reports, without personal data. Component names are the input names of
 * the tables.
 */
public record Signals(
        Answer dangerNow,
        Answer selfHarm,
        Answer meetingArranged,
        Answer abuseLive,
        Answer withSuspect,
        boolean sexual,
        boolean bullyingOnly,
        boolean coercion,
        boolean imagesExist,
        boolean imagesOfUnder13,
        boolean adultSuspect,
        boolean suspectWorksWithChildren,
        boolean accountKnown,
        boolean crimeSuspected,
        boolean contactContinuing,
        boolean lookedAfter,
        boolean missing) {

    public static Signals of(Facts facts) {
        Urgency urgency = facts.urgency();
        boolean sexual = facts.kinds().stream().anyMatch(HarmKind::sexual);
        boolean coercion = facts.kinds().contains(HarmKind.SEXTORTION);
        boolean images = facts.images() != null && facts.images().exist() == Answer.YES;
        return new Signals(
                urgency.dangerNow(),
                urgency.selfHarmOrSuicide(),
                urgency.meetingArranged(),
                urgency.abuseLive(),
                urgency.childWithSuspect(),
                sexual,
                bullyingOnly(facts),
                coercion,
                images,
                images && under13(facts),
                facts.suspects().stream().anyMatch(Suspect::mayBeAdult),
                !facts.suspectsAtWork().isEmpty(),
                !facts.accounts().isEmpty(),
                sexual || coercion || facts.kinds().contains(HarmKind.RADICALISATION),
                facts.contactContinuing() == Answer.YES,
                any(facts.children(), Child::lookedAfter),
                any(facts.children(), Child::missing));
    }

    private static boolean bullyingOnly(Facts facts) {
        return !facts.kinds().isEmpty()
                && Stream.of(HarmKind.CYBERBULLYING, HarmKind.EMOTIONAL_ABUSE)
                        .toList()
                        .containsAll(facts.kinds());
    }

    private static boolean under13(Facts facts) {
        Images images = facts.images();
        return images != null && images.childUnder13() == Answer.YES;
    }

    private static boolean any(List<Child> children, Function<Child, @Nullable Answer> answer) {
        return children.stream().anyMatch(child -> answer.apply(child) == Answer.YES);
    }
}
