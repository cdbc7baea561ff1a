package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Note;
import org.teestriage.concern.Notes;
import org.teestriage.concern.Part;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Route;
import org.teestriage.decision.Situation;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Hub;
import org.teestriage.letter.Outbox;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.WaitingSteps;

/** What may come in at any moment, whatever the concern waits for: danger, information, a call, a move, a duplicate. */
@ApplicationScoped
public class AmendmentService {

    private final ConcernAccess concernAccess;
    private final Concerns concerns;
    private final IdempotentRequests idempotentRequests;
    private final Transactions transactions;
    private final PathInputs pathInputs;
    private final WaitingSteps waiting;
    private final Notes notes;
    private final Outbox outbox;
    private final ResponsePath path;
    private final Directory directory;
    private final ConcernStatusAssembler concernStatusAssembler;

    AmendmentService(
            ConcernAccess concernAccess,
            Concerns concerns,
            IdempotentRequests idempotentRequests,
            Transactions transactions,
            PathInputs pathInputs,
            WaitingSteps waiting,
            Notes notes,
            Outbox outbox,
            ResponsePath path,
            Directory directory,
            ConcernStatusAssembler concernStatusAssembler) {
        this.concernAccess = concernAccess;
        this.concerns = concerns;
        this.idempotentRequests = idempotentRequests;
        this.transactions = transactions;
        this.pathInputs = pathInputs;
        this.waiting = waiting;
        this.notes = notes;
        this.outbox = outbox;
        this.path = path;
        this.directory = directory;
        this.concernStatusAssembler = concernStatusAssembler;
    }

