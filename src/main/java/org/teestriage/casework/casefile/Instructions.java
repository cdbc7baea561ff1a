package org.teestriage.casework.casefile;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.DutyTeamHours;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.access.authorization.WhileClosed;
import org.teestriage.casework.casefile.ConcernStatus.ClosedHub;
import org.teestriage.casework.casefile.ConcernStatus.Instruction;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Note;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.wording.Wording;
import org.teestriage.directory.Directory;
import org.teestriage.directory.DutyTeam;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.workflow.step.WaitingStep;

@Singleton
record Instructions(Directory directory, DeadlineRules deadlineRules, DutyTeamHours dutyTeamHours, Wording wording) {

    /** What happens to an open step of a concern now; null while its hub is open. */
    @Nullable
    WhileClosed whileClosed(WaitingStep step, Concern concern, Instant now) {
        return dutyTeamHours
                .whileClosed(step.step(), step.hub(), concern.isUrgent(), now)
                .orElse(null);
    }

    boolean hubIsOpen(Concern concern, Instant now) {
        return clock(concern).isOpen(now);
    }

    Instruction emergency(Concern concern, List<Note> added, Redaction redaction) {
        Wording.Emergency emergency = wording.emergency();
        return concern.called999(added)
                .map(redaction::apply)
                .map(contact -> new Instruction(
                        emergency.called(contact), List.of(), emergency.onceCalled(), contact, wording.help()))
                .orElseGet(() -> new Instruction(
                        emergency.say(), emergency.tellThem(), emergency.doNot(), null, wording.help()));
    }

    ClosedHub closedHub(Concern concern, List<Note> added, Instant now) {
        BusinessClock clock = clock(concern);
        Instant opens = clock.nextOpening(now);
        DutyTeam team = directory.dutyTeam();
        Optional<Instant> called = added.stream()
                .filter(note -> note.addition() instanceof PhoneCall call
                        && call.to() == PhoneCall.To.EMERGENCY_DUTY_TEAM
                        && clock.nextOpening(call.rungAt()).equals(opens))
                .map(note -> ((PhoneCall) note.addition()).rungAt())
                .max(Comparator.naturalOrder());
        Wording.OutOfHours words = wording.outOfHours();
        return new ClosedHub(
                (called.isPresent() ? words.called() : words.now())
                        .formatted(
                                LondonTime.when(opens),
                                team.name(),
                                team.phone().number(),
                                called.map(LondonTime::when).orElse("")),
                words.later().formatted(LondonTime.when(opens)),
                team.name(),
                team.phone().number(),
                opens,
                called.orElse(null));
    }

    private BusinessClock clock(Concern concern) {
        return deadlineRules.hubClock(directory.hub(concern.leadingPart().hub()).hours());
    }
}
