package org.teestriage.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.PlainConcerns.RECEIVED;
import static org.teestriage.testing.PlainConcerns.decided;
import static org.teestriage.testing.PlainConcerns.waiting;
import static org.teestriage.testing.PlainConcerns.withoutParts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.DutyTeamHours;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.casefile.ConcernStatus.OpenStep;
import org.teestriage.casework.casefile.ConcernStatus.Told;
import org.teestriage.casework.casefile.ConcernStatus.WithHub;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Note;
import org.teestriage.concern.Part.Jurisdiction;
import org.teestriage.concern.facts.Confidence;
import org.teestriage.concern.facts.Information;
import org.teestriage.decision.Acknowledgement;
import org.teestriage.decision.ImmediateRiskCheck;
import org.teestriage.decision.ReferrerFeedback;
import org.teestriage.decision.Step;
import org.teestriage.directory.HubsYaml;
import org.teestriage.letter.Letter;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.PreparedLetters;
import org.teestriage.testing.ShippedConfig;
import org.teestriage.testing.client.FactsYaml;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.StepVersion;
import org.teestriage.workflow.step.WaitingStep;

/** Which parts of a status each reader gets. */
class StatusComposerTest {

    private static final DutyTeamHours ALWAYS_OPEN = new DutyTeamHours((hub, at) -> Optional.empty());

    private static final StatusComposer COMPOSER = new StatusComposer(
            HubsYaml.shipped(),
            new StatusSentences(HubsYaml.shipped()),
            new Instructions(HubsYaml.shipped(), ShippedConfig.deadlineRules(), ALWAYS_OPEN, ShippedConfig.wording()));

    private static final Instant NIGHT = Instant.parse("2026-09-22T21:00:00Z");
    private static final Officer SAM = new Officer("sam", "Sam Officer", Role.OFFICER, null, Set.of("chub"));
    private static final Officer FAR = new Officer("fay", "Fay Faraway", Role.OFFICER, null, Set.of("redcar-mach"));
    private static final Officer AUDITOR = new Officer("ada", "Ada Auditor", Role.AUDITOR, null, Set.of());
    private static final Officer RAISER =
            new Officer("robin", "Robin Raiser", Role.REFERRER, "northfield-school", Set.of());

    private static final Redaction LADO =
            new Redaction(List.of(), false, true, false, new Confidence(), "robin", Set.of());
    private static final Redaction REFERRER = new Redaction(
            List.of(),
            true,
            false,
            false,
            new Confidence().named("Pat Example", Confidence.THE_REFERRER),
            "robin",
            Set.of());

    private final Concern concern = withoutParts("children: [{name: Jo, address: {postcode: TS24 7ZZ}}]");
    private List<WaitingStep> waiting = List.of();
    private List<DecidedStep> decided = List.of();
    private Supplier<List<Note>> notes = List::of;
    private Supplier<List<Letter>> letters = List::of;

    private static <T> List<T> unread() {
        throw new AssertionError("this reader sees nothing of these rows");
    }

    private ConcernStatus status(Officer officer, Redaction redaction, Instant now) {
        if (concern.parts().isEmpty()) {
            concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        }
        AccessFacts ground =
                new AccessFacts("northfield-school", "robin", Set.of("chub"), List.of(), Set.of("fay"), Set.of());
        return COMPOSER.compose(
                new ConcernReading(concern, officer, ground, redaction),
                new StatusComposer.Rows(waiting, decided, notes, letters, List::of),
                now);
    }

    private ConcernStatus status(Officer officer) {
        return status(officer, Redaction.NOTHING, RECEIVED);
    }

    // Referrers, auditors and the hub

    @Test
    void aReferrerGetsTheOutlineAndNothingOfTheCase() {
        concern.rate(org.teestriage.concern.Priority.RED, "Images.");
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        waiting = List.of(waiting(concern, Step.POLICE_REPORT, ""));
        notes = StatusComposerTest::unread;
        letters = StatusComposerTest::unread;
        ConcernStatus status = status(RAISER);
        assertThat(status.sentence()).endsWith("The hub has not decided anything yet.");
        assertThat(status.facts()).isNull();
        assertThat(status.priority()).isNull();
        assertThat(status.priorityReason()).isNull();
        assertThat(status.complexAbuse()).isNull();
        assertThat(status.waiting()).isEmpty();
        assertThat(status.letters()).isEmpty();
        assertThat(status.added()).isEmpty();
        assertThat(status.withheld()).isNull();
    }

