package org.teestriage.oversight.inspection;

import org.teestriage.access.authorization.Docket;
import org.teestriage.access.authorization.Handling;
import org.teestriage.access.authorization.Veil;
import org.teestriage.casework.casefile.Viewing;
import org.teestriage.casework.restriction.Walls;
import org.teestriage.platform.transaction.OneCommit;
import org.teestriage.platform.transaction.Refused;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingSteps;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.concern.Concern;
import org.teestriage.platform.persistence.Notation;
import org.teestriage.concern.Reference;
import org.teestriage.letter.Outbox;
import org.teestriage.platform.document.Print;
import org.teestriage.platform.document.Sheet;
import org.teestriage.timeline.checkpoint.CheckpointSettings;
import org.teestriage.timeline.checkpoint.Keyring;
import org.teestriage.timeline.checkpoint.Ledger;
import org.teestriage.timeline.Happened.Kind;
import org.teestriage.timeline.ReadLog;
import org.teestriage.timeline.Reading;
import org.teestriage.timeline.Reading.What;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;

/** Gives a concern to managers and auditors to take away, with the proof that nobody altered it. */
@ApplicationScoped
public class InspectionDesk {

    private static final int MOST_READINGS = 100_000;

    private final OneCommit oneCommit;
    private final Docket docket;
    private final Viewing viewing;
    private final Timeline timeline;
    private final ReadLog readLog;
    private final DecidedSteps decided;
    private final WaitingSteps waiting;
    private final Walls walls;
    private final Outbox outbox;
    private final Ledger ledger;
    private final Keyring keys;

    InspectionDesk(
            OneCommit oneCommit,
            Docket docket,
            Viewing viewing,
            Timeline timeline,
            ReadLog readLog,
            DecidedSteps decided,
            WaitingSteps waiting,
            Walls walls,
            Outbox outbox,
            Ledger ledger,
            CheckpointSettings settings) {
        this.oneCommit = oneCommit;
        this.docket = docket;
        this.viewing = viewing;
        this.timeline = timeline;
        this.readLog = readLog;
        this.decided = decided;
        this.waiting = waiting;
        this.walls = walls;
        this.outbox = outbox;
        this.ledger = ledger;
        this.keys = settings.keyring();
    }

    /** What the timeline keeps: what the pack left out. */
    record Exported(List<String> withheld) {}

    /** What would be left out for this reader; whoever may not take a pack is refused. */
    public List<String> offer(Officer officer, Reference reference) {
        return oneCommit.of(() -> {
            Veil veil =
                    docket.toRead(officer, Act.EXPORT, reference, What.STANDING).veil();
            requireEveryEntry(veil);
            return veil.withheld();
        });
    }

    /** A chain cannot be proven without showing how many entries it has, and where. */
    private static void requireEveryEntry(Veil veil) {
        if (veil.lado()) {
            throw Refused.notAllowed("A part of this concern is for named people, and a pack proves every entry of its"
                    + " timeline. Ask a manager who is named, or an auditor, to take it.");
        }
    }

    /** Its own taking stands at its end, on the timeline and in the read log. */
    public Sheet export(Officer officer, Reference reference) {
        InspectionPack pack = oneCommit.of(() -> {
            Handling handling = docket.toChange(officer, Act.EXPORT, reference);
            Veil veil = docket.veil(officer, handling.concern());
            requireEveryEntry(veil);
            docket.listed(officer, List.of(reference), What.EXPORT);
            handling.tell(Kind.EXPORTED, "An inspection pack was taken.", new Exported(veil.withheld()));
            return pack(handling, veil);
        });
        // Printing and packing takes its time, and holds nothing meanwhile.
        byte[] zip = new Pack()
                .add("concern.json", Notation.write(pack).getBytes(StandardCharsets.UTF_8))
                .add(
                        "concern.pdf",
                        Print.of("concern.pdf", "Inspection pack of " + reference, InspectionPaper.of(pack))
                                .content())
                .zip(keys, pack.takenAt());
        return new Sheet("inspection-pack-%s.zip".formatted(reference), "application/zip", zip);
    }

    private InspectionPack pack(Handling handling, Veil veil) {
        Concern concern = handling.concern();
        Officer officer = handling.officer();
        Reference reference = concern.reference();
        return new InspectionPack(
                InspectionPack.FORMAT,
                reference,
                handling.now(),
                "%s (%s, %s)".formatted(officer.name(), officer.user(), officer.role()),
                veil.withheld(),
                viewing.of(concern, officer, handling.now()),
                timeline.read(reference.value()).stream()
                        .map(line -> entry(line, veil))
                        .toList(),
                decided.of(reference).stream()
                        .map(step -> viewing.doneStep(step, veil))
                        .toList(),
                waiting.of(reference).stream()
                        .map(step -> viewing.openStep(step, handling.now()))
                        .toList(),
                readLog.of(reference, Long.MAX_VALUE, MOST_READINGS).stream()
                        .map(reading -> read(reading, veil))
                        .toList(),
                walls.shown(reference, veil),
                outbox.of(reference).stream()
                        .map(letter -> Viewing.line(letter, veil))
                        .toList(),
                timeline.verify(concern),
                ledger.witness(reference.value()).orElse(null));
    }

    private static InspectionPack.Entry entry(Timeline.Line line, Veil veil) {
        var link = line.link();
        Signature signature = veil.over(link.signature());
        String sentence = veil.text(link.sentence());
        boolean words = !signature.equals(link.signature()) || !sentence.equals(link.sentence());
        @Nullable String details = line.details().orElse(null);
        @Nullable JsonNode shown = details == null ? null : veil.over(Notation.read(details, JsonNode.class));
        boolean all = !words
                && details != null
                && Notation.read(details, JsonNode.class).equals(shown);
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

    private static InspectionPack.Read read(Reading reading, Veil veil) {
        Signature signature = veil.over(reading.signature());
        return new InspectionPack.Read(
                reading.at(),
                signature.user(),
                signature.name(),
                signature.role(),
                signature.affiliation(),
                reading.what());
    }
}
