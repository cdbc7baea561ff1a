package org.teestriage.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.deadline.OpeningHours.Opening;

class DirectoryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private final Directory directory = HubsYaml.shipped();

    @ParameterizedTest
    @CsvSource({
        "E06000001, 2026-03-02, chub",
        "E06000002, 2026-03-02, middlesbrough-mach",
        "E06000003, 2026-03-02, redcar-mach",
        "E06000004, 2026-03-02, chub",
        "E06000002, 2020-06-30, south-tees-mach",
        "E06000002, 2020-07-01, middlesbrough-mach",
        "E06000003, 2020-06-30, south-tees-mach",
        "E06000003, 2020-07-01, redcar-mach",
    })
    void theHubOfAnAuthorityDependsOnTheDay(String authority, LocalDate on, String hub) {
        assertThat(directory.hubFor(authority, on)).map(Hub::id).hasValue(hub);
    }

    @Test
    void thePlannedHubOfStocktonIsListedButReceivesNoConcerns() {
        assertThat(directory.assignments())
                .filteredOn(Assignment::planned)
                .singleElement()
                .satisfies(planned -> {
                    assertThat(planned.authority()).isEqualTo("E06000004");
                    assertThat(planned.hub()).isEqualTo("stockton-hub");
                    assertThat(planned.from()).isNull();
                });
        assertThat(List.of(LocalDate.MIN, TODAY, LocalDate.of(2026, 12, 31), LocalDate.MAX))
                .allSatisfy(day -> assertThat(directory.hubFor("E06000004", day))
                        .map(Hub::id)
                        .hasValue("chub"));
    }

    @Test
    void aPlannedHubIsSkippedEvenIfItIsListedFirst() {
        Directory plannedFirst = HubsYaml.directory(HubsYaml.with(
                "assignments:\n",
                "assignments:\n  - { authority: E06000001, hub: stockton-hub, planned: true, source: a test }\n"));

        assertThat(plannedFirst.hubFor("E06000001", TODAY)).map(Hub::id).hasValue("chub");
    }

    @Test
    void aPlannedHubWithADateTakesOverOnThatDate() {
        String dated = HubsYaml.with("    planned: true\n", "    from: 2027-04-01\n")
                .replace(
                        "  - authority: E06000004\n    hub: chub\n",
                        "  - authority: E06000004\n    hub: chub\n    until: 2027-04-01\n");
        Directory later = HubsYaml.directory(dated);

        assertThat(later.hubFor("E06000004", LocalDate.of(2027, 3, 31)))
                .map(Hub::id)
                .hasValue("chub");
        assertThat(later.hubFor("E06000004", LocalDate.of(2027, 4, 1)))
                .map(Hub::id)
                .hasValue("stockton-hub");
        assertThat(later.hubFor("E06000001", LocalDate.of(2027, 4, 1)))
                .map(Hub::id)
                .hasValue("chub");
    }

    @Test
    void onlyHubsInServiceOnTheDayReceiveConcerns() {
        assertThat(directory.hubsServing(TODAY))
                .extracting(Hub::id)
                .containsExactlyInAnyOrder("chub", "middlesbrough-mach", "redcar-mach");
        assertThat(directory.hubsServing(LocalDate.of(2020, 6, 30)))
                .extracting(Hub::id)
                .containsExactlyInAnyOrder("chub", "south-tees-mach");
        assertThat(directory.hubs()).hasSize(5);
    }

    @Test
    void noTeesHubServesAnAuthorityOutsideTees() {
        assertThat(directory.hubFor("E06000047", TODAY)).isEmpty();
        assertThat(directory.hubFor("E08000021", TODAY)).isEmpty();
    }

    @Test
    void everyAuthorityHasEitherAHubOrAnOutsideContact() {
        assertThat(directory.authorities()).hasSize(7).allSatisfy(authority -> {
            assertThat(directory.hubFor(authority.code(), TODAY).isPresent()).isEqualTo(authority.inTees());
            assertThat(directory.doorOutside(authority.code()).isPresent()).isNotEqualTo(authority.inTees());
        });
    }

    @Test
    void aNeighbouringAuthorityHasAContactAndItsNumberIsNotConfirmed() {
        assertThat(directory.doorOutside("E06000047").orElseThrow().phone())
                .extracting(Phone::number)
                .isEqualTo("03000 267979");
        assertThat(directory.doorOutside("E06000005").orElseThrow().phone())
                .extracting(Phone::number, Phone::lastVerified)
                .containsExactly("01325 406252", null);
    }

    @Test
    void anUnknownAuthorityIsOutsideTeesWithAContactToLookUp() {
        assertThat(directory.authority("E08000021").inTees()).isFalse();
        assertThat(directory.doorOutside("E08000021")).hasValueSatisfying(door -> {
            assertThat(door.name()).contains("E08000021");
            assertThat(door.source()).contains("look it up");
            assertThat(door.phone()).isNull();
        });
    }

    @Test
    void theDutyTeamHasItsCurrentNumber() {
        assertThat(directory.dutyTeam().phone().number()).isEqualTo("01642 524552");
        assertThat(directory.dutyTeam().phone().owner()).contains("Stockton");
    }

    @Test
    void everyNumberHasASourceAndAnOwnerAndIsUnverified() {
        assertThat(directory.hubs()).flatExtracting(Hub::phones).hasSize(4).allSatisfy(phone -> {
            assertThat(phone.source()).isNotBlank();
            assertThat(phone.owner()).isNotBlank();
            assertThat(phone.lastVerified()).isNull();
        });
    }

    @Test
    void unclearConcernsGoToTheChub() {
        assertThat(directory.receivesUnclear().id()).isEqualTo("chub");
    }

    @Test
    void middlesbroughClosesEarlierOnFridaysAndAloneHasPublishedHours() {
        Hub middlesbrough = directory.hub("middlesbrough-mach");
        assertThat(middlesbrough.hours().days())
                .containsEntry(DayOfWeek.THURSDAY, new Opening(LocalTime.of(8, 30), LocalTime.of(17, 0)))
                .containsEntry(DayOfWeek.FRIDAY, new Opening(LocalTime.of(8, 30), LocalTime.of(16, 30)))
                .doesNotContainKey(DayOfWeek.SATURDAY);
        assertThat(directory.hubs())
                .filteredOn(hub -> !hub.equals(middlesbrough))
                .extracting(Hub::hoursSource)
                .allMatch(source -> source.startsWith("assumed"));
    }

    @Test
    void anUnknownHubIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> directory.hub("mach"))
                .withMessageContaining("mach");
    }

    @Test
    void theListOfAuthoritiesKeepsTheOrderOfTheFile() {
        assertThat(directory.authorities())
                .extracting(Authority::name)
                .startsWith("Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees");
    }

    @ParameterizedTest
    @CsvSource({
        "CHUB, chub",
        "The Children's Hub (CHUB), chub",
        "Hartlepool council, chub",
        "stockton-on-tees borough council, chub stockton-hub",
        "Stockton Council children's services, chub",
        "Cleveland Police, chub",
        "TEWV, chub",
        "Middlesbrough MACH, middlesbrough-mach",
        "Middlesbrough Council, middlesbrough-mach",
        "Redcar & Cleveland Council, redcar-mach",
        "Redcar Council, redcar-mach",
        "Hartlepool Swimming Club, ",
        "Redcar Academy, ",
        "St Anne's School, ",
        "Durham County Council, ",
        "Made Up Club, ",
    })
    void aWorkplaceNamesTheHubsWhoseStaffComeFromThere(String place, String hubs) {
        assertThat(directory.hubsStaffedFrom(place, TODAY))
                .containsExactlyInAnyOrder(hubs == null ? new String[0] : hubs.split(" "));
    }

    @Test
    void aWorkplaceAndAnOrderOfStandInsHaveDates() {
        Directory dated = HubsYaml.directory(
                HubsYaml.with("    name: Redcar Council\n", "    name: Redcar Council\n    until: 2027-04-01\n")
                        .replace("  - hubs: [chub, middlesbrough-mach, redcar-mach, stockton-hub]\n", """
                          - hubs: [redcar-mach, chub, middlesbrough-mach]
                            from: 2027-04-01
                            source: a test
                          - hubs: [chub, middlesbrough-mach, redcar-mach, stockton-hub]
                            until: 2027-04-01
                        """));
        LocalDate before = LocalDate.of(2027, 3, 31);
        LocalDate after = LocalDate.of(2027, 4, 1);

        assertThat(dated.hubsStaffedFrom("Redcar Council", before)).containsExactly("redcar-mach");
        assertThat(dated.hubsStaffedFrom("Redcar Council", after)).isEmpty();
        assertThat(dated.standInOrder(before)).startsWith("chub", "middlesbrough-mach");
        assertThat(dated.standInOrder(after)).startsWith("redcar-mach", "chub");
    }
}
