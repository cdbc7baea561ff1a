package org.teestriage.web.pages.concern;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.browser.BrowserUser;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** The reports and referrals of a concern on its page. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class ObligationPagesTest extends ConcernJourney {

    @Test
    void anOfficerSeesWhatIsDueAndOpensAReferralWithAReason() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open("/concerns/" + concern.reference());
            assertThat(officer.main())
                    .contains("Reports and referrals")
                    .contains("Opens when the report to the police is decided.")
                    .contains("An online sexual offence goes to the police even without present danger.");
            officer.follow("Open a report or referral").look("open-a-referral");
            officer.choose("what", "LADO/1").press("Open it");
            assertThat(officer.main()).contains("Why?");
            assertThat(concern.openSteps(OFFICER)).doesNotContain("lado-referral/1");

            officer.write("reason", "The grandmother says that he coaches.").press("Open it");

            assertThat(officer.main()).contains("It is recorded.", "Opened by " + OFFICER);
            assertThat(officer.page().content()).contains("The grandmother says that he coaches.");
            officer.look("reports-and-referrals");
        }
        assertThat(concern.openSteps(OFFICER)).contains("lado-referral/1");
    }

    @Test
    void onePageShowsWhatConcernsTheLadoWithLinksToItsSteps() {
        Api.ConcernClient concern = raise(Api.with(
                Bodies.COACH,
                "/suspects/0/allegation",
                Map.of("employerKnows", "YES", "employerKnewAt", "2026-09-21T15:00:00Z")));
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open("/concerns/" + concern.reference());
            officer.follow("The LADO: allegation, referral and outcome");
            assertThat(officer.main())
                    .contains(
                            "Made Up Swimming Club",
                            "Yes: since Mon 21 Sep",
                            "Not known yet",
                            "Referral to the LADO: due");
            concern.decide(OFFICER, "lado-referral/1", Bodies.SENT)
                    .decide(OFFICER, "lado-evaluation/1", Bodies.LADO_CONTINUES);
            officer.open("/concerns/%s/lado".formatted(concern.reference()));
            officer.look("lado");
            assertThat(officer.main())
                    .contains("The evaluation continues with the LADO", "Sam Officer", "They investigate.")
                    .contains("No position of the police is on record.");
            officer.follow("Report to the police");
            assertThat(officer.page().url()).endsWith("/steps/police-report");
        }
        try (BrowserUser referrer = BrowserUser.as(REFERRER)) {
            referrer.open("/concerns/" + concern.reference());
            assertThat(referrer.main()).doesNotContain("LADO");
            assertThat(referrer.open("/concerns/%s/lado".formatted(concern.reference())))
                    .isEqualTo(404);
            String refused = referrer.main();
            referrer.open("/concerns/K7Q2-9FXM-F/lado");
            assertThat(referrer.main()).isEqualTo(refused);
        }
    }

    @Test
    void aStrategyDiscussionIsSharedAndFollowedUpOnItsPages() {
        Api.ConcernClient concern = raise(Bodies.GROOMING)
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47)
                .decide(
                        OFFICER,
                        "strategy-discussion/1",
                        Api.with(
                                Bodies.STRATEGY_DISCUSSION,
                                "/children/0/enquiries",
                                null,
                                "/children/0/section47",
                                false,
                                "/actions",
                                List.of(Map.of(
                                        "what", "See the child at school.",
                                        "owner", "Lou Worker",
                                        "agency", "SOCIAL_CARE",
                                        "dueOn", "2026-09-22"))));
        concern.tell(
                OFFICER,
                "obligations",
                Map.of("kind", "DISCUSSION_ACTIONS", "item", "1", "reason", "The worker rang about it."));
        try (BrowserUser officer = BrowserUser.as(OFFICER);
                BrowserUser manager = BrowserUser.as(MANAGER)) {
            officer.open("/concerns/%s/steps/discussion-actions/1".formatted(concern.reference()));
            officer.look("step-discussion-actions");
            assertThat(officer.main()).contains("See the child at school.", "Lou Worker, Children's social care");
            officer.choose("results[0].state", "NOT_DONE")
                    .write("results[0].whyNot", "The school is closed this week.")
                    .press("Decide");
            officer.open("/concerns/" + concern.reference());
            officer.follow("Strategy discussions: children, record and actions");
            assertThat(officer.main())
                    .contains("They go on until a manager agrees that they end")
                    .contains("It was not done, and will not be", "The school is closed this week.")
                    .contains("Dana Detective, Detective sergeant, Police", "Not shared yet");

            manager.open("/concerns/%s/steps/end-of-enquiries/1".formatted(concern.reference()));
            manager.look("step-end-of-enquiries");
            manager.choose("agrees", "false")
                    .write("rationale", "The police still look for the account.")
                    .press("Decide");

            officer.open("/concerns/%s/discussions".formatted(concern.reference()));
            officer.look("discussions");
            assertThat(officer.main())
                    .contains("A manager did not agree: they go on")
                    .contains("Initial child protection conference by Tue 13 Oct 2026");
            officer.follow("Record for printing");
            officer.look("discussion-printed");
            assertThat(officer.main())
                    .contains("Official – sensitive.", "Child 1: Robin Sample", "No record of the account.");
            assertThat(officer.open("/concerns/%s/discussions/1/1/children/2".formatted(concern.reference())))
                    .isEqualTo(404);
        }
        try (BrowserUser referrer = BrowserUser.as(REFERRER)) {
            assertThat(referrer.open("/concerns/%s/discussions".formatted(concern.reference())))
                    .isEqualTo(404);
        }
    }

    @Test
    void anOfficerRecordsThatARouteOutsideTheServiceIsNotNeeded() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open("/concerns/" + concern.reference());
            assertThat(officer.main()).contains("Other routes", "VEMT Practitioner Group for child 1");
            officer.open("/concerns/%s/routes?what=VEMT/CHILD/1".formatted(concern.reference()));
            officer.choose("result", "NOT_NEEDED").press("Record it");
            assertThat(officer.main()).contains("Enter why it is not needed");
            officer.write("because", "The social worker has referred the child already.")
                    .press("Record it");
            assertThat(officer.main()).contains("It is recorded.", "The social worker has referred the child already.");
            officer.look("other-routes");
        }
    }

    @Test
    void anOfficerRecordsWhatAPartnerSaidAndSeesItWithWhatIsMissingBesideTheThresholdDecision() {
        time.set(Instant.parse("2026-11-30T10:00:00Z"));
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        time.set(Instant.parse("2026-11-30T17:30:00Z"));
        concern.tell(OFFICER, "checks", """
                {"child": 1, "partner": "HEALTH", "act": "ASKED", "at": "2026-11-30T17:00:00Z", "how": "LETTER",
                 "who": "Duty nurse"}""");
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open("/concerns/" + concern.reference());
            officer.follow("What the police, health, education and other partners know of each child");
            assertThat(officer.main()).contains("Overdue", "Asked", "Suggested");
            officer.open("/concerns/%s/checks/record?what=EDUCATION/1".formatted(concern.reference()));
            officer.choose("act", "ANSWERED").press("Record it");
            assertThat(officer.main()).contains("Enter who was asked, or who answered");
            officer.write("at.day", "30")
                    .write("at.month", "11")
                    .write("at.year", "2026")
                    .write("at.time", "10:30")
                    .choose("how", "TELEPHONE")
                    .write("who", "Lou Worker")
                    .choose("finding", "KNOWN")
                    .write("told", "Absent on three days.")
                    .choose("sharing", "PROFESSIONALS")
                    .press("Record it");
            assertThat(officer.main())
                    .contains("It is recorded.", "Answered", "Absent on three days.", "Not for the child");
            officer.look("partner-checks");
        }
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open("/concerns/%s/steps/threshold-decision/1".formatted(concern.reference()));
            assertThat(officer.main()).contains("What partners know: Child 1", "Absent on three days.", "Overdue");
            officer.look("threshold-with-checks");
        }
    }

    @Test
    void anOfficerMarksAConcernAsCovertAndAManagerLiftsTheMark() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open("/concerns/" + concern.reference());
            officer.follow("Mark as covert: people may not be told").look("mark-covert");
            officer.press("Mark as covert");
            assertThat(officer.main())
                    .contains("Who asks for it?: Write something here", "Why may people not be told?: Write");
            officer.write("askedBy", "DC Sam Watcher, Cleveland Police")
                    .write("because", "An arrest is planned for Thursday.")
                    .press("Mark as covert");
            assertThat(officer.main())
                    .contains("It is recorded.", "Covert: do not tell the family", "DC Sam Watcher, Cleveland Police");
            officer.look("covert");
            officer.open("/concerns/%s/covert".formatted(concern.reference()));
            assertThat(officer.main()).contains("Only a manager can lift it.");
        }
        try (BrowserUser manager = BrowserUser.as(MANAGER)) {
            manager.open("/concerns/%s/covert".formatted(concern.reference()));
            manager.write("because", "DC Watcher says that the arrest was made.")
                    .press("People may be told");
            assertThat(manager.main()).contains("It is recorded.").doesNotContain("Covert: do not tell the family");
        }
    }

    @Test
    void aManagerReadsWhoSaidThatAReportIsNotNeededAndReturnsItWithReasons() {
        Api.ConcernClient concern = raise(Bodies.GROOMING)
                .decide(OFFICER, "police-report", Bodies.REPORT_MADE)
                .decide(
                        OFFICER,
                        "platform-decision/1",
                        Bodies.REPORT_NOT_NEEDED.replace("POLICE_ALREADY_INVOLVED", "NOT_AN_ABUSE_ACCOUNT"));
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open("/concerns/" + concern.reference());
            assertThat(officer.main())
                    .contains("A second person decides: the account would stay in use.")
                    .doesNotContain("Decide it");
            officer.open("/concerns/%s/steps/platform-decision/1".formatted(concern.reference()));
            assertThat(officer.main()).contains(OFFICER + " said that it is not needed.");
        }
        try (BrowserUser manager = BrowserUser.as(MANAGER)) {
            manager.open("/concerns/" + concern.reference());
            manager.follow("Decide it").look("second-decision-not-needed");
            assertThat(manager.main())
                    .contains(OFFICER)
                    .contains("The police have the account and asked us to leave it.")
                    .contains("the account would stay in use");
            manager.choose("agrees", "false").press("Decide");
            assertThat(manager.main()).contains("Why?");
            manager.write("rationale", "The account wrote to two children.").press("Decide");
            assertThat(manager.main())
                    .contains(MANAGER + " returned it")
                    .contains("The account wrote to two children.");
        }
        assertThat(concern.openSteps(OFFICER)).contains("platform-decision/1");
    }

    @Test
    void aRefusedCloseLinksToWhatHasToBeDoneFirst() {
        Api.ConcernClient concern = answered(raise(Bodies.bullyingIn("TS24 7ZZ")));
        concern.tell(
                OFFICER,
                "obligations",
                "{\"kind\": \"LADO\", \"item\": \"1\", \"reason\": \"The grandmother says that he coaches.\"}");
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open("/concerns/%s/steps/close".formatted(concern.reference()));
            officer.choose("because", "HANDED_OVER")
                    .write("summary", "With children's social care and the police.")
                    .press("Continue")
                    .press("Decide");
            officer.look("close-refused");
            assertThat(officer.main())
                    .contains(
                            "NOT submitted",
                            "Still open: Report to the police, Referral to the LADO. Finish it first.");
            officer.follow("Referral to the LADO 1");
            assertThat(officer.page().url())
                    .endsWith("/concerns/%s/steps/lado-referral/1".formatted(concern.reference()));
        }
    }

    @Test
    void aReferrerSeesNoReportsAndReferrals() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        try (BrowserUser referrer = BrowserUser.as(REFERRER)) {
            referrer.open("/concerns/" + concern.reference());
            assertThat(referrer.main()).doesNotContain("Reports and referrals");
        }
    }
}
