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

/** What restrictions and broken glass change for whom. */
class AccessRestrictionTest {

    private static final String SCHOOL = "northfield-school";
    private static final Officer RAISER = new Officer("robin", "Robin Raiser", REFERRER, SCHOOL, Set.of());
    private static final Officer COLLEAGUE = new Officer("pat", "Pat Example", REFERRER, SCHOOL, Set.of());
    private static final Officer SAM = new Officer("sam", "Sam Officer", OFFICER, null, Set.of("chub"));
    private static final Officer MO = new Officer("mo", "Mo Manager", MANAGER, null, Set.of("chub"));
    private static final Officer FAR = new Officer("fay", "Fay Faraway", OFFICER, null, Set.of("redcar-mach"));
    private static final Officer AUDITS = new Officer("ada", "Ada Auditor", AUDITOR, null, Set.of());

    private static AccessFacts with(AccessRestriction... restrictions) {
        return new AccessFacts(SCHOOL, "robin", Set.of("chub"), List.of(restrictions), Set.of(), Set.of());
    }

    private static AccessFacts brokenBy(Officer officer, AccessRestriction... restrictions) {
        return new AccessFacts(
                SCHOOL, "robin", Set.of("chub"), List.of(restrictions), Set.of(officer.user()), Set.of());
    }

