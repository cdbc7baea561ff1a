package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.browser.BrowserUser;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** Amendments of a raised concern: shown where people decide, and included in letters that are prepared later. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class ToldLaterTest extends ConcernJourney {

    private static final String DANGER = "Robin is now on the way to the pier.";
    private static final String INFORMATION = "A second account was found.";
    private static final String CALL = "They look at the pier first.";
    private static final List<String> AMENDMENTS = List.of(DANGER, INFORMATION, CALL);

    private static Api.ConcernClient withAmendments() {
        Api.ConcernClient concern = raise(Bodies.COACH);
        concern.tell(REFERRER, "information", Api.with(Bodies.MORE_KNOWN, "/account/0/text", INFORMATION));
        concern.tell(REFERRER, "danger", Api.with(Bodies.DANGER_TOLD, "/what", DANGER));
        concern.tell(OFFICER, "calls", Api.with(Bodies.CALLED_DUTY_TEAM, "/agreed", CALL));
        return concern;
    }

    private static String page(Api.ConcernClient concern, String step) {
        return "/concerns/%s/steps/%s".formatted(concern.reference(), step);
    }

    private static boolean isShown(BrowserUser reader, String words) {
        return reader
                .page()
                .locator("main")
                .getByText(words, new Locator.GetByTextOptions().setExact(true))
                .all()
                .stream()
                .anyMatch(Locator::isVisible);
    }

    @Test
    void everyStepPageShowsTheAmendmentsNewestFirst() {
        Api.ConcernClient concern = withAmendments();
        concern.tell(OFFICER, "move", Bodies.moveTo("redcar-mach"));
        List<String> steps = concern.allOpenSteps(OFFICER);
        assertThat(steps).contains("emergency-call", "immediate-risk-check/1", "information-review/1", "police-report");
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            for (String step : steps) {
                officer.open(page(concern, step));
                assertThat(AMENDMENTS).as(step).allMatch(words -> isShown(officer, words));
                assertThat(officer.main())
                        .as(step)
                        .containsSubsequence(CALL, "Risk has increased: referrer", DANGER, INFORMATION);
            }
            officer.open(page(concern, "immediate-risk-check/1"));
            officer.look("told-later-step");
            assertThat(officer.main()).contains("On Tue 22 Sept 2026, 10:00 the referrer answered all five");
        }
    }

    @Test
    void amendmentsAreShownOnTheConcernPageItsTimelineAndInPrint() {
        Api.ConcernClient concern = withAmendments();
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open("/concerns/" + concern.reference());
            officer.look("told-later-concern");
            assertThat(AMENDMENTS).allMatch(words -> isShown(officer, words));
            assertThat(AMENDMENTS).allSatisfy(words -> assertThat(officer.page()
                            .locator(".moj-timeline")
                            .getByText(words)
                            .first()
                            .isVisible())
                    .as(words)
                    .isTrue());

            officer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(officer.main())
                    .contains(AMENDMENTS)
                    .contains("Risk has increased: referrer, Tue 22 Sept 2026, 10:00", "Information 1: referrer");
        }
    }

    @Test
    void aSubmittedStepPageShowsAmendmentsSinceItWasOpened() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(page(concern, "threshold-decision/1"));
            officer.choose("children[0].outcomes", "SECTION_17")
                    .write("children[0].rationale", "Needs an assessment.")
                    .choose("complexAbuse", "true");
            concern.tell(REFERRER, "danger", Api.with(Bodies.DANGER_TOLD, "/what", DANGER));
            concern.tell(REFERRER, "information", Api.with(Bodies.MORE_KNOWN, "/account/0/text", INFORMATION));

            officer.press("Continue");

            assertThat(officer.page().locator(".govuk-error-summary").innerText())
                    .contains("this came in since you opened the page", DANGER, INFORMATION);
            officer.look("told-since");
        }
    }

    @Test
    void aSubmittedPageOfADecidedStepShowsAmendmentsSinceItWasOpened() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(page(concern, "threshold-decision/1"));
            officer.choose("children[0].outcomes", "SECTION_17")
                    .write("children[0].rationale", "Needs an assessment.")
                    .choose("complexAbuse", "true");
            concern.tell(REFERRER, "danger", Api.with(Bodies.DANGER_TOLD, "/what", DANGER));
            concern.decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);

            officer.press("Continue");

            assertThat(officer.main()).contains("is not open any more", "This came in since", DANGER);
        }
    }

    @Test
    void laterLettersContainAmendmentsExceptThoseToPlatforms() {
        Api.ConcernClient concern = raise(Bodies.COACH);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        concern.tell(REFERRER, "information", Api.with(Bodies.MORE_KNOWN, "/account/0/text", INFORMATION));
        concern.tell(REFERRER, "danger", Api.with(Bodies.DANGER_TOLD, "/what", DANGER));
        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999);
        concern.decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17)
                .decide(OFFICER, "police-report", Bodies.REPORT_MADE);

        Map<String, String> letters = Map.of(
                "SOCIAL_CARE_REFERRAL", text(concern, "SOCIAL_CARE_REFERRAL"),
                "CEOP_REPORT", text(concern, "CEOP_REPORT"),
                "PLATFORM_REPORT", text(concern, "PLATFORM_REPORT"));

        assertThat(letters.get("SOCIAL_CARE_REFERRAL"))
                .contains("SINCE IT WAS RAISED, THE NEWEST FIRST")
                .containsSubsequence("Danger has grown (told", "10:00, referrer):", DANGER, INFORMATION);
        assertThat(letters.get("CEOP_REPORT")).contains(DANGER, INFORMATION);
        assertThat(letters.get("PLATFORM_REPORT"))
                .as("a platform never learns where a child is")
                .contains("The danger to a child is said to have grown: Tue 22 September 2026, 10:00")
                .doesNotContain(DANGER, INFORMATION);
        assertThat(Api.as(OFFICER)
                        .get(concern.address()
                                + "/letters/%d/enclosures/referral.json"
                                        .formatted(number(concern, "SOCIAL_CARE_REFERRAL")))
                        .asString())
                .contains("\"since\":[{", DANGER, INFORMATION);
    }

    @Test
    void lettersOfAConcernReopenedForDangerContainTheReportedDanger() {
        Api.ConcernClient concern = raise(Bodies.COACH);
        concern.decide(OFFICER, "lado-referral/1", Bodies.SENT);
        closed(reported(answered(concern)));

        concern.tell(REFERRER, "danger", Api.with(Bodies.DANGER_TOLD, "/what", DANGER));

        assertThat(text(concern, "POLICE_REPORT")).contains(DANGER);
        assertThat(text(concern, "LADO_REFERRAL")).contains(DANGER);
    }

    /** The newest letter for this purpose, with each told text on one line. */
    private static String text(Api.ConcernClient concern, String purpose) {
        return concern.read(OFFICER, "/letters/" + number(concern, purpose))
                .get("text")
                .asText()
                .replace("\n| ", " ");
    }

    private static int number(Api.ConcernClient concern, String purpose) {
        Stream<JsonNode> letters = Api.each(concern.seenBy(OFFICER).get("letters"));
        return letters.filter(letter -> letter.get("purpose").asText().equals(purpose))
                .mapToInt(letter -> letter.get("number").asInt())
                .max()
                .orElseThrow();
    }

    @Test
    void aSecondReadingShowsItsFormOnlyToAManager() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.EARLY_HELP);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(page(concern, "second-reading/1"));
            officer.look("second-reading-of-an-officer");
            assertThat(officer.main()).contains("This step is a manager's.").doesNotContain("Take it");
            assertThat(officer.field("agrees").count()).isZero();
            officer.open("/desk?tab=ALL");
            while (!officer.main().contains("Second decision 1\n of " + concern.reference())) {
                officer.follow("Next page");
            }
            assertThat(officer.main()).contains("This step is a manager's.");
        }
        try (BrowserUser manager = BrowserUser.as(MANAGER)) {
            manager.open(page(concern, "second-reading/1"));
            assertThat(manager.field("agrees").count()).isEqualTo(2);
        }
    }
}
