package org.teestriage.casework.triage;

import org.teestriage.access.authorization.Docket;
import org.teestriage.access.authorization.Handling;
import org.teestriage.casework.casefile.Standing;
import org.teestriage.casework.casefile.Viewing;
import org.teestriage.platform.transaction.Once;
import org.teestriage.platform.transaction.OneCommit;
import org.teestriage.platform.transaction.Refused;
import org.teestriage.workflow.step.WaitingSteps;

import org.teestriage.platform.text.LondonTime;
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
import org.teestriage.deadline.HubClock;
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.facts.DangerTold;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.Note;
import org.teestriage.concern.Notes;
import org.teestriage.concern.Part;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Happening;
import org.teestriage.decision.Route;
import org.teestriage.decision.Situation;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Hub;
import org.teestriage.letter.Outbox;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.timeline.Happened.Kind;

/** What may come in at any moment, whatever the concern waits for: danger, information, a call, a move, a duplicate. */
@ApplicationScoped
public class Notices {

    private final Docket docket;
    private final Concerns concerns;
    private final Once once;
    private final OneCommit oneCommit;
    private final Triage triage;
    private final WaitingSteps waiting;
    private final Notes notes;
    private final Outbox outbox;
    private final ResponsePath path;
    private final Directory directory;
    private final Viewing viewing;

    Notices(
            Docket docket,
            Concerns concerns,
            Once once,
            OneCommit oneCommit,
            Triage triage,
            WaitingSteps waiting,
            Notes notes,
            Outbox outbox,
            ResponsePath path,
            Directory directory,
            Viewing viewing) {
        this.docket = docket;
        this.concerns = concerns;
        this.once = once;
        this.oneCommit = oneCommit;
        this.triage = triage;
        this.waiting = waiting;
        this.notes = notes;
        this.outbox = outbox;
        this.path = path;
        this.directory = directory;
        this.viewing = viewing;
    }

    /** The danger has grown. Never refused to anybody who may see the concern, and a closed concern opens again for it. */
    public Standing danger(Officer officer, Reference reference, DangerTold told, @Nullable String key) {
        return once.answer(officer.user(), new Once.Request(key, "danger " + reference, told), Standing.class, () -> {
            Handling handling = docket.toChange(officer, Act.TELL, reference);
            // Before the path moves: the letters that it makes due hold what was told.
            note(handling, notes.nextDanger(reference), told);
            reopenIfClosed(handling, "Opened again, because danger was told.");
            boolean agency = officer.is(Role.REFERRER);
            triage.danger(
                    handling,
                    agency ? "The referrer says that the danger has grown." : "The hub says that the danger has grown.",
                    told);
            return viewing.of(handling.concern(), officer, handling.now());
        });
    }

    /** Somebody learnt more. An officer reads it, whatever else the concern waits for. */
    public Standing inform(Officer officer, Reference reference, Information information, @Nullable String key) {
        return once.answer(officer.user(), new Once.Request(key, "information " + reference, information), Standing.class, () -> {
                    Handling handling = docket.toChange(officer, Act.TELL, reference);
                    Concern concern = handling.concern();
                    int number = concern.countInformation();
                    note(handling, number, information);
                    reopenIfClosed(handling, "Opened again, because further information came.");
                    handling.tell(Kind.INFORMED, "Further information %d was added.".formatted(number), information);
                    path.tell(reference, Happening.INFORMATION_GIVEN, String.valueOf(number));
                    return viewing.of(concern, officer, handling.now());
                });
    }

    /**
     * Whoever raised a concern asks whether anyone has seen it, once and whenever they begin to doubt. The hub sees that it
     * waits for an answer until somebody there takes it up or decides something.
     */
    public Standing ask(Officer officer, Reference reference, @Nullable String key) {
        return once.answer(officer.user(), new Once.Request(key, "ask " + reference, reference), Standing.class, () -> {
            Handling handling = docket.toChange(officer, Act.ASK, reference);
            Concern concern = handling.concern();
            concern.asking().ifPresent(asked -> {
                Standing standing = viewing.of(concern, officer, handling.now());
                throw Refused.conflict("This can be asked once. %s asked %s. %s %s"
                        .formatted(
                                docket.veil(officer, concern).person(asked.by()),
                                LondonTime.when(asked.at()),
                                asked.answeredAt() == null
                                        ? "Since then nobody at the hub has taken or decided anything: call the hub%s."
                                                .formatted(numbers(standing))
                                        : "Since then the hub took it up, first %s."
                                                .formatted(LondonTime.when(asked.answeredAt())),
                                standing.sentence()));
            });
            requireOpen(concern);
            concern.ask(handling.now(), officer.name());
            handling.tell(Kind.ASKED, "The referrer asks whether anyone has seen this.", reference);
            return viewing.of(concern, officer, handling.now());
        });
    }

