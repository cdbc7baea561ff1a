package org.teestriage.casework.partnercheck;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.partnercheck.ChecksView.State;
import org.teestriage.concern.Concern;
import org.teestriage.concern.FactsHistory;
import org.teestriage.concern.Priority;
import org.teestriage.deadline.Deadline;
import org.teestriage.deadline.DeadlineContext;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.deadline.OpeningHours;
import org.teestriage.deadline.Restart;
import org.teestriage.decision.check.CheckAct;
import org.teestriage.decision.check.CheckPartner;
import org.teestriage.decision.check.CheckRules;
import org.teestriage.decision.check.CheckRules.Suggestion;
import org.teestriage.workflow.check.PartnerCheck;
import org.teestriage.workflow.check.PartnerCheck.Question;

/**
 * Joins what the rules make due with what was recorded, for each child and partner. A reason that is newer than the record
 * that a check is not needed opens it again.
 *
 * @param hours of the hub of each child, by its number
 */
public record CheckLines(
        CheckRules.Version rules,
        Concern concern,
        FactsHistory history,
        List<PartnerCheck> entries,
        DeadlineRules deadlineRules,
        IntFunction<OpeningHours> hours) {

    private record Since(Suggestion suggestion, Instant since) {}

    private record Due(Instant at, String how) {}

    /** All partners for each child. */
    public List<ChecksView.ForChild> at(Instant now, Redaction redaction) {
        List<Since> suggested = suggested();
        return IntStream.rangeClosed(1, concern.facts().children().size())
                .mapToObj(child -> new ChecksView.ForChild(
                        child,
                        redaction
                                .typed(concern.facts().children().get(child - 1).name())
                                .orElse(null),
                        Arrays.stream(CheckPartner.values())
                                .map(partner -> line(
                                        child,
                                        partner,
                                        suggested.stream()
                                                .filter(each -> each.suggestion()
                                                                        .child()
                                                                == child
                                                        && each.suggestion().partner() == partner)
                                                .toList(),
                                        now,
                                        redaction))
                                .toList()))
                .toList();
    }

    /** What was not made, or not answered, in time. */
    List<ChecksView.Line> overdue(Instant now) {
        return at(now, Redaction.NOTHING).stream()
                .flatMap(child -> child.checks().stream())
                .filter(ChecksView.Line::overdue)
                .toList();
    }

    /** When the answer to a question is due. */
    Instant answerDue(PartnerCheck.Act asked) {
        Instant until = asked.awaitedUntil();
        return until == null
                ? counted(asked.child(), Objects.requireNonNull(asked.at())).at()
                : until;
    }

    private ChecksView.Line line(
            int child, CheckPartner partner, List<Since> suggested, Instant now, Redaction redaction) {
        List<PartnerCheck> recorded = entries.stream()
                .filter(entry -> entry.question().equals(new Question(child, partner)))
                .toList();
        Optional<PartnerCheck> last = recorded.stream().reduce((earlier, later) -> later);
        List<Since> open = suggested.stream()
                .filter(each -> last.map(entry -> entry.recordedAt().isBefore(each.since()))
                        .orElse(true))
                .toList();
        State state = state(open, last);
        Due due = due(child, state, open, last);
        return new ChecksView.Line(
                child,
                partner,
                partner.title(),
                state,
                due == null ? null : due.at(),
                due == null ? null : due.how(),
                due != null && due.at().isBefore(now),
                suggested.stream()
                        .map(each -> new ChecksView.Why(
                                each.suggestion().because(),
                                each.suggestion().source(),
                                each.suggestion().due(),
                                each.since()))
                        .toList(),
                rules.contact(partner)
                        .map(contact -> new ChecksView.How(contact.how(), contact.source(), contact.verified()))
                        .orElse(null),
                recorded.stream().map(entry -> shown(entry, redaction)).toList());
    }

    /** {@code open}: the suggestions that are newer than the last entry. */
    private static State state(List<Since> open, Optional<PartnerCheck> last) {
        CheckAct act = last.map(entry -> entry.act().act()).orElse(null);
        if (act != null && (act.contact() || open.isEmpty())) {
            return act == CheckAct.CHASED ? State.ASKED : State.valueOf(act.name());
        }
        if (open.isEmpty()) {
            return State.NOT_SUGGESTED;
        }
        return open.stream().anyMatch(each -> each.suggestion().due()) ? State.DUE : State.SUGGESTED;
    }

    private @Nullable Due due(int child, State state, List<Since> open, Optional<PartnerCheck> last) {
        if (state == State.DUE) {
            return open.stream()
                    .filter(each -> each.suggestion().due())
                    .map(each -> counted(child, each.since()))
                    .min(Comparator.comparing(Due::at))
                    .orElseThrow();
        }
        if (state != State.ASKED) {
            return null;
        }
        Instant until = last.orElseThrow().act().awaitedUntil();
        return until == null ? counted(child, last.orElseThrow().since()) : new Due(until, "The partner was chased.");
    }

    /** By the present priority and each less urgent one: a priority that rises makes nothing due later. */
    private Due counted(int child, Instant start) {
        Instant danger = concern.dangerAt();
        Restart anew = danger == null || !danger.isAfter(start) ? null : new Restart(danger, "danger raised");
        return Stream.of(Priority.values())
                .filter(priority -> !concern.priority().isLessUrgentThan(priority))
                .map(priority -> deadlineRules.partnerCheck(new DeadlineContext(
                        priority,
                        concern.dangerSeen(),
                        concern.receivedAt(),
                        start,
                        hours.apply(child),
                        priority == Priority.RED ? anew : null)))
                .min(Comparator.comparing(Deadline::due))
                .map(deadline ->
                        new Due(deadline.due(), "%s Rule: %s".formatted(deadline.explanation(), deadline.policy())))
                .orElseThrow();
    }

    private static ChecksView.Entry shown(PartnerCheck entry, Redaction redaction) {
        PartnerCheck.Act act = entry.act();
        boolean keptBack = act.told() != null && redaction.keepsBack(act.child(), act.sharing());
        return new ChecksView.Entry(
                act.act(),
                act.at(),
                act.how(),
                redaction.typed(act.who()).orElse(null),
                act.awaitedUntil(),
                act.finding(),
                keptBack ? null : redaction.typed(act.told()).orElse(null),
                keptBack,
                act.sharing(),
                redaction.typed(act.because()).orElse(null),
                entry.asked().map(asked -> asked.id().toString()).orElse(null),
                entry.recordedAt(),
                entry.recordedBy());
    }

    /** By the present facts and priority, each with the moment from which it held. */
    private List<Since> suggested() {
        return by(history.latest()).stream()
                .map(each -> new Since(
                        each, history.heldSince(revision -> by(revision).contains(each))))
                .toList();
    }

    private List<Suggestion> by(FactsHistory.Revision revision) {
        return rules.suggested(revision.facts(), concern.priority(), concern.receivedOn());
    }
}
