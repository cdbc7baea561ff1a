package org.teestriage.access;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.access.Role.AUDITOR;
import static org.teestriage.access.Role.DUTY_TEAM;
import static org.teestriage.access.Role.MANAGER;
import static org.teestriage.access.Role.OFFICER;
import static org.teestriage.access.Role.OPERATOR;
import static org.teestriage.access.Role.REFERRER;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.teestriage.access.Access.Act;
import org.teestriage.access.DutyWork.WaitsAt;
import org.teestriage.decision.Step;

class AccessTest {

    /** The whole policy: the roles that may perform each act. */
    private static final Map<Act, Set<Role>> ROLES_BY_ACT = new EnumMap<>(Map.ofEntries(
            entry(Act.RAISE, EnumSet.of(REFERRER, OFFICER, MANAGER, DUTY_TEAM)),
            entry(Act.SEE_STATUS, EnumSet.of(REFERRER, OFFICER, MANAGER, DUTY_TEAM, AUDITOR)),
            entry(Act.SEE_CASE, EnumSet.of(OFFICER, MANAGER, DUTY_TEAM)),
            entry(Act.SEE_TIMELINE, EnumSet.of(OFFICER, MANAGER, DUTY_TEAM, AUDITOR)),
            entry(Act.SEE_READINGS, EnumSet.of(MANAGER, AUDITOR)),
            entry(Act.EXPORT, EnumSet.of(MANAGER, AUDITOR)),
            entry(Act.TELL, EnumSet.of(REFERRER, OFFICER, MANAGER, DUTY_TEAM)),
            entry(Act.ASK, EnumSet.of(REFERRER)),
            entry(Act.WORK, EnumSet.of(OFFICER, MANAGER, DUTY_TEAM)),
            entry(Act.HAND_BACK, EnumSet.of(DUTY_TEAM)),
            entry(Act.TRIAGE, EnumSet.of(OFFICER, MANAGER)),
            entry(Act.MANAGE, EnumSet.of(MANAGER)),
            entry(Act.SEE_QUEUE, EnumSet.of(OFFICER, MANAGER, DUTY_TEAM)),
            entry(Act.BREAK_GLASS, EnumSet.of(OFFICER, MANAGER)),
            entry(Act.OVERSEE, EnumSet.of(MANAGER, AUDITOR)),
            entry(Act.OPERATE, EnumSet.of(OPERATOR))));

    /** A concern that this school raised, with parts at these hubs. */
    private static final AccessFacts FACTS = facts("northgate-school", Set.of("mach-middlesbrough", "chub"));

    private static AccessFacts facts(String agency, Set<String> hubs, AccessRestriction... restrictions) {
        return new AccessFacts(agency, "robin", hubs, List.of(restrictions), Set.of(), Set.of());
    }

    private static final WaitsAt CHECK_AT_THE_CHUB = new WaitsAt(Step.IMMEDIATE_RISK_CHECK, "chub");

    private static AccessFacts atNight(WaitsAt... steps) {
        return night(new DutyWork(Set.of(steps), Set.of()));
    }

    private static AccessFacts night(DutyWork work, AccessRestriction... restrictions) {
        return new AccessFacts(
                "northgate-school",
                "robin",
                Place.hubs(Set.of("chub", "mach-middlesbrough")),
                List.of(restrictions),
                Set.of(),
                Set.of(),
                Set.of(),
                work);
    }

    private static Set<Role> allowed(Act act) {
        return ROLES_BY_ACT.getOrDefault(act, Set.of());
    }

    private static Officer referrer(String agency) {
        return new Officer("robin", "Robin Raiser", REFERRER, agency, Set.of());
    }

    private static Officer lead(String agency) {
        return new Officer("pat", "Pat Example", REFERRER, agency, Set.of(), new Duties(true, Set.of()));
    }

    private static Officer at(Role role, String... hubs) {
        return new Officer("sam", "Sam Officer", role, null, Set.of(hubs));
    }

