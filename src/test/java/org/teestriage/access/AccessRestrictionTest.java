package org.teestriage.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.access.Role.AUDITOR;
import static org.teestriage.access.Role.MANAGER;
import static org.teestriage.access.Role.OFFICER;
import static org.teestriage.access.Role.OPERATOR;
import static org.teestriage.access.Role.REFERRER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessRestriction.Kind;
import org.teestriage.platform.text.NameMatcher;

class AccessRestrictionTest {

    private static final String SCHOOL = "northfield-school";
    private static final Officer ROBIN = new Officer("robin", "Robin Raiser", REFERRER, SCHOOL, Set.of());
    private static final Officer PAT =
            new Officer("pat", "Pat Example", REFERRER, SCHOOL, Set.of(), new Duties(true, Set.of()));
    private static final Officer SAM = new Officer("sam", "Sam Officer", OFFICER, null, Set.of("chub"));
    private static final Officer MO = new Officer("mo", "Mo Manager", MANAGER, null, Set.of("chub"));
    private static final Officer FAY = new Officer("fay", "Fay Faraway", OFFICER, null, Set.of("redcar-mach"));
    private static final Officer ADA = new Officer("ada", "Ada Auditor", AUDITOR, null, Set.of());

    private static AccessFacts with(AccessRestriction... restrictions) {
        return new AccessFacts(SCHOOL, "robin", Set.of("chub"), List.of(restrictions), Set.of(), Set.of());
    }

    private static AccessFacts withGrantOf(Officer officer, AccessRestriction... restrictions) {
        return new AccessFacts(
                SCHOOL, "robin", Set.of("chub"), List.of(restrictions), Set.of(officer.user()), Set.of());
    }

