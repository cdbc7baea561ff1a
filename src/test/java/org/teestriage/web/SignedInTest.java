package org.teestriage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.access.Duties;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;

class SignedInTest {

    private static SignedIn with(String... roles) {
        return new SignedIn(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("pat"))
                .addRoles(Set.of(roles))
                .build());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void exactlyOneRoleMakesAnOfficer(Role role) {
        assertThat(SignedIn.read("pat", Set.of(role.name(), "offline_access")))
                .contains(new Officer("pat", "pat", role, null, Set.of()));
    }

    @Test
    void noOfficerIsReadWithoutExactlyOneRole() {
        assertThat(SignedIn.read("pat", Set.of())).isEmpty();
        assertThat(SignedIn.read("pat", Set.of("agency/northgate-school"))).isEmpty();
        assertThat(SignedIn.read("pat", Set.of("OFFICER", "MANAGER"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "OFFICERS", "role/OFFICER", " OFFICER"})
    void aNameSimilarToARoleIsNoRole(String name) {
        assertThat(SignedIn.read("pat", Set.of(name))).isEmpty();
    }

    @Test
    void agencyAndHubsAreReadFromTheirGroups() {
        assertThat(SignedIn.read("pat", Set.of("REFERRER", "agency/northgate-school")))
                .contains(new Officer("pat", "pat", Role.REFERRER, "northgate-school", Set.of()));
        assertThat(SignedIn.read("sam", Set.of("OFFICER", "hub/chub", "hub/mach", "chub", "thehub/x", "hub")))
                .contains(new Officer("sam", "sam", Role.OFFICER, null, Set.of("chub", "mach")));
    }

    @Test
    void theSafeguardingLeadOfAnAgencyIsReadFromASecondRole() {
        Set<String> groups =
                SignedIn.groups(Set.of("REFERRER", "safeguarding-lead"), "northgate-school", Set.of(), Set.of(), null);
        assertThat(SignedIn.read("pat", groups))
                .contains(new Officer(
                        "pat", "pat", Role.REFERRER, "northgate-school", Set.of(), new Duties(true, Set.of())));
        assertThat(SignedIn.read("pat", Set.of("safeguarding-lead"))).isEmpty();
    }

    @Test
    void authoritiesAndProfessionAreReadFromTheClaims() {
        Set<String> groups =
                SignedIn.groups(Set.of("OFFICER"), null, Set.of("chub"), Set.of("E06000004"), "Social worker (triage)");
        assertThat(SignedIn.read("sam", groups))
                .contains(new Officer(
                        "sam",
                        "sam",
                        Role.OFFICER,
                        null,
                        Set.of("chub"),
                        new Duties(false, Set.of("E06000004"), "Social worker (triage)")));
    }

    @Test
    void aProfessionIsOneLineOfVisibleTextOfAtMostAHundredCharacters() {
        assertThat(new Duties(false, Set.of(), "  Police\n officer,\u200b MASH ").profession())
                .isEqualTo("Police officer, MASH");
        assertThat(new Duties(false, Set.of(), "\u0007 \u3164").profession()).isNull();
        assertThat(new Duties(false, Set.of(), "x".repeat(300)).profession()).hasSize(100);
    }

    @Test
    void onlyStaffOfAHubAreNamedWithTheirProfession() {
        Duties teacher = new Duties(false, Set.of(), "Teacher");
        assertThat(new Officer("pat", "Pat", Role.REFERRER, "northgate-school", Set.of(), teacher).professionAtWork())
                .isNull();
        assertThat(new Officer("sam", "Sam", Role.MANAGER, null, Set.of("chub"), teacher).professionAtWork())
                .isEqualTo("Teacher");
    }

    @Test
    void theFirstOfTwoAgenciesByNameIsTaken() {
        assertThat(SignedIn.read("pat", Set.of("REFERRER", "agency/b", "agency/a")))
                .map(Officer::agency)
                .contains("a");
    }

    @Test
    void aSignedInUserIsReadAsAnOfficer() {
        assertThat(with("REFERRER", "agency/northgate-school").officer())
                .isEqualTo(new Officer("pat", "pat", Role.REFERRER, "northgate-school", Set.of()));
    }

    @Test
    void anAnonymousUserAndAnAccountWithoutExactlyOneRoleAreUnauthorized() {
        SignedIn anonymous = new SignedIn(QuarkusSecurityIdentity.builder()
                .setAnonymous(true)
                .setPrincipal(new QuarkusPrincipal(""))
                .addRole("MANAGER")
                .build());
        assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(anonymous::officer);
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> with("OFFICER", "MANAGER").officer())
                .withMessage("an account without exactly one role");
    }

    @Test
    void theTimelineNamesTheAgencyOrElseTheHubsInOrder() {
        assertThat(new Officer("pat", "Pat", Role.REFERRER, "northgate-school", Set.of()).affiliation())
                .isEqualTo("northgate-school");
        assertThat(new Officer("sam", "Sam", Role.OFFICER, null, Set.of("mach", "chub", "north")).affiliation())
                .isEqualTo("chub, mach, north");
        assertThat(new Officer("kim", "Kim", Role.AUDITOR, null, Set.of()).affiliation())
                .isEmpty();
    }
}
