package org.teestriage.decision.signal;

import java.time.LocalDate;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.concern.facts.Urgency;

/**
 * Inputs of the DMN table of suggested outcomes, for one child, without personal data. Component names are the input
 * names of the table. Answers that are not known suggest what protects (see {@link Signals}).
 *
 * @param workerAllocated see {@link AllocatedWorkers}
 */
public record ChildSignals(
        Answer sexual,
        Answer adultSuspect,
        Answer dangerNow,
        Answer selfHarm,
        Answer meetingArranged,
        Answer abuseLive,
        Answer withSuspect,
        boolean coercion,
        boolean selfHarmCoerced,
        Answer imagesWithAdult,
        boolean suspectWorksWithChildren,
        boolean exploitation,
        Answer missing,
        boolean outsideTees,
        boolean workerAllocated,
        boolean allegedToHaveHarmed,
        boolean unidentified,
        boolean riskyAdult,
        boolean groupOrManyChildren,
        boolean trafficked) {

    /** Signals of the child with this number, counted from 1. {@code day} decides the ages. */
    public static ChildSignals of(Facts facts, int number, boolean outsideTees, LocalDate day) {
        Signals all = Signals.of(facts, day);
        Urgency urgency = facts.urgencyOf(number);
        Child child = facts.children().get(number - 1);
        return new ChildSignals(
                all.sexual(),
                all.adultSuspect(),
                urgency.dangerNow(),
                urgency.talkOfSelfHarm(),
                urgency.meetingArranged(),
                urgency.abuseLive(),
                urgency.childWithSuspect(),
                all.coercion(),
                all.selfHarmCoerced(),
                all.imagesWithAdult(),
                all.suspectWorksWithChildren(),
                facts.kinds().stream().anyMatch(HarmKind::exploitation),
                Answer.known(child.missing()),
                outsideTees,
                AllocatedWorkers.mayBeOf(child, day),
                child.allegedToHaveHarmed(),
                child.unidentified(),
                facts.riskyAdultAround(number),
                facts.groupOrManyChildren(),
                child.mayBeTrafficked());
    }
}
