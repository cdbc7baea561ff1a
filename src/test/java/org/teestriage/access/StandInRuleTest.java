package org.teestriage.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.teestriage.access.Role.MANAGER;
import static org.teestriage.access.Role.OFFICER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessRestriction.Kind;
import org.teestriage.access.StandInRule.Situation;
import org.teestriage.access.StandInRule.Staff;
import org.teestriage.platform.text.NameMatcher;

/** Hub {@code one} is the responsible one, {@code two} another part or the one that is asked, {@code three} a third. */
class StandInRuleTest {

    private static final List<String> LINE = List.of("one", "two", "three");
    private static final Officer OLA = new Officer("ola", "Ola Officer", OFFICER, null, Set.of("one"));
    private static final Officer MAX = new Officer("max", "Maxwell Quillfeather", MANAGER, null, Set.of("one"));
    private static final Officer MIA = new Officer("mia", "Mia Tanglewood", MANAGER, null, Set.of("one"));
    private static final Officer OTIS = new Officer("otis", "Otis Officer", OFFICER, null, Set.of("two"));
    private static final Officer MEG = new Officer("meg", "Meg Brackenbury", MANAGER, null, Set.of("two"));
    private static final Officer MO = new Officer("mo", "Mo Farthingale", MANAGER, null, Set.of("three"));
    private static final List<Officer> ALL = List.of(OLA, MAX, MIA, OTIS, MEG, MO);

    private static final List<AccessRestriction> RESTRICTIONS = List.of(
            new AccessRestriction(Kind.NAMED, "max"),
            new AccessRestriction(Kind.NAMED, "ola"),
            new AccessRestriction(Kind.NAMED_FOR_LADO, "max"),
            new AccessRestriction(Kind.EXCLUDED_USER, "mia"),
            new AccessRestriction(Kind.EXCLUDED_USER, "meg"),
            new AccessRestriction(Kind.EXCLUDED_NAME, NameMatcher.words("Quillfeather, Maxwell")),
            new AccessRestriction(Kind.EXCLUDED_WORKPLACE, "made up", Set.of("one")),
            new AccessRestriction(Kind.EXCLUDED_WORKPLACE, "also made up", Set.of("one", "two")),
            new AccessRestriction(Kind.EXCLUDED_WORKPLACE, "everywhere", Set.of("one", "two", "three")));

    private static AccessFacts facts(Set<String> hubs, Set<StandIn> standIns, AccessRestriction... restrictions) {
        return new AccessFacts(
                "northfield-school", "robin", Place.hubs(hubs), List.of(restrictions), Set.of(), Set.of(), standIns);
    }

    private static Situation situation(AccessFacts facts) {
        return new Situation(facts, Set.of(), Map.of());
    }

    private static StandIn standIn(Officer manager, String hub, boolean lado) {
        return new StandIn(manager.user(), hub, lado, manager.hubs());
    }

    private static Set<StandIn> standIns(Staff staff, AccessRestriction... restrictions) {
        return StandInRule.standIns(situation(facts(Set.of("one"), Set.of(), restrictions)), staff, LINE);
    }

    private static Staff staff(Officer... present) {
        List<Officer> here = List.of(present);
        return new Staff(
                here,
                ALL.stream()
                        .filter(each ->
                                here.stream().noneMatch(one -> one.user().equals(each.user())))
                        .toList());
    }

    // Every combination

    @Test
    void inEveryCombinationAPersonCanActOrTheGapIsKnown() {
        int combinations = 0;
        Map<Integer, Integer> sizes = new HashMap<>();
        for (Staff staff : staffs()) {
            for (List<AccessRestriction> restrictions : subsets(RESTRICTIONS, 2)) {
                for (Set<String> hubs : List.of(Set.of("one"), Set.of("two"), Set.of("one", "two"))) {
                    AccessFacts facts = facts(hubs, Set.of(), restrictions.toArray(AccessRestriction[]::new));
                    for (Situation situation : situations(facts)) {
                        sizes.merge(check(situation, staff), 1, Integer::sum);
                        combinations++;
                    }
                }
            }
        }
        System.out.println("STAND-INS: %d combinations, by number of stand-ins %s".formatted(combinations, sizes));
        assertThat(combinations).isGreaterThan(15_000);
    }

