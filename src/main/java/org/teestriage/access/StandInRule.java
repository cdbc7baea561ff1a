package org.teestriage.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;

/**
 * Who can act on a concern, and who stands in where no regular member of staff can. Pure. At every hub of a concern at
 * least one person may triage and one manager may manage; the same holds for the LADO branch while it is limited to
 * named users, and for every step that may not be taken by the person it is about.
 *
 * <p>The next manager in line fills a gap: of the hub itself first, then of the other hubs in the configured order. A
 * manager whom a suspect's workplace excludes comes last, and one whom a name or user name excludes never.
 */
public final class StandInRule {

    /**
     * The part of a concern on which the need for people depends.
     *
     * @param ladoHubs hubs with an open step of the LADO branch
     * @param reserved per hub, the users whose own act an open step is about, so that another manager has to take it
     */
    public record Situation(AccessFacts facts, Set<String> ladoHubs, Map<String, Set<String>> reserved) {
        public Situation {
            ladoHubs = Set.copyOf(ladoHubs);
            reserved = Map.copyOf(reserved);
        }
    }

    /**
     * Known officers and managers.
     *
     * @param present those who work here now, the preferred stand-in first
     * @param former those who left
     */
    public record Staff(List<Officer> present, List<Officer> former) {
        public Staff {
            present = List.copyOf(present);
            former = List.copyOf(former);
        }

        /**
         * Whether members of staff whom the service does not know yet can have this role at the hub. A hub with known
         * managers, also former ones, is taken to have no others.
         */
        private boolean mayHaveUnknown(Role role, String hub) {
            return Stream.concat(present.stream(), former.stream())
                    .noneMatch(known -> known.is(role) && known.hubs().contains(hub));
        }
    }

    /**
     * Something that at least one person must be able to do.
     *
     * @param hub where it is done
     * @param atAnyHub whether a person of another hub of the concern can do it as well
     * @param except user who may not do it
     */
    private record Need(
            String hub,
            Act act,
            boolean lado,
            boolean atAnyHub,
            @Nullable String except) {

        boolean isMetBy(Officer person, AccessFacts facts) {
            return !person.user().equals(except)
                    && (atAnyHub || person.hubs().contains(hub))
                    && Access.may(person, act, facts)
                    && (!lado || Access.mayKnowOfLado(person, facts));
        }
    }

    private StandInRule() {}

    /** The stand-ins that the concern needs now; empty if regular staff can do everything. */
    public static Set<StandIn> standIns(Situation situation, Staff staff, List<String> line) {
        AccessFacts regular = situation.facts().withoutStandIns();
        List<StandIn> chosen = new ArrayList<>();
        for (Need need : unmet(situation, regular, staff)) {
            Optional<StandIn> already = chosen.stream()
                    .filter(one -> one.hub().equals(need.hub()) && !one.user().equals(need.except()))
                    .findFirst();
            StandIn filled = already.orElseGet(() ->
                    next(need, situation.facts(), staff, line).orElseGet(() -> StandIn.vacant(need.hub(), false)));
            already.ifPresent(chosen::remove);
            chosen.add(filled.with(need.lado()));
        }
        return Set.copyOf(chosen);
    }

    /** The hubs at which regular staff cannot do everything. */
    public static Set<String> uncovered(Situation situation, Staff staff) {
        Set<String> hubs = new TreeSet<>();
        unmet(situation, situation.facts().withoutStandIns(), staff).forEach(need -> hubs.add(need.hub()));
        return hubs;
    }

    private static List<Need> unmet(Situation situation, AccessFacts regular, Staff staff) {
        return needs(situation).stream()
                .filter(need -> candidates(need, staff).noneMatch(person -> need.isMetBy(person, regular)))
                .toList();
    }

    private static List<Need> needs(Situation situation) {
        List<Need> needs = new ArrayList<>();
        Set<String> hubs = new TreeSet<>(situation.facts().hubs());
        for (String hub : hubs) {
            needs.add(new Need(hub, Act.TRIAGE, false, false, null));
            needs.add(new Need(hub, Act.MANAGE, false, false, null));
            situation.reserved().getOrDefault(hub, Set.of()).stream()
                    .sorted()
                    .forEach(user -> needs.add(new Need(hub, Act.MANAGE, false, false, user)));
        }
        if (situation.facts().limits(AccessRestriction.Kind.NAMED_FOR_LADO)) {
            Set<String> ladoHubs = new TreeSet<>(situation.ladoHubs());
            ladoHubs.forEach(hub -> needs.add(new Need(hub, Act.TRIAGE, true, false, null)));
            Stream.concat(ladoHubs.stream(), hubs.stream())
                    .findFirst()
                    .ifPresent(hub -> needs.add(new Need(hub, Act.MANAGE, true, true, null)));
        }
        return needs;
    }

    /** Known staff, and at each hub without a known one the person who has not signed in yet. */
    private static Stream<Officer> candidates(Need need, Staff staff) {
        return Stream.concat(
                staff.present().stream(),
                Stream.of(Role.OFFICER, Role.MANAGER)
                        .filter(role -> staff.mayHaveUnknown(role, need.hub()))
                        .map(role -> new Officer("", "", role, null, Set.of(need.hub()))));
    }

    private static Optional<StandIn> next(Need need, AccessFacts facts, Staff staff, List<String> line) {
        Predicate<Officer> free = manager -> !facts.withoutStandIns().excludes(manager);
        Predicate<Officer> despiteWorkplace = manager -> !facts.excludesPersonally(manager);
        return Stream.of(free, despiteWorkplace)
                .flatMap(mayStandIn -> inLine(need, facts, staff, line).filter(mayStandIn))
                .findFirst()
                .map(manager -> new StandIn(
                        manager.user(),
                        need.hub(),
                        false,
                        present(manager, need, facts).map(StandIn::worksAt).orElse(manager.hubs())));
    }

    private static Optional<StandIn> present(Officer manager, Need need, AccessFacts facts) {
        return facts.standIns().stream()
                .filter(one -> one.hub().equals(need.hub()) && one.isStillAtPlace(manager))
                .findFirst();
    }

    /**
     * A present stand-in comes first, so that no more people than necessary learn of the concern; one who was moved
     * meanwhile waits in line like the others.
     */
    private static Stream<Officer> inLine(Need need, AccessFacts facts, Staff staff, List<String> line) {
        Map<String, Officer> ordered = new LinkedHashMap<>();
        Stream<Officer> already = managers(staff, need)
                .filter(manager -> present(manager, need, facts).isPresent());
        Stream<Officer> next = Stream.concat(Stream.of(need.hub()), line.stream())
                .flatMap(hub -> managers(staff, need).filter(each -> each.hubs().contains(hub)));
        Stream.concat(already, next).forEach(each -> ordered.putIfAbsent(each.user(), each));
        return ordered.values().stream();
    }

    private static Stream<Officer> managers(Staff staff, Need need) {
        return staff.present().stream()
                .filter(each -> each.is(Role.MANAGER) && !each.user().equals(need.except()));
    }
}
