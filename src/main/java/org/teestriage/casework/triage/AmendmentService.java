package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.casework.restriction.StandIns;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Note;
import org.teestriage.concern.Notes;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Route;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;

@ApplicationScoped
public class AmendmentService {

    private final ConcernAccess concernAccess;
    private final RepeatableRequests repeatableRequests;
    private final PathInputs pathInputs;
    private final Notes notes;
    private final ResponsePath path;
    private final StandIns standIns;
    private final ConcernStatusAssembler concernStatusAssembler;

    AmendmentService(
            ConcernAccess concernAccess,
            RepeatableRequests repeatableRequests,
            PathInputs pathInputs,
            Notes notes,
            ResponsePath path,
            StandIns standIns,
            ConcernStatusAssembler concernStatusAssembler) {
        this.concernAccess = concernAccess;
        this.repeatableRequests = repeatableRequests;
        this.pathInputs = pathInputs;
        this.notes = notes;
        this.path = path;
        this.standIns = standIns;
        this.concernStatusAssembler = concernStatusAssembler;
    }

    /** Records increased danger. Accepts every caller who may add to the concern, and reopens a closed concern. */
    public ConcernStatus danger(Officer officer, Reference reference, DangerReport told, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "danger " + reference, told), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TELL, reference);
                    // Stored before the path advances, because letters created then include the note.
                    note(update, notes.nextDanger(reference), told);
                    reopenIfClosed(update, "Opened again, because danger was told.");
                    boolean agency = officer.is(Role.REFERRER);
                    pathInputs.danger(
                            update,
                            agency
                                    ? "The referrer says that the danger has grown."
                                    : "The hub says that the danger has grown.",
                            told);
                    standIns.adjust(update);
                    return concernStatusAssembler.of(update);
                });
    }

    /** Adds further information and opens a review step for an officer. A closed concern is reopened. */
    public ConcernStatus inform(Officer officer, Reference reference, Information information, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "information " + reference, information), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TELL, reference);
                    Concern concern = update.concern();
                    int number = concern.countInformation();
                    note(update, number, information);
                    reopenIfClosed(update, "Opened again, because further information came.");
                    update.record(Kind.INFORMED, "Further information %d was added.".formatted(number), information);
                    path.tell(reference, PathMessage.INFORMATION_GIVEN, String.valueOf(number));
                    standIns.adjust(update);
                    return concernStatusAssembler.of(update);
                });
    }

    /** Records a call that was made outside a step, such as to the emergency duty team at night. */
    public ConcernStatus called(Officer officer, Reference reference, PhoneCall call, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "call " + reference, call), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TELL, reference);
                    Concern concern = update.concern();
                    note(update, concern.countInformation(), call);
                    update.record(Kind.CALLED, "A call was recorded: %s.".formatted(word(call.to())), call);
                    return concernStatusAssembler.of(update);
                });
    }

    private void note(ConcernUpdate update, int number, Addition addition) {
        Officer officer = update.officer();
        notes.add(new Note(
                update.concern().reference(),
                number,
                addition,
                update.now(),
                officer.name(),
                officer.is(Role.REFERRER)));
    }

    private void reopenIfClosed(ConcernUpdate update, String sentence) {
        Concern concern = update.concern();
        if (!concern.open()) {
            concern.reopen(update.now());
            update.record(Kind.REOPENED, sentence, concern.reference());
            path.begin(concern.reference(), pathInputs.onward(concern, EnumSet.noneOf(Route.class), List.of()));
        }
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