    private static boolean sees(Officer officer, AccessFacts ground) {
        return Access.may(officer, Act.SEE_STATUS, ground);
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void whomAWallNamesMayNothing(Act act) {
        assertThat(Access.may(SAM, act, with(new AccessRestriction(Kind.EXCLUDED_USER, "sam"))))
                .isFalse();
        assertThat(Access.may(MO, act, with(new AccessRestriction(Kind.EXCLUDED_USER, "mo"))))
                .isFalse();
        assertThat(Access.may(AUDITS, act, with(new AccessRestriction(Kind.EXCLUDED_USER, "ada"))))
                .isFalse();
        assertThat(Access.may(RAISER, act, with(new AccessRestriction(Kind.EXCLUDED_USER, "robin"))))
                .isFalse();
    }

    @Test
    void aWallIsForWhomItNamesAndNobodyElse() {
        AccessFacts ground = with(new AccessRestriction(Kind.EXCLUDED_USER, "mo"));
        assertThat(sees(SAM, ground)).isTrue();
        assertThat(sees(AUDITS, ground)).isTrue();
        assertThat(sees(RAISER, ground)).isTrue();
    }

    @Test
    void whoHasTheNameOfASuspectSeesNothingWhereverTheyWork() {
        AccessFacts ground = with(new AccessRestriction(Kind.EXCLUDED_NAME, NameMatcher.words("Officer, Sam")));
        assertThat(sees(SAM, ground)).isFalse();
        assertThat(sees(MO, ground)).isTrue();
        assertThat(sees(COLLEAGUE, with(new AccessRestriction(Kind.EXCLUDED_NAME, NameMatcher.words("Pat Example")))))
                .isFalse();
    }

    @Test
    void aSuspectsWorkplaceSeesNothingButWhoeverRaisedItThere() {
        AccessFacts ground =
                with(new AccessRestriction(Kind.EXCLUDED_WORKPLACE, NameMatcher.words("Northfield Primary School")));
        assertThat(sees(COLLEAGUE, ground)).isFalse();
        assertThat(sees(RAISER, ground)).isTrue();
        assertThat(sees(SAM, ground)).as("works at no agency").isTrue();
        assertThat(sees(
                        COLLEAGUE,
                        with(new AccessRestriction(Kind.EXCLUDED_WORKPLACE, NameMatcher.words("Southfield School")))))
                .isTrue();
    }

    @Test
    void aRestrictedConcernIsForNamedPeopleItsRaiserAndAuditors() {
        AccessFacts ground = with(new AccessRestriction(Kind.NAMED, "mo"));
        assertThat(sees(MO, ground)).isTrue();
        assertThat(sees(SAM, ground)).isFalse();
        assertThat(sees(COLLEAGUE, ground)).isFalse();
        assertThat(sees(RAISER, ground)).isTrue();
        assertThat(sees(AUDITS, ground)).isTrue();
        Officer namesake = new Officer("robin", "Robin Other", OFFICER, null, Set.of("chub"));
        assertThat(sees(namesake, ground))
                .as("an officer of the raiser's user name")
                .isFalse();
    }

    @Test
    void beingNamedGivesNobodyWhatTheirHubDoesNot() {
        assertThat(sees(FAR, with(new AccessRestriction(Kind.NAMED, "fay")))).isFalse();
    }

    @Test
    void whatConcernsTheLadoCanBeForNamedPeople() {
        AccessFacts ground = with(new AccessRestriction(Kind.NAMED_FOR_LADO, "mo"));
        assertThat(sees(SAM, ground)).isTrue();
        assertThat(Access.mayKnowOfLado(SAM, ground)).isFalse();
        assertThat(Access.mayKnowOfLado(MO, ground)).isTrue();
        assertThat(Access.mayKnowOfLado(AUDITS, ground)).isTrue();
        assertThat(Access.mayKnowOfLado(SAM, with())).isTrue();
        assertThat(Access.mayKnowOfLado(SAM, brokenBy(SAM, new AccessRestriction(Kind.NAMED_FOR_LADO, "mo"))))
                .isTrue();
    }

    @Test
    void onlyWhoIsLetInAddsToOrLiftsARestriction() {
        Officer other = new Officer("max", "Max Manager", MANAGER, null, Set.of("chub"));
        for (Kind kind : List.of(Kind.NAMED, Kind.NAMED_FOR_LADO)) {
            AccessFacts ground = with(new AccessRestriction(kind, "mo"));
            assertThat(Access.mayChangeRestriction(MO, kind, ground))
                    .as("named")
                    .isTrue();
            assertThat(Access.mayChangeRestriction(other, kind, ground))
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
    void everyManagerOfTheHubKeepsPeopleOutOrLetsThemBackIn(Kind kind) {
        AccessFacts ground =
                with(new AccessRestriction(kind, "ivy"), new AccessRestriction(Kind.NAMED_FOR_LADO, "ivy"));
        assertThat(Access.mayChangeRestriction(MO, kind, ground)).isTrue();
        assertThat(Access.mayChangeRestriction(SAM, kind, ground)).isFalse();
        assertThat(Access.mayChangeRestriction(AUDITS, kind, ground)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void throughBrokenGlassOneLooksAndWarnsAndDecidesNothing(Act act) {
        boolean may = EnumSet.of(Act.SEE_STATUS, Act.SEE_CASE, Act.SEE_TIMELINE, Act.TELL)
                .contains(act);
        assertThat(Access.may(FAR, act, brokenBy(FAR))).isEqualTo(may);
        assertThat(Access.may(SAM, act, brokenBy(SAM, new AccessRestriction(Kind.NAMED, "mo"))))
                .isEqualTo(may);
    }

    @Test
    void brokenGlassIsForWhoBrokeIt() {
        Officer other = new Officer("finn", "Finn Faraway", OFFICER, null, Set.of("redcar-mach"));
        assertThat(sees(FAR, brokenBy(FAR))).isTrue();
        assertThat(sees(other, brokenBy(FAR))).isFalse();
    }

    @Test
    void noGlassOpensAConcernToWhomAWallExcludes() {
        AccessRestriction conflict = new AccessRestriction(Kind.EXCLUDED_USER, "fay");
        assertThat(sees(FAR, brokenBy(FAR, conflict))).isFalse();
        assertThat(Access.mayBreakGlass(FAR, with(conflict))).isFalse();
    }

    @Test
    void whoMayNotSeeAConcernMayBreakTheGlassAndNobodyElse() {
        assertThat(Access.mayBreakGlass(FAR, with())).isTrue();
        assertThat(Access.mayBreakGlass(SAM, with(new AccessRestriction(Kind.NAMED, "mo"))))
                .isTrue();
        assertThat(Access.mayBreakGlass(SAM, with())).as("theirs already").isFalse();
        assertThat(Access.mayBreakGlass(new Officer("ref", "Ref Other", REFERRER, "southgate", Set.of()), with()))
                .isFalse();
        assertThat(Access.mayBreakGlass(new Officer("ops", "Ops Person", OPERATOR, null, Set.of()), with()))
                .isFalse();
    }

    @Test
    void whoLooksThroughBrokenGlassIsKnown() {
        assertThat(Access.looksThroughBrokenGlass(FAR, brokenBy(FAR))).isTrue();
        assertThat(Access.looksThroughBrokenGlass(FAR, with())).isFalse();
        assertThat(Access.looksThroughBrokenGlass(SAM, brokenBy(SAM)))
                .as("theirs again meanwhile")
                .isFalse();
    }

    @Test
    void whereALookedAfterChildLivesIsForTheHubThatHasTheChildAndForWhoeverMustFindThem() {
        AccessFacts twoHubs =
                new AccessFacts(SCHOOL, "robin", Set.of("chub", "redcar-mach"), List.of(), Set.of(), Set.of());
        assertThat(Access.maySeePlacement(SAM, twoHubs, "chub")).isTrue();
        assertThat(Access.maySeePlacement(FAR, twoHubs, "chub")).isFalse();
        assertThat(Access.maySeePlacement(AUDITS, twoHubs, "chub")).isFalse();
        assertThat(Access.maySeePlacement(SAM, with(new AccessRestriction(Kind.NAMED, "mo")), "chub"))
                .isFalse();
        assertThat(Access.maySeePlacement(FAR, brokenBy(FAR), "chub")).isFalse();
        AccessFacts danger = new AccessFacts(SCHOOL, "robin", Set.of("chub"), List.of(), Set.of("fay"), Set.of("fay"));
        assertThat(Access.maySeePlacement(FAR, danger, "chub")).isTrue();
        Officer odd = new Officer("odd", "Odd Referrer", REFERRER, SCHOOL, Set.of("chub"));
        assertThat(Access.maySeePlacement(odd, with(), "chub")).isFalse();
    }

    @Test
    void aConfidentialReferrerIsKnownToTheHubAlone() {
        assertThat(Access.maySeeReferrer(SAM, with())).isTrue();
        assertThat(Access.maySeeReferrer(AUDITS, with())).isFalse();
        assertThat(Access.maySeeReferrer(COLLEAGUE, with())).isFalse();
        assertThat(Access.maySeeReferrer(FAR, brokenBy(FAR))).isFalse();
    }
}
