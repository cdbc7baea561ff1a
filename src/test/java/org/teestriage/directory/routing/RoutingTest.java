package org.teestriage.directory.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.concern.Part.Jurisdiction;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.directory.Authority;
import org.teestriage.directory.Directory;
import org.teestriage.directory.HubsYaml;
import org.teestriage.directory.Postcode;
import org.teestriage.directory.routing.Routing.Group;
import org.teestriage.directory.routing.Routing.Placement;
import org.teestriage.testing.client.FactsYaml;

/** From a child's address to the authority and the hub, with the shipped hubs.yaml. */
class RoutingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 22);
    private static final Instant RECEIVED = Instant.parse("2026-09-22T09:00:00Z");

    private final Directory directory = HubsYaml.shipped();
    private final Map<Postcode, String> imported = new HashMap<>();
    private final Routing routing = new Routing(directory, postcode -> Optional.ofNullable(imported.get(postcode)));

    private static Child child(String fields) {
        return FactsYaml.as(Child.class, "{" + fields + "}");
    }

    private static Child at(String postcode) {
        return child("address: {postcode: %s}".formatted(postcode));
    }

    private static Facts facts(String... children) {
        return FactsYaml.facts("children: [{%s}]".formatted(String.join("}, {", children)));
    }

    @ParameterizedTest
    @CsvSource({
        "TS24 7ZZ, chub,               E06000001, KNOWN",
        "TS18 1AA, chub,               E06000004, KNOWN",
        "TS5 1AA,  middlesbrough-mach, E06000002, KNOWN",
        "TS10 1AA, redcar-mach,        E06000003, KNOWN",
        "TS28 5AA, chub,               E06000047, OUTSIDE",
        "TS7 0ZZ,  middlesbrough-mach, ,          UNCLEAR",
        "TS23 1AA, chub,               ,          UNCLEAR",
        "TS9 5AA,  middlesbrough-mach, ,          UNCLEAR",
        "DL1 1AA,  chub,               ,          UNCLEAR",
        "Redcar,   chub,               ,          UNCLEAR"
    })
    void aPostcodeDecidesAuthorityHubAndCertainty(
            String postcode, String hub, String authority, Jurisdiction standing) {
        Placement placement = routing.place(at(postcode), TODAY);
        assertThat(placement.hub()).isEqualTo(hub);
        assertThat(placement.authority()).isEqualTo(authority);
        assertThat(placement.standing()).isEqualTo(standing);
        assertThat(placement.how()).isNotBlank().doesNotContain(postcode);
    }

    @Test
    void aChildWithoutAnAddressIsWithTheHubThatReceivesUnclearConcerns() {
        assertThat(routing.place(child("unknown: true"), TODAY))
                .isEqualTo(new Placement("chub", null, Jurisdiction.UNCLEAR, "No postcode was given."));
    }

    @Test
    void theHomeAddressDecidesAndWhereTheChildIsNowOnlyWithoutIt() {
        Child both = child("address: {postcode: TS24 7ZZ}, whereNow: {postcode: TS10 1AA}");
        Child onlyNow = child("whereNow: {postcode: TS10 1AA}");
        Child blankHome = child("address: {postcode: ' '}, whereNow: {postcode: TS10 1AA}");
        assertThat(routing.place(both, TODAY).authority()).isEqualTo("E06000001");
        assertThat(routing.place(onlyNow, TODAY).authority()).isEqualTo("E06000003");
        assertThat(routing.place(blankHome, TODAY).authority()).isEqualTo("E06000003");
    }

    @Test
    void theImportedPostcodeDecidesWithinASharedDistrict() {
        imported.put(new Postcode("TS7 0ZZ"), "E06000003");
        assertThat(routing.place(at("TS7 0ZZ"), TODAY))
                .isEqualTo(new Placement(
                        "redcar-mach",
                        "E06000003",
                        Jurisdiction.KNOWN,
                        "The ONS Postcode Directory places this postcode in Redcar and Cleveland."));
    }

    @Test
    void anAuthorityThatIsNotOnFileIsOutsideTees() {
        imported.put(new Postcode("NE1 1AA"), "E08000021");
        Placement placement = routing.place(at("NE1 1AA"), TODAY);
        assertThat(placement.hub()).isEqualTo("chub");
        assertThat(placement.authority()).isEqualTo("E08000021");
        assertThat(placement.standing()).isEqualTo(Jurisdiction.OUTSIDE);
    }

    @ParameterizedTest
    @CsvSource({
        "TS5 1AA,  2020-06-30, south-tees-mach",
        "TS5 1AA,  2020-07-01, middlesbrough-mach",
        "TS10 1AA, 2020-06-30, south-tees-mach",
        "TS10 1AA, 2020-07-01, redcar-mach",
        "TS7 0ZZ,  2020-06-30, south-tees-mach",
        "TS18 1AA, 2030-01-01, chub"
    })
    void theHubIsTheOneThatServesOnTheDay(String postcode, LocalDate day, String hub) {
        assertThat(routing.place(at(postcode), day).hub()).isEqualTo(hub);
    }

    @Test
    void theDayIsTheLondonDayOnWhichTheConcernWasReceived() {
        // 23:30 UTC in summer is half past midnight of the next day in London.
        Facts facts = facts("address: {postcode: TS5 1AA}");
        assertThat(routing.groups(facts, Instant.parse("2020-06-30T22:59:59Z")))
                .extracting(group -> group.placement().hub())
                .containsExactly("south-tees-mach");
        assertThat(routing.groups(facts, Instant.parse("2020-06-30T23:30:00Z")))
                .extracting(group -> group.placement().hub())
                .containsExactly("middlesbrough-mach");
    }

    // Several children

    @Test
    void childrenOfOneAuthorityAreOneGroupWithASentenceForEach() {
        List<Group> groups =
                routing.groups(facts("address: {postcode: TS24 7ZZ}", "address: {postcode: TS25 1AA}"), RECEIVED);
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).children()).containsExactly(1, 2);
        assertThat(groups.get(0).how())
                .containsExactly(
                        "Child 1: All of postcode district TS24 lies in Hartlepool.",
                        "Child 2: All of postcode district TS25 lies in Hartlepool.");
    }

    @Test
    void childrenOfTwoAuthoritiesAreTwoGroupsInTheOrderOfTheChildren() {
        List<Group> groups = routing.groups(
                facts(
                        "address: {postcode: TS10 1AA}",
                        "address: {postcode: TS24 7ZZ}",
                        "address: {postcode: TS12 1AA}"),
                RECEIVED);
        assertThat(groups).extracting(group -> group.placement().hub()).containsExactly("redcar-mach", "chub");
        assertThat(groups).extracting(Group::children).containsExactly(List.of(1, 3), List.of(2));
    }

    @Test
    void oneHubHasAGroupForEachOfItsAuthorities() {
        List<Group> groups =
                routing.groups(facts("address: {postcode: TS24 7ZZ}", "address: {postcode: TS18 1AA}"), RECEIVED);
        assertThat(groups).extracting(group -> group.placement().authority()).containsExactly("E06000001", "E06000004");
        assertThat(groups).extracting(group -> group.placement().hub()).containsExactly("chub", "chub");
    }

    @Test
    void certaintySeparatesGroupsOfTheSameHub() {
        List<Group> groups = routing.groups(
                facts("address: {postcode: TS24 7ZZ}", "unknown: true", "address: {postcode: TS28 5AA}"), RECEIVED);
        assertThat(groups)
                .extracting(group -> group.placement().standing())
                .containsExactly(Jurisdiction.KNOWN, Jurisdiction.UNCLEAR, Jurisdiction.OUTSIDE);
    }

    // The decision of a person, and the LADO's authority

    @Test
    void anAuthorityThatAPersonChoseHasTheHubOfTheDayAndTheirReason() {
        assertThat(routing.at(directory.authority("E06000003"), "The social worker knows the family.", TODAY))
                .isEqualTo(new Placement(
                        "redcar-mach", "E06000003", Jurisdiction.KNOWN, "The social worker knows the family."));
        assertThat(routing.at(directory.authority("E06000065"), "She moved.", TODAY))
                .isEqualTo(new Placement("chub", "E06000065", Jurisdiction.OUTSIDE, "She moved."));
    }

    @Test
    void aWorkplaceHasAnAuthorityOnlyWhereItIsCertain() {
        assertThat(routing.authorityAround("TS5 1AA")).map(Authority::name).contains("Middlesbrough");
        assertThat(routing.authorityAround("TS28 5AA")).map(Authority::name).contains("County Durham");
        assertThat(routing.authorityAround("TS7 0ZZ")).isEmpty();
        assertThat(routing.authorityAround(null)).isEmpty();
    }
}
