package org.teestriage.casework.partnercheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.teestriage.casework.path.CheckSteps;
import org.teestriage.concern.Concern;

/** One step for each child with a check that is overdue. It opens late by a round of the service, and ends by itself. */
@ApplicationScoped
public class OverdueChecks {

    private final CheckReader checkReader;
    private final CheckSteps checkSteps;

    OverdueChecks(CheckReader checkReader, CheckSteps checkSteps) {
        this.checkReader = checkReader;
        this.checkSteps = checkSteps;
    }

    /** The checks about a child that were not made, or not answered, in time. */
    public List<ChecksView.Line> of(Concern concern, int child, Instant now) {
        return checkReader.of(concern).overdue(now).stream()
                .filter(line -> line.child() == child)
                .toList();
    }

    /** Whether a step has to open. */
    boolean lackAStep(Concern concern, Instant now) {
        return concern.open() && !childrenWithoutStep(concern, now).isEmpty();
    }

    void open(Concern concern, Instant now) {
        if (concern.open()) {
            childrenWithoutStep(concern, now).forEach(child -> checkSteps.open(concern, child, now));
        }
    }

    private List<Integer> childrenWithoutStep(Concern concern, Instant now) {
        return checkReader.of(concern).overdue(now).stream()
                .map(ChecksView.Line::child)
                .distinct()
                .filter(child -> !checkSteps.isOpen(concern, child))
                .toList();
    }

    public void closeIfNoneIs(Concern concern, int child, Instant now) {
        if (concern.open()
                && checkSteps.isOpen(concern, child)
                && of(concern, child, now).isEmpty()) {
            checkSteps.close(concern, child);
        }
    }
}