    /** Officers and managers present, left, or moved to the third hub. */
    private static List<Staff> staffs() {
        Officer moved = new Officer("max", MAX.name(), MANAGER, null, Set.of("three"));
        List<Staff> staffs = new ArrayList<>();
        for (List<Officer> maxOrNot : List.of(List.of(MAX), List.of(moved), List.<Officer>of())) {
            for (List<Officer> others : subsets(List.of(OLA, MIA, MEG, MO), 4)) {
                staffs.add(
                        staff(Stream.concat(maxOrNot.stream(), others.stream()).toArray(Officer[]::new)));
            }
        }
        return staffs;
    }

    private static List<Situation> situations(AccessFacts facts) {
        String first = facts.hubs().stream().sorted().findFirst().orElseThrow();
        return List.of(
                situation(facts),
                new Situation(facts, Set.of(first), Map.of()),
                new Situation(facts, Set.of(first), Map.of(first, Set.of("max"))));
    }

    private static <T> List<List<T>> subsets(List<T> from, int most) {
        List<List<T>> subsets = new ArrayList<>(List.of(List.of()));
        for (T each : from) {
            for (List<T> smaller : List.copyOf(subsets)) {
                if (smaller.size() < most) {
                    subsets.add(Stream.concat(smaller.stream(), Stream.of(each)).toList());
                }
            }
        }
        return subsets;
    }

    private static int check(Situation situation, Staff staff) {
        Set<StandIn> standIns = requireCover(situation, staff);
        for (Officer person : staff.present()) {
            if (standIns.stream().anyMatch(one -> one.user().equals(person.user()))) {
                List.of("three", "two").stream()
                        .filter(hub -> !person.hubs().contains(hub))
                        .map(hub -> new Officer(person.user(), person.name(), MANAGER, null, Set.of(hub)))
                        .forEach(moved -> requireSuccessor(
                                situation,
                                standIns,
                                person,
                                staff(Stream.concat(others(staff, person), Stream.of(moved)))));
                requireSuccessor(situation, standIns, person, staff(others(staff, person)));
                requireSuccessor(
                        with(situation, new AccessRestriction(Kind.EXCLUDED_USER, person.user())),
                        standIns,
                        person,
                        staff);
            }
        }
        return standIns.size();
    }

    private static Stream<Officer> others(Staff staff, Officer person) {
        return staff.present().stream().filter(each -> !each.equals(person));
    }

    private static Staff staff(Stream<Officer> present) {
        return staff(present.toArray(Officer[]::new));
    }

    private static Situation with(Situation situation, AccessRestriction more) {
        AccessFacts before = situation.facts();
        return new Situation(
                facts(
                        before.hubs(),
                        before.standIns(),
                        Stream.concat(before.restrictions().stream(), Stream.of(more))
                                .toArray(AccessRestriction[]::new)),
                situation.ladoHubs(),
                situation.reserved());
    }

    /** As if the former stand-in had never stood in. */
    private static void requireSuccessor(Situation situation, Set<StandIn> present, Officer former, Staff staff) {
        Set<StandIn> remaining = present.stream()
                .filter(one -> !one.user().equals(former.user()))
                .collect(Collectors.toSet());
        require(
                StandInRule.standIns(with(situation, present), staff, LINE)
                        .equals(StandInRule.standIns(with(situation, remaining), staff, LINE)),
                "the next in line after " + former.user(),
                List.of(situation, staff));
    }

    private static Situation with(Situation situation, Set<StandIn> standIns) {
        AccessFacts before = situation.facts();
        return new Situation(
                facts(before.hubs(), standIns, before.restrictions().toArray(AccessRestriction[]::new)),
                situation.ladoHubs(),
                situation.reserved());
    }

