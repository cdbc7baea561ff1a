package org.teestriage.oversight.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.casework.restriction.Restrictions;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.letter.Outbox;
import org.teestriage.platform.persistence.Json;
import org.teestriage.timeline.ReadLog;
import org.teestriage.timeline.Reading;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.checkpoint.CheckpointWriter;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingSteps;

@ApplicationScoped
class InspectionPackAssembler {

    private static final int MOST_READINGS = 100_000;

    private final ConcernStatusAssembler concernStatusAssembler;
    private final Timeline timeline;
    private final ReadLog readLog;
    private final DecidedSteps decided;
    private final WaitingSteps waiting;
    private final Restrictions restrictions;
    private final Outbox outbox;
    private final CheckpointWriter checkpointWriter;

    InspectionPackAssembler(
            ConcernStatusAssembler concernStatusAssembler,
            Timeline timeline,
            ReadLog readLog,
            DecidedSteps decided,
            WaitingSteps waiting,
            Restrictions restrictions,
            Outbox outbox,
            CheckpointWriter checkpointWriter) {
        this.concernStatusAssembler = concernStatusAssembler;
        this.timeline = timeline;
        this.readLog = readLog;
        this.decided = decided;
        this.waiting = waiting;
        this.restrictions = restrictions;
        this.outbox = outbox;
        this.checkpointWriter = checkpointWriter;
    }

    InspectionPack of(ConcernUpdate update, Redaction redaction) {
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
                        .map(step -> concernStatusAssembler.openStep(step, concern, update.now()))
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
        @Nullable JsonNode shown = redaction.details(line).orElse(null);
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
                // With every other input of the entry's hash known, redacted words could be found by trial.
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