    private static boolean sees(Officer officer, AccessFacts facts) {
        return Access.may(officer, Act.SEE_STATUS, facts);
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void anExcludedUserMayDoNothing(Act act) {
        assertThat(Access.may(SAM, act, with(new AccessRestriction(Kind.EXCLUDED_USER, "sam"))))
                .isFalse();
        assertThat(Access.may(MO, act, with(new AccessRestriction(Kind.EXCLUDED_USER, "mo"))))
                .isFalse();
        assertThat(Access.may(ADA, act, with(new AccessRestriction(Kind.EXCLUDED_USER, "ada"))))
                .isFalse();
        assertThat(Access.may(ROBIN, act, with(new AccessRestriction(Kind.EXCLUDED_USER, "robin"))))
                .isFalse();
    }

    @Test
    void anExclusionAffectsOnlyTheExcludedUser() {
        AccessFacts facts = with(new AccessRestriction(Kind.EXCLUDED_USER, "mo"));
        assertThat(sees(SAM, facts)).isTrue();
        assertThat(sees(ADA, facts)).isTrue();
        assertThat(sees(ROBIN, facts)).isTrue();
    }

    @Test
    void aUserWithTheNameOfASuspectIsExcludedWhereverTheyWork() {
        AccessFacts facts = with(new AccessRestriction(Kind.EXCLUDED_NAME, NameMatcher.words("Officer, Sam")));
        assertThat(sees(SAM, facts)).isFalse();
        assertThat(sees(MO, facts)).isTrue();
        assertThat(sees(PAT, with(new AccessRestriction(Kind.EXCLUDED_NAME, NameMatcher.words("Pat Example")))))
                .isFalse();
    }

    @Test
    void staffOfASuspectsWorkplaceAreExcludedExceptTheReferrer() {
        AccessFacts facts =
                with(new AccessRestriction(Kind.EXCLUDED_WORKPLACE, NameMatcher.words("Northfield Primary School")));
        assertThat(sees(PAT, facts)).isFalse();
        assertThat(sees(ROBIN, facts)).isTrue();
        assertThat(sees(SAM, facts)).as("works at no agency").isTrue();
        assertThat(sees(
                        PAT,
                        with(new AccessRestriction(Kind.EXCLUDED_WORKPLACE, NameMatcher.words("Southfield School")))))
                .isTrue();
    }

    @Test
    void aConcernForNamedUsersIsVisibleOnlyToThemItsReferrerAndAuditors() {
        AccessFacts facts = with(new AccessRestriction(Kind.NAMED, "mo"));
        assertThat(sees(MO, facts)).isTrue();
        assertThat(sees(SAM, facts)).isFalse();
        assertThat(sees(PAT, facts)).isFalse();
        assertThat(sees(ROBIN, facts)).isTrue();
        assertThat(sees(ADA, facts)).isTrue();
        Officer namesake = new Officer("robin", "Robin Other", OFFICER, null, Set.of("chub"));
        assertThat(sees(namesake, facts))
                .as("an officer with the referrer's user name")
                .isFalse();
    }

    @Test
    void namingAUserDoesNotReplaceMembershipOfTheHub() {
        assertThat(sees(FAY, with(new AccessRestriction(Kind.NAMED, "fay")))).isFalse();
    }

    @Test
    void ladoInformationOfTheHubsIsForTheirStaffTheRaiserAndAuditors() {
        AccessRestriction atTheHubs = new AccessRestriction(Kind.LADO_AT_THE_HUBS, "LADO");
        AccessFacts facts = with(atTheHubs);
        assertThat(List.of(SAM, MO, ROBIN, ADA)).allMatch(officer -> Access.mayKnowOfLado(officer, facts));
        assertThat(List.of(PAT, FAY)).noneMatch(officer -> Access.mayKnowOfLado(officer, facts));
        assertThat(sees(PAT, facts)).as("the rest of the concern").isTrue();
        assertThat(Access.mayKnowOfLado(FAY, withGrantOf(FAY, atTheHubs)))
                .as("emergency access")
                .isFalse();
    }

    @Test
    void ladoInformationCanBeRestrictedToNamedUsers() {
        AccessFacts facts = with(new AccessRestriction(Kind.NAMED_FOR_LADO, "mo"));
        assertThat(sees(SAM, facts)).isTrue();
        assertThat(Access.mayKnowOfLado(SAM, facts)).isFalse();
        assertThat(Access.mayKnowOfLado(MO, facts)).isTrue();
        assertThat(Access.mayKnowOfLado(ADA, facts)).isTrue();
        assertThat(Access.mayKnowOfLado(SAM, with())).isTrue();
        assertThat(Access.mayKnowOfLado(FAY, withGrantOf(FAY, new AccessRestriction(Kind.NAMED_FOR_LADO, "mo"))))
                .isFalse();
        assertThat(Access.mayKnowOfLado(
                        FAY,
                        new AccessFacts(
                                SCHOOL,
                                "robin",
                                Set.of("chub"),
                                List.of(new AccessRestriction(Kind.NAMED_FOR_LADO, "mo")),
                                Set.of("fay"),
                                Set.of("fay"))))
                .as("a child is in danger")
                .isTrue();
    }

    @Test
    void onlyNamedManagersOfTheHubMayChangeAnExistingRestriction() {
        Officer other = new Officer("max", "Max Manager", MANAGER, null, Set.of("chub"));
        for (Kind kind : List.of(Kind.NAMED, Kind.NAMED_FOR_LADO)) {
            AccessFacts facts = with(new AccessRestriction(kind, "mo"));
            assertThat(Access.mayChangeRestriction(MO, kind, facts)).as("named").isTrue();
            assertThat(Access.mayChangeRestriction(other, kind, facts))
                    .as("not named")
                    .isFalse();
            assertThat(Access.mayChangeRestriction(other, kind, with()))
                    .as("the first to restrict")
                    .isTrue();
            assertThat(Access.mayChangeRestriction(SAM, kind, with(new AccessRestriction(kind, "sam"))))
                    .as("an officer")
                    .isFalse();
        }
        AccessFacts lado = with(new AccessRestriction(Kind.NAMED_FOR_LADO, "mo"));
        assertThat(Access.mayChangeRestriction(other, Kind.NAMED, lado)).isTrue();
        Officer away = new Officer("mo", "Mo Manager", MANAGER, null, Set.of("redcar-mach"));
        assertThat(Access.mayChangeRestriction(away, Kind.NAMED_FOR_LADO, lado))
                .as("at another hub")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"EXCLUDED_USER", "EXCLUDED_NAME", "EXCLUDED_WORKPLACE"})
    void everyManagerOfTheHubMayChangeExclusions(Kind kind) {
        AccessFacts facts = with(new AccessRestriction(kind, "ivy"), new AccessRestriction(Kind.NAMED_FOR_LADO, "ivy"));
        assertThat(Access.mayChangeRestriction(MO, kind, facts)).isTrue();
        assertThat(Access.mayChangeRestriction(SAM, kind, facts)).isFalse();
        assertThat(Access.mayChangeRestriction(ADA, kind, facts)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void breakGlassAccessAllowsReadingAndAmendmentsButNoDecisions(Act act) {
        boolean may = EnumSet.of(Act.SEE_STATUS, Act.SEE_CASE, Act.SEE_TIMELINE, Act.TELL)
                .contains(act);
        assertThat(Access.may(FAY, act, withGrantOf(FAY))).isEqualTo(may);
        assertThat(Access.may(SAM, act, withGrantOf(SAM, new AccessRestriction(Kind.NAMED, "mo"))))
                .isEqualTo(may);
    }

    @Test
    void aBreakGlassGrantAppliesOnlyToItsUser() {
        Officer other = new Officer("finn", "Finn Faraway", OFFICER, null, Set.of("redcar-mach"));
        assertThat(sees(FAY, withGrantOf(FAY))).isTrue();
        assertThat(sees(other, withGrantOf(FAY))).isFalse();
    }

    @Test
    void breakGlassDoesNotOverrideAnExclusion() {
        AccessRestriction conflict = new AccessRestriction(Kind.EXCLUDED_USER, "fay");
        assertThat(sees(FAY, withGrantOf(FAY, conflict))).isFalse();
        assertThat(Access.mayBreakGlass(FAY, with(conflict))).isFalse();
    }

    @Test
    void onlyHubStaffWithoutAccessMayBreakTheGlass() {
        assertThat(Access.mayBreakGlass(FAY, with())).isTrue();
        assertThat(Access.mayBreakGlass(SAM, with(new AccessRestriction(Kind.NAMED, "mo"))))
                .isTrue();
        assertThat(Access.mayBreakGlass(SAM, with())).as("already has access").isFalse();
        assertThat(Access.mayBreakGlass(new Officer("ref", "Ref Other", REFERRER, "southgate", Set.of()), with()))
                .isFalse();
        assertThat(Access.mayBreakGlass(new Officer("ops", "Ops Person", OPERATOR, null, Set.of()), with()))
                .isFalse();
    }

    @Test
    void accessIsBreakGlassAccessOnlyWithAGrantAndWithoutRegularAccess() {
        assertThat(Access.looksThroughBrokenGlass(FAY, withGrantOf(FAY))).isTrue();
        assertThat(Access.looksThroughBrokenGlass(FAY, with())).isFalse();
        assertThat(Access.looksThroughBrokenGlass(SAM, withGrantOf(SAM)))
                .as("has regular access again")
                .isFalse();
    }

    @Test
    void theAddressOfALookedAfterChildIsVisibleToItsHubAndToGrantsForDanger() {
        AccessFacts twoHubs =
                new AccessFacts(SCHOOL, "robin", Set.of("chub", "redcar-mach"), List.of(), Set.of(), Set.of());
        assertThat(Access.maySeePlacement(SAM, twoHubs, "chub")).isTrue();
        assertThat(Access.maySeePlacement(FAY, twoHubs, "chub")).isFalse();
        assertThat(Access.maySeePlacement(ADA, twoHubs, "chub")).isFalse();
        assertThat(Access.maySeePlacement(SAM, with(new AccessRestriction(Kind.NAMED, "mo")), "chub"))
                .isFalse();
        assertThat(Access.maySeePlacement(FAY, withGrantOf(FAY), "chub")).isFalse();
        AccessFacts danger = new AccessFacts(SCHOOL, "robin", Set.of("chub"), List.of(), Set.of("fay"), Set.of("fay"));
        assertThat(Access.maySeePlacement(FAY, danger, "chub")).isTrue();
        Officer odd = new Officer("odd", "Odd Referrer", REFERRER, SCHOOL, Set.of("chub"));
        assertThat(Access.maySeePlacement(odd, with(), "chub")).isFalse();
    }

    @Test
    void aConfidentialReferrerIsVisibleOnlyToStaffOfTheHub() {
        assertThat(Access.maySeeReferrer(SAM, with())).isTrue();
        assertThat(Access.maySeeReferrer(ADA, with())).isFalse();
        assertThat(Access.maySeeReferrer(PAT, with())).isFalse();
        assertThat(Access.maySeeReferrer(FAY, withGrantOf(FAY))).isFalse();
    }
}
