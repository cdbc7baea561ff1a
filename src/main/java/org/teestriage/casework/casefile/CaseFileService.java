package org.teestriage.casework.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.ReadLog;
import org.teestriage.timeline.Reading;
import org.teestriage.timeline.Reading.What;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;

@ApplicationScoped
public class CaseFileService {

    private static final int PAGE = 50;

    private final ConcernAccess concernAccess;
    private final Transactions transactions;
    private final ConcernStatusAssembler concernStatusAssembler;
    private final ConcernLists concernLists;
    private final Timeline timeline;
    private final ReadLog readLog;
    private final PathViewAssembler pathViewAssembler;
    private final PathDiagramAssembler pathDiagramAssembler;

    CaseFileService(
            ConcernAccess concernAccess,
            Transactions transactions,
            ConcernStatusAssembler concernStatusAssembler,
            ConcernLists concernLists,
            Timeline timeline,
            ReadLog readLog,
            PathViewAssembler pathViewAssembler,
            PathDiagramAssembler pathDiagramAssembler) {
        this.concernAccess = concernAccess;
        this.transactions = transactions;
        this.concernStatusAssembler = concernStatusAssembler;
        this.concernLists = concernLists;
        this.timeline = timeline;
        this.readLog = readLog;
        this.pathViewAssembler = pathViewAssembler;
        this.pathDiagramAssembler = pathDiagramAssembler;
    }

    public ConcernStatus standing(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> concernStatusAssembler.of(
                concernAccess.forReading(officer, Act.SEE_STATUS, reference, What.STANDING), concernAccess.now()));
    }

    public PathView path(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> pathViewAssembler.of(
                concernAccess.forReading(officer, Act.SEE_TIMELINE, reference, What.PATH), concernAccess.now()));
    }

    /** Returns all that the officer may see of a concern, read in one transaction so that the page is consistent. */
    public ConcernView look(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading sight = concernAccess.forReading(officer, Act.SEE_STATUS, reference, What.STANDING);
            ConcernStatus standing = concernStatusAssembler.of(sight, concernAccess.now());
            if (!sight.may(Act.SEE_TIMELINE)) {
                return new ConcernView(standing, concernStatusAssembler.pendingFeedback(reference), null, null, null);
            }
            concernAccess.recordReading(officer, List.of(reference), What.PATH);
            concernAccess.recordReading(officer, List.of(reference), What.TIMELINE);
            PathView path = pathViewAssembler.of(sight, concernAccess.now());
            return new ConcernView(
                    standing,
                    concernStatusAssembler.pendingFeedback(reference),
                    path,
                    pathDiagramAssembler.of(path),
                    timelineOf(reference, sight.redaction()));
        });
    }

    public TimelineView timeline(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading sight = concernAccess.forReading(officer, Act.SEE_TIMELINE, reference, What.TIMELINE);
            return timelineOf(reference, sight.redaction());
        });
    }

    /**
     * Returns what the agency sent, for the referrer's side and for hub staff. Those who may add to a concern may read
     * what was sent.
     */
    public SentView sent(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> SentComposer.of(
                concernAccess.forReading(officer, Act.TELL, reference, What.SENT), timeline.read(reference.value())));
    }

    private TimelineView timelineOf(Reference reference, Redaction redaction) {
        return new TimelineView(
                reference,
                redaction.shown(timeline.read(reference.value())).stream()
                        .map(line -> entry(line, redaction))
                        .toList());
    }

    public static TimelineView.Entry entry(Redaction.Numbered numbered, Redaction redaction) {
        Timeline.Line line = numbered.line();
        Signature signature = redaction.apply(line.link().signature());
        return new TimelineView.Entry(
                numbered.number(),
                line.at(),
                signature.name(),
                signature.role(),
                signature.affiliation(),
                line.link().kind(),
                line.link().step(),
                line.link().item(),
                redaction.text(line.link().sentence()),
                redaction.details(line).orElse(null),
                redaction.lado() ? null : line.hash());
    }

    public VerificationView verification(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading sight = concernAccess.forReading(officer, Act.SEE_TIMELINE, reference, What.VERIFICATION);
            return VerificationView.of(timeline.verify(sight.concern()), sight.redaction());
        });
    }

    public ConcernList list(Officer officer, @Nullable Reference after) {
        ConcernAccess.requireRole(officer, Act.SEE_STATUS);
        return transactions.inNewTransaction(() -> concernLists.of(officer, after));
    }

    /** Returns the read log of a concern, for managers and auditors. The call itself is recorded in the read log. */
    public ReadingsView readings(Officer officer, Reference reference, @Nullable Long before) {
        return transactions.inNewTransaction(() -> {
            Redaction redaction = concernAccess
                    .forReading(officer, Act.SEE_READINGS, reference, What.READINGS)
                    .redaction();
            List<Reading> found = readLog.of(reference, before == null ? Long.MAX_VALUE : before, PAGE + 1);
            List<Reading> shown = found.subList(0, Math.min(PAGE, found.size()));
            return new ReadingsView(
                    reference,
                    shown.stream().map(reading -> line(reading, redaction)).toList(),
                    found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        });
    }

    private static ReadingsView.Line line(Reading reading, Redaction redaction) {
        Signature signature = redaction.apply(reading.signature());
        return new ReadingsView.Line(
                reading.at(), signature.name(), signature.role(), signature.affiliation(), reading.what());
    }
}
