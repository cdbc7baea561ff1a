package org.teestriage.oversight.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.casework.restriction.Restrictions;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.letter.Outbox;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.document.PdfDocument;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.ReadLog;
import org.teestriage.timeline.Reading;
import org.teestriage.timeline.Reading.What;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.timeline.checkpoint.CheckpointSettings;
import org.teestriage.timeline.checkpoint.CheckpointWriter;
import org.teestriage.timeline.checkpoint.SigningKeys;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingSteps;

/** Gives a concern to managers and auditors to take away, with the proof that nobody altered it. */
@ApplicationScoped
public class InspectionService {

    private static final int MOST_READINGS = 100_000;

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final ConcernStatusAssembler concernStatusAssembler;
    private final Timeline timeline;
    private final ReadLog readLog;
    private final DecidedSteps decided;
    private final WaitingSteps waiting;
    private final Restrictions restrictions;
    private final Outbox outbox;
    private final CheckpointWriter checkpointWriter;
    private final SigningKeys signingKeys;

    InspectionService(
            Transactions transactions,
            ConcernAccess concernAccess,
            ConcernStatusAssembler concernStatusAssembler,
            Timeline timeline,
            ReadLog readLog,
            DecidedSteps decided,
            WaitingSteps waiting,
            Restrictions restrictions,
            Outbox outbox,
            CheckpointWriter checkpointWriter,
            CheckpointSettings settings) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.concernStatusAssembler = concernStatusAssembler;
        this.timeline = timeline;
        this.readLog = readLog;
        this.decided = decided;
        this.waiting = waiting;
        this.restrictions = restrictions;
        this.outbox = outbox;
        this.checkpointWriter = checkpointWriter;
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
            return pack(update, redaction);
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

    private InspectionPack pack(ConcernUpdate update, Redaction redaction) {
        Concern concern = update.concern();
        Officer officer = update.officer();
        Reference reference = concern.reference();
        return new InspectionPack(
                InspectionPack.FORMAT,
                reference,
                update.now(),
                "%s (%s, %s)".formatted(officer.name(), officer.user(), officer.role()),
                redaction.withheld(),
                concernStatusAssembler.of(update),
                timeline.read(reference.value()).stream()
                        .map(line -> entry(line, redaction))
                        .toList(),
                decided.of(reference).stream()
                        .map(step -> concernStatusAssembler.doneStep(step, redaction))
                        .toList(),
                waiting.of(reference).stream()
                        .map(step -> concernStatusAssembler.openStep(step, update.now()))
                        .toList(),
                readLog.of(reference, Long.MAX_VALUE, MOST_READINGS).stream()
                        .map(reading -> read(reading, redaction))
                        .toList(),
                restrictions.shown(reference, redaction),
                outbox.of(reference).stream()
                        .map(letter -> ConcernStatusAssembler.line(letter, redaction))
                        .toList(),
                timeline.verify(concern),
                checkpointWriter.witness(reference.value()).orElse(null));
    }

    private static InspectionPack.Entry entry(Timeline.Line line, Redaction redaction) {
        var link = line.link();
        Signature signature = redaction.apply(link.signature());
        String sentence = redaction.text(link.sentence());
        boolean words = !signature.equals(link.signature()) || !sentence.equals(link.sentence());
        @Nullable String details = line.details().orElse(null);
        @Nullable JsonNode shown = details == null ? null : redaction.apply(Json.read(details, JsonNode.class));
        boolean all =
                !words && details != null && Json.read(details, JsonNode.class).equals(shown);
        return new InspectionPack.Entry(
                link.sequence(),
                line.at(),
                link.atMicros(),
                signature.user(),
                signature.name(),
                signature.role(),
                signature.affiliation(),
                link.kind(),
                link.step(),
                link.item(),
                sentence,
                all ? line.salt().orElse(null) : null,
                all ? details : null,
                all ? null : shown,
                words
                        ? InspectionPack.Withheld.WORDS
                        : details == null
                                ? InspectionPack.Withheld.ERASED
                                : all ? null : InspectionPack.Withheld.DETAILS,
                // With all else that the hash is over, names could be tried until one fits.
                words ? null : link.detailHash(),
                link.previousHash(),
                line.hash());
    }

    private static InspectionPack.Read read(Reading reading, Redaction redaction) {
        Signature signature = redaction.apply(reading.signature());
        return new InspectionPack.Read(
                reading.at(),
                signature.user(),
                signature.name(),
                signature.role(),
                signature.affiliation(),
                reading.what());
    }
}
