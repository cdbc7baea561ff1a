package org.teestriage.oversight.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Reference;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.document.PdfDocument;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.timeline.checkpoint.CheckpointSettings;
import org.teestriage.timeline.checkpoint.SigningKeys;

/** Gives a concern to managers and auditors to take away, with the proof that nobody altered it. */
@ApplicationScoped
public class InspectionService {

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final InspectionPackAssembler inspectionPackAssembler;
    private final SigningKeys signingKeys;

    InspectionService(
            Transactions transactions,
            ConcernAccess concernAccess,
            InspectionPackAssembler inspectionPackAssembler,
            CheckpointSettings settings) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.inspectionPackAssembler = inspectionPackAssembler;
        this.signingKeys = settings.keyring();
    }

    /** What the timeline keeps: what the pack left out. */
    record Exported(List<String> withheld) {}

    /** What would be left out for this reader; whoever may not take a pack is refused. */
    public List<String> offer(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            Redaction redaction = concernAccess
                    .forReading(officer, Act.EXPORT, reference, What.STANDING)
                    .redaction();
            requireEveryEntry(redaction);
            return redaction.withheld();
        });
    }

    /** A chain cannot be proven without showing how many entries it has, and where. */
    private static void requireEveryEntry(Redaction redaction) {
        if (redaction.lado()) {
            throw RequestRefusedException.notAllowed(
                    "A part of this concern is for named people, and a pack proves every entry of its"
                            + " timeline. Ask a manager who is named, or an auditor, to take it.");
        }
    }

    /** Its own taking stands at its end, on the timeline and in the read log. */
    public Attachment export(Officer officer, Reference reference) {
        InspectionPack pack = transactions.inNewTransaction(() -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, Act.EXPORT, reference);
            Redaction redaction = concernAccess.redaction(officer, update.concern());
            requireEveryEntry(redaction);
            concernAccess.recordReading(officer, List.of(reference), What.EXPORT);
            update.record(Kind.EXPORTED, "An inspection pack was taken.", new Exported(redaction.withheld()));
            return inspectionPackAssembler.of(update, redaction);
        });
        // Printing and packing takes its time, and holds nothing meanwhile.
        byte[] zip = new SignedZip()
                .add("concern.json", Json.write(pack).getBytes(StandardCharsets.UTF_8))
                .add(
                        "concern.pdf",
                        PdfDocument.of("concern.pdf", "Inspection pack of " + reference, InspectionPaper.of(pack))
                                .content())
                .zip(signingKeys, pack.takenAt());
        return new Attachment("inspection-pack-%s.zip".formatted(reference), "application/zip", zip);
    }
}
