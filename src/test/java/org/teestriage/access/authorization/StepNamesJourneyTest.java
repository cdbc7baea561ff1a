package org.teestriage.access.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Api.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.decision.Step;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.client.ResponseText;
import org.teestriage.testing.server.MySqlResource;

/**
 * No answer tells a referrer the name of a step of the hub: the referrer's agency is often where the suspect works, and
 * "Next: referral to the LADO" would warn the suspect.
 */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class StepNamesJourneyTest extends ConcernJourney {

    /** Raises the concern. The account referrer3 is the safeguarding lead of the same agency. */
    private static final String RAISER = "referrer2";

    private final List<String> faults = new ArrayList<>();

    /**
     * Words for steps of the hub. The referrer writes the written concern and further information, is sent the
     * acknowledgement, and reads that a concern was closed.
     */
    private static List<String> stepNames() {
        return Stream.concat(
                        Arrays.stream(Step.values())
                                .filter(step -> switch (step) {
                                    case WRITTEN_CONCERN, INFORMATION_REVIEW, ACKNOWLEDGEMENT, CLOSE -> false;
                                    default -> true;
                                })
                                .flatMap(step -> Stream.of(step.title(), step.id())),
                        Stream.of("LADO", "information-review"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private void look(String user, String what, Response answer, List<String> known) {
        String text = ResponseText.words(answer).toLowerCase(Locale.ROOT);
        if (answer.statusCode() >= 500) {
            faults.add("%s %s: %d".formatted(user, what, answer.statusCode()));
        }
        stepNames().stream()
                .filter(word -> text.contains(word) && known.stream().noneMatch(said -> said.contains(word)))
                .forEach(word -> faults.add("%s reads \"%s\" at %s".formatted(user, word, what)));
    }

    /** The address of a request can name a step; its answer may repeat the address, and no more. */
    private void readEverything(String user, Api.ConcernClient concern) {
        for (String address : ReadableAddresses.of(concern.reference(), List.of())) {
            look(user, address, Api.as(user).get(address), List.of(address));
        }
        look(user, "the API's list", Api.as(user).get("/api/concerns"), List.of());
    }

    private void tryEverything(String user, Api.ConcernClient concern) {
        JsonNode paths = Json.read(RestAssured.get("/openapi?format=json").asString(), JsonNode.class)
                .get("paths");
        paths.properties().forEach(path -> {
            JsonNode operation = path.getValue().path("post");
            if (!operation.isMissingNode() && path.getKey().startsWith("/api/concerns/{reference}/")) {
                JsonNode examples = operation.at("/requestBody/content/application~1json/examples");
                String body = examples.isEmpty()
                        ? "{}"
                        : examples.elements().next().get("value").toString();
                for (Step step : Step.values()) {
                    String address = path.getKey()
                            .replace("{reference}", concern.reference())
                            .replace("{step}", step.id())
                            .replace("{item}", "1")
                            .replace("{number}", "1");
                    look(user, "POST " + address, Api.as(user).post(address, body), List.of(address));
                    if (!path.getKey().contains("{step}")) {
                        break;
                    }
                }
            }
        });
    }

    @Test
    void noAnswerTellsAReferrerTheNameOfAStep() {
        Api.ConcernClient concern = Api.as(RAISER)
                .raise(with(
                        Bodies.GROOMING,
                        "/suspects/0/worksWithChildren",
                        "YES",
                        "/suspects/0/workplace",
                        Map.of("name", "Made Up Swimming Club"),
                        "/call",
                        Map.of("takenBy", "Sam Officer", "at", time.instant().minusSeconds(60))));
        assertThat(concern.allOpenSteps(OFFICER)).contains("written-concern");
        readEverything(RAISER, concern);

        concern.decide(
                        RAISER,
                        "written-concern",
                        Bodies.inWriting(with(
                                Bodies.GROOMING,
                                "/suspects/0/worksWithChildren",
                                "YES",
                                "/suspects/0/workplace",
                                Map.of("name", "Made Up Swimming Club"))))
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(
                        OFFICER,
                        "threshold-decision/1",
                        with(Bodies.SECTION_47, "/children/0/outcomes", List.of("SECTION_47", "LADO")));
        concern.tell(OFFICER, "information", Bodies.MORE_KNOWN);
        assertThat(concern.allOpenSteps(OFFICER))
                .contains("lado-referral/1", "police-report", "strategy-discussion/1", "information-review/1");
        readEverything(RAISER, concern);
        readEverything("referrer3", concern);
        tryEverything(RAISER, concern);
        tryEverything("referrer3", concern);

        assertThat(faults).isEmpty();
    }
}
