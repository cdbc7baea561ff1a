package org.teestriage.directory;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test spoils the shipped hubs.yaml in one place and expects start-up to say so. */
class HubsFileTest {

    @Test
    void two_hubs_on_the_same_day_are_refused() {
        refused("    until: 2020-07-01\n", "    until: 2020-07-02\n", "two hubs serve E06000002 on the same day");
    }

    @Test
    void two_hubs_without_dates_are_refused() {
        refused("    from: 2020-07-01\n", "", "two hubs serve E06000002 on the same day");
    }

    @Test
    void a_day_without_a_hub_is_refused() {
        refused(
                "    until: 2020-07-01\n",
                "    until: 2020-06-30\n",
                "no hub serves E06000002 from 2020-06-30 until 2020-07-01");
    }

    @Test
    void an_authority_whose_last_hub_has_an_end_is_refused() {
        refused(
                "    from: 2020-07-01\n",
                "    from: 2020-07-01\n    until: 2030-01-01\n",
                "no hub serves E06000002 until further notice");
    }

    @Test
    void an_authority_with_nothing_but_a_planned_hub_is_refused() {
        refused(
                "  - authority: E06000004\n    hub: chub\n",
                "  - authority: E06000004\n    hub: chub\n    planned: true\n",
                "no hub serves E06000004");
    }

    @Test
    void an_assignment_that_ends_before_it_begins_is_refused() {
        refused("    from: 2020-07-01\n", "    from: 2020-07-01\n    until: 2020-07-01\n", "ends before it begins");
    }

    @Test
    void a_planned_assignment_with_a_day_is_refused() {
        refused("    planned: true\n", "    planned: true\n    from: 2027-04-01\n", "remove `planned`");
    }

    @Test
    void an_assignment_to_an_unknown_hub_is_refused() {
        refused("    hub: redcar-mach\n", "    hub: redcar\n", "unknown hub redcar");
    }

    @Test
    void an_assignment_of_an_authority_outside_tees_is_refused() {
        refused("  - authority: E06000001\n", "  - authority: E06000047\n", "E06000047, which is no Tees authority");
    }

    @Test
    void a_hub_listed_twice_is_refused() {
        refused("  - id: redcar-mach\n", "  - id: chub\n", "chub is listed twice");
    }

    @Test
    void a_code_that_is_no_gss_code_is_refused() {
        refused("E06000047", "E0600047", "E0600047 is not a GSS code");
    }

    @Test
    void a_neighbour_without_a_door_is_refused() {
        refused(
                "  - { code: E06000005, name: Darlington, in-tees: false }\n",
                "  - { code: E06000005, name: Darlington, in-tees: false }\n  - { code: E08000021, name: Newcastle, in-tees: false }\n",
                "E08000021 needs either");
    }

    @Test
    void a_door_of_an_unknown_authority_is_refused() {
        refused(
                "doors-outside:\n",
                "doors-outside:\n  E08000021: { name: Door, source: test }\n",
                "unknown authority E08000021");
    }

    @Test
    void unclear_concerns_never_go_to_a_planned_or_closed_hub() {
        refused(
                "receives-unclear:\n  hub: chub\n",
                "receives-unclear:\n  hub: stockton-hub\n",
                "stockton-hub, which has no assignment");
        refused(
                "receives-unclear:\n  hub: chub\n",
                "receives-unclear:\n  hub: south-tees-mach\n",
                "south-tees-mach, which has no assignment");
    }

    @Test
    void a_withdrawn_number_is_refused_however_it_is_spaced() {
        refused("\"01642 524552\"", "\"08702402994\"", "08702 402994 is withdrawn and yet in use");
        refused("\"01642 726004\"", "\"0870 240 2994\"", "08702 402994 is withdrawn and yet in use");
        refused("\"03000 267979\"", "\"08702 402 994\"", "08702 402994 is withdrawn and yet in use");
    }

    @Test
    void a_number_that_cannot_be_dialled_is_refused() {
        refused("\"01642 726004\"", "\"726004\"", "726004 is not a UK telephone number");
    }

    @Test
    void a_number_without_an_owner_is_refused() {
        refused(
                "        owner: Middlesbrough Council\n",
                "        owner:\n",
                "the owner of phone 01642 726004 is missing");
    }

    @Test
    void a_hub_without_hours_is_refused() {
        refused(
                "    hours-source: teescpp.org.uk/contact/middlesbrough\n",
                "",
                "the source of the hours of hub middlesbrough-mach");
    }

    @Test
    void a_district_that_is_both_single_and_split_is_refused() {
        refused("  TS90: E06000002\n", "  TS90: E06000002\n  TS27: E06000001\n", "TS27 is listed twice");
    }

    @Test
    void a_district_listed_twice_is_refused_instead_of_lost() {
        refused("  TS90: E06000002\n", "  TS90: E06000002\n  TS4: E06000001\n", "TS4");
    }

    @Test
    void a_split_district_with_one_candidate_is_refused() {
        refused("[E06000047, E06000001]", "[E06000047]", "TS27 is split between fewer than two authorities");
    }

    @Test
    void a_split_district_that_names_an_authority_twice_is_refused() {
        refused("[E06000047, E06000001]", "[E06000047, E06000047]", "E06000047 is listed twice");
    }

    @Test
    void a_district_of_an_unknown_authority_is_refused() {
        refused("  TS90: E06000002\n", "  TS90: E08000021\n", "TS90 names the unknown authority E08000021");
    }

    @Test
    void a_district_that_is_no_postcode_district_is_refused() {
        refused("  TS90: E06000002\n", "  Tees: E06000002\n", "Tees is not a postcode district");
    }

    @Test
    void a_misspelt_key_is_refused_instead_of_ignored() {
        refused("    until: 2020-07-01\n", "    untill: 2020-07-01\n", "untill");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n", "null\n", "[]\n", "duty-team: [\n"})
    void a_file_that_says_nothing_is_refused(String yaml) {
        refused(HubsYaml.text(), yaml, "");
    }

    @Test
    void a_missing_section_is_refused() {
        refused("withdrawn-numbers:", "# withdrawn-numbers:", "hubs.yaml cannot be used");
        refused(HubsYaml.text(), "assignments: []\n", "duty-team is missing");
    }

    private static void refused(String passage, String replacement, String because) {
        String spoilt = HubsYaml.with(passage, replacement);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubsYaml.directory(spoilt))
                .withMessageStartingWith("hubs.yaml cannot be used: ")
                .withMessageContaining(because);
    }
}