    private static Set<StandIn> requireCover(Situation situation, Staff staff) {
        Set<StandIn> standIns = StandInRule.standIns(situation, staff, LINE);
        AccessFacts before = situation.facts();
        AccessFacts after = facts(before.hubs(), standIns, before.restrictions().toArray(AccessRestriction[]::new));
        Object context = List.of(situation, staff);

        require(
                StandInRule.uncovered(situation, staff).isEmpty() == standIns.isEmpty(),
                "stand-ins exactly where regular staff cannot act",
                context);
        for (String hub : before.hubs()) {
            boolean vacant = standIns.stream()
                    .anyMatch(one -> one.isVacant() && one.hub().equals(hub));
            require(
                    vacant || can(staff, hub, after, person -> Access.may(person, Act.TRIAGE, after)),
                    "a person who may triage",
                    context);
            require(
                    vacant || can(staff, hub, after, person -> Access.may(person, Act.MANAGE, after)),
                    "a manager who may manage",
                    context);
            for (String user : situation.reserved().getOrDefault(hub, Set.of())) {
                require(
                        vacant
                                || can(
                                        staff,
                                        hub,
                                        after,
                                        person -> !person.user().equals(user) && Access.may(person, Act.MANAGE, after)),
                        "a manager who may read the decision of another",
                        context);
            }
        }
        boolean vacant = standIns.stream().anyMatch(StandIn::isVacant);
        for (String hub : situation.ladoHubs()) {
            require(
                    vacant
                            || can(
                                    staff,
                                    hub,
                                    after,
                                    person -> Access.may(person, Act.TRIAGE, after)
                                            && Access.mayKnowOfLado(person, after)),
                    "a person who may act for the LADO at " + hub,
                    context);
        }
        require(
                vacant
                        || people(staff, before.hubs())
                                .anyMatch(person -> Access.mayChangeRestriction(person, Kind.NAMED_FOR_LADO, after)),
                "a manager who may change who acts for the LADO",
                context);
        for (Officer person : staff.present()) {
            boolean standsIn = standIns.stream().anyMatch(one -> one.user().equals(person.user()));
            for (Act act : List.of(Act.SEE_CASE, Act.TRIAGE, Act.MANAGE)) {
                require(
                        standsIn || Access.may(person, act, before) == Access.may(person, act, after),
                        "no change for other people",
                        context);
            }
            require(!standsIn || Access.may(person, Act.MANAGE, after), "access of the stand-in", context);
        }
        if (vacant) {
            require(
                    staff.present().stream()
                            .filter(person -> person.is(MANAGER) && !before.excludesPersonally(person))
                            .allMatch(person -> situation.reserved().values().stream()
                                    .anyMatch(users -> users.contains(person.user()))),
                    "a vacancy only if no manager is left",
                    context);
        }
        Situation next = new Situation(after, situation.ladoHubs(), situation.reserved());
        require(
                StandInRule.standIns(next, staff, LINE).equals(standIns),
                "the same stand-ins at the next review",
                context);
        return standIns;
    }

    /** Present staff, and the people who may come to hubs without any known ones. */
    private static Stream<Officer> people(Staff staff, Set<String> hubs) {
        return Stream.concat(
                staff.present().stream(),
                hubs.stream()
                        .filter(hub ->
                                ALL.stream().noneMatch(known -> known.hubs().contains(hub)))
                        .map(hub -> new Officer("", "", MANAGER, null, Set.of(hub))));
    }

    private static boolean can(Staff staff, String hub, AccessFacts facts, Predicate<Officer> may) {
        return people(staff, Set.of(hub)).anyMatch(person -> Access.actsAt(person, hub, facts) && may.test(person));
    }

    private static void require(boolean holds, String what, Object context) {
        if (!holds) {
            throw new AssertionError(what + " is missing in " + context);
        }
    }

    // Examples

    @Test
    void noOneStandsInWhileRegularStaffCanAct() {
        assertThat(standIns(staff(OLA, MAX))).isEmpty();
        assertThat(standIns(staff(OLA, MAX, MIA), new AccessRestriction(Kind.NAMED, "max")))
                .isEmpty();
        assertThat(standIns(staff(OLA, MAX, MIA), new AccessRestriction(Kind.EXCLUDED_USER, "max")))
                .isEmpty();
    }

    @Test
    void anotherManagerOfTheHubFollowsTheLastNamedPersonWhoLeft() {
        assertThat(standIns(staff(OLA, MIA, MEG), new AccessRestriction(Kind.NAMED, "max")))
                .containsExactly(standIn(MIA, "one", false));
    }