    static Stream<Arguments> everyRoleAndAct() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Act.values()).map(act -> Arguments.of(role, act)));
    }

    @Test
    void thePolicyTableCoversEveryAct() {
        assertThat(ROLES_BY_ACT.keySet()).containsExactlyInAnyOrder(Act.values());
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndAct")
    void everyRoleMayDoExactlyTheActsOfThePolicyTable(Role role, Act act) {
        assertThat(Access.may(at(role), act)).isEqualTo(allowed(act).contains(role));
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndAct")
    void actsOnAnAccessibleConcernAreLimitedToThoseOfTheRole(Role role, Act act) {
        Officer near = new Officer(FACTS.raisedBy(), "Sam Officer", role, FACTS.agency(), FACTS.hubs());
        AccessFacts facts = role == DUTY_TEAM ? atNight(CHECK_AT_THE_CHUB) : FACTS;
        assertThat(Access.may(near, act, facts)).isEqualTo(allowed(act).contains(role) && role != OPERATOR);
    }

    @Test
    void aReferrerSeesOnlyTheConcernsThatTheyRaisedForTheirAgency() {
        assertThat(Access.may(referrer("northgate-school"), Act.SEE_STATUS, FACTS))
                .isTrue();
        assertThat(Access.may(referrer("southgate-school"), Act.SEE_STATUS, FACTS))
                .isFalse();
        assertThat(Access.may(at(REFERRER), Act.SEE_STATUS, FACTS)).isFalse();
        Officer colleague = new Officer("pat", "Pat Example", REFERRER, "northgate-school", Set.of());
        for (Act act : Act.values()) {
            assertThat(Access.may(colleague, act, FACTS)).as(act.name()).isFalse();
        }
    }

    @Test
    void aSafeguardingLeadSeesTheConcernsOfTheWholeAgencyAndOfNoOther() {
        assertThat(Access.may(lead("northgate-school"), Act.SEE_STATUS, FACTS)).isTrue();
        assertThat(Access.may(lead("northgate-school"), Act.TELL, FACTS)).isTrue();
        assertThat(Access.may(lead("southgate-school"), Act.SEE_STATUS, FACTS)).isFalse();
    }

    @Test
    void theDutyOfASafeguardingLeadGivesStaffOfHubsNothing() {
        Officer odd =
                new Officer("sam", "Sam Officer", OFFICER, "northgate-school", Set.of(), new Duties(true, Set.of()));
        assertThat(Access.may(odd, Act.SEE_STATUS, FACTS)).isFalse();
    }

    @Test
    void hubsOfAReferrerGiveNoAccess() {
        Officer odd = new Officer("pat", "Pat Example", REFERRER, "southgate-school", Set.of("chub"));
        assertThat(Access.may(odd, Act.SEE_STATUS, FACTS)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFICER", "MANAGER"})
    void staffHaveAccessOnlyToConcernsOfTheirHubs(Role role) {
        assertThat(Access.may(at(role, "chub"), Act.TRIAGE, FACTS)).isTrue();
        assertThat(Access.may(at(role, "elsewhere", "mach-middlesbrough"), Act.TRIAGE, FACTS))
                .isTrue();
        assertThat(Access.may(at(role, "elsewhere"), Act.SEE_STATUS, FACTS)).isFalse();
        assertThat(Access.may(at(role), Act.SEE_STATUS, FACTS)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFICER", "MANAGER"})
    void anAgencyOfStaffGivesNoAccess(Role role) {
        Officer odd = new Officer("sam", "Sam Officer", role, "northgate-school", Set.of());
        assertThat(Access.may(odd, Act.SEE_STATUS, FACTS)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyHubStaffAndTheDutyTeamMayKnowThatAConcernExistsElsewhere(Role role) {
        assertThat(Access.mayKnowThatItExists(at(role, "elsewhere"), FACTS))
                .isEqualTo(role == OFFICER || role == MANAGER || role == DUTY_TEAM);
    }

    @Test
    void anExcludedOrUnnamedUserMayNotKnowThatAConcernExists() {
        Officer elsewhere = at(OFFICER, "elsewhere");
        for (AccessRestriction restriction : List.of(
                new AccessRestriction(AccessRestriction.Kind.EXCLUDED_USER, "sam"),
                new AccessRestriction(AccessRestriction.Kind.EXCLUDED_NAME, "officer sam"),
                new AccessRestriction(AccessRestriction.Kind.NAMED, "somebody else"))) {
            assertThat(Access.mayKnowThatItExists(elsewhere, facts("northgate-school", Set.of("chub"), restriction)))
                    .as(restriction.toString())
                    .isFalse();
        }
        assertThat(Access.mayKnowThatItExists(
                        elsewhere,
                        facts(
                                "northgate-school",
                                Set.of("chub"),
                                new AccessRestriction(AccessRestriction.Kind.EXCLUDED_USER, "somebody else"))))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void theDutyTeamSeesNoConcernOnWhichItHasNothingToDo(Act act) {
        assertThat(Access.may(at(DUTY_TEAM), act, night(DutyWork.NONE))).isFalse();
        assertThat(Access.may(at(DUTY_TEAM, "chub"), act, night(DutyWork.NONE)))
                .as("a hub of its account gives it nothing")
                .isFalse();
    }

    @Test
    void theDutyTeamTakesTheStepsThatAreItsOwnAndNoOthers() {
        AccessFacts night = atNight(CHECK_AT_THE_CHUB);
        Officer duty = at(DUTY_TEAM);
        assertThat(Access.takes(duty, Step.IMMEDIATE_RISK_CHECK, "chub", false, night))
                .isTrue();
        assertThat(Access.takes(duty, Step.POLICE_REPORT, "chub", false, night)).isFalse();
        assertThat(Access.takes(duty, Step.IMMEDIATE_RISK_CHECK, "mach-middlesbrough", false, night))
                .as("the same step of a hub that is open")
                .isFalse();
        assertThat(Access.actsAt(duty, "chub", night)).isTrue();
        assertThat(Access.actsAt(duty, "mach-middlesbrough", night)).isFalse();
        assertThat(Access.maySeePlacement(duty, night, "chub")).isTrue();
        assertThat(Access.maySeePlacement(duty, night, "mach-middlesbrough")).isFalse();
    }

    @Test
    void afterTheOpeningTheDutyTeamReadsWhatItWorkedOnAndFinishesOnlyWhatItTook() {
        AccessFacts morning = night(new DutyWork(Set.of(), Set.of("chub")));
        Officer duty = at(DUTY_TEAM);
        assertThat(Access.may(duty, Act.SEE_CASE, morning)).isTrue();
        assertThat(Access.takes(duty, Step.IMMEDIATE_RISK_CHECK, "chub", false, morning))
                .isFalse();
        assertThat(Access.takes(duty, Step.IMMEDIATE_RISK_CHECK, "chub", true, morning))
                .isTrue();
    }

    @Test
    void restrictionsHoldForTheDutyTeamAsForOfficers() {
        Officer duty = at(DUTY_TEAM);
        DutyWork work = new DutyWork(Set.of(CHECK_AT_THE_CHUB), Set.of("chub"));
        for (AccessRestriction wall : List.of(
                new AccessRestriction(AccessRestriction.Kind.EXCLUDED_USER, "sam"),
                new AccessRestriction(AccessRestriction.Kind.EXCLUDED_NAME, "officer sam"),
                new AccessRestriction(AccessRestriction.Kind.NAMED, "another"))) {
            for (Act act : Act.values()) {
                assertThat(Access.may(duty, act, night(work, wall)))
                        .as("%s %s", wall, act)
                        .isFalse();
            }
        }
        assertThat(Access.mayKnowOfLado(
                        duty, night(work, new AccessRestriction(AccessRestriction.Kind.NAMED_FOR_LADO, "another"))))
                .isFalse();
        AccessRestriction atTheHubs = new AccessRestriction(AccessRestriction.Kind.LADO_AT_THE_HUBS, "");
        assertThat(Access.mayKnowOfLado(duty, night(work, atTheHubs)))
                .as("while it works for the hub")
                .isTrue();
        assertThat(Access.mayKnowOfLado(duty, night(DutyWork.NONE, atTheHubs))).isFalse();
    }

    @Test
    void oneOfTheDutyTeamFollowsWhatTheyRaisedAndAddsToIt() {
        Officer raiser = new Officer("robin", "Robin Duty", DUTY_TEAM, null, Set.of());
        for (Act act : Act.values()) {
            assertThat(Access.may(raiser, act, night(DutyWork.NONE)))
                    .as(act.name())
                    .isEqualTo(act == Act.SEE_STATUS || act == Act.TELL);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REFERRER", "OFFICER", "MANAGER", "OPERATOR"})
    void theWorkOfTheDutyTeamGivesNoOtherRoleAnything(Role role) {
        AccessFacts night = night(new DutyWork(Set.of(CHECK_AT_THE_CHUB), Set.of("chub")));
        for (Act act : Act.values()) {
            assertThat(Access.may(at(role), act, night)).isFalse();
        }
    }

    @Test
    void anAuditorSeesEveryTimelineButNoFacts() {
        assertThat(Access.may(at(AUDITOR), Act.SEE_TIMELINE, FACTS)).isTrue();
        assertThat(Access.may(at(AUDITOR), Act.SEE_CASE, FACTS)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void anOperatorHasNoAccessToConcerns(Act act) {
        assertThat(Access.may(at(OPERATOR, "chub"), act, FACTS)).isFalse();
    }

    @Test
    void aUserSharesAHubOnlyIfOneIdMatchesExactly() {
        assertThat(Access.sharesPlace(at(OFFICER, "chub", "north"), Place.hubs(Set.of("chub"))))
                .isTrue();
        assertThat(Access.sharesPlace(at(OFFICER, "chub"), Place.hubs(Set.of("CHUB"))))
                .isFalse();
        assertThat(Access.sharesPlace(at(OFFICER, "chub"), Set.of())).isFalse();
        assertThat(Access.sharesPlace(at(OFFICER), Place.hubs(Set.of("chub")))).isFalse();
    }

    private static final String HARTLEPOOL = "E06000001";
    private static final String STOCKTON = "E06000004";

    private static Officer of(Role role, String hub, String... authorities) {
        return new Officer("sam", "Sam Officer", role, null, Set.of(hub), new Duties(false, Set.of(authorities)));
    }

    private static AccessFacts in(Place... places) {
        return new AccessFacts("northgate-school", "robin", Set.of(places), List.of(), Set.of(), Set.of(), Set.of());
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFICER", "MANAGER"})
    void staffWhoWorkForOneAuthorityOfAHubSeeNoConcernOfTheOther(Role role) {
        AccessFacts concern = in(new Place("chub", HARTLEPOOL));
        for (Act act : allActsOf(role)) {
            assertThat(Access.may(of(role, "chub", HARTLEPOOL), act, concern)).isTrue();
            assertThat(Access.may(of(role, "chub", STOCKTON), act, concern)).isFalse();
            assertThat(Access.may(of(role, "chub"), act, concern)).isTrue();
            assertThat(Access.may(of(role, "elsewhere", HARTLEPOOL), act, concern))
                    .isFalse();
        }
        assertThat(Access.mayBreakGlass(of(role, "chub", STOCKTON), concern)).isTrue();
        assertThat(Access.mayBreakGlass(of(role, "chub", HARTLEPOOL), concern)).isFalse();
        assertThat(Access.mayBeNamed(of(role, "chub", STOCKTON), concern)).isFalse();
    }

    @Test
    void aConcernWhoseAuthorityIsNotKnownIsSeenByAllOfTheHub() {
        assertThat(Access.may(of(OFFICER, "chub", STOCKTON), Act.TRIAGE, in(new Place("chub", null))))
                .isTrue();
    }

    @Test
    void aConcernWithChildrenOfBothAuthoritiesIsSeenByBoth() {
        AccessFacts both = in(new Place("chub", HARTLEPOOL), new Place("chub", STOCKTON));
        assertThat(Access.may(of(OFFICER, "chub", STOCKTON), Act.TRIAGE, both)).isTrue();
        assertThat(Access.may(of(OFFICER, "chub", HARTLEPOOL), Act.TRIAGE, both))
                .isTrue();
    }

    private static Set<Act> allActsOf(Role role) {
        Set<Act> acts = EnumSet.allOf(Act.class);
        acts.removeIf(act -> !allowed(act).contains(role));
        return acts;
    }

    @Test
    void accessFactsCopyTheirHubs() {
        Set<String> hubs = new HashSet<>(Set.of("chub"));
        AccessFacts facts = facts("northgate-school", hubs);
        hubs.add("elsewhere");
        assertThat(Access.may(at(OFFICER, "elsewhere"), Act.TRIAGE, facts)).isFalse();
    }
}
