package org.teestriage.pages;

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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.Api;
import org.teestriage.testing.Bodies;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.MySqlResource;
import org.teestriage.testing.QuietHouse;
import org.teestriage.testing.Surfer;

/** Pages as people use them: with a keyboard alone, without script, with a hostile text in front of them, on a thin line. */
@QuarkusTest
@TestProfile(QuietHouse.class)
@QuarkusTestResource(MySqlResource.class)
class BrowsingTest {

    private static final String OFFICER = "officer.middlesbrough";
    private static final String HOSTILE =
            "</textarea></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>{inject:x}{#if}";
    private static final long MOST_SCRIPT = 150_000;

    @Inject
    MovableTime time;

    @BeforeEach
    void aTuesdayMorning() {
        time.set(MovableTime.A_TUESDAY_MORNING);
    }

    @Test
    void anImmediateRiskCheckIsDoneByKeyboardAlone() {
        Api.Told concern = Api.as("referrer").raise(Bodies.bullyingIn("TS5 1AA"));
        try (Surfer officer = Surfer.as(OFFICER)) {
            Page page = officer.page();
            tabTo(page, "Take the most urgent step");
            page.keyboard().press("Enter");
            page.waitForURL("**/steps/immediate-risk-check/1");
            assertThat(page.locator("h1").innerText()).isEqualTo("Immediate-risk check");

            tabTo(page, "Decide");
            page.keyboard().press("Enter");
            page.waitForSelector(".govuk-error-summary");
            assertThat(page.title()).startsWith("Error: ");
            assertThat(focused(page)).as("focus goes to what is wrong").contains("There is a problem");
            officer.look("step-mistakes");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat((String) page.evaluate("document.activeElement.id")).isEqualTo("finding");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("[name=finding][value=NO_IMMEDIATE_DANGER]").isChecked())
                    .isTrue();
            page.keyboard().press("Tab");
            page.keyboard().type("A quarrel among friends.");
            tabTo(page, "Decide");
            page.keyboard().press("Enter");
            page.waitForURL("**/concerns/" + concern.reference() + "?told=*");
            assertThat(officer.main()).contains("It is recorded.");
        }
    }

    private static void tabTo(Page page, String words) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            if (focused(page).strip().equals(words)) {
                return;
            }
        }
        throw new AssertionError("no way to " + words + " by keyboard");
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.innerText || ''");
    }

    @Test
    void withoutScriptAConcernIsRaisedReadAndDecided() {
        try (Surfer referrer = Surfer.withoutScript("referrer");
                Surfer officer = Surfer.withoutScript("officer.redcar")) {
            referrer.open("/raise");
            referrer.press("The police have been rung");
            referrer.choose("policeContact.rung", "RANG_999").write("policeContact.by", "Pat Example");
            referrer.look("plain-police").press("Save and continue").follow("Is the child safe now?");
            List.of("dangerNow", "selfHarmOrSuicide", "meetingArranged", "abuseLive", "childWithSuspect")
                    .forEach(question -> referrer.choose("urgency." + question, "NOT_KNOWN"));
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
    void hostileTextInEveryFieldIsTextOnEveryPage() {
        Api.Told concern = Api.as("referrer").raise(hostile());
        concern.tell("referrer", "information", Api.with(Bodies.MORE_KNOWN, "/account/0/text", HOSTILE));
        concern.decide(
                "officer.hartlepool",
                "immediate-risk-check/1",
                Api.with(Bodies.NO_IMMEDIATE_DANGER, "/rationale", HOSTILE));
        try (Surfer officer = Surfer.as("officer.hartlepool")) {
            for (String place : concern.openSteps("officer.hartlepool")) {
                harmless(officer, "/concerns/%s/steps/%s".formatted(concern.reference(), place));
            }
            harmless(officer, "/concerns/" + concern.reference());
            harmless(officer, "/concerns/" + concern.reference() + "?by=" + "%3Cscript%3E&kind=%22%3E&told=%3Cimg%3E");
            harmless(officer, "/desk?tab=ALL");
            officer.open("/concerns/%s/steps/police-report".formatted(concern.reference()));
            officer.choose("report.kind", "MADE")
                    .write("report.sent.to", HOSTILE)
                    .press("Decide");
            assertThat(officer.field("report.sent.to").inputValue()).isEqualTo(HOSTILE);
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

    private static void harmless(Surfer person, String address) {
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
    void aManagerSeesWhatPressesGivesItAwayAndAuditsWhatWasDone() {
        Api.Told concern = Api.as("referrer").raise(Bodies.GROOMING);
        Api.as("officer.stockton").get("/api/queue").then().statusCode(200);
        concern.decide("officer.hartlepool", "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        time.pass(Duration.ofDays(2));
        try (Surfer manager = Surfer.as("manager.hartlepool")) {
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
        try (Surfer auditor = Surfer.as("auditor")) {
            auditor.look("auditor-concerns").open("/concerns/" + concern.reference());
            auditor.look("auditor-concern");
            assertThat(auditor.open("/oversight")).isEqualTo(403);
            assertThat(auditor.open("/measures")).isEqualTo(200);
        }
        try (Surfer referrer = Surfer.as("referrer")) {
            referrer.open("/concerns/" + concern.reference());
            referrer.look("referrer-concern");
            assertThat(referrer.main()).contains("Being decided").doesNotContain("At home with both parents");
        }
    }

    @Test
    void theNumbersAreTakenAwayWithoutAFormulaInThem() {
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
    void theQueueTellsOfNewsAndMovesNothing() {
        try (Surfer officer = Surfer.as("officer.redcar")) {
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
    void whoeverWritesForLongIsWarnedMayStayAndLosesNothingInTheEnd() {
        try (Surfer referrer = Surfer.as("referrer")) {
            Page page = referrer.page();
            page.clock().install();
            referrer.open("/raise");
            referrer.press("Nobody is in danger right now");
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
    void aPrintedConcernIsTheWholeRecordAndNothingToClick() throws IOException {
        Api.Told concern = Api.as("referrer").raise(Bodies.GROOMING);
        concern.decide("officer.hartlepool", "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        try (Surfer officer = Surfer.as("officer.hartlepool")) {
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
                        .contains("Ring 999 now")
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
    void noPageShipsMoreScriptThanItMay() {
        try (Surfer manager = Surfer.as("manager.hartlepool")) {
            AtomicLong script = new AtomicLong();
            manager.page().onResponse(response -> {
                if (response.url().endsWith(".js")) {
                    script.addAndGet(response.body().length);
                }
            });
            manager.open("/desk");
            manager.page().waitForSelector("body.js-enabled");
            System.out.println("SCRIPT OF A PAGE " + script.get() + " bytes");
            assertThat(script.get()).isBetween(1_000L, MOST_SCRIPT);
        }
    }

    @Test
    void pagesAnswerFast() {
        Api.Told concern = Api.as("referrer").raise(Bodies.GROOMING);
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