    @Test
    void anAuditorGetsTheNextStepAndNothingElseOfTheCase() {
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        waiting = List.of(waiting(concern, Step.POLICE_REPORT, ""));
        letters = StatusComposerTest::unread;
        ConcernStatus status = status(AUDITOR);
        assertThat(status.sentence()).contains("Next: report to the police");
        assertThat(status.facts()).isNull();
        assertThat(status.waiting()).isEmpty();
        assertThat(status.letters()).isEmpty();
    }

    @Test
    void theHubGetsTheWholeCase() {
        concern.rate(org.teestriage.concern.Priority.RED, "Images.");
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        waiting = List.of(waiting(concern, Step.POLICE_REPORT, ""));
        letters = () -> List.of(PreparedLetters.of(Purpose.POLICE_REPORT, ""));
        ConcernStatus status = status(SAM);
        assertThat(status.facts()).isEqualTo(concern.facts());
        assertThat(status.priorityReason()).isEqualTo("Images.");
        assertThat(status.complexAbuse()).isTrue();
        assertThat(status.waiting()).extracting(OpenStep::step).containsExactly("police-report");
        assertThat(status.letters()).hasSize(1);
        assertThat(status.withheld()).as("nothing is hidden").isNull();
        assertThat(status.throughBrokenGlass()).isNull();
    }

    @Test
    void emergencyAccessIsMarked() {
        assertThat(status(FAR).throughBrokenGlass()).isTrue();
        assertThat(status(FAR).facts()).isNotNull();
    }

    // Redaction

