package org.teestriage.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.browser.BrowserUser;
import org.teestriage.testing.browser.Keyboard;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.OwnDatabaseProfile;
import org.teestriage.web.pages.oversight.OversightPages;

/** Pages by keyboard alone, without script, with hostile text, and within their size limits. */
@QuarkusTest
@TestProfile(OwnDatabaseProfile.class)
@QuarkusTestResource(MySqlResource.class)
class BrowsingTest {

    private static final String OFFICER = "officer.middlesbrough";
    private static final String HOSTILE =
            "</textarea></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>{inject:x}{#if}";
    private static final long MAX_SCRIPT = 150_000;
    private static final long MAX_PAGE = 200_000;

    @Inject
    MovableTime time;

    @BeforeEach
    void aTuesdayMorning() {
        time.set(MovableTime.A_TUESDAY_MORNING);
    }

    @Test
    void anImmediateRiskCheckIsDoneByKeyboardAlone() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.bullyingIn("TS5 1AA"));
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            Page page = officer.page();
            Keyboard keys = new Keyboard(page);
            long start = System.nanoTime();
            keys.open("Take the most urgent step");
            page.waitForURL("**/steps/immediate-risk-check/1");
            assertThat(page.locator("h1").innerText()).isEqualTo("Immediate safety check");
            keys.skip()
                    .choose("finding", "NO_IMMEDIATE_DANGER")
                    .write("rationale", "A quarrel, ended.")
                    .open("Decide");
            page.waitForURL("**/concerns/" + concern.reference() + "?told=*");
            printEffort("by keyboard", keys.pressed() + " keys", start);
            assertThat(officer.main()).contains("It is recorded.");
            assertThat(keys.pressed()).isLessThan(40);
        }
    }

    @Test
    void peopleToExcludeAreChosenFromAListThatCanBeSearched() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.bullyingIn("TS24 7ZZ"));
        try (BrowserUser manager = BrowserUser.as("manager.hartlepool")) {
            Page page = manager.page();
            manager.open("/concerns/" + concern.reference() + "/restrictions");
            manager.look("restrictions");
            page.getByLabel("Search this list").fill("cleveland officer.redcar");
            assertThat(page.locator("#users-options .govuk-checkboxes__item:visible")
                            .allInnerTexts())
                    .containsExactly("officer.redcar, officer, Redcar and Cleveland MACH");
            page.getByLabel("Search this list").fill("");

            manager.choose("kind", "EXCLUDE")
                    .write("reason", "A cousin of the suspect.")
                    .press("Restrict access");
            assertThat(manager.main()).contains("Choose at least one person.");
            manager.choose("users", "officer.stockton")
                    .choose("users", "officer.redcar")
                    .press("Restrict access");
            assertThat(manager.main()).contains("No access\tofficer.stockton", "No access\tofficer.redcar");

            manager.choose("kind", "EXCLUDE_NAME").write("name", "Stockton, Manager");
            page.locator("#reason").fill("A neighbour.");
            manager.press("Restrict access");
            assertThat(manager.main()).contains("No access: people with this name");
            assertThat(Api.as("manager.stockton").get(concern.address()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aManagerWhoStandsInIsToldOnEveryPage() {
        Api.ConcernClient concern = Api.as("referrer")
                .raise(Api.with(Bodies.bullyingIn("TS5 1AA"), "/suspects/0/realName", "Middlesbrough, Manager"));
        try (BrowserUser manager = BrowserUser.as("manager.hartlepool")) {
            manager.open("/measures");
            assertThat(manager.page().locator("[aria-label='Standing in']").innerText())
                    .contains("You stand in on " + concern.reference());
            manager.open("/concerns/" + concern.reference() + "/restrictions");
            manager.look("standing-in");
            assertThat(manager.main()).contains("Middlesbrough MACH\tmanager.hartlepool");
            manager.open("/desk");
            assertThat(manager.main()).contains(concern.reference());
        }
        // Another test takes the most urgent step of this hub.
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
    }

    @Test
    void anImmediateRiskCheckTakesFourClicks() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.bullyingIn("TS5 1AA"));
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            Page page = officer.page();
            page.addInitScript("addEventListener('pointerdown', () => sessionStorage.setItem('clicks',"
                    + " 1 + Number(sessionStorage.getItem('clicks') ?? 0)), true)");
            officer.open("/desk");
            long start = System.nanoTime();
            officer.press("Take the most urgent step");
            officer.choose("finding", "NO_IMMEDIATE_DANGER");
            page.locator("[name=rationale]").click();
            page.keyboard().type("A quarrel, ended.");
            officer.press("Decide");
            page.waitForURL("**/concerns/" + concern.reference() + "?told=*");
            String clicks = (String) page.evaluate("sessionStorage.getItem('clicks')");
            printEffort("by mouse", clicks + " clicks", start);
            assertThat(clicks).isEqualTo("4");
        }
    }

    private static void printEffort(String how, String presses, long start) {
        System.out.printf(
                "FROM THE QUEUE TO A FINISHED IMMEDIATE-RISK CHECK %s: %s and a sentence, %.1f s%n",
                how, presses, (System.nanoTime() - start) / 1e9);
    }

    @Test
    void aMissingAnswerIsReachedFromTheErrorSummaryByKeyboard() {
        Api.as("referrer").raise(Bodies.bullyingIn("TS5 1AA"));
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            Page page = officer.page();
            new Keyboard(page).open("Take the most urgent step").open("Decide");
            page.waitForSelector(".govuk-error-summary");
            assertThat(page.title()).startsWith("Error: ");
            assertThat(page.locator(":focus").innerText())
                    .as("focus moves to the error summary")
                    .contains("There is a problem");
            officer.look("step-mistakes");
            new Keyboard(page).press("Tab").press("Enter");
            assertThat(page.locator(":focus").getAttribute("id")).isEqualTo("finding");
        }
    }

    /**
     * A referrer raises a concern, an officer decides, a manager does the second decision, an auditor reads the audit,
     * an operator reads security events.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyRoleCanWorkByKeyboardAlone(boolean script) {
        String concern = raiseByKeyboard(script);
        try (BrowserUser officer = BrowserUser.in("officer.middlesbrough", script)) {
            Keyboard keys = new Keyboard(officer.page()).open("Take the most urgent step");
            keys.choose("finding", "NO_IMMEDIATE_DANGER")
                    .write("rationale", "A quarrel, ended.")
                    .open("Decide");
            keys.open("Threshold decision 1")
                    .choose("children[0].outcomes", "NO_FURTHER_ACTION")
                    .write("children[0].rationale", "Spoken to both schools.")
                    .choose("complexAbuse", "true")
                    .open("Continue");
            assertThat(officer.main()).contains("Check before you decide");
            keys.open("Decide");
            assertThat(officer.main()).contains("It is recorded.");
        }
        try (BrowserUser manager = BrowserUser.in("manager.middlesbrough", script)) {
            Keyboard keys = new Keyboard(manager.page()).open("Desk view").open("Second decision 1, " + concern);
            keys.open("Second decision 1");
            assertThat(manager.main()).contains("Spoken to both schools.");
            keys.choose("agrees", "true").write("rationale", "The same view.").open("Continue");
            keys.open("Decide");
            assertThat(manager.main()).contains("It is recorded.");
        }
        try (BrowserUser auditor = BrowserUser.in("auditor", script)) {
            new Keyboard(auditor.page()).open(concern).open("Audit:");
            assertThat(auditor.main()).contains("Yes.").contains("officer.middlesbrough");
        }
        try (BrowserUser operator = BrowserUser.in("operator", script)) {
            operator.open("/operations");
            new Keyboard(operator.page()).open("Security events");
            assertThat(operator.page().title()).contains("Security events");
        }
    }

    private static String raiseByKeyboard(boolean script) {
        try (BrowserUser referrer = BrowserUser.in("referrer", script)) {
            Keyboard keys =
                    new Keyboard(referrer.page()).open("Raise a concern").open("No one is in danger right now");
            keys.open("Is the child safe now?");
            List.of("dangerNow", "selfHarmOrSuicide", "meetingArranged", "abuseLive", "childWithSuspect")
                    .forEach(question -> keys.choose("urgency." + question, "NO"));
            keys.open("Save and continue").open("You, and how to reach you");
            keys.write("referrer.phone", "01632 960001").open("Save and continue");
            keys.open("The children")
                    .open("Add a child")
                    .write("children[0].name", "Keya Board")
                    .write("children[0].address.postcode", "TS5 1AA")
                    .open("Save and continue")
                    .open("That is everybody I know of");
            keys.open("What happened")
                    .choose("account[0].kind", "HEARSAY")
                    .write("account[0].text", "Pupils call each other names online.")
                    .open("Save and continue");
            keys.open("Check and send").open("Send the concern");
            assertThat(referrer.main()).contains("The concern is received");
            System.out.printf("RAISED BY KEYBOARD ALONE: %d keys, script %s%n", keys.pressed(), script ? "on" : "off");
            return referrer.page().url().replaceAll(".*/concerns/|/received", "");
        }
    }

    @Test
    void aConcernIsRaisedAndDecidedWithoutScript() {
        try (BrowserUser referrer = BrowserUser.withoutScript("referrer");
                BrowserUser officer = BrowserUser.withoutScript("officer.redcar")) {
            referrer.open("/raise");
            referrer.press("I am not sure: treat it as danger");
            assertThat(referrer.main())
                    .contains("a child is or may be in danger", "Ambulance, 999", "116 123 (number not confirmed)");
            referrer.choose("policeContact.rung", "RANG_999").write("policeContact.by", "Pat Example");
            referrer.look("plain-police").press("Save and continue").follow("Is the child safe now?");
            List.of("dangerNow", "selfHarmOrSuicide", "meetingArranged", "abuseLive", "childWithSuspect")
                    .forEach(question -> referrer.choose("urgency." + question, "NOT_KNOWN"));
            referrer.press("Save and continue");
            assertThat(referrer.main()).contains("a child is or may be in danger");
            referrer.press("Save and continue").follow("You, and how to reach you");
            referrer.write("referrer.phone", "01632 960001")
                    .press("Save and continue")
                    .follow("The children");
            referrer.follow("Add a child")
                    .choose("children[0].unknown", "true")
                    .write("children[0].address.postcode", "TS10 1AA")
                    .press("Save and continue")
                    .press("That is everybody I know of")
                    .follow("What happened");
            referrer.choose("account[0].kind", "HEARSAY").write("account[0].text", "Somebody told somebody.");
            referrer.press("Save and add another");
            referrer.choose("account[1].kind", "OPINION").write("account[1].text", "It rings true.");
            referrer.press("Save and continue").follow("Check and send");
            referrer.look("plain-check").press("Send the concern");
            assertThat(referrer.main()).contains("The concern is received").contains("What happens next");

            officer.press("Take the most urgent step");
            officer.choose("finding", "NO_IMMEDIATE_DANGER").write("rationale", "Spoken to the school.");
            officer.look("plain-step").press("Decide");
            assertThat(officer.main()).contains("It is recorded.");
        }
    }

    @Test
    void hostileTextIsShownAsTextOnEveryPage() {
        Api.ConcernClient concern = Api.as("referrer").raise(hostile());
        concern.tell("referrer", "information", Api.with(Bodies.MORE_KNOWN, "/account/0/text", HOSTILE));
        concern.decide(
                "officer.hartlepool",
                "immediate-risk-check/1",
                Api.with(Bodies.NO_IMMEDIATE_DANGER, "/rationale", HOSTILE));
        try (BrowserUser officer = BrowserUser.as("officer.hartlepool")) {
            for (String place : concern.openSteps("officer.hartlepool")) {
                assertHarmless(officer, "/concerns/%s/steps/%s".formatted(concern.reference(), place));
            }
            assertHarmless(officer, "/concerns/" + concern.reference());
            assertHarmless(
                    officer, "/concerns/" + concern.reference() + "?by=" + "%3Cscript%3E&kind=%22%3E&told=%3Cimg%3E");
            assertHarmless(officer, "/desk?tab=ALL");
            officer.open("/concerns/%s/steps/police-report".formatted(concern.reference()));
            officer.choose("report.kind", "MADE")
                    .write("report.sent.to", HOSTILE)
                    .press("Decide");
            assertThat(officer.field("report.sent.to").inputValue()).isEqualTo(HOSTILE);
        }
    }

    @Test
    void aLongWordDoesNotWidenAPage() {
        String word = "W".repeat(120);
        Api.ConcernClient concern = Api.as("referrer")
                .raise(Api.with(
                        Bodies.GROOMING,
                        "/referrer/name",
                        word,
                        "/children/0/name",
                        word,
                        "/suspects/0/claimedName",
                        word,
                        "/suspects/0/identities/0/handle",
                        word,
                        "/account/0/saidBy",
                        word,
                        "/account/0/text",
                        word));
        try (BrowserUser officer = BrowserUser.as("officer.hartlepool");
                BrowserUser referrer = BrowserUser.as("referrer")) {
            officer.open("/concerns/%s/steps/immediate-risk-check/1".formatted(concern.reference()));
            officer.look("long-word-step");
            officer.open("/concerns/" + concern.reference());
            officer.look("long-word-concern");
            referrer.open("/raise");
            referrer.press("No one is in danger right now").follow("The children");
            referrer.follow("Add a child").write("children[0].name", word).press("Save and continue");
            referrer.look("long-word-children");
        }
    }

    private static Object hostile() {
        return Api.with(
                Bodies.GROOMING,
                "/referrer/name",
                HOSTILE,
                "/referrer/role",
                HOSTILE,
                "/children/0/name",
                HOSTILE,
                "/children/0/address/lines",
                HOSTILE,
                "/suspects/0/claimedName",
                HOSTILE,
                "/suspects/0/identities/0/handle",
                HOSTILE,
                "/suspects/0/identities/0/profileUrl",
                "https://elsewhere.example/" + HOSTILE,
                "/account/0/text",
                HOSTILE,
                "/account/0/saidBy",
                HOSTILE,
                "/doneSoFar",
                HOSTILE);
    }

    private static void assertHarmless(BrowserUser person, String address) {
        assertThat(person.open(address)).as(address).isEqualTo(200);
        assertThat((Integer) person.page()
                        .evaluate(
                                "document.querySelectorAll('main script, main img, main iframe, main object, [onload],"
                                        + " [onerror], a[href^=\"https:\"], a[href^=\"javascript:\"]').length"))
                .as(address)
                .isZero();
        assertThat(person.page().title()).as(address).endsWith("Tees Triage");
    }

    @Test
    void aManagerSeesUrgentStepsReassignsOneAndReadsTheAudit() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        Api.as("officer.stockton").get("/api/queue").then().statusCode(200);
        concern.decide("officer.hartlepool", "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        time.pass(Duration.ofDays(2));
        try (BrowserUser manager = BrowserUser.as("manager.hartlepool")) {
            manager.open("/oversight");
            manager.look("oversight");
            manager.choose("steps", concern.reference() + "/police-report/");
            manager.page().selectOption("#to", "officer.stockton");
            manager.press("Give them");
            assertThat(manager.main()).contains("One step was given.");
            assertThat(concern.openStep("officer.stockton", "police-report")
                            .get("claimedBy")
                            .asText())
                    .isEqualTo("officer.stockton");

            manager.open("/measures");
            assertThat(manager.main()).contains("Risk checked in time").contains("By source");
            manager.look("measures");
            manager.open("/concerns/" + concern.reference());
            manager.look("concern").follow("Audit:");
            assertThat(manager.main()).contains("Yes.").contains("manager.hartlepool");
            manager.look("audit").follow("Take an inspection pack");
            manager.look("inspection-pack");
            Download pack = manager.page().waitForDownload(() -> manager.press("Take the pack"));
            assertThat(pack.suggestedFilename()).isEqualTo("inspection-pack-" + concern.reference() + ".zip");
        }
        try (BrowserUser auditor = BrowserUser.as("auditor")) {
            auditor.look("auditor-concerns").open("/concerns/" + concern.reference());
            auditor.look("auditor-concern");
            assertThat(auditor.open("/oversight")).isEqualTo(403);
            assertThat(auditor.open("/measures")).isEqualTo(200);
        }
        try (BrowserUser referrer = BrowserUser.as("referrer")) {
            referrer.open("/concerns/" + concern.reference());
            referrer.look("referrer-concern");
            assertThat(referrer.main()).contains("Being worked on").doesNotContain("At home with both parents");
        }
    }

    @Test
    void aReferrerAsksForTheStatusAndTheHubSeesTheEnquiry() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.groomingIn("TS10 9ZZ"));
        try (BrowserUser referrer = BrowserUser.as("referrer");
                BrowserUser officer = BrowserUser.as("officer.redcar");
                BrowserUser manager = BrowserUser.as("manager.redcar")) {
            referrer.open("/concerns/" + concern.reference());
            referrer.look("referrer-may-ask").press("Has anyone seen this?");
            assertThat(referrer.main()).contains("No one at the hub has taken or decided anything since.");
            assertThat(referrer.main()).contains("Ask again");
            referrer.look("referrer-asked");

            assertThat(officer.main()).doesNotContain("has anyone seen this?");
            officer.open("/desk");
            assertThat(officer.page()
                            .locator("tr", new Page.LocatorOptions().setHasText(concern.reference()))
                            .first()
                            .innerText())
                    .contains("Referrer asked Tue 22 Sept 2026");
            officer.look("queue-asked");
            manager.open("/oversight");
            assertThat(manager.main()).contains("Referrers who ask").contains(concern.reference());
            manager.look("oversight-asked");

            concern.decide("officer.redcar", "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
            referrer.open("/concerns/" + concern.reference());
            assertThat(referrer.main()).contains("The hub took it up Tue 22 Sept 2026");
            manager.open("/oversight");
            assertThat(manager.main()).doesNotContain("Referrers who ask");
        }
    }

    private static Object fenn(String facts) {
        return Api.with(
                Bodies.withoutAge(facts),
                "/children/0/name",
                "Fenn Alder",
                "/children/0/dateOfBirth",
                "2013-04-05",
                "/children/0/knownWorkers",
                List.of(Map.of("name", "Sam Worker")));
    }

    @Test
    void aStepPageShowsMatchesAndSuggestionsButPreselectsNoAnswer() {
        Object facts = fenn(Bodies.COACH);
        Api.ConcernClient before = Api.as("referrer").raise(facts);
        Api.as("referrer").raise(fenn(Bodies.groomingIn("TS10 9ZZ")));
        before.decide("officer.hartlepool", "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide("officer.hartlepool", "threshold-decision/1", Bodies.SECTION_17);
        time.pass(Duration.ofDays(1));
        Api.ConcernClient again = Api.as("referrer").raise(facts);
        again.decide("officer.hartlepool", "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        try (BrowserUser officer = BrowserUser.as("officer.hartlepool")) {
            officer.open("/concerns/%s/steps/threshold-decision/1".formatted(again.reference()));
            assertThat(officer.page().locator("#known").innerText())
                    .contains(before.reference())
                    .contains("Same name and date of birth")
                    .contains(
                            "Redcar and Cleveland MACH may know of the child. Their concern is not yours to see: ask them.")
                    .contains("Family Help: child in need (section 17): officer.hartlepool");
            assertThat(officer.page().locator(".tt-suggested").innerText())
                    .contains("nothing is chosen for you")
                    .contains("Referral to the LADO: A person of concern works or volunteers with children.")
                    .contains(
                            "Share with allocated social worker: A social worker is, or may be, allocated to the child")
                    .contains("Children Act 1989, section 47");
            assertThat(officer.page()
                            .locator("[name='children[0].outcomes']:checked")
                            .count())
                    .isZero();
            officer.look("step-threshold-known");
            officer.open("/concerns/%s/steps/police-report".formatted(again.reference()));
            assertThat(officer.page().locator(".tt-suggested").innerText())
                    .contains("An online sexual offence goes to the police even without present danger.")
                    .contains("Tees guidance on online child abuse");
            assertThat(officer.page().locator("main [type=radio]:checked").count())
                    .isZero();
            officer.look("step-police-why");
        }
    }

    @Test
    void theStatisticsFileContainsNoFormulas() {
        Api.as("referrer").raise(Bodies.GROOMING);
        String file = RestAssured.given()
                .auth()
                .preemptive()
                .basic("auditor", "demo")
                .get("/measures.csv")
                .asString();
        assertThat(file).startsWith("measure,name,number\r\n").contains("\"By source\",\"northfield-school\"");
        assertThat(OversightPages.cell("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(OversightPages.cell("-x \"y\"")).isEqualTo("\"'-x \"\"y\"\"\"");
        assertThat(OversightPages.cell("plain")).isEqualTo("\"plain\"");
    }

    @Test
    void theQueueAnnouncesNewStepsWithoutMovingRows() {
        try (BrowserUser officer = BrowserUser.as("officer.redcar")) {
            Page page = officer.page();
            page.clock().install();
            officer.open("/desk?tab=ALL");
            int before = page.locator("tbody tr").count();
            Api.as("referrer").raise(Bodies.bullyingIn("TS10 1AA"));
            page.clock().runFor(61_000);
            page.waitForSelector(".tt-news a");
            assertThat(page.locator("tbody tr").count()).isEqualTo(before);
            officer.look("queue-news").follow("Show what is new");
            assertThat(page.locator("tbody tr").count()).isGreaterThan(before);
        }
    }

    @Test
    void aUserIsWarnedBeforeTheSessionEndsAndLosesNoTypedText() {
        try (BrowserUser referrer = BrowserUser.as("referrer")) {
            Page page = referrer.page();
            page.clock().install();
            referrer.open("/raise");
            referrer.press("No one is in danger right now");
            String address = page.url() + "/consent";
            referrer.open(address);
            referrer.write("doneSoFar", "The mother was told.");
            Locator warning = page.locator(".tt-session");
            page.clock().runFor("24:59");
            assertThat(warning.isVisible()).isFalse();
            page.clock().runFor("00:02");
            assertThat(warning.innerText()).contains("signed out in 5 minutes");
            referrer.look("session-warning").press("Stay signed in");
            warning.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.clock().runFor("25:01");
            assertThat(warning.isVisible()).as("warned again").isTrue();

            page.context().clearCookies();
            referrer.press("Stay signed in");
            page.getByText("You are signed out already").waitFor();
            assertThat(referrer.field("doneSoFar").inputValue()).isEqualTo("The mother was told.");
            referrer.press("Save and continue");
            assertThat(referrer.main()).contains("NOT submitted").contains("The mother was told.");
            referrer.look("signed-out");
            Page another = page.context().newPage();
            another.navigate("/sign-in");
            another.fill("#j_username", "referrer");
            another.fill("#j_password", "demo");
            another.click("button:has-text('Sign in')");
            referrer.press("Send it again");
            assertThat(referrer.open(address)).isEqualTo(200);
            assertThat(referrer.field("doneSoFar").inputValue()).isEqualTo("The mother was told.");
        }
    }

    @Test
    void aPrintedConcernShowsTheWholeRecordWithoutControls() throws IOException {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        concern.decide("officer.hartlepool", "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        try (BrowserUser officer = BrowserUser.as("officer.hartlepool")) {
            Page page = officer.page();
            officer.open("/concerns/" + concern.reference());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String gone : List.of("nav", "form", "button", ".tt-actions", ".tt-demo", "summary")) {
                assertThat(page.locator(gone).all()).as(gone).noneMatch(Locator::isVisible);
            }
            assertThat(page.locator("svg.tt-picture").isVisible()).isTrue();
            byte[] pdf = page.pdf(new Page.PdfOptions()
                    .setFormat("A4")
                    .setPreferCSSPageSize(true)
                    .setPath(Path.of("target/screenshots/concern.pdf")));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains(concern.reference())
                        .contains("Call 999 now")
                        .contains("Threshold decision")
                        .as("folded on the screen")
                        .contains("He asked me to keep it secret")
                        .as("the timeline")
                        .contains("Entry 1")
                        .doesNotContain("Take the most urgent")
                        .doesNotContain("Something to add?")
                        .doesNotContain("How the deadline was counted")
                        .as("addresses of links")
                        .doesNotContain("/concerns/");
            }
        }
    }

    @Test
    void onlySharedAssetsAreCachedForeverAndCompressed() throws Exception {
        HttpResponse<String> page = fetch("/");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Encoding").orElse("identity"))
                .isEqualTo("identity");
        List<String> shared = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(shared).hasSize(3);
        for (String address : shared) {
            HttpResponse<String> file = fetch(address);
            assertThat(file.statusCode()).as(address).isEqualTo(200);
            assertThat(file.headers().allValues("Cache-Control"))
                    .containsExactly("public, max-age=31536000, immutable");
            assertThat(file.headers().firstValue("Content-Encoding"))
                    .as(address)
                    .contains("gzip");
        }
        assertThat(fetch("/assets/before/style.css").headers().firstValue("Cache-Control"))
                .as("a file with an old fingerprint")
                .contains("no-store");
        assertThat(fetch("/assets/before/else.css").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> fetch(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + address))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void pagesStayWithinTheirSizeLimitsAndReuseCachedAssets() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        try (BrowserUser manager = BrowserUser.as("manager.hartlepool")) {
            for (String address : List.of(
                    "/desk",
                    "/concerns/" + concern.reference(),
                    "/concerns/%s/steps/immediate-risk-check/1".formatted(concern.reference()),
                    "/oversight",
                    "/measures")) {
                manager.open(address);
                manager.page().waitForSelector("body.js-enabled");
                long own = weight(manager, "navigation", "", "encodedBodySize");
                long script = weight(manager, "resource", ".js", "decodedBodySize");
                System.out.printf(
                        "PAGE WEIGHT %s %d bytes; shared by all pages %d bytes compressed, of which script %d unpacked%n",
                        address.replace(concern.reference(), "…"),
                        own,
                        weight(manager, "resource", "/assets/", "encodedBodySize"),
                        script);
                assertThat(own).as(address).isLessThan(MAX_PAGE);
                assertThat(script).as(address).isBetween(1_000L, MAX_SCRIPT);
                assertThat(weight(manager, "resource", "/assets/", "transferSize"))
                        .as("loaded again by " + address)
                        .isZero();
            }
        }
    }

    private static long weight(BrowserUser person, String kind, String part, String size) {
        return ((Number) person.page()
                        .evaluate(
                                "([kind, part, size]) => performance.getEntriesByType(kind)"
                                        + ".filter(each => each.name.includes(part)).reduce((sum, each) => sum + each[size], 0)",
                                List.of(kind, part, size)))
                .longValue();
    }

    @Test
    void theMedianResponseTimeOfPagesIsBelow500Milliseconds() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        for (String address : List.of(
                "/desk",
                "/concerns/" + concern.reference(),
                "/concerns/" + concern.reference() + "/steps/immediate-risk-check/1")) {
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 21; i++) {
                long start = System.nanoTime();
                RestAssured.given()
                        .auth()
                        .preemptive()
                        .basic("officer.hartlepool", "demo")
                        .get(address)
                        .then()
                        .statusCode(200);
                times.add((System.nanoTime() - start) / 1_000_000);
            }
            long median = times.stream().sorted().toList().get(10);
            System.out.printf("PAGE %s MEDIAN %d ms%n", address.replace(concern.reference(), "…"), median);
            assertThat(median).as(address).isLessThan(500);
        }
    }
}
