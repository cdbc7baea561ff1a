package org.teestriage.testing.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** For each step a decision that leads to the close of a concern by the shortest path, valid at the current time. */
public final class Decisions {

    private Decisions() {}

    /** The decision for a step such as {@code threshold-decision/1}. */
    public static Object harmless(String place) {
        return switch (place.replaceFirst("/.*", "")) {
            case "immediate-risk-check" -> Bodies.NO_IMMEDIATE_DANGER;
            case "threshold-decision" -> Bodies.SECTION_17;
            case "hand-over" -> Bodies.HANDED_OVER;
            case "social-care-referral" -> now(Bodies.SENT, "/sent/at");
            case "police-report", "ceop-decision", "platform-decision" -> now(Bodies.REPORT_MADE, "/report/sent/at");
            case "acknowledgement" -> now(Bodies.ACKNOWLEDGED, "/at");
            case "referrer-feedback" -> now(Bodies.FEEDBACK, "/at");
            case "close" -> Bodies.CLOSE;
            default -> throw new AssertionError("no decision for " + place);
        };
    }

    /** Reads the police report of a concern and approves it unchanged. */
    public static void approvePoliceReport(Api.ConcernClient concern, String officer) {
        JsonNode line = Api.each(concern.seenBy(officer).get("letters"))
                .filter(each -> each.get("purpose").asText().equals("POLICE_REPORT"))
                .findFirst()
                .orElseThrow();
        JsonNode letter = concern.read(officer, "/letters/" + line.get("number").asInt());
        concern.decide(
                officer,
                "police-report",
                Map.of(
                        "report",
                        Map.of(
                                "kind",
                                "APPROVED",
                                "approval",
                                Map.of(
                                        "recipient", letter.get("recipient").asText(),
                                        "contentHash", letter.get("contentHash").asText()))));
    }

    private static Object now(String decision, String when) {
        return Api.with(
                decision, when, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
