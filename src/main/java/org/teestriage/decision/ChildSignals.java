package org.teestriage.decision;

import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;

/**
 * Inputs of the DMN table of suggested outcomes, for one child, without personal data. Component names are the input
 * names of the table. An unknown answer counts as false and suggests nothing; the priority table handles unknown
 * answers (see {@link Signals}).
 */
public record ChildSignals(
        boolean sexual,
        boolean adultSuspect,
        boolean dangerNow,
        boolean meetingArranged,
        boolean abuseLive,
        boolean withSuspect,
        boolean coercion,
        boolean suspectWorksWithChildren,
        boolean exploitation,
        boolean missing,
        boolean outsideTees,
        boolean knownToWorker) {

    /** Signals of the child with this number, counted from 1. */
    public static ChildSignals of(Facts facts, int number, boolean outsideTees) {
        Signals all = Signals.of(facts);
        Child child = facts.children().get(number - 1);
        return new ChildSignals(
                all.sexual(),
                all.adultSuspect(),
                all.dangerNow() == Answer.YES,
                all.meetingArranged() == Answer.YES,
                all.abuseLive() == Answer.YES,
                all.withSuspect() == Answer.YES,
                all.coercion(),
                all.suspectWorksWithChildren(),
                facts.kinds().contains(HarmKind.SEXUAL_EXPLOITATION),
                child.missing() == Answer.YES,
                outsideTees,
                !child.knownWorkers().isEmpty());
    }
}
