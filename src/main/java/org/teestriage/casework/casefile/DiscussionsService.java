package org.teestriage.casework.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.casework.casefile.DiscussionsView.ActionLine;
import org.teestriage.casework.casefile.DiscussionsView.ForOneChild;
import org.teestriage.casework.casefile.DiscussionsView.Held;
import org.teestriage.casework.casefile.DiscussionsView.Reached;
import org.teestriage.casework.casefile.DiscussionsView.Standing;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Facts;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.AgreedActions;
import org.teestriage.decision.Decision;
import org.teestriage.decision.DiscussionRecord;
import org.teestriage.decision.EndOfEnquiries;
import org.teestriage.decision.Section47;
import org.teestriage.decision.Step;
import org.teestriage.decision.StrategyDiscussion;
import org.teestriage.decision.StrategyDiscussion.DiscussedChild;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;

@ApplicationScoped
public class DiscussionsService {

    private static final Set<Step> READ = Set.of(
            Step.THRESHOLD_DECISION,
            Step.STRATEGY_DISCUSSION,
            Step.END_OF_ENQUIRIES,
            Step.DISCUSSION_RECORD,
            Step.DISCUSSION_ACTIONS);

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final ConcernStatusAssembler concernStatusAssembler;
    private final PathViewAssembler pathViewAssembler;
    private final DeadlineRules deadlineRules;

    DiscussionsService(
            Transactions transactions,
            ConcernAccess concernAccess,
            ConcernStatusAssembler concernStatusAssembler,
            PathViewAssembler pathViewAssembler,
            DeadlineRules deadlineRules) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.concernStatusAssembler = concernStatusAssembler;
        this.pathViewAssembler = pathViewAssembler;
        this.deadlineRules = deadlineRules;
    }

    /** A decision as this reader may see it. */
    private record Made(PathView.Done done, Decision decision) {

        boolean isA(Step step) {
            return decision.step() == step;
        }

        boolean isOf(String part) {
            return done.item().equals(part);
        }
    }

    /** All that the officer may see of them. */
    public DiscussionsView of(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            if (!Access.may(officer, Act.SEE_CASE)) {
                throw RequestRefusedException.absent();
            }
            ConcernReading sight = concernAccess.forAnswering(officer, Act.SEE_CASE, reference);
            concernAccess.recordReading(officer, List.of(reference), What.FACTS);
            concernAccess.recordReading(officer, List.of(reference), What.PATH);
            Instant now = concernAccess.now();
            ConcernStatus standing = concernStatusAssembler.of(sight, now);
            List<Made> made = pathViewAssembler.of(sight, now).done().stream()
                    .filter(done -> READ.contains(Step.of(done.step()).orElseThrow()))
                    .map(done -> new Made(done, decision(done)))
                    .toList();
            return new DiscussionsView(
                    reference,
                    held(made, Objects.requireNonNull(standing.facts())),
                    actions(made, LocalDate.ofInstant(now, LondonTime.ZONE)),
                    !Boolean.TRUE.equals(standing.throughBrokenGlass()));
        });
    }

    private static Decision decision(PathView.Done done) {
        return Json.read(
                ((JsonNode) done.decision()).toString(),
                Step.of(done.step()).orElseThrow().decision());
    }

    private List<Held> held(List<Made> made, Facts facts) {
        List<Held> held = new ArrayList<>();
        for (int index = 0; index < made.size(); index++) {
            Made each = made.get(index);
            if (each.isA(Step.STRATEGY_DISCUSSION)) {
                StrategyDiscussion discussion = (StrategyDiscussion) each.decision();
                held.add(new Held(
                        Integer.parseInt(each.done().item()),
                        each.done().round(),
                        each.done().decider(),
                        each.done().decidedAt(),
                        each.done().late(),
                        discussion,
                        children(discussion, made.subList(0, index), after(made, index), facts),
                        people(discussion, after(made, index))));
            }
        }
        return held;
    }

    /** What was decided of the same part until its next discussion. */
    private static List<Decision> after(List<Made> made, int index) {
        String part = made.get(index).done().item();
        return made.subList(index + 1, made.size()).stream()
                .filter(each -> each.isOf(part))
                .takeWhile(each -> !each.isA(Step.STRATEGY_DISCUSSION))
                .map(Made::decision)
                .toList();
    }

    private List<ForOneChild> children(
            StrategyDiscussion discussion, List<Made> before, List<Decision> after, Facts facts) {
        Set<Integer> stood = Section47.standing(before.stream()
                .map(each -> new Section47.Decided(each.decision(), each.done().item(), List.of()))
                .toList());
        return discussion.children().stream()
                .map(child -> {
                    Standing standing = standing(child, stood, after);
                    boolean conference = standing == Standing.BEGIN || standing == Standing.GO_ON;
                    return new ForOneChild(
                            child.child(),
                            facts.children().get(child.child() - 1).name(),
                            standing,
                            conference
                                    ? deadlineRules
                                            .conferenceDate(discussion.heldOn())
                                            .due()
                                    : null);
                })
                .toList();
    }

    private static Standing standing(DiscussedChild child, Set<Integer> stood, List<Decision> after) {
        if (Boolean.TRUE.equals(child.section47())) {
            return Standing.BEGIN;
        }
        if (!stood.contains(child.child())) {
            return Standing.NOT_BEGUN;
        }
        return last(after, EndOfEnquiries.class)
                .map(ending -> ending.agrees() ? Standing.ENDED : Standing.GO_ON)
                .orElse(Standing.MANAGER_ASKED);
    }

    private static List<Reached> people(StrategyDiscussion discussion, List<Decision> after) {
        List<DiscussionRecord.SharedWith> receipts = last(after, DiscussionRecord.class)
                .map(DiscussionRecord::people)
                .orElse(List.of());
        return IntStream.range(0, discussion.present().size())
                .mapToObj(index -> new Reached(discussion.present().get(index), receipt(receipts, index + 1)))
                .toList();
    }

    private static DiscussionRecord.@Nullable SharedWith receipt(
            List<DiscussionRecord.SharedWith> receipts, int person) {
        return receipts.stream()
                .filter(each -> each.person() == person)
                .findFirst()
                .orElse(null);
    }

    private static <T extends Decision> Optional<T> last(List<Decision> decisions, Class<T> type) {
        return decisions.stream().filter(type::isInstance).map(type::cast).reduce((earlier, later) -> later);
    }

    private static List<ActionLine> actions(List<Made> made, LocalDate today) {
        return made.stream()
                .filter(each -> each.isA(Step.STRATEGY_DISCUSSION))
                .map(each -> each.done().item())
                .distinct()
                .flatMap(part -> AgreedActions.of(ofThePart(made, part).toList()).lines().stream()
                        .map(line -> new ActionLine(Integer.parseInt(part), line, today)))
                .toList();
    }

    private static Stream<Decision> ofThePart(List<Made> made, String part) {
        return made.stream()
                .filter(each ->
                        each.isOf(part) && (each.isA(Step.STRATEGY_DISCUSSION) || each.isA(Step.DISCUSSION_ACTIONS)))
                .map(Made::decision);
    }
}