    @Test
    void stepsAndLettersOfTheLadoAreLeftOut() {
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        waiting = List.of(waiting(concern, Step.LADO_REFERRAL, "1"), waiting(concern, Step.POLICE_REPORT, ""));
        letters = () ->
                List.of(PreparedLetters.of(Purpose.LADO_REFERRAL, "1"), PreparedLetters.of(Purpose.POLICE_REPORT, ""));
        ConcernStatus status = status(SAM, LADO, RECEIVED);
        assertThat(status.waiting()).extracting(OpenStep::step).containsExactly("police-report");
        assertThat(status.sentence()).contains("Next: report to the police");
        assertThat(status.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.purpose()).isEqualTo("POLICE_REPORT");
            assertThat(letter.contentHash())
                    .as("of a letter that holds hidden content")
                    .isNull();
        });
        assertThat(status.withheld())
                .containsExactly("Some of what is known of a person of concern: it is for named people.");
        assertThat(status(SAM).letters()).hasSize(2).allMatch(letter -> letter.contentHash() != null);
    }

    @Test
    void aConfidentialReferrerIsHiddenInReasonAndAdditions() {
        concern.rate(org.teestriage.concern.Priority.RED, "Pat Example says that risk has increased.");
        Information told = FactsYaml.as(Information.class, "{account: [{kind: FACT, text: Pat Example rang.}]}");
        notes = () -> List.of(new Note(concern.reference(), 1, 2, told, RECEIVED, "Pat Example", true));
        ConcernStatus status = status(FAR, REFERRER, RECEIVED);
        assertThat(status.priorityReason()).isEqualTo("The referrer says that risk has increased.");
        assertThat(status.added()).singleElement().satisfies(added -> {
            assertThat(added.kind()).isEqualTo("INFORMATION");
            assertThat(added.by()).isEqualTo("The referrer");
            assertThat(added.content().toString())
                    .contains("The referrer rang.")
                    .doesNotContain("Pat");
        });
        assertThat(status(SAM).added()).extracting(ConcernStatus.Added::by).containsExactly("Pat Example");
    }

    @Test
    void theStatusEnquiryNamesNoConfidentialReferrer() {
        concern.ask(RECEIVED, "Pat Example");
        assertThat(Objects.requireNonNull(status(AUDITOR, REFERRER, RECEIVED).asking())
                        .by())
                .isEqualTo("The referrer");
        assertThat(Objects.requireNonNull(status(AUDITOR).asking()).by()).isEqualTo("Pat Example");
    }

    // What the referrer was told

    private static final String TOLD =
            "addition: We ring Pat Example., how: TELEPHONE, at: 2026-09-22T08:59:00Z, toldTo: Pat Example";

    @Test
    void onlyTheAcknowledgementAndTheOutcomeAreToldInTheOrderOfTheDecisions() {
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        decided = List.of(
                decided(concern, "", Acknowledgement.class, "wording: Received., " + TOLD, RECEIVED),
                decided(
                        concern,
                        "1",
                        ImmediateRiskCheck.class,
                        "finding: NO_IMMEDIATE_DANGER, rationale: At home.",
                        RECEIVED),
                decided(concern, "1", ReferrerFeedback.class, "wording: Passed on., " + TOLD, RECEIVED));
        List<Told> told = status(RAISER).told();
        assertThat(told).extracting(Told::about).containsExactly(Told.About.ACKNOWLEDGEMENT, Told.About.OUTCOME);
        assertThat(told).extracting(Told::words).containsExactly("Received.", "Passed on.");
        assertThat(told).extracting(Told::to).containsOnly("Pat Example");
        assertThat(told).extracting(Told::by).containsOnly("Sam Officer");
    }

    @Test
    void toWhomItWasToldIsHiddenForAConfidentialReferrer() {
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        decided = List.of(decided(concern, "", Acknowledgement.class, "wording: Received., " + TOLD, RECEIVED));
        assertThat(status(AUDITOR, REFERRER, RECEIVED).told()).singleElement().satisfies(told -> {
            assertThat(told.to()).isNull();
            assertThat(told.addition()).isEqualTo("We ring the referrer.");
        });
    }

    // Steps, hubs and instructions

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void aStepIsOverdueAfterItsDeadline(long secondsAfter, boolean overdue) {
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        WaitingStep step = waiting(concern, Step.POLICE_REPORT, "");
        step.claim("sam", "Sam Officer", RECEIVED);
        OpenStep shown = COMPOSER.openStep(
                step, concern, StepVersion.of(step, 2, decided), step.due().plusSeconds(secondsAfter));
        assertThat(shown.overdue()).isEqualTo(overdue);
        assertThat(shown.hub()).isEqualTo("The Children's Hub (CHUB)");
        assertThat(shown.claimedBy()).isEqualTo("Sam Officer");
        assertThat(shown.version()).endsWith("-2-0");
    }

    @Test
    void aHubOutsideTeesNamesTheContactThatIsResponsible() {
        concern.addPart("chub", "E06000047", Jurisdiction.OUTSIDE, List.of(1));
        concern.addPart("chub", "E06000005", Jurisdiction.OUTSIDE, List.of(2));
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(3));
        concern.addPart("chub", null, Jurisdiction.UNCLEAR, List.of(4));
        List<WithHub> hubs = status(RAISER).hubs();
        assertThat(hubs)
                .extracting(WithHub::rightDoor)
                .containsExactly(
                        "County Durham First Contact, 03000 267979",
                        "Darlington children's social care, 01325 406252",
                        null,
                        null);
        assertThat(hubs)
                .extracting(WithHub::authority)
                .containsExactly("County Durham", "Darlington", "Hartlepool", null);
    }

    @Test
    void aProposedHubAndUnconfirmedNumbersAreShownAsSuch() {
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1)).proposeMove("redcar-mach");
        assertThat(status(RAISER).hubs()).singleElement().satisfies(hub -> {
            assertThat(hub.hub()).isEqualTo("chub");
            assertThat(hub.moveProposedTo()).isEqualTo("Redcar and Cleveland MACH");
            assertThat(hub.phones()).isNotEmpty().noneMatch(ConcernStatus.HubPhone::confirmed);
        });
    }

    @Test
    void theOutOfHoursInstructionIsForOpenConcernsOfAClosedHub() {
        assertThat(status(RAISER, Redaction.NOTHING, NIGHT).outOfHours()).isNotNull();
        assertThat(status(RAISER).outOfHours()).as("by day").isNull();
        concern.close(RECEIVED);
        assertThat(status(RAISER, Redaction.NOTHING, NIGHT).outOfHours())
                .as("of a closed concern")
                .isNull();
    }

    @Test
    void theEmergencyInstructionStandsWhileTheEmergencyCallIsOpen() {
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        assertThat(status(RAISER).instruction()).isNull();
        waiting = List.of(waiting(concern, Step.EMERGENCY_CALL, ""));
        assertThat(status(RAISER).instruction()).isNotNull();
    }
}
