package org.teestriage.decision;

import static java.util.stream.Collectors.toCollection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;

/** How the record of the latest strategy discussion reached those who took part. The chair has it. */
public record DiscussionRecord(
        @NotEmpty @Size(max = StrategyDiscussion.MOST_ROWS) List<@Valid @NotNull SharedWith> people)
        implements Decision, SelfValidating {

    /**
     * How it reached one person.
     *
     * @param person number, from 1, in the order of those who took part
     * @param receivedOn the day on which they said that they have it, once they did
     */
    public record SharedWith(
            @NotNull Integer person,
            @NotNull Boolean shared,

            @AskedWhen(field = "shared", is = "true") @Nullable
            LocalDate sharedOn,

            @AskedWhen(field = "shared", is = "true") Sent.@Nullable How how,

            @AskedWhen(field = "shared", is = "true") @Nullable
            LocalDate receivedOn,

            @AskedWhen(field = "shared", is = "false") @Nullable @MultiLine @Reason
            String whyNot) {

        boolean reached() {
            return Boolean.TRUE.equals(shared);
        }
    }

    public DiscussionRecord {
        people = Blanks.list(people);
    }

    @Override
    public Step step() {
        return Step.DISCUSSION_RECORD;
    }

    @Override
    public Optional<Settlement> settlement() {
        return Optional.of(Settlement.DONE);
    }

    @Override
    public Stream<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        for (int index = 0; index < people.size(); index++) {
            SharedWith each = people.get(index);
            if (each != null && each.shared() != null) {
                check(each, "people[%d].".formatted(index), flaws);
            }
        }
        return flaws.stream();
    }

    private static void check(SharedWith receipt, String at, List<Flaw> flaws) {
        if (receipt.reached() && receipt.sharedOn() == null) {
            flaws.add(new Flaw(at + "sharedOn", "say on which day it was shared"));
        }
        if (receipt.reached() && receipt.how() == null) {
            flaws.add(new Flaw(at + "how", "say how it was shared"));
        }
        if (receipt.reached() == !Blanks.nothing(receipt.whyNot())) {
            flaws.add(new Flaw(at + "whyNot", "say why it was not shared, or leave it empty if it was"));
        }
        if (!receipt.reached()
                && (receipt.sharedOn() != null || receipt.how() != null || receipt.receivedOn() != null)) {
            flaws.add(new Flaw(at + "sharedOn", "leave day and way empty if it was not shared"));
        }
        if (receipt.sharedOn() != null
                && receipt.receivedOn() != null
                && receipt.receivedOn().isBefore(receipt.sharedOn())) {
            flaws.add(new Flaw(at + "receivedOn", "give a day that is not before the day on which it was shared"));
        }
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        StrategyDiscussion discussion =
                situation.safeguarding().discussion().orElseThrow().decision();
        int tookPart = discussion.present().size();
        Set<Integer> named = people.stream().map(SharedWith::person).collect(toCollection(TreeSet::new));
        Set<Integer> asked = IntStream.rangeClosed(1, tookPart).boxed().collect(toCollection(TreeSet::new));
        if (named.size() < people.size() || !named.equals(asked)) {
            return new Refusal("Say of each who took part, numbered from 1 to %d, whether they got the record."
                    .formatted(tookPart));
        }
        LocalDate today = LocalDate.ofInstant(situation.now(), LondonTime.ZONE);
        if (people.stream().anyMatch(each -> isAfter(each.sharedOn(), today) || isAfter(each.receivedOn(), today))) {
            return new Refusal("The record is said to be shared in the future. Share it first, then record it.");
        }
        if (people.stream()
                .anyMatch(each -> each.sharedOn() != null && each.sharedOn().isBefore(discussion.heldOn()))) {
            return new Refusal("The record is said to be shared before the discussion was held. Check the dates.");
        }
        return Ruling.of(
                "The record of the strategy discussion was shared with %d of %d who took part; %d said that they have it."
                        .formatted(
                                people.stream().filter(SharedWith::reached).count(),
                                tookPart,
                                people.stream()
                                        .filter(each -> each.receivedOn() != null)
                                        .count()));
    }

    private static boolean isAfter(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isAfter(today);
    }
}
