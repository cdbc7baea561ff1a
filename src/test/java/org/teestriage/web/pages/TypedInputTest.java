package org.teestriage.web.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.testing.LogCapture;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.MySqlResource;

/** What people type, through the API and the pages: both answer at the field, and a page shows all typed text again. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class TypedInputTest {

    private static final String OFFICER = "officer.hartlepool";
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");
    private static final String IMAGE = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg" + "Zq7Image".repeat(50) + "==";

    @Inject
    MovableTime time;

    private LogCapture log;

    @BeforeEach
    void aTuesdayMorning() {
        time.set(MovableTime.A_TUESDAY_MORNING);
        log = new LogCapture();
    }

    @AfterEach
    void noTextWasLogged() {
        log.close();
        time.set(MovableTime.A_TUESDAY_MORNING);
        assertThat(log.lines()).noneMatch(line -> line.contains("Zq7"));
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, "demo").redirects().follow(false);
    }

    private static Response post(String user, String address, Map<String, String> typed) {
        Matcher token = TOKEN.matcher(as(user).get("/raise").asString());
        assertThat(token.find()).isTrue();
        return as(user).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("_token", token.group(1))
                .formParams(typed)
                .post(address);
    }

    private static String draft() {
        return "/raise/"
                + post("referrer", "/raise", Map.of()).header("Location").replaceAll(".*/raise/", "");
    }

    private static void assertRefused(Response answer, String... shown) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains(shown);
    }

    private static void assertRefused(Object facts, String field, String sentence) {
        Response answer = Api.as("referrer").post("/api/concerns", facts);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly(field);
        assertThat(answer.jsonPath().getString("errors[0].message")).startsWith(sentence);
    }

    @ParameterizedTest
    @CsvSource({"'\u00a0'", "'\u200b'", "'\u3164'", "'\u2800'"})
    void textThatShowsNothingIsMissing(String blank) {
        assertRefused(Api.with(Bodies.GROOMING, "/account/0/text", blank), "account[0].text", "must not be blank");
        assertRefused(Api.with(Bodies.GROOMING, "/referrer/name", blank), "referrer.name", "must not be blank");
        assertRefused(
                post(
                        "referrer",
                        draft() + "/account",
                        Map.of("account[0].kind", "FACT", "account[0].text", blank, "account[0].saidBy", "Kit Typed")),
                "href=\"#account-0-text\"",
                "Write something here",
                "value=\"Kit Typed\"");
    }

    @Test
    void aReasonIsGivenInWords() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        Response answer = concern.tryToDecide(
                OFFICER, "immediate-risk-check/1", "{\"finding\": \"NO_IMMEDIATE_DANGER\", \"rationale\": \"ok\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly("rationale");
        assertRefused(
                post(
                        OFFICER,
                        "/concerns/%s/steps/immediate-risk-check/1".formatted(concern.reference()),
                        Map.of("finding", "NO_IMMEDIATE_DANGER", "rationale", "-", "childSeenBy", "Kit Typed")),
                "href=\"#rationale\"",
                "Enter why, so that another person can follow it later",
                "value=\"NO_IMMEDIATE_DANGER\" checked",
                "value=\"Kit Typed\"");
        assertThat(concern.openSteps(OFFICER)).contains("immediate-risk-check/1");
    }

    @Test
    void datesOfTheFutureAreRefused() {
        assertRefused(
                Api.with(Bodies.withoutAge(Bodies.GROOMING), "/children/0/dateOfBirth", "2062-01-01"),
                "children[0].dateOfBirth",
                "is in the future");
        assertRefused(
                post(
                        "referrer",
                        draft() + "/children/1",
                        Map.of(
                                "children[0].name", "Kit Typed",
                                "children[0].dateOfBirth.day", "1",
                                "children[0].dateOfBirth.month", "Jan",
                                "children[0].dateOfBirth.year", "2062")),
                "href=\"#children-0-dateOfBirth\"",
                "Is in the future: check the year",
                "value=\"Kit Typed\"",
                "value=\"Jan\"",
                "value=\"2062\"");
    }

    @ParameterizedTest
    @CsvSource({"danger", "information", "calls", "written-concern"})
    void everyWayIntoAConcernChecksDates(String way) {
        Api.ConcernClient concern =
                Api.as("referrer").raise(Bodies.telephoned(Bodies.GROOMING, "2026-09-22T08:30:00Z"));
        Map<String, String> bodies = Map.of(
                "danger",
                "{\"what\": \"He is on his way.\", \"policeContact\": {\"at\": \"2031-01-01T00:00:00Z\"}}",
                "information",
                "{\"account\": [{\"kind\": \"FACT\", \"text\": \"Seen.\", \"on\": \"2062-01-01\"}]}",
                "calls",
                "{\"to\": \"HUB\", \"rungBy\": \"Kit\", \"rungAt\": \"2031-01-01T00:00:00Z\", \"agreed\": \"They come.\"}",
                "written-concern",
                "{\"facts\": %s}".formatted(Api.with(Bodies.GROOMING, "/account/0/on", "2062-01-01")));
        Response answer =
                Api.as("referrer").post(concern.address() + "/" + way, Objects.requireNonNull(bodies.get(way)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].message")).startsWith("is in the future");
        assertThat(concern.seenBy(OFFICER).toString()).doesNotContain("2031", "2062");
    }

    @Test
    void anHourThatOccursTwiceIsAskedForAndStoredAsMeant() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        time.set(Instant.parse("2026-10-26T09:00:00Z"));
        String address = "/concerns/%s/amendments/call".formatted(concern.reference());
        Map<String, String> typed = Map.of(
                "to", "EMERGENCY_DUTY_TEAM",
                "rungBy", "Kit Typed",
                "rungAt.day", "25th",
                "rungAt.month", "Oct",
                "rungAt.year", "2026",
                "rungAt.time", "1.30am",
                "agreed", "They ring back.");
        assertRefused(
                post("referrer", address, typed),
                "href=\"#rungAt\"",
                "01:30 came twice",
                "value=\"1.30am\"",
                "value=\"Kit Typed\"");
        Map<String, String> meant = new HashMap<>(typed);
        meant.put("rungAt.time", "1:30 GMT");
        assertThat(post("referrer", address, meant).statusCode()).isEqualTo(303);
        assertThat(concern.seenBy(OFFICER).at("/added/0/content/rungAt").asText())
                .isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void namedMonthsTimesOfDayAndAnAgeAloneAreAccepted() {
        String draft = draft();
        assertThat(post(
                                "referrer",
                                draft + "/police",
                                Map.of(
                                        "policeContact.rung", "RANG_101",
                                        "policeContact.at.day", "21st",
                                        "policeContact.at.month", "Sept",
                                        "policeContact.at.year", "2026",
                                        "policeContact.at.time", "9pm"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(post("referrer", draft + "/children/1", Map.of("children[0].estimatedAge", "13"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void postcodesTelephoneNumbersAndEmailAddressesAreRefusedWithAnExample() {
        assertRefused(
                Api.with(Bodies.GROOMING, "/children/0/address/postcode", "hello"),
                "children[0].address.postcode",
                "must be a postcode such as TS24 7ZZ");
        assertRefused(
                Api.with(Bodies.GROOMING, "/referrer/phone", "abc"),
                "referrer.phone",
                "must be a telephone number such as 01632 960001");
        assertRefused(
                Api.with(Bodies.GROOMING, "/suspects/0/identities/0/email", "nomail"),
                "suspects[0].identities[0].email",
                "must be an e-mail address such as pat@school.example");
        assertRefused(
                post(
                        "referrer",
                        draft() + "/you",
                        Map.of("referrer.name", "Kit Typed", "referrer.email", "nomail", "referrer.phone", "abc")),
                "Must be an e-mail address such as pat@school.example",
                "Must be a telephone number such as 01632 960001",
                "value=\"Kit Typed\"",
                "value=\"nomail\"",
                "value=\"abc\"");
    }

    @Test
    void aPostcodeIsRoutedWhateverItsSpaces() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.groomingIn("\u200bTS10\u202f1\u2009AA\u00a0"));
        assertThat(concern.openSteps("officer.redcar")).contains("immediate-risk-check/1");
    }

    @Test
    void anImageAsTextIsRefusedAndNotKept() {
        assertRefused(
                Api.with(Bodies.GROOMING, "/account/0/text", "He sent " + IMAGE),
                "account[0].text",
                "holds an image or another file as text");
        String draft = draft();
        Response answer = post(
                "referrer",
                draft + "/account",
                Map.of(
                        "account[0].kind",
                        "FACT",
                        "account[0].text",
                        "He sent " + IMAGE,
                        "account[0].saidBy",
                        "Kit Typed"));
        assertRefused(
                answer,
                "NOT submitted. What happened 1, text",
                "leave it where it is, tell the police or CEOP",
                "He sent [image left out]",
                "Kit Typed");
        assertThat(answer.asString()).doesNotContain("Zq7");
        assertThat(as("referrer").get(draft + "/account").asString()).doesNotContain("Zq7", "He sent");
    }

    @Test
    void anImageThatIsLargerThanAnyTextIsRefusedWithTheSameSentence() {
        assertRefused(
                Api.with(Bodies.GROOMING, "/doneSoFar", IMAGE + "Zq7A".repeat(100_000)),
                "doneSoFar",
                "holds an image or another file as text");
    }

    @Test
    void aFormWithoutAValidTokenShowsNoImageAgain() {
        Response answer = as("referrer")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("_token", "expired", "doneSoFar", "He sent " + IMAGE))
                .post("/raise/x/consent");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.asString()).contains("He sent [image left out]").doesNotContain("Zq7");
    }

    @Test
    void aReferenceIsReadAsProgramsWriteItAndAnsweredInItsOwnForm() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        for (String typed : List.of(
                concern.reference().replace('-', '\u2013'),
                concern.reference().replace('-', '\u2011'),
                concern.reference().replace('-', '\u00a0') + ".",
                concern.reference().replace("-", "\u2009") + ",")) {
            Response answer = as(OFFICER).get("/api/concerns/{reference}", typed);
            assertThat(answer.statusCode()).as(typed).isEqualTo(200);
            assertThat(answer.jsonPath().getString("reference")).isEqualTo(concern.reference());
            assertThat(as(OFFICER).get("/concerns/{reference}", typed).asString())
                    .contains(concern.reference());
            assertThat(Api.as("manager.hartlepool")
                            .post(
                                    concern.address() + "/duplicate",
                                    Map.of("duplicateOf", typed, "rationale", "The same message."))
                            .statusCode())
                    .as("the concern itself")
                    .isEqualTo(409);
        }
    }
}
