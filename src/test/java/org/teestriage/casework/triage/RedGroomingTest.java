package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.LetterJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.PartnerWorld;

/** One red concern from receipt to closing, with letters delivered over real HTTP and SMTP connections. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
@WithTestResource(PartnerWorld.class)
class RedGroomingTest extends LetterJourney {

    private static final Path LETTERS = Path.of("target/letters");

    @Test
    void groomingWithAMeetingArrangedReachesPoliceSocialCareCeopAndThePlatform() throws IOException {
        Api.ConcernClient concern = raise(Api.with(
                Bodies.GROOMING,
                "/urgency/meetingArranged",
                "YES",
                "/suspects/0/identities/0/profileUrl",
                "https://block-quest.example/u/alex_plays_99",
                "/images",
                java.util.Map.of(
                        "exist",
                        "YES",
                        "heldWhere",
                        "on the child's telephone, switched off in the school safe",
                        "heldBy",
                        "the school"),
                "/devices",
                List.of(java.util.Map.of(
                        "description",
                        "blue telephone",
                        "heldBy",
                        "the school",
                        "where",
                        "its safe",
                        "secured",
                        "YES"))));
        assertThat(concern.seenBy(REFERRER).at("/instruction/say").asText()).contains("999");
        assertThat(concern.seenBy(OFFICER).get("priority").asText()).isEqualTo("RED");
        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999)
                .decide(OFFICER, "acknowledgement", Bodies.ACKNOWLEDGED)
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        approve(concern, OFFICER, "police-report", "POLICE_REPORT", "");
        concern.decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47);
        approve(concern, OFFICER, "social-care-referral/1", "SOCIAL_CARE_REFERRAL", "1");
        concern.decide(OFFICER, "strategy-discussion/1", Bodies.STRATEGY_DISCUSSION);
        approve(concern, OFFICER, "ceop-decision", "CEOP_REPORT", "");
        approve(concern, OFFICER, "platform-decision/1", "PLATFORM_REPORT", "1");

        round();

        for (String partner : List.of("/police", "/social-care-1")) {
            assertThat(PartnerWorld.http().arrivals(partner))
                    .as(partner)
                    .filteredOn(arrival -> arrival.body().contains(concern.reference()))
                    .hasSize(1);
        }
        assertThat(police(concern).get("text").asText())
                .contains("A meeting is arranged: yes")
                .contains("Device: blue telephone, held by the school, its safe");
        assertThat(PartnerWorld.http().arrivals("/blockquest")).singleElement().satisfies(arrival -> assertThat(
                        arrival.body())
                .contains("\"csem\"", "alex_plays_99")
                .doesNotContain("Robin", "TS24"));
        JsonNode ceop = preview(concern, OFFICER, "CEOP_REPORT", "");
        assertThat(PartnerWorld.mail().getReceivedMessages())
                .as("mail that is not marked secure says only that a referral is waiting")
                .anySatisfy(mail -> {
                    assertThat(mail.getMessageID())
                            .contains(ceop.get("dispatchId").asText());
                    assertThat(mail.getContent().toString())
                            .contains("A referral is waiting")
                            .doesNotContain("Robin", "alex_plays_99");
                });
        // CEOP sends no automatic receipt: when it is late, a person telephones and records the reference.
        roundAfter(Duration.ofHours(24));
        String chase = "letter-chase/" + ceop.get("number").asInt();
        assertThat(concern.openSteps(OFFICER)).contains(chase);
        concern.decide(OFFICER, chase, """
                {"remedy": "RECEIVED", "rationale": "They opened it this morning.",
                 "sent": {"how": "TELEPHONE", "at": "2026-09-22T09:00:00Z", "to": "Desk", "theirReference": "CEOP-5"}}""");
        for (String purpose : List.of("POLICE_REPORT", "SOCIAL_CARE_REFERRAL", "PLATFORM_REPORT", "CEOP_REPORT")) {
            JsonNode letter =
                    preview(concern, OFFICER, purpose, purpose.startsWith("S") || purpose.startsWith("PL") ? "1" : "");
            writeForInspection(concern, letter);
            assertThat(stateOf(letter)).as(purpose).isEqualTo("ACKNOWLEDGED");
        }
        closed(concern.decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK));

        concern.timeline("auditor")
                .forEach(entry -> System.out.printf(
                        "TIMELINE %s %-12s %-20s %s%n",
                        entry.get("at").asText(),
                        entry.get("kind").asText(),
                        entry.get("by").asText(),
                        entry.get("sentence").asText()));
        assertThat(concern.sentences("auditor", "RECEIPT"))
                .contains(
                        "A receipt came at once from the police.",
                        "A receipt came at once from children's social care.",
                        "A receipt came at once from the platform.");
        assertThat(concern.read("auditor", "/verification").get("whole").asBoolean())
                .isTrue();
    }

    /** Writes the letter and its enclosures below target/letters, for inspection by people. */
    private static void writeForInspection(Api.ConcernClient concern, JsonNode letter) throws IOException {
        Files.createDirectories(LETTERS);
        String name = letter.get("purpose").asText().toLowerCase(java.util.Locale.ROOT);
        Files.writeString(LETTERS.resolve(name + ".txt"), letter.get("text").asText(), StandardCharsets.UTF_8);
        for (JsonNode each : letter.get("enclosures")) {
            String enclosure = each.get("name").asText();
            Files.write(
                    LETTERS.resolve(name + "-" + enclosure),
                    Api.as(OFFICER)
                            .get(concern.address() + "/letters/"
                                    + letter.get("number").asInt() + "/enclosures/" + enclosure)
                            .asByteArray());
        }
    }
}
