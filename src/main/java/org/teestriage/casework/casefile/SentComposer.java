package org.teestriage.casework.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.casefile.SentView.Entry;
import org.teestriage.casework.casefile.SentView.What;
import org.teestriage.concern.Concern;
import org.teestriage.decision.Step;
import org.teestriage.timeline.ChainLink;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;

/**
 * Selects from a timeline what the agency sent. Only entries that hold a submission are selected, and of these only the
 * ones that the agency, or the person who raised the concern at a hub, signed.
 */
final class SentComposer {

    private SentComposer() {}

    static SentView of(ConcernReading sight, List<Timeline.Line> timeline) {
        Redaction redaction = sight.redaction();
        List<String> withheld = redaction.withheld();
        return new SentView(
                sight.concern().reference(),
                timeline.stream()
                        .filter(line -> signedByTheReferrersSide(line.link().signature(), sight.concern()))
                        .flatMap(line -> entry(line, redaction).stream())
                        .toList(),
                withheld.isEmpty() ? null : withheld);
    }

    private static boolean signedByTheReferrersSide(Signature signature, Concern concern) {
        return signature.role().equals(Role.REFERRER.name()) || signature.user().equals(concern.raisedBy());
    }

    private static Optional<Entry> entry(Timeline.Line line, Redaction redaction) {
        Optional<JsonNode> told = redaction.details(line);
        return what(line.link(), told)
                .map(what -> new Entry(
                        what,
                        line.at(),
                        redaction.apply(line.link().signature()).name(),
                        told.map(details -> what == What.WRITTEN_CONCERN ? details.path("facts") : details)
                                .orElse(null)));
    }

    private static Optional<What> what(ChainLink link, Optional<JsonNode> told) {
        return switch (link.kind()) {
            case RAISED -> Optional.of(What.CONCERN);
            // A concern that was raised with danger has an entry about the answers that showed it, which it holds
            // already.
            case DANGER -> told.filter(details -> details.has("what")).map(details -> What.DANGER);
            case INFORMED -> Optional.of(What.INFORMATION);
            case CALLED -> Optional.of(What.CALL);
            // The amendment by a written concern has the step, whose decision holds all that was written.
            case AMENDED -> link.step().isEmpty() ? Optional.of(What.AMENDMENT) : Optional.empty();
            case DECIDED ->
                link.step().equals(Step.WRITTEN_CONCERN.id()) ? Optional.of(What.WRITTEN_CONCERN) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