    @Test
    void aManagerOfAnotherHubFollowsTheOnlyManagerWithTheNameOfASuspect() {
        assertThat(standIns(
                        staff(OLA, MAX, MEG, MO), new AccessRestriction(Kind.EXCLUDED_NAME, "quillfeather maxwell")))
                .containsExactly(standIn(MEG, "one", false));
    }

    @Test
    void theNextHubFollowsWhenTheStaffOfTheHubAreColleaguesOfASuspect() {
        assertThat(standIns(
                        staff(OLA, MAX, MIA, MEG, MO),
                        new AccessRestriction(Kind.EXCLUDED_WORKPLACE, "made up", Set.of("one"))))
                .containsExactly(standIn(MEG, "one", false));
    }

    @Test
    void ifASuspectIsAColleagueEverywhereOneManagerActsDespiteTheWorkplace() {
        AccessRestriction everywhere =
                new AccessRestriction(Kind.EXCLUDED_WORKPLACE, "everywhere", Set.of("one", "two", "three"));
        assertThat(standIns(staff(OLA, MAX, MIA, MEG, MO), everywhere)).containsExactly(standIn(MAX, "one", false));
        assertThat(standIns(staff(OLA, MAX, MEG, MO), everywhere, new AccessRestriction(Kind.EXCLUDED_USER, "max")))
                .as("never a person who is excluded by user name")
                .containsExactly(standIn(MEG, "one", false));
    }

    @Test
    void aGapWithoutAManagerInLineIsVacant() {
        assertThat(standIns(staff(OLA), new AccessRestriction(Kind.NAMED, "max")))
                .containsExactly(StandIn.vacant("one", false));
    }

    @Test
    void aHubWhoseStaffAreNotKnownYetIsNotDeserted() {
        Staff none = new Staff(List.of(MEG), List.of());
        assertThat(standIns(none)).isEmpty();
        assertThat(standIns(none, new AccessRestriction(Kind.EXCLUDED_USER, "meg")))
                .isEmpty();
        assertThat(standIns(none, new AccessRestriction(Kind.NAMED, "max")))
                .containsExactly(standIn(MEG, "one", false));
    }

    @Test
    void anotherManagerReadsTheDecisionOfAManagerWhoStandsIn() {
        AccessFacts facts =
                facts(Set.of("one"), Set.of(standIn(MIA, "one", false)), new AccessRestriction(Kind.NAMED, "max"));
        Situation decided = new Situation(facts, Set.of(), Map.of("one", Set.of("mia")));
        assertThat(StandInRule.standIns(decided, staff(OLA, MIA, MEG), LINE))
                .containsExactlyInAnyOrder(standIn(MIA, "one", false), standIn(MEG, "one", false));
    }

    @Test
    void theLadoBranchAloneCanNeedAStandIn() {
        AccessFacts facts = facts(Set.of("one"), Set.of(), new AccessRestriction(Kind.NAMED_FOR_LADO, "max"));
        Set<StandIn> standIns =
                StandInRule.standIns(new Situation(facts, Set.of("one"), Map.of()), staff(OLA, MIA, MEG), LINE);
        assertThat(standIns).containsExactly(standIn(MIA, "one", true));
        AccessFacts after = facts(Set.of("one"), standIns, new AccessRestriction(Kind.NAMED_FOR_LADO, "max"));
        assertThat(Access.mayKnowOfLado(MIA, after)).isTrue();
        assertThat(Access.mayKnowOfLado(OLA, after)).isFalse();
    }

    @Test
    void aStandInStaysWhileTheGapLastsAndEndsWithIt() {
        StandIn meg = standIn(MEG, "one", false);
        AccessRestriction onlyMax = new AccessRestriction(Kind.NAMED, "max");
        Situation filled = situation(facts(Set.of("one"), Set.of(meg), onlyMax));
        assertThat(StandInRule.standIns(filled, staff(OLA, MIA, MEG), LINE))
                .as("although a manager of the hub is back")
                .containsExactly(meg);
        assertThat(StandInRule.standIns(filled, staff(OLA, MAX, MIA, MEG), LINE))
                .isEmpty();
    }

