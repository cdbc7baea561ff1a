package org.teestriage.directory;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test changes the shipped hubs.yaml in one place and expects an error that names the fault. */
class HubsFileTest {

    @Test
    void twoHubsOnTheSameDayAreRefused() {
        refused("    until: 2020-07-01\n", "    until: 2020-07-02\n", "two hubs serve E06000002 on the same day");
    }

    @Test
    void twoHubsWithoutDatesAreRefused() {
        refused("    from: 2020-07-01\n", "", "two hubs serve E06000002 on the same day");
    }

    @Test
    void aDayWithoutAHubIsRefused() {
        refused(
                "    until: 2020-07-01\n",
                "    until: 2020-06-30\n",
                "no hub serves E06000002 from 2020-06-30 until 2020-07-01");
    }

    @Test
    void anAuthorityWhoseLastHubHasAnEndIsRefused() {
        refused(
                "    from: 2020-07-01\n",
                "    from: 2020-07-01\n    until: 2030-01-01\n",
                "no hub serves E06000002 until further notice");
    }

    @Test
    void anAuthorityWithOnlyAPlannedHubIsRefused() {
        refused(
                "  - authority: E06000004\n    hub: chub\n",
                "  - authority: E06000004\n    hub: chub\n    planned: true\n",
                "no hub serves E06000004");
    }

    @Test
    void anAssignmentThatEndsBeforeItBeginsIsRefused() {
        refused("    from: 2020-07-01\n", "    from: 2020-07-01\n    until: 2020-07-01\n", "ends before it begins");
    }

    @Test
    void aPlannedAssignmentWithADateIsRefused() {
        refused("    planned: true\n", "    planned: true\n    from: 2027-04-01\n", "remove `planned`");
    }

    @Test
    void anAssignmentToAnUnknownHubIsRefused() {
        refused("    hub: redcar-mach\n", "    hub: redcar\n", "unknown hub redcar");
    }

    @Test
    void anAssignmentOfAnAuthorityOutsideTeesIsRefused() {
        refused("  - authority: E06000001\n", "  - authority: E06000047\n", "E06000047, which is no Tees authority");
    }

    @Test
    void aHubListedTwiceIsRefused() {
        refused("  - id: redcar-mach\n", "  - id: chub\n", "chub is listed twice");
    }

    @Test
    void anInvalidGssCodeIsRefused() {
        refused("E06000047", "E0600047", "E0600047 is not a GSS code");
    }

    @Test
    void aNeighbouringAuthorityWithoutAContactIsRefused() {
        refused(
                "  - { code: E06000005, name: Darlington, in-tees: false }\n",
                "  - { code: E06000005, name: Darlington, in-tees: false }\n  - { code: E08000021, name: Newcastle, in-tees: false }\n",
                "E08000021 needs either");
    }

    @Test
    void aContactOfAnUnknownAuthorityIsRefused() {
        refused(
                "doors-outside:\n",
                "doors-outside:\n  E08000021: { name: Door, source: test }\n",
                "unknown authority E08000021");
    }

    @Test
    void unclearConcernsNeverGoToAPlannedOrClosedHub() {
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
    void standInsAreHubsOnFileInOneOrderOnEachDay() {
        String order = "  - hubs: [chub, middlesbrough-mach, redcar-mach, stockton-hub]\n";
        refused(order, "  - hubs: [chub, middlesbrough-mach, redcar-mach, mach]\n", "unknown hub mach");
        refused(order, "  - hubs: [chub, middlesbrough-mach]\n", "stand-ins leave out redcar-mach");
        refused(order, "  - hubs: [chub, chub, middlesbrough-mach, redcar-mach]\n", "chub is listed twice");
        refused(order, order + "    from: 2027-04-01\n", "no order of stand-ins applies at first");
        refused(order, order + "    until: 2027-04-01\n", "no order of stand-ins applies until further notice");
        refused(
                order,
                order + "    until: 2027-04-01\n    source: a test\n" + order + "    from: 2027-05-01\n",
                "begins on the day when the one before ends");
    }

    @Test
    void aWorkplaceOfAnUnknownHubIsRefused() {
        refused(
                "  - hub: redcar-mach\n    name: Redcar Council\n",
                "  - hub: mach\n    name: Redcar Council\n",
                "unknown hub mach");
    }

    @Test
    void aWithdrawnNumberIsRefusedHoweverItIsSpaced() {
        refused("\"01642 524552\"", "\"08702402994\"", "08702 402994 is withdrawn and yet in use");
        refused("\"01642 726004\"", "\"0870 240 2994\"", "08702 402994 is withdrawn and yet in use");
        refused("\"03000 267979\"", "\"08702 402 994\"", "08702 402994 is withdrawn and yet in use");
    }

    @Test
    void aNumberThatCannotBeDialledIsRefused() {
        refused("\"01642 726004\"", "\"726004\"", "726004 is not a UK telephone number");
    }

    @Test
    void aNumberWithoutAnOwnerIsRefused() {
        refused(
                "        owner: Middlesbrough Council\n",
                "        owner:\n",
                "the owner of phone 01642 726004 is missing");
    }

    @Test
    void aHubWithoutHoursIsRefused() {
        refused(
                "    hours-source: teescpp.org.uk/contact/middlesbrough\n",
                "",
                "the source of the hours of hub middlesbrough-mach");
    }

    @Test
    void aDistrictThatIsBothSingleAndSplitIsRefused() {
        refused("  TS90: E06000002\n", "  TS90: E06000002\n  TS27: E06000001\n", "TS27 is listed twice");
    }

    @Test
    void aDistrictListedTwiceIsRefused() {
        refused("  TS90: E06000002\n", "  TS90: E06000002\n  TS4: E06000001\n", "TS4");
    }

    @Test
    void aSplitDistrictWithOneCandidateIsRefused() {
        refused("[E06000047, E06000001]", "[E06000047]", "TS27 is split between fewer than two authorities");
    }

    @Test
    void aSplitDistrictThatNamesAnAuthorityTwiceIsRefused() {
        refused("[E06000047, E06000001]", "[E06000047, E06000047]", "E06000047 is listed twice");
    }

    @Test
    void aDistrictOfAnUnknownAuthorityIsRefused() {
        refused("  TS90: E06000002\n", "  TS90: E08000021\n", "TS90 names the unknown authority E08000021");
    }

    @Test
    void anInvalidPostcodeDistrictIsRefused() {
        refused("  TS90: E06000002\n", "  Tees: E06000002\n", "Tees is not a postcode district");
    }

    @Test
    void aMisspeltKeyIsRefused() {
        refused("    until: 2020-07-01\n", "    untill: 2020-07-01\n", "untill");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n", "null\n", "[]\n", "duty-team: [\n"})
    void anEmptyOrInvalidFileIsRefused(String yaml) {
        refused(HubsYaml.text(), yaml, "");
    }

    @Test
    void aMissingSectionIsRefused() {
        refused("withdrawn-numbers:", "# withdrawn-numbers:", "hubs.yaml cannot be used");
        refused(HubsYaml.text(), "assignments: []\n", "duty-team is missing");
    }

    private static void refused(String passage, String replacement, String message) {
        String changed = HubsYaml.with(passage, replacement);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubsYaml.directory(changed))
                .withMessageStartingWith("hubs.yaml cannot be used: ")
                .withMessageContaining(message);
    }
}