    /** The danger has grown. Never refused to anybody who may see the concern, and a closed concern opens again for it. */
    public ConcernStatus danger(Officer officer, Reference reference, DangerReport told, @Nullable String key) {
        return idempotentRequests.answer(
                officer.user(),
                new IdempotentRequests.Request(key, "danger " + reference, told),
                ConcernStatus.class,
                () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TELL, reference);
                    // Before the path moves: the letters that it makes due hold what was told.
                    note(update, notes.nextDanger(reference), told);
                    reopenIfClosed(update, "Opened again, because danger was told.");
                    boolean agency = officer.is(Role.REFERRER);
                    pathInputs.danger(
                            update,
                            agency
                                    ? "The referrer says that the danger has grown."
                                    : "The hub says that the danger has grown.",
                            told);
                    return concernStatusAssembler.of(update.concern(), officer, update.now());
                });
    }

    /** Somebody learnt more. An officer reads it, whatever else the concern waits for. */
    public ConcernStatus inform(Officer officer, Reference reference, Information information, @Nullable String key) {
        return idempotentRequests.answer(
                officer.user(),
                new IdempotentRequests.Request(key, "information " + reference, information),
                ConcernStatus.class,
                () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TELL, reference);
                    Concern concern = update.concern();
                    int number = concern.countInformation();
                    note(update, number, information);
                    reopenIfClosed(update, "Opened again, because further information came.");
                    update.record(Kind.INFORMED, "Further information %d was added.".formatted(number), information);
                    path.tell(reference, PathMessage.INFORMATION_GIVEN, String.valueOf(number));
                    return concernStatusAssembler.of(concern, officer, update.now());
                });
    }

    /**
     * Whoever raised a concern asks whether anyone has seen it, once and whenever they begin to doubt. The hub sees that it
     * waits for an answer until somebody there takes it up or decides something.
     */
    public ConcernStatus ask(Officer officer, Reference reference, @Nullable String key) {
        return idempotentRequests.answer(
                officer.user(),
                new IdempotentRequests.Request(key, "ask " + reference, reference),
                ConcernStatus.class,
                () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.ASK, reference);
                    Concern concern = update.concern();
                    concern.asking().ifPresent(asked -> {
                        ConcernStatus standing = concernStatusAssembler.of(concern, officer, update.now());
                        throw RequestRefusedException.conflict("This can be asked once. %s asked %s. %s %s"
                                .formatted(
                                        concernAccess
                                                .redaction(officer, concern)
                                                .person(asked.by()),
                                        LondonTime.when(asked.at()),
                                        asked.answeredAt() == null
                                                ? "Since then nobody at the hub has taken or decided anything: call the hub%s."
                                                        .formatted(numbers(standing))
                                                : "Since then the hub took it up, first %s."
                                                        .formatted(LondonTime.when(asked.answeredAt())),
                                        standing.sentence()));
                    });
                    requireOpen(concern);
                    concern.ask(update.now(), officer.name());
                    update.record(Kind.ASKED, "The referrer asks whether anyone has seen this.", reference);
                    return concernStatusAssembler.of(concern, officer, update.now());
                });
    }

    private static String numbers(ConcernStatus standing) {
        String numbers = standing.hubs().stream()
                .flatMap(hub -> hub.phones().stream())
                .map(ConcernStatus.HubPhone::number)
                .distinct()
                .collect(Collectors.joining(" or "));
        return numbers.isEmpty() ? "" : " on " + numbers;
    }

    /** A call that could not wait, such as to the emergency duty team at night, written down. */
    public ConcernStatus called(Officer officer, Reference reference, PhoneCall call, @Nullable String key) {
        return idempotentRequests.answer(
                officer.user(),
                new IdempotentRequests.Request(key, "call " + reference, call),
                ConcernStatus.class,
                () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TELL, reference);
                    if (call.rungAt().isAfter(update.now().plus(Situation.CLOCKS_DIFFER))) {
                        throw RequestRefusedException.conflict(
                                "The call is said to be in the future. Ring first, then record it.");
                    }
                    Concern concern = update.concern();
                    note(update, concern.countInformation(), call);
                    update.record(Kind.CALLED, "A call was recorded: %s.".formatted(word(call.to())), call);
                    return concernStatusAssembler.of(concern, officer, update.now());
                });
    }

    /** Asks another hub to answer for the children of a part. */
    public ConcernStatus proposeMove(Officer officer, Reference reference, MoveProposal proposal) {
        return transactions.inNewTransaction(() -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, Act.TRIAGE, reference);
            Concern concern = update.concern();
            requireOpen(concern);
            Part part = concern.parts().stream()
                    .filter(each -> each.number() == proposal.part())
                    .findFirst()
                    .orElseThrow(() -> RequestRefusedException.conflict(
                            "This concern has no such part. See where it stands first."));
            Hub to = directory.hubsServing(BusinessClock.dateOf(update.now())).stream()
                    .filter(hub -> hub.id().equals(proposal.toHub()))
                    .findFirst()
                    .orElseThrow(() -> RequestRefusedException.conflict("No hub of this name is at work today."));
            if (!Access.sharesHub(officer, Set.of(part.hub()))) {
                throw RequestRefusedException.notAllowed(
                        "Only the hub that answers for these children can ask another to.");
            }
            if (part.hub().equals(to.id())) {
                throw RequestRefusedException.conflict("These children are with that hub already.");
            }
            if (part.proposedMove().isPresent()) {
                throw RequestRefusedException.conflict("Another hub is being asked already. It has to answer first.");
            }
            part.proposeMove(to.id());
            update.record(
                    Kind.MOVED,
                    Step.HUB_ACCEPTANCE.id(),
                    String.valueOf(part.number()),
                    "%s is asked to answer for the children of part %d.".formatted(to.name(), part.number()),
                    proposal);
            path.tell(reference, PathMessage.HUB_MOVE_PROPOSED, String.valueOf(part.number()));
            return concernStatusAssembler.of(concern, officer, update.now());
        });
    }

    /** Ends a concern that is about the same matter as another. A manager's act, and never while an emergency is open. */
    public ConcernStatus withdraw(Officer officer, Reference reference, DuplicateRequest withdrawal) {
        return transactions.inNewTransaction(() -> {
            ConcernUpdate update =
                    concernAccess.forUpdateWith(officer, Act.MANAGE, reference, withdrawal.duplicateOf());
            Concern concern = update.concern();
            requireOpen(concern);
            if (reference.equals(withdrawal.duplicateOf())) {
                throw RequestRefusedException.conflict("A concern is no duplicate of itself.");
            }
            Concern other = concerns.find(withdrawal.duplicateOf()).orElseThrow(RequestRefusedException::absent);
            if (!other.open()) {
                throw RequestRefusedException.conflict(
                        "The other concern is closed: nobody would work on this one any more.");
            }
            if (waiting.find(reference, Step.EMERGENCY_CALL, "").isPresent()) {
                throw RequestRefusedException.conflict(
                        "An emergency call is open here. Ring 999 and record the call first.");
            }
            path.tell(reference, PathMessage.DUPLICATE_WITHDRAWN, "");
            // Nobody is left to answer a proposed move or to send a letter; should it open again, both begin anew.
            concern.parts().forEach(Part::returnMove);
            outbox.withdraw(reference, update.now());
            concern.withdrawAsDuplicateOf(withdrawal.duplicateOf(), update.now());
            update.record(
                    Kind.WITHDRAWN,
                    "Withdrawn as a duplicate; linked to %s.".formatted(withdrawal.duplicateOf()),
                    withdrawal);
            return concernStatusAssembler.of(concern, officer, update.now());
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

    private static void requireOpen(Concern concern) {
        if (!concern.open()) {
            throw RequestRefusedException.conflict("This concern is closed.");
        }
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