    @Test
    void theNextInLineFollowsAStandInWhoWasMoved() {
        AccessRestriction onlyMax = new AccessRestriction(Kind.NAMED, "max");
        Situation filled = situation(facts(Set.of("one"), Set.of(standIn(MIA, "one", false)), onlyMax));
        Officer moved = new Officer("mia", MIA.name(), MANAGER, null, Set.of("three"));
        assertThat(StandInRule.standIns(filled, staff(OLA, moved, MEG), LINE))
                .containsExactly(standIn(MEG, "one", false));
        assertThat(StandInRule.standIns(filled, staff(OLA, moved), LINE))
                .as("the only one in line")
                .containsExactly(standIn(moved, "one", false));
    }

    @Test
    void aManagerOfTheAcceptingHubStandsInForARestrictedConcern() {
        AccessFacts proposed = facts(Set.of("one", "two"), Set.of(), new AccessRestriction(Kind.NAMED, "max"));
        Set<StandIn> standIns = StandInRule.standIns(situation(proposed), staff(OLA, MAX, OTIS, MEG), LINE);
        assertThat(standIns).containsExactly(standIn(MEG, "two", false));
        AccessFacts after = facts(Set.of("one", "two"), standIns, new AccessRestriction(Kind.NAMED, "max"));
        assertThat(Access.may(MEG, Act.TRIAGE, after) && Access.actsAt(MEG, "two", after))
                .isTrue();
        assertThat(Access.may(OTIS, Act.TRIAGE, after)).isFalse();
    }

    @Test
    void aStandInActsAtTheGapOnly() {
        AccessFacts facts =
                facts(Set.of("one"), Set.of(standIn(MEG, "one", false)), new AccessRestriction(Kind.NAMED, "max"));
        assertThat(Arrays.stream(Act.values()).filter(act -> Access.may(MEG, act, facts)))
                .contains(Act.SEE_CASE, Act.TELL, Act.TRIAGE, Act.MANAGE, Act.SEE_TIMELINE);
        assertThat(Access.actsAt(MEG, "one", facts)).isTrue();
        assertThat(Access.actsAt(MEG, "three", facts)).isFalse();
        assertThat(Access.mayChangeRestriction(MEG, Kind.NAMED, facts)).isTrue();
        Officer nowOfficer = new Officer("meg", MEG.name(), OFFICER, null, Set.of("two"));
        assertThat(Access.may(nowOfficer, Act.SEE_STATUS, facts))
                .as("no manager any more")
                .isFalse();
        AccessFacts excluded = facts(
                Set.of("one"), Set.of(standIn(MEG, "one", false)), new AccessRestriction(Kind.EXCLUDED_USER, "meg"));
        assertThat(Access.may(MEG, Act.SEE_STATUS, excluded)).isFalse();
    }

    @Test
    void staffWhoReportedAColleagueOfTheirHubCanAddToItButNotWorkOnIt() {
        AccessFacts facts = new AccessFacts(
                "one",
                "ola",
                Set.of("one"),
                List.of(new AccessRestriction(Kind.EXCLUDED_WORKPLACE, "made up", Set.of("one"))),
                Set.of(),
                Set.of());
        assertThat(Stream.of(Act.values())
                        .filter(act -> Access.may(OLA, act, facts))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Act.SEE_STATUS, Act.TELL);
        assertThat(Access.may(MAX, Act.SEE_STATUS, facts)).isFalse();
        assertThat(Access.mayBeNamed(OLA, facts)).isFalse();
    }

    @Test
    void aManagerOfTheHubStandsInForAnAuthorityOfWhichNoStaffIsLeft() {
        Officer other = new Officer("meg", "Meg", Role.MANAGER, null, Set.of("one"), new Duties(false, Set.of("A")));
        Officer triager = new Officer("ola", "Ola", Role.OFFICER, null, Set.of("one"), new Duties(false, Set.of("A")));
        Staff staff = new Staff(List.of(other, triager), List.of());
        assertThat(StandInRule.standIns(situation(at(new Place("one", "B"))), staff, LINE))
                .extracting(StandIn::user, StandIn::hub)
                .containsExactly(tuple("meg", "one"));
        assertThat(StandInRule.standIns(situation(at(new Place("one", "A"))), staff, LINE))
                .isEmpty();
    }

    private static AccessFacts at(Place place) {
        return new AccessFacts("northfield-school", "robin", Set.of(place), List.of(), Set.of(), Set.of(), Set.of());
    }
}
