package org.teestriage.decision;

import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;

/**
 * What the table of suggested outcomes looks at for one child: the facts boiled down, free of anything personal. The names
 * are the table's inputs. What nobody knows suggests nothing here; that it is asked about at all is the priority's part.
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

    /** Of the child with this number, from 1. */
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
