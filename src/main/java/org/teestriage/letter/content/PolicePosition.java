package org.teestriage.letter.content;

import org.jspecify.annotations.Nullable;
import org.teestriage.decision.PoliceReport;
import org.teestriage.decision.Report;

/** What is on record of a consultation of the police. */
public record PolicePosition(String said, @Nullable String theirReference) {

    public static PolicePosition of(PoliceReport decided) {
        Report report = decided.report();
        return switch (report.kind()) {
            case MADE ->
                new PolicePosition(
                        "reported to them",
                        report.sent() == null ? null : report.sent().theirReference());
            case APPROVED -> new PolicePosition("a report to them is approved", null);
            case NOT_NEEDED -> new PolicePosition("no report to them was needed: " + report.rationale(), null);
            case HELD -> throw new IllegalStateException("a report to the police is never held");
        };
    }
}
