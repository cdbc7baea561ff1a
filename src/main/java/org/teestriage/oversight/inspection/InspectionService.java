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
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.print.PdfPrinter;
import org.teestriage.platform.print.PrintHtml;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.timeline.checkpoint.CheckpointSettings;
import org.teestriage.timeline.checkpoint.SigningKeys;

/** Exports a concern for managers and auditors, with proof that its timeline was not altered. */
@ApplicationScoped
public class InspectionService {

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final InspectionPackAssembler inspectionPackAssembler;
    private final PdfPrinter printer;
    private final SigningKeys signingKeys;

    InspectionService(
            Transactions transactions,
            ConcernAccess concernAccess,
            InspectionPackAssembler inspectionPackAssembler,
            PdfPrinter printer,
            CheckpointSettings settings) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.inspectionPackAssembler = inspectionPackAssembler;
        this.printer = printer;
        this.signingKeys = settings.keyring();
    }

    /** Details of the {@code EXPORTED} timeline entry. */
    record Exported(List<String> withheld) {}

    /** Returns what an export would withhold from the officer. Refused like the export itself. */
    public List<String> offer(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            Redaction redaction = concernAccess
                    .forReading(officer, Act.EXPORT, reference, What.STANDING)
                    .redaction();
            requireEveryEntry(redaction);
            return redaction.withheld();
        });
    }

    /**
     * Proof of a hash chain discloses the number and position of all entries, so LADO redaction rules out an export.
     */
    private static void requireEveryEntry(Redaction redaction) {
        if (redaction.lado()) {
            throw RequestRefusedException.notAllowed(
                    "A part of this concern is for named people, and a pack proves every entry of its"
                            + " timeline. Ask a manager who is named, or an auditor, to take it.");
        }
    }

    /** Records the export first, so that the pack includes its own timeline entry and reading. */
    public Attachment export(Officer officer, Reference reference) {
        InspectionPack pack = transactions.inNewTransaction(() -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, Act.EXPORT, reference);
            Redaction redaction = concernAccess.redaction(officer, update.concern());
            requireEveryEntry(redaction);
            concernAccess.recordReading(officer, List.of(reference), What.EXPORT);
            update.record(Kind.EXPORTED, "An inspection pack was taken.", new Exported(redaction.withheld()));
            return inspectionPackAssembler.of(update, redaction);
        });
        // PDF and ZIP creation is slow, so it runs outside the transaction.
        byte[] zip = new SignedZip()
                .add("concern.json", Json.write(pack).getBytes(StandardCharsets.UTF_8))
                .add(
                        "concern.pdf",
                        printer.print("concern.pdf", PrintHtml.of(InspectionPaper.of(pack)))
                                .content())
                .zip(signingKeys, pack.takenAt());
        return new Attachment("inspection-pack-%s.zip".formatted(reference), "application/zip", zip);
    }
}
