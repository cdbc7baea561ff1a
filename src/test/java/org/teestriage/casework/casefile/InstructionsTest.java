package org.teestriage.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.PlainConcerns.atTheChub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.access.authorization.DutyTeamHours;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.casefile.ConcernStatus.ClosedHub;
import org.teestriage.casework.casefile.ConcernStatus.Instruction;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Note;
import org.teestriage.concern.facts.Confidence;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.decision.wording.Wording;
import org.teestriage.directory.HubsYaml;
import org.teestriage.testing.ShippedConfig;

/** Instructions in an emergency and while the hub is closed, before and after a call was recorded. */
class InstructionsTest {

    private static final DutyTeamHours ALWAYS_OPEN = new DutyTeamHours((hub, at) -> Optional.empty());

    private static final Wording WORDING = ShippedConfig.wording();
    private static final Instructions INSTRUCTIONS =
            new Instructions(HubsYaml.shipped(), ShippedConfig.deadlineRules(), ALWAYS_OPEN, WORDING);

    /** Half past one in London on a Tuesday; the hub opens at half past eight. */
    private static final Instant NIGHT = Instant.parse("2026-09-22T00:30:00Z");

    private static final Instant OPENS = Instant.parse("2026-09-22T07:30:00Z");

    private final Concern concern = atTheChub("{}");

    private Note call(PhoneCall.To to, String by, String at) {
        Instant rungAt = Instant.parse(at);
        PhoneCall call = new PhoneCall(to, by, rungAt, "CP-77", "They ring back.");
        return new Note(concern.reference(), 1, 2, call, rungAt, by, true);
    }

    private Note dutyTeam(String at) {
        return call(PhoneCall.To.EMERGENCY_DUTY_TEAM, "Pat Example", at);
    }

    // While the hub is closed

    @ParameterizedTest
    @CsvSource({
        "2026-09-22T07:29:59Z, false",
        "2026-09-22T07:30:00Z, true",
        "2026-09-22T15:59:59Z, true",
        "2026-09-22T16:00:00Z, false",
        "2026-09-26T10:00:00Z, false",
        "2026-12-25T10:00:00Z, false"
    })
    void theHubIsOpenDuringItsHoursOnWorkingDays(Instant now, boolean open) {
        assertThat(INSTRUCTIONS.hubIsOpen(concern, now)).isEqualTo(open);
    }

    @Test
    void whileTheHubIsClosedTheDutyTeamAndTheNextOpeningAreNamed() {
        ClosedHub closed = INSTRUCTIONS.closedHub(concern, List.of(), NIGHT);
        assertThat(closed.opensAt()).isEqualTo(OPENS);
        assertThat(closed.dutyTeam()).isEqualTo("Emergency Duty Team");
        assertThat(closed.dutyTeamPhone()).isEqualTo("01642 524552");
        assertThat(closed.dutyTeamCalledAt()).isNull();
        assertThat(closed.now())
                .startsWith("No one is at the hub until Tue 22 Sept 2026 08:30")
                .contains("call the Emergency Duty Team on 01642 524552 and record the call here");
        assertThat(closed.later()).isEqualTo("Day staff take over when the hub opens at Tue 22 Sept 2026 08:30.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-25T16:40:00Z, Mon 28 Sept 2026 08:30",
        "2026-09-27T11:00:00Z, Mon 28 Sept 2026 08:30",
        "2026-12-28T10:00:00Z, Tue 29 Dec 2026 08:30"
    })
    void overAWeekendOrABankHolidayTheNextWorkingDayIsNamed(Instant now, String opens) {
        ClosedHub closed = INSTRUCTIONS.closedHub(concern, List.of(), now);
        assertThat(closed.now()).startsWith("No one is at the hub until " + opens);
        assertThat(closed.later()).endsWith(opens + ".");
    }

    @Test
    void aRecordedCallToTheDutyTeamReplacesTheInstructionToCall() {
        ClosedHub closed = INSTRUCTIONS.closedHub(concern, List.of(dutyTeam("2026-09-22T00:10:00Z")), NIGHT);
        assertThat(closed.dutyTeamCalledAt()).isEqualTo("2026-09-22T00:10:00Z");
        assertThat(closed.now())
                .contains("The Emergency Duty Team was called Tue 22 Sept 2026 01:10")
                .doesNotContain("record the call here");
    }

    @Test
    void theLatestOfSeveralCallsIsShown() {
        List<Note> calls = List.of(dutyTeam("2026-09-22T00:20:00Z"), dutyTeam("2026-09-21T22:00:00Z"));
        assertThat(INSTRUCTIONS.closedHub(concern, calls, NIGHT).dutyTeamCalledAt())
                .isEqualTo("2026-09-22T00:20:00Z");
    }

    @Test
    void aCallOfAnEarlierNightOrToThePoliceDoesNotCount() {
        List<Note> calls = List.of(
                dutyTeam("2026-09-21T01:00:00Z"), call(PhoneCall.To.POLICE_101, "Pat Example", "2026-09-22T00:10:00Z"));
        assertThat(INSTRUCTIONS.closedHub(concern, calls, NIGHT).dutyTeamCalledAt())
                .isNull();
    }

    // In an emergency

    @Test
    void withoutARecorded999CallTheReaderIsToldToRing() {
        concern.seeDanger("The school rang again.", NIGHT);
        Instruction instruction = INSTRUCTIONS.emergency(concern, List.of(), Redaction.NOTHING);
        assertThat(instruction.say()).startsWith("Call 999 now.");
        assertThat(instruction.tellThem()).isEqualTo(WORDING.emergency().tellThem());
        assertThat(instruction.doNot()).contains("Do not wait for this form.");
        assertThat(instruction.called()).isNull();
        assertThat(instruction.help()).isEqualTo(WORDING.help());
    }

    @Test
    void aRecorded999CallReplacesTheInstructionAndNamesCallerTimeAndReference() {
        concern.seeDanger("The school rang again.", NIGHT);
        Note called = call(PhoneCall.To.POLICE_999, "Pat Example", "2026-09-22T00:40:00Z");
        Instruction instruction = INSTRUCTIONS.emergency(concern, List.of(called), Redaction.NOTHING);
        assertThat(instruction.say())
                .startsWith("999 was called by Pat Example on Tue 22 Sept 2026 01:40, police reference CP-77.");
        assertThat(instruction.tellThem()).isEmpty();
        assertThat(instruction.doNot()).isEqualTo(WORDING.emergency().onceCalled());
        assertThat(instruction.called()).isNotNull();
    }

    @Test
    void a999CallFromBeforeTheDangerDoesNotCount() {
        concern.seeDanger("The school rang again.", NIGHT);
        Note before = call(PhoneCall.To.POLICE_999, "Pat Example", "2026-09-22T00:29:59Z");
        Note other = call(PhoneCall.To.POLICE_101, "Pat Example", "2026-09-22T00:40:00Z");
        assertThat(INSTRUCTIONS
                        .emergency(concern, List.of(before, other), Redaction.NOTHING)
                        .called())
                .isNull();
    }

    @Test
    void aConfidentialReferrerIsNotNamedAsTheCaller() {
        concern.seeDanger("The school rang again.", NIGHT);
        Redaction referrer = new Redaction(
                List.of(),
                true,
                false,
                false,
                new Confidence().named("Pat Example", Confidence.THE_REFERRER),
                "robin",
                Set.of());
        Note called = call(PhoneCall.To.POLICE_999, "Pat Example", "2026-09-22T00:40:00Z");
        assertThat(INSTRUCTIONS.emergency(concern, List.of(called), referrer).say())
                .startsWith("999 was called by The referrer on");
    }
}