    private static String numbers(Standing standing) {
        String numbers = standing.hubs().stream()
                .flatMap(hub -> hub.phones().stream())
                .map(Standing.HubPhone::number)
                .distinct()
                .collect(Collectors.joining(" or "));
        return numbers.isEmpty() ? "" : " on " + numbers;
    }

    /** A call that could not wait, such as to the emergency duty team at night, written down. */
    public Standing called(Officer officer, Reference reference, PhoneCall call, @Nullable String key) {
        return once.answer(officer.user(), new Once.Request(key, "call " + reference, call), Standing.class, () -> {
            Handling handling = docket.toChange(officer, Act.TELL, reference);
            if (call.rungAt().isAfter(handling.now().plus(Situation.CLOCKS_DIFFER))) {
                throw Refused.conflict("The call is said to be in the future. Ring first, then record it.");
            }
            Concern concern = handling.concern();
            note(handling, concern.countInformation(), call);
            handling.tell(Kind.CALLED, "A call was recorded: %s.".formatted(word(call.to())), call);
            return viewing.of(concern, officer, handling.now());
        });
    }

    /** Asks another hub to answer for the children of a part. */
    public Standing proposeMove(Officer officer, Reference reference, MoveProposal proposal) {
        return oneCommit.of(() -> {
            Handling handling = docket.toChange(officer, Act.TRIAGE, reference);
            Concern concern = handling.concern();
            requireOpen(concern);
            Part part = concern.parts().stream()
                    .filter(each -> each.number() == proposal.part())
                    .findFirst()
                    .orElseThrow(() -> Refused.conflict("This concern has no such part. See where it stands first."));
            Hub to = directory.hubsServing(HubClock.dateOf(handling.now())).stream()
                    .filter(hub -> hub.id().equals(proposal.toHub()))
                    .findFirst()
                    .orElseThrow(() -> Refused.conflict("No hub of this name is at work today."));
            if (!Access.sharesHub(officer, Set.of(part.hub()))) {
                throw Refused.notAllowed("Only the hub that answers for these children can ask another to.");
            }
            if (part.hub().equals(to.id())) {
                throw Refused.conflict("These children are with that hub already.");
            }
            if (part.proposedMove().isPresent()) {
                throw Refused.conflict("Another hub is being asked already. It has to answer first.");
            }
            part.proposeMove(to.id());
            handling.tell(
                    Kind.MOVED,
                    Step.HUB_ACCEPTANCE.id(),
                    String.valueOf(part.number()),
                    "%s is asked to answer for the children of part %d.".formatted(to.name(), part.number()),
                    proposal);
            path.tell(reference, Happening.HUB_MOVE_PROPOSED, String.valueOf(part.number()));
            return viewing.of(concern, officer, handling.now());
        });
    }

    /** Ends a concern that is about the same matter as another. A manager's act, and never while an emergency is open. */
    public Standing withdraw(Officer officer, Reference reference, Withdrawal withdrawal) {
        return oneCommit.of(() -> {
            Handling handling = docket.toChangeBeside(officer, Act.MANAGE, reference, withdrawal.duplicateOf());
            Concern concern = handling.concern();
            requireOpen(concern);
            if (reference.equals(withdrawal.duplicateOf())) {
                throw Refused.conflict("A concern is no duplicate of itself.");
            }
            Concern other = concerns.find(withdrawal.duplicateOf()).orElseThrow(Refused::absent);
            if (!other.open()) {
                throw Refused.conflict("The other concern is closed: nobody would work on this one any more.");
            }
            if (waiting.find(reference, Step.EMERGENCY_CALL, "").isPresent()) {
                throw Refused.conflict("An emergency call is open here. Ring 999 and record the call first.");
            }
            path.tell(reference, Happening.DUPLICATE_WITHDRAWN, "");
            // Nobody is left to answer a proposed move or to send a letter; should it open again, both begin anew.
            concern.parts().forEach(Part::returnMove);
            outbox.withdraw(reference, handling.now());
            concern.withdrawAsDuplicateOf(withdrawal.duplicateOf(), handling.now());
            handling.tell(
                    Kind.WITHDRAWN,
                    "Withdrawn as a duplicate; linked to %s.".formatted(withdrawal.duplicateOf()),
                    withdrawal);
            return viewing.of(concern, officer, handling.now());
        });
    }

    private void note(Handling handling, int number, Addition addition) {
        Officer officer = handling.officer();
        notes.add(new Note(
                handling.concern().reference(),
                number,
                addition,
                handling.now(),
                officer.name(),
                officer.is(Role.REFERRER)));
    }

    private void reopenIfClosed(Handling handling, String sentence) {
        Concern concern = handling.concern();
        if (!concern.open()) {
            concern.reopen(handling.now());
            handling.tell(Kind.REOPENED, sentence, concern.reference());
            path.begin(concern.reference(), triage.onward(concern, EnumSet.noneOf(Route.class), List.of()));
        }
    }

    private static void requireOpen(Concern concern) {
        if (!concern.open()) {
            throw Refused.conflict("This concern is closed.");
        }
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
