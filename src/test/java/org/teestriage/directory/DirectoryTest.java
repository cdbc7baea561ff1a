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
    void the_hub_of_an_authority_depends_on_the_day(String authority, LocalDate on, String hub) {
        assertThat(directory.hubFor(authority, on)).map(Hub::id).hasValue(hub);
    }

    @Test
    void the_planned_hub_of_stockton_is_listed_but_never_routed_to() {
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
    void a_planned_hub_is_passed_over_even_when_it_is_listed_first() {
        Directory plannedFirst = HubsYaml.directory(HubsYaml.with(
                "assignments:\n",
                "assignments:\n  - { authority: E06000001, hub: stockton-hub, planned: true, source: a test }\n"));

        assertThat(plannedFirst.hubFor("E06000001", TODAY)).map(Hub::id).hasValue("chub");
    }

    @Test
    void once_its_day_is_known_the_planned_hub_takes_over_on_that_day() {
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
    void a_concern_can_only_be_given_to_hubs_at_work_on_the_day() {
        assertThat(directory.hubsServing(TODAY))
                .extracting(Hub::id)
                .containsExactlyInAnyOrder("chub", "middlesbrough-mach", "redcar-mach");
        assertThat(directory.hubsServing(LocalDate.of(2020, 6, 30)))
                .extracting(Hub::id)
                .containsExactlyInAnyOrder("chub", "south-tees-mach");
        assertThat(directory.hubs()).hasSize(5);
    }

    @Test
    void no_hub_of_ours_serves_an_authority_outside_tees() {
        assertThat(directory.hubFor("E06000047", TODAY)).isEmpty();
        assertThat(directory.hubFor("E08000021", TODAY)).isEmpty();
    }

    @Test
    void every_authority_has_either_a_hub_or_a_door_outside() {
        assertThat(directory.authorities()).hasSize(7).allSatisfy(authority -> {
            assertThat(directory.hubFor(authority.code(), TODAY).isPresent()).isEqualTo(authority.inTees());
            assertThat(directory.doorOutside(authority.code()).isPresent()).isNotEqualTo(authority.inTees());
        });
    }

    @Test
    void a_neighbour_has_its_door_and_only_a_number_that_was_found() {
        assertThat(directory.doorOutside("E06000047").orElseThrow().phone())
                .extracting(Phone::number)
                .isEqualTo("03000 267979");
        assertThat(directory.doorOutside("E06000005").orElseThrow().phone()).isNull();
    }

    @Test
    void an_authority_that_is_not_on_file_is_outside_tees_and_its_door_has_to_be_looked_up() {
        assertThat(directory.authority("E08000021").inTees()).isFalse();
        assertThat(directory.doorOutside("E08000021")).hasValueSatisfying(door -> {
            assertThat(door.name()).contains("E08000021");
            assertThat(door.source()).contains("look it up");
            assertThat(door.phone()).isNull();
        });
    }

    @Test
    void the_duty_team_is_reached_on_its_present_number() {
        assertThat(directory.dutyTeam().phone().number()).isEqualTo("01642 524552");
        assertThat(directory.dutyTeam().phone().owner()).contains("Stockton");
    }

    @Test
    void every_number_has_a_source_and_an_owner_and_none_claims_to_be_verified() {
        assertThat(directory.hubs()).flatExtracting(Hub::phones).hasSize(4).allSatisfy(phone -> {
            assertThat(phone.source()).isNotBlank();
            assertThat(phone.owner()).isNotBlank();
            assertThat(phone.lastVerified()).isNull();
        });
    }

    @Test
    void what_nobody_can_place_goes_to_the_chub() {
        assertThat(directory.receivesUnclear().id()).isEqualTo("chub");
    }

    @Test
    void middlesbrough_closes_earlier_on_fridays_and_only_its_hours_were_published() {
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
    void an_unknown_hub_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> directory.hub("mach"))
                .withMessageContaining("mach");
    }

    @Test
    void the_list_of_authorities_keeps_the_order_of_the_file() {
        assertThat(directory.authorities())
                .extracting(Authority::name)
                .startsWith("Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees");
    }
}
