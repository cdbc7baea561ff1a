package org.teestriage.web.pages.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.browser.BrowserUser;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.LetterJourney;
import org.teestriage.testing.server.HttpStub;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.PartnerWorld;

/** Officers read, approve, deliver and chase letters by pages alone. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
@WithTestResource(PartnerWorld.class)
class LetterPagesTest extends LetterJourney {

    private static String step(Api.ConcernClient concern, String step) {
        return "/concerns/%s/steps/%s".formatted(concern.reference(), step);
    }

    @Test
    void aLetterIsReadWithItsEnclosuresApprovedAndShownAsReceived() throws IOException {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        JsonNode letter = police(concern);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(step(concern, "police-report"));
            officer.look("letter-to-approve");
            assertThat(officer.main())
                    .contains("To Cleveland Police", "Not sent or approved yet", "From here to their system")
                    .contains("Claims to be: Alex, 14")
                    .contains(letter.get("contentHash").asText().substring(0, 8))
                    .doesNotContain(letter.get("contentHash").asText());
            Download download = officer.page()
                    .waitForDownload(
                            () -> officer.page().getByText("report.json").click());
            assertThat(Files.readString(download.path(), StandardCharsets.UTF_8))
                    .contains("alex_plays_99");

            officer.choose("report.kind", "APPROVED").press("Decide");
            assertThat(officer.main()).contains("Confirm the letter and its recipient");
            assertThat(stateOf(police(concern))).isEqualTo("PREPARED");
            officer.choose("report.approval.recipient", "Cleveland Police").press("Decide");
            assertThat(officer.main()).contains("It is recorded.", "Approved; waiting to go");

            round();
            officer.open("/concerns/" + concern.reference());
            officer.follow("Cleveland Police").look("letter-received");
            assertThat(officer.main())
                    .contains(
                            "Received", "P-" + police(concern).get("dispatchId").asText(), "approved by " + OFFICER);
        }
    }

    @Test
    void aLetterIsDeliveredByAPersonWithoutScriptAndItsTextCanBeCopied() {
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS19 1AA"));
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);
        Api.as("operator")
                .post("/api/dispatches/partners/social-care-4/channel", """
                        {"channel": "PERSON", "reason": "Their system is closed today."}""")
                .then()
                .statusCode(200);
        try (BrowserUser officer = BrowserUser.withoutScript(OFFICER)) {
            officer.open(step(concern, "social-care-referral/1"));
            assertThat(officer.main())
                    .contains("Send it yourself", "Referral to children's social care", "referral.pdf")
                    .doesNotContain("approve it for sending from here");
            assertThat(officer.page().getByText("Copy the words").isVisible()).isFalse();
            assertThat(officer.field("sent.to").inputValue()).isEqualTo("Children's social care of Stockton-on-Tees");
            officer.choose("sent.how", "TELEPHONE")
                    .write("sent.theirReference", "STK-7")
                    .press("Decide");
            assertThat(officer.main()).contains("It is recorded.", "STK-7");
        }
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open("/concerns/%s/letters/%d"
                    .formatted(
                            concern.reference(),
                            preview(concern, OFFICER, "SOCIAL_CARE_REFERRAL", "1")
                                    .get("number")
                                    .asInt()));
            officer.press("Copy the words");
            assertThat(officer.page().evaluate("getSelection().toString()"))
                    .asString()
                    .startsWith("Referral to children's social care");
        }
        Api.as("operator")
                .post("/api/dispatches/partners/social-care-4/channel", """
                        {"channel": "HTTPS", "reason": "The hub is open again."}""")
                .then()
                .statusCode(200);
    }

    @Test
    void aRewrittenLetterShowsBeforeItsApprovalWhatChanged() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(
                OFFICER,
                "amendments",
                "{\"saidBy\": \"Robin\", \"why\": \"Read the messages.\", \"kinds\": [{\"operation\": \"ADD\","
                        + " \"kind\": \"COERCED_SELF_HARM\"}]}");
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(step(concern, "police-report"));
            officer.look("letter-rewritten");
            assertThat(officer.main())
                    .contains("2, written from revision 2 of the facts")
                    .contains("What changed since edition 1, which was not sent")
                    .contains("Removed Kinds: grooming", "Added Kinds: grooming, coerced self harm");
        }
    }

    @Test
    void aLetterThatChangedSinceItWasReadIsNotApprovedAndBothVersionsAreShown() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(step(concern, "social-care-referral/1"));
            officer.choose("approval.recipient", "Children's social care of Hartlepool");

            concern.tell(
                    MANAGER,
                    "amendments",
                    "{\"saidBy\": \"Robin\", \"statements\": [{\"operation\": \"ADD\","
                            + " \"statement\": {\"kind\": \"FACT\", \"text\": \"They meet at the pier.\"}}]}");

            officer.press("Decide");
            assertThat(officer.main())
                    .contains("NOT submitted: this came in since you opened the page")
                    .contains("The letter as it stands now", "The letter that you read")
                    .contains("They meet at the pier.");
            officer.look("letter-changed");
            assertThat(officer.page()
                            .locator("[name='approval.recipient'][type=radio]")
                            .isChecked())
                    .as("no approval is preselected for the new letter")
                    .isFalse();
            officer.choose("approval.recipient", "Children's social care of Hartlepool")
                    .press("Decide");
            assertThat(officer.main()).contains("It is recorded.");
        }
        round();
        assertThat(PartnerWorld.http().arrivals("/social-care-1"))
                .filteredOn(arrival -> arrival.body().contains(concern.reference()))
                .singleElement()
                .satisfies(arrival -> assertThat(arrival.body()).contains("They meet at the pier."));
    }

    @Test
    void theChasePageOfAStuckLetterShowsItsTextAndItsAttempts() {
        PartnerWorld.http().next("/police", HttpStub.status(422, "", ""));
        Api.ConcernClient concern = reportApproved();
        round();
        int number = police(concern).get("number").asInt();
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(step(concern, "letter-chase/" + number));
            officer.look("step-letter-chase");
            assertThat(officer.main()).contains("Sent back", "How it went", "Claims to be: Alex, 14");
            officer.choose("remedy", "RECEIVED")
                    .choose("sent.how", "TELEPHONE")
                    .write("sent.theirReference", "CLV-9")
                    .write("rationale", "Read out to the control room.")
                    .press("Decide");
            assertThat(officer.main()).contains("It is recorded.", "CLV-9");
        }
    }
}
