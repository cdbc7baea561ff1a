package org.teestriage.casework.triage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.triage.RoutesView.State;
import org.teestriage.concern.FactsHistory;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.decision.Outcome;
import org.teestriage.decision.route.RouteAbout;
import org.teestriage.decision.route.RouteKind;
import org.teestriage.decision.route.RouteResult;
import org.teestriage.decision.route.RouteRules;
import org.teestriage.decision.route.RouteRules.Suggestion;
import org.teestriage.workflow.route.ReportingRoute;

/**
 * Joins what the rules suggest with what was recorded. A reason that is newer than the last entry opens a route again.
 *
 * @param outcomes what each child was given, and when, by the number of the child
 */
record RouteLines(
        RouteRules.Version rules,
        FactsHistory history,
        Map<Integer, Given> outcomes,
        List<ReportingRoute> entries,
        BusinessClock clock) {

    /** The outcomes of a child. */
    record Given(Set<Outcome> outcomes, Instant at) {}

    private record Key(RouteKind kind, RouteAbout about, int number) {
        private static Key of(Suggestion suggestion) {
            return new Key(suggestion.kind(), suggestion.about(), suggestion.number());
        }

        private static Key of(ReportingRoute entry) {
            ReportingRoute.Act act = entry.act();
            return new Key(act.kind(), act.about(), act.number());
        }
    }

    private record Since(Suggestion suggestion, Instant since) {}

    List<RoutesView.Line> at(Instant now, Redaction redaction) {
        Map<Key, List<Since>> suggested = new LinkedHashMap<>();
        suggested().forEach(each -> suggested.merge(Key.of(each.suggestion()), List.of(each), RouteLines::joined));
        Stream<Key> keys = Stream.concat(
                        suggested.keySet().stream(), entries.stream().map(Key::of))
                .distinct();
        return keys.map(key -> line(key, suggested.getOrDefault(key, List.of()), now, redaction))
                .toList();
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private RoutesView.Line line(Key key, List<Since> suggested, Instant now, Redaction redaction) {
        List<ReportingRoute> recorded =
                entries.stream().filter(entry -> Key.of(entry).equals(key)).toList();
        Optional<ReportingRoute> last = recorded.stream().reduce((earlier, later) -> later);
        List<Since> open = suggested.stream()
                .filter(each -> last.map(entry -> entry.recordedAt().isBefore(each.since()))
                        .orElse(true))
                .toList();
        Instant due = open.stream()
                .flatMap(each -> due(each).stream())
                .min(Instant::compareTo)
                .orElse(null);
        return new RoutesView.Line(
                key.kind(),
                key.about(),
                key.number() == 0 ? null : key.number(),
                key.kind().title(),
                state(open.isEmpty(), due, last),
                due,
                due != null && due.isBefore(now),
                suggested.stream()
                        .map(each -> new RoutesView.Why(
                                each.suggestion().because(), each.suggestion().source(), each.since()))
                        .toList(),
                rules.contactsOf(key.kind()).stream()
                        .map(contact -> new RoutesView.How(contact.how(), contact.source(), contact.verified()))
                        .toList(),
                recorded.stream().map(entry -> shown(entry, redaction)).toList());
    }

    private static State state(boolean settled, @Nullable Instant due, Optional<ReportingRoute> last) {
        if (settled && last.isPresent()) {
            return last.get().act().result() == RouteResult.DONE ? State.DONE : State.NOT_NEEDED;
        }
        return due == null ? State.SUGGESTED : State.DUE;
    }

    private static RoutesView.Entry shown(ReportingRoute entry, Redaction redaction) {
        ReportingRoute.Act act = entry.act();
        return new RoutesView.Entry(
                act.result(),
                act.at(),
                redaction.typed(act.by()).orElse(null),
                redaction.typed(act.reference()).orElse(null),
                redaction.typed(act.cameOfIt()).orElse(null),
                redaction.typed(act.because()).orElse(null),
                entry.recordedAt(),
                entry.recordedBy());
    }

    private Optional<Instant> due(Since each) {
        return Optional.ofNullable(each.suggestion().dueWithinWorkingDays())
                .map(days -> clock.plusWorkingDays(each.since(), days));
    }

    /** By the present facts and outcomes, each with the moment from which it held. */
    private List<Since> suggested() {
        return by(history.latest()).stream()
                .map(each -> new Since(each, since(each)))
                .toList();
    }

    private Instant since(Suggestion suggestion) {
        Given given = outcomes.get(suggestion.number());
        if (suggestion.byOutcome() && given != null) {
            return given.at();
        }
        return history.heldSince(revision -> by(revision).contains(suggestion));
    }

    private List<Suggestion> by(FactsHistory.Revision revision) {
        Map<Integer, Set<Outcome>> given = new LinkedHashMap<>();
        outcomes.forEach((child, each) -> given.put(child, each.outcomes()));
        return rules.suggested(
                revision.facts(),
                given,
                BusinessClock.dateOf(history.revisions().get(0).at()));
    }
}
