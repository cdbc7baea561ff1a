package org.teestriage.web.pages.concern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** The pages of a concern show whether 999 was called, whether the hub is open, and which number to call. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class EmergencyPagesTest extends ConcernJourney {

    private static final String RING_NOW = "Call 999 now";
    private static final String CALLED =
            "999 was called by Pat Example on Tue 22 Sept 2026 09:50, police reference CVP-26-112233.";

    private static final Map<String, String> CONTACT = Map.of(
            "rung", "RANG_999",
            "by", "Pat Example",
            "at", "2026-09-22T08:50:00Z",
            "policeReference", "CVP-26-112233");

    private static ObjectNode dangerAndCalled() {
        return Api.with(Bodies.DANGER_NOW, "/policeContact", CONTACT);
    }

    private static String instruction(Api.ConcernClient concern) {
        return concern.seenBy(REFERRER).at("/instruction/say").asText();
    }

    private static String pageText(BrowserUser reader) {
        return reader.page().locator("body").innerText();
    }

    @Test
    void aCallMadeByTheReferrerReplacesTheInstructionToRing999() {
        Api.ConcernClient concern = raise(dangerAndCalled());

        JsonNode instruction = concern.seenBy(REFERRER).get("instruction");
        assertThat(instruction.get("say").asText())
                .startsWith(CALLED)
                .contains("Call 999 again if anything has changed");
        assertThat(instruction.at("/called/policeReference").asText()).isEqualTo("CVP-26-112233");
        try (BrowserUser referrer = BrowserUser.as(REFERRER);
                BrowserUser officer = BrowserUser.as(OFFICER)) {
            for (String address : List.of(
                    "/concerns/" + concern.reference(), "/concerns/%s/received".formatted(concern.reference()))) {
                referrer.open(address);
                assertThat(pageText(referrer)).as(address).contains(CALLED).doesNotContain(RING_NOW);
            }
            referrer.look("called-999-received");
            for (String step : concern.allOpenSteps(OFFICER)) {
                officer.open("/concerns/%s/steps/%s".formatted(concern.reference(), step));
                assertThat(pageText(officer)).as(step).contains(CALLED).doesNotContain(RING_NOW);
            }
            officer.open("/concerns/%s/steps/emergency-call".formatted(concern.reference()));
            officer.look("called-999-emergency-call");
            assertThat(officer.field("rungBy").inputValue()).isEqualTo("Pat Example");
            assertThat(officer.field("rungAt.time").inputValue()).isEqualTo("09:50");
            assertThat(officer.field("incidentNumber").inputValue()).isEqualTo("CVP-26-112233");
            assertThat(officer.main()).contains("That answers this step when you confirm it");
            officer.field("agreed").fill("A car is on its way.");
            officer.press("Confirm the call");
            assertThat(concern.openSteps(OFFICER)).doesNotContain("emergency-call");
            assertThat(concern.sentences(OFFICER, "DECIDED"))
                    .containsExactly("The referrer had called 999; the police answered.");
        }
    }

    @Test
    void theDutyTeamSeesTheRedStepsOfClosedHubsConfirmsTheReferrersCallAndHandsBack() {
        time.set(Instant.parse("2026-12-04T16:50:00Z"));
        Api.ConcernClient concern = raise(Bodies.DANGER_NOW);
        Api.ConcernClient elsewhere =
                raise(Api.with(Bodies.groomingIn("TS10 1AA"), "/urgency/selfHarmOrSuicide", "YES"));
        concern.tell(
                REFERRER,
                "calls",
                Api.with(Bodies.CALLED_DUTY_TEAM, "/rungAt", "2026-12-04T16:49:00Z", "/theirReference", "EDT-7"));
        try (BrowserUser team = BrowserUser.as("duty.team");
                BrowserUser officer = BrowserUser.as(OFFICER)) {
            team.open("/desk");
            team.look("duty-team-queue");
            assertThat(team.main())
                    .contains("Emergency call", "The Children's Hub (CHUB), closed until Mon 7 Dec 2026, 08:30")
                    .doesNotContain("Report to the police");
            assertThat(Api.as("duty.team").wholeQueue("?size=50").toString())
                    .contains(concern.reference(), elsewhere.reference());
            officer.open("/desk?tab=ALL");
            officer.look("hub-queue-at-night");
            officer.open("/concerns/" + concern.reference());
            assertThat(officer.main())
                    .contains("With the Emergency Duty Team while the hub is closed, until Mon 7 Dec 2026, 08:30.")
                    .contains("Waits for the hub to open, Mon 7 Dec 2026, 08:30.");

            team.open("/concerns/%s/steps/emergency-call".formatted(concern.reference()));
            team.look("duty-team-emergency-call");
            assertThat(team.main())
                    .contains("The Emergency Duty Team was called by Pat Example", "reference EDT-7")
                    .contains("That answers this step when you confirm it");
            team.press("Confirm the call");
            assertThat(concern.sentences(OFFICER, "DECIDED"))
                    .containsExactly("The referrer had called the Emergency Duty Team, which took it on.");
            team.open("/concerns/%s/steps/police-report".formatted(concern.reference()));
            assertThat(team.main()).contains("This step waits for the hub to open");

            concern.decide("duty.team", "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
            team.open("/concerns/%s/amendments/hand-back".formatted(concern.reference()));
            team.field("done").fill("The police saw the child at home. Left to do: a call to the school.");
            team.press("Hand back to the hub");
            assertThat(team.main()).contains(concern.reference() + " is handed back to the hub.");
            time.set(Instant.parse("2026-12-07T08:30:01Z"));
            bell.ring(concern.reference());
            officer.open("/concerns/%s/steps/hand-over".formatted(concern.reference()));
            officer.look("handover-in-the-morning");
            assertThat(officer.page().locator("[name=dutyTeamActed][value=YES]").isChecked())
                    .isTrue();
            assertThat(officer.main()).contains("Left to do: a call to the school.");
        }
    }

    @Test
    void theStepShowsWhoFoundFirstThatDangerIsOverUntilDangerIsToldAgain() {
        Api.ConcernClient concern = raise(Bodies.DANGER_NOW);
        concern.decide(OFFICER, "immediate-risk-check/1", """
                {"finding": "NO_IMMEDIATE_DANGER", "rationale": "At home with both parents; contact ended."}""");
        String address = "/concerns/%s/steps/immediate-risk-check/1".formatted(concern.reference());
        String waits = OFFICER + " found no immediate danger, Tue 22 Sept 2026";
        try (BrowserUser officer = BrowserUser.as("officer.stockton")) {
            officer.open(address);
            officer.look("stand-down-waits");
            assertThat(officer.main()).contains(waits, "It counts when another person finds the same.");
            time.set(Instant.parse("2026-09-22T09:10:00Z"));
            concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);
            officer.open(address);
            assertThat(officer.main()).doesNotContain(waits);
        }
    }

    @Test
    void newDangerAfterACallAsksFor999AgainUntilTheNextCallIsRecorded() {
        Api.ConcernClient concern = raise(dangerAndCalled());
        time.set(Instant.parse("2026-09-22T09:10:00Z"));
        concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);
        assertThat(instruction(concern)).startsWith(RING_NOW);

        concern.tell(
                OFFICER,
                "calls",
                Api.with(
                        Bodies.CALLED_DUTY_TEAM,
                        "/to",
                        "POLICE_999",
                        "/rungBy",
                        "Sam Officer",
                        "/theirReference",
                        "CVP-2"));
        assertThat(instruction(concern))
                .startsWith("999 was called by Sam Officer on Tue 22 Sept 2026 09:50, police reference CVP-2.");

        time.set(Instant.parse("2026-09-22T09:20:00Z"));
        concern.tell(REFERRER, "danger", Api.with(Bodies.DANGER_TOLD, "/policeContact", Map.of("rung", "RANG_999")));
        assertThat(instruction(concern)).startsWith("999 was called. Call 999 again");

        time.set(Instant.parse("2026-09-22T09:30:00Z"));
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.DOUBT);
        assertThat(instruction(concern))
                .as("an officer's finding is newer than every call")
                .startsWith(RING_NOW);
    }

    @Test
    void theInstructionToRing999StaysAfterACallTo101OrNoCall() {
        assertThat(instruction(raise(Api.with(Bodies.DANGER_NOW, "/policeContact", Map.of("rung", "RANG_101")))))
                .startsWith(RING_NOW);
        assertThat(instruction(raise(Bodies.DANGER_NOW))).startsWith(RING_NOW);
    }

    @Test
    void noTextForReferrersSuggestsThatTheHubCalls999() {
        Api.ConcernClient concern = raise(Bodies.DANGER_NOW);
        assertThat(concern.seenBy(REFERRER).get("sentence").asText())
                .endsWith("The hub has not decided anything yet.")
                .doesNotContain("Next", "mergency");
        assertThat(concern.seenBy(OFFICER).get("sentence").asText())
                .contains("Next: make sure that 999 was called, and record it, due");
        try (BrowserUser referrer = BrowserUser.as(REFERRER)) {
            referrer.open("/concerns/" + concern.reference());
            assertThat(referrer.main()).doesNotContain("mergency call");
        }
    }

    @Test
    void outsideHoursPagesShowWhenTheHubOpensAndWhetherTheDutyTeamWasCalled() {
        time.set(Instant.parse("2026-09-22T22:00:00Z"));
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        try (BrowserUser referrer = BrowserUser.as(REFERRER)) {
            referrer.open("/concerns/%s/received".formatted(concern.reference()));
            assertThat(referrer.main())
                    .contains("No one is at the hub until Wed 23 Sept 2026 08:30, and no one calls 999 or anyone else");
            assertThat(telephoneLinks(referrer)).contains("tel:01642524552", "tel:01429284284", "tel:999");
            referrer.look("nobody-at-the-hub");

            concern.tell(REFERRER, "calls", Api.with(Bodies.CALLED_DUTY_TEAM, "/rungAt", "2026-09-22T21:55:00Z"));
            referrer.open("/concerns/" + concern.reference());
            assertThat(referrer.main())
                    .contains(
                            "The Emergency Duty Team was called Tue 22 Sept 2026 22:55; call them again on 01642 524552")
                    .doesNotContain("record the call here");
            time.set(Instant.parse("2026-09-23T22:00:00Z"));
            referrer.open("/concerns/" + concern.reference());
            assertThat(referrer.main()).as("a night later").contains("record the call here");
        }
    }

    @Test
    void theTelephoneNumberOfTheHubIsALink() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(concern.seenBy(REFERRER).at("/hubs/0/phones/0/number").asText())
                .isEqualTo("01429 284284");
        try (BrowserUser referrer = BrowserUser.as(REFERRER)) {
            referrer.open("/concerns/" + concern.reference());
            assertThat(referrer.main()).contains("The Children's Hub (CHUB): 01429 284284");
            assertThat(telephoneLinks(referrer)).contains("tel:01429284284", "tel:01642130080", "tel:999");
        }
    }

    private static List<String> telephoneLinks(BrowserUser reader) {
        return reader.page().locator("a[href^='tel:']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }
}
