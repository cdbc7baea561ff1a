package org.teestriage.casework.path;

import java.util.List;
import java.util.Optional;
import org.teestriage.workflow.obligation.Obligation;
import org.teestriage.workflow.obligation.Obligation.State;
import org.teestriage.workflow.obligation.ObligationKind;

/**
 * The order of reports: capture evidence, then the police, then CEOP and the platform. A report too early can destroy
 * evidence or warn a suspect.
 */
final class ReportOrder {

    private ReportOrder() {}

    /** What the order depends on. */
    record Recorded(ObligationKind kind, State state) {
        static List<Recorded> of(List<Obligation> obligations) {
            return obligations.stream()
                    .map(each -> new Recorded(each.kind(), each.state()))
                    .toList();
        }

        private boolean settled(ObligationKind of) {
            return kind == of && state.settled();
        }
    }

    /**
     * Why the step of an obligation has to wait; empty if it may open.
     *
     * @param standing whether a threshold decision stands for children of the concern
     */
    static Optional<String> waitsFor(ObligationKind kind, List<Recorded> recorded, boolean standing) {
        boolean afterPolice = kind == ObligationKind.CEOP || kind == ObligationKind.PLATFORM;
        if (afterPolice
                && recorded.stream()
                        .anyMatch(each -> each.kind() == ObligationKind.POLICE
                                && !each.state().settled())) {
            return Optional.of("Opens when the report to the police is decided.");
        }
        boolean known = standing
                || recorded.stream()
                        .anyMatch(each -> each.settled(ObligationKind.POLICE) || each.settled(ObligationKind.LADO));
        return kind == ObligationKind.PLATFORM && !known
                ? Optional.of("Opens when the police, the LADO or the threshold decision has taken a position.")
                : Optional.empty();
    }
}
