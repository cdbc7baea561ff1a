package org.teestriage.web.pages;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.LogCapture;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.Race;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.RealMySql;
import org.teestriage.testing.server.TestDatabase;

/** Forms from careless, interrupted and hostile browsers. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class FormsTest {

    private static final String OFFICER = "officer.hartlepool";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

    @Inject
    MovableTime time;

    @Inject
    DataSource database;

    @BeforeEach
    void aTuesdayMorning() {
        time.set(MovableTime.A_TUESDAY_MORNING);
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, "demo").redirects().follow(false);
    }

    private static String token(String user) {
        Matcher token = TOKEN.matcher(as(user).get("/raise").asString());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static RequestSpecification form(String user) {
        return as(user).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("_token", token(user));
    }

    private static String draft(String user) {
        Response begun = form(user).post("/raise");
        assertThat(begun.statusCode()).isEqualTo(303);
        return begun.header("Location").replaceAll(".*/raise/", "");
    }

    @Test
    void noPathAcceptsAFormWithoutAToken() throws IOException {
        List<String> addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(8);
        for (String address : addresses) {
            Response refused =
                    as(OFFICER).contentType("application/x-www-form-urlencoded").post(address);
            assertThat(refused.statusCode()).as(address).isEqualTo(403);
            assertThat(refused.asString()).as(address).contains("999");
            assertThat(given().contentType("application/x-www-form-urlencoded")
                            .post(address)
                            .statusCode())
                    .as(address)
                    .isEqualTo(401);
        }
    }

    /** The paths of all pages that accept a form, with a value for each parameter. */
    private static List<String> addresses() throws IOException {
        try (Stream<java.nio.file.Path> classes = Files.walk(Paths.get("target/classes/org/teestriage/web/pages"))) {
            return classes.map(
                            file -> Paths.get("target/classes").relativize(file).toString())
                    .filter(name -> name.endsWith("Pages.class"))
                    .map(name -> named(name.replace(".class", "").replace('/', '.')))
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(POST.class))
                            .map(method -> address(type, method)))
                    .toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Thread.currentThread().getContextClassLoader().loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(Class<?> type, Method method) {
        Path below = method.getAnnotation(Path.class);
        return (type.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value()))
                .replace("{reference}", "K7Q2-9FXM-F")
                .replace("{step}", "close")
                .replaceAll("\\{[a-z]+: [^/]*}", "1")
                .replaceAll("\\{[a-z]+}", "x")
                .replace("//", "/");
    }

    @Test
    void aFormTokenIsBoundToOneUserAndToThisOrigin() {
        String mine = token(OFFICER);
        assertThat(send(OFFICER, mine, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(303);
        assertThat(send(OFFICER, mine, "Origin", "null").statusCode()).isEqualTo(303);
        assertThat(send("referrer", mine, "X-None", "").statusCode()).isEqualTo(403);
        assertThat(send(OFFICER, mine.replaceAll(".$", "") + "_", "X-None", "").statusCode())
                .isEqualTo(403);
        assertThat(send(OFFICER, mine, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(send(OFFICER, mine, "Sec-Fetch-Site", "same-site").statusCode())
                .isEqualTo(403);
        assertThat(send(OFFICER, mine, "Origin", "https://elsewhere.example").statusCode())
                .isEqualTo(403);
    }

    private static Response send(String user, String token, String header, String value) {
        return as(user).contentType("application/x-www-form-urlencoded")
                .header(header, value)
                .formParam("_token", token)
                .post("/raise");
    }

    @Test
    void errorsOfPagesAreHtmlAndErrorsOfTheApiAreProblems() {
        for (String address : List.of(
                "/concerns/K7Q2-9FXM-F",
                "/concerns/Zq7canary",
                "/Zq7canary",
                "/META-INF/MANIFEST.MF",
                "/raise/Zq7canary")) {
            Response answer = as(OFFICER).get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(404);
            assertThat(answer.contentType()).as(address).startsWith("text/html");
            assertThat(answer.asString())
                    .as(address)
                    .contains("<h1")
                    .contains("999")
                    .doesNotContain("Zq7canary");
        }
        assertThat(as("operator").get("/desk").statusCode()).isEqualTo(403);
        assertThat(as("operator").get("/desk").contentType()).startsWith("text/html");
        assertThat(as(OFFICER).get("/api/nothing").contentType()).startsWith("application/problem+json");
    }

    @Test
    void onlyItsOwnerCanOpenADraft() {
        String draft = draft("referrer");
        assertThat(as("referrer").get("/raise/" + draft).statusCode()).isEqualTo(200);
        for (String other : List.of("referrer2", OFFICER, "manager.hartlepool")) {
            assertThat(as(other).get("/raise/" + draft).statusCode()).as(other).isEqualTo(404);
            assertThat(form(other).post("/raise/" + draft + "/you").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(as(other).get("/raise").asString()).doesNotContain(draft);
        }
        form("referrer2").post("/raise/" + draft + "/delete");
        assertThat(as("referrer").get("/raise/" + draft).statusCode()).isEqualTo(200);
    }

    @Test
    void anExpiredDraftIsDeleted() throws SQLException {
        String draft = draft("referrer");
        time.pass(Duration.ofDays(2));
        form("referrer").formParam("referrer.name", "Pat Example").post("/raise/" + draft + "/you");
        time.pass(Duration.ofDays(2));
        assertThat(as("referrer").get("/raise/" + draft + "/you").asString()).contains("Pat Example");
        time.pass(Duration.ofDays(3));
        assertThat(as("referrer").get("/raise/" + draft).statusCode()).isEqualTo(404);
        assertThat(storedDrafts(draft)).isZero();
    }

    @Test
    void anInvalidDraftIsKeptAsTyped() {
        String draft = draft("referrer");
        Response wrong = form("referrer")
                .formParam("children[0].name", " Robin  Sample")
                .formParam("children[0].dateOfBirth.day", "31")
                .formParam("children[0].dateOfBirth.month", "2")
                .formParam("children[0].dateOfBirth.year", "2013")
                .formParam("children[0].estimatedAge", "thirteen")
                .post("/raise/" + draft + "/children/1");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString())
                .contains("There is a problem")
                .contains("href=\"#children-0-dateOfBirth\"")
                .contains("Write a real date")
                .contains("Write a whole number");
        assertThat(as("referrer").get("/raise/" + draft + "/children/1").asString())
                .contains("value=\" Robin  Sample\"")
                .contains("value=\"31\"")
                .contains("value=\"thirteen\"");
    }

    @Test
    void sendingADraftDeletesItAndSendingItTwiceStoresOneConcern() throws SQLException {
        String draft = draft("referrer");
        form("referrer")
                .formParam("urgency.dangerNow", "NO")
                .formParam("urgency.selfHarmOrSuicide", "NOT_KNOWN")
                .formParam("urgency.meetingArranged", "NO")
                .formParam("urgency.abuseLive", "NO")
                .formParam("urgency.childWithSuspect", "NO")
                .post("/raise/" + draft + "/safety");
        form("referrer")
                .formParam("referrer.name", "Pat Example")
                .formParam("referrer.phone", "01632 960001")
                .post("/raise/" + draft + "/you");
        form("referrer")
                .formParam("children[0].name", "Robin Sample")
                .formParam("children[0].address.postcode", "TS24 7ZZ")
                .post("/raise/" + draft + "/children/1");
        Response early = sent(draft);
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(early.asString()).contains("NOT submitted").contains("What happened");

        form("referrer")
                .formParam("account[0].kind", "FACT")
                .formParam("account[0].text", "A first line.\r\nA second.")
                .post("/raise/" + draft + "/account");
        Response sent = sent(draft);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(storedDrafts(draft)).isZero();
        String reference = sent.header("Location").replaceAll(".*/concerns/|/received", "");
        assertThat(new Api.ConcernClient(reference)
                        .seenBy(OFFICER)
                        .at("/facts/account/0/text")
                        .asText())
                .isEqualTo("A first line.\nA second.");
        Response twice = form("referrer").post("/raise/" + draft + "/send");
        assertThat(twice.header("Location"))
                .as("the second submission redirects like the first")
                .isEqualTo(sent.header("Location"));
        assertThat(form("referrer2").post("/raise/" + draft + "/send").statusCode())
                .isEqualTo(404);
    }

    /** Sends a draft as its check page shows it now. */
    private static Response sent(String draft) {
        return form("referrer").formParam("_version", version(draft + "/check")).post("/raise/" + draft + "/send");
    }

    private static String version(String page) {
        Matcher version = Pattern.compile("name=\"_version\" value=\"([0-9]+)\"")
                .matcher(as("referrer").get("/raise/" + page).asString());
        return version.find() ? version.group(1) : "0";
    }

    @Test
    void ofTwoWindowsThatSaveTheSamePageTheLaterShowsBothTexts() {
        String draft = draft("referrer");
        String address = "/raise/" + draft + "/account";
        String seen = version(draft + "/account");
        form("referrer")
                .formParam("_version", seen)
                .formParam("account[0].kind", "FACT")
                .formParam("account[0].text", "Typed in the first window.")
                .post(address);
        RequestSpecification second = form("referrer")
                .formParam("_version", seen)
                .formParam("account[0].kind", "FACT")
                .formParam("account[0].text", "Typed in the second window.");

        Response late = second.post(address);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.asString())
                .contains("NOT saved", "Typed in the first window.", ">\nTyped in the second window.</textarea>");
        assertThat(as("referrer").get(address).asString()).contains(">\nTyped in the first window.</textarea>");
        form("referrer")
                .formParam("_version", seen)
                .formParam("doneSoFar", "Rang the school.")
                .post("/raise/" + draft + "/consent")
                .then()
                .statusCode(303);

        Matcher now = Pattern.compile("name=\"_version\" value=\"([0-9]+)\"").matcher(late.asString());
        assertThat(now.find()).isTrue();
        form("referrer")
                .formParam("_version", now.group(1))
                .formParam("account[0].kind", "FACT")
                .formParam("account[0].text", "Typed in the second window.")
                .post(address);
        assertThat(as("referrer").get(address).asString()).contains(">\nTyped in the second window.</textarea>");
    }

    private static RequestSpecification child(String seen, int number, String name) {
        return form("referrer")
                .formParam("_version", seen)
                .formParam("children[%d].name".formatted(number - 1), name)
                .formParam("children[%d].school".formatted(number - 1), "Made Up School");
    }

    private static String children(String draft) {
        return as("referrer").get("/raise/" + draft + "/children").asString();
    }

    @Test
    void aRemovedChildDoesNotMoveTheOthersAndItsTextOfAnotherWindowIsKept() {
        String draft = draft("referrer");
        String address = "/raise/" + draft + "/children/";
        for (int number = 1; number <= 3; number++) {
            child(
                            version(draft + "/children/" + number),
                            number,
                            List.of("Ada", "Bea", "Cleo").get(number - 1))
                    .post(address + number);
        }
        String seen = version(draft + "/children");
        form("referrer").formParam("_version", seen).formParam("_remove", "yes").post(address + 1);

        assertThat(child(seen, 2, "Beatrice").post(address + 2).statusCode())
                .as("the second window saved another child")
                .isEqualTo(303);
        Response removed = child(seen, 1, "Adam").post(address + 1);
        assertThat(removed.statusCode()).isEqualTo(409);
        assertThat(removed.asString()).contains("It was removed there", "value=\"Adam\"", "Keep both");
        assertThat(children(draft))
                .contains("Beatrice", "Cleo", "/children/4\"")
                .doesNotContain("Ada");

        Response twice = form("referrer")
                .formParam("_version", seen)
                .formParam("_remove", "yes")
                .post(address + 2);
        assertThat(twice.statusCode()).as("changed since it was seen").isEqualTo(409);
        assertThat(twice.asString()).contains("NOT removed", "Beatrice");

        child(version(draft + "/children"), 1, "Adam")
                .formParam("_apart", "yes")
                .post(address + 1);
        assertThat(children(draft)).contains("Beatrice", "Cleo", "Adam", "/children/4\"", "/children/5\"");
        form("referrer")
                .formParam("_version", version(draft + "/children"))
                .formParam("_remove", "yes")
                .post(address + 4);
        assertThat(children(draft))
                .as("no number is given twice")
                .contains("/children/5\"")
                .doesNotContain("Adam");
    }

    private static RequestSpecification statements(String version, String shown, String... texts) {
        RequestSpecification form =
                form("referrer").formParam("_version", version).formParam("_shown", shown);
        for (int number = 0; number < texts.length; number++) {
            form.formParam("account[%d].text".formatted(number), texts[number]);
        }
        return form;
    }

    @Test
    void aRemovedStatementDoesNotMoveTheOthersAndBothWindowsMayAdd() {
        String draft = draft("referrer");
        String address = "/raise/" + draft + "/account";
        statements(version(draft + "/account"), shown(address), "First.", "Second.", "Third.")
                .post(address);
        String version = version(draft + "/account");
        String shown = shown(address);
        statements(version, shown, "", "Second.", "Third.", "Fourth.").post(address);

        assertThat(statements(version, shown, "First.", "Second, corrected.", "Third.", "Fifth.")
                        .post(address)
                        .statusCode())
                .as("the second window changed another statement, and added one")
                .isNotEqualTo(409);
        assertThat(as("referrer").get(address).asString())
                .contains("Second, corrected.", "Third.", "Fourth.", "Fifth.")
                .doesNotContain("First.");

        Response removed = statements(version, shown, "First, corrected.", "Second.", "Third.")
                .post(address);
        assertThat(removed.statusCode()).isEqualTo(409);
        assertThat(removed.asString())
                .contains("It was removed there", "First, corrected.", "Second, corrected.", "Fourth.", "Fifth.");
        assertThat(as("referrer").get(address).asString()).doesNotContain("First");
    }

    /** What a page says that it shows of its lists. */
    private static String shown(String address) {
        Matcher found = Pattern.compile("name=\"_shown\" value=\"([^\"]*)\"")
                .matcher(as("referrer").get(address).asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aDraftThatChangedSinceItsCheckIsShownAgainBeforeItIsSent() {
        String draft = draft("referrer");
        complete(draft);
        String seen = version(draft + "/check");
        form("referrer")
                .formParam("_version", version(draft + "/consent"))
                .formParam("doneSoFar", "Rang the school.")
                .post("/raise/" + draft + "/consent");

        Response late = form("referrer").formParam("_version", seen).post("/raise/" + draft + "/send");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.asString()).contains("NOT submitted: this was changed in another window", "Rang the school.");
        assertThat(sent(draft).statusCode()).isEqualTo(303);
    }

    @Test
    void ofASendingAndASavingWindowAtOnceNoTextIsLost() throws Exception {
        for (int attempt = 0; attempt < 6; attempt++) {
            String draft = draft("referrer");
            complete(draft);
            String seen = version(draft + "/check");
            RequestSpecification sending = form("referrer").formParam("_version", seen);
            RequestSpecification saving =
                    form("referrer").formParam("_version", seen).formParam("doneSoFar", "Rang the school.");

            List<Response> answers = Race.of(List.of(
                    () -> sending.post("/raise/" + draft + "/send"),
                    () -> saving.post("/raise/" + draft + "/consent")));

            boolean sent = answers.get(0).statusCode() == 303;
            boolean saved = answers.get(1).statusCode() == 303;
            assertThat(sent).as("one of both").isNotEqualTo(saved);
            if (saved) {
                assertThat(answers.get(0).statusCode()).isEqualTo(409);
                assertThat(sent(draft).statusCode()).isEqualTo(303);
            } else {
                assertThat(answers.get(1).statusCode()).isIn(404, 409);
                assertThat(answers.get(1).asString()).contains("Rang the school.");
            }
        }
    }

    private static void complete(String draft) {
        Map.of(
                        "safety",
                        Map.of(
                                "urgency.dangerNow", "NO",
                                "urgency.selfHarmOrSuicide", "NO",
                                "urgency.meetingArranged", "NOT_KNOWN",
                                "urgency.abuseLive", "NO",
                                "urgency.childWithSuspect", "NO"),
                        "you",
                        Map.of("referrer.name", "Pat Example", "referrer.phone", "01632 960001"),
                        "children/1",
                        Map.of("children[0].name", "Robin Sample", "children[0].address.postcode", "TS24 7ZZ"),
                        "account",
                        Map.of("account[0].kind", "FACT", "account[0].text", "One.\nA \"second\" line."))
                .forEach((page, typed) -> form("referrer").formParams(typed).post("/raise/" + draft + "/" + page));
    }

    @Test
    void aDraftIsEncryptedForItsOwner() throws SQLException {
        String draft = draft("referrer");
        form("referrer").formParam("doneSoFar", "Only Wilhelmina knows this.").post("/raise/" + draft + "/consent");
        assertThat(TestDatabase.rows("select * from draft where id = ?", draft).toString())
                .as("the whole row")
                .contains("referrer")
                .doesNotContainIgnoringCase("wilhelmina")
                .doesNotContain("doneSoFar");

        TestDatabase.change("update draft set user_name = 'referrer2' where id = ?", draft);
        assertThat(as("referrer2").get("/raise/" + draft).statusCode()).isEqualTo(404);
        assertThat(form("referrer2")
                        .formParam("doneSoFar", "Mine now.")
                        .post("/raise/" + draft + "/consent")
                        .statusCode())
                .isEqualTo(404);
        TestDatabase.change("update draft set user_name = 'referrer' where id = ?", draft);
        assertThat(as("referrer").get("/raise/" + draft + "/consent").asString())
                .contains("Only Wilhelmina knows this.");
    }

    @Test
    void aFormSentWhileTheDatabaseIsDownIsShownAgainAndCanBeResent() throws Throwable {
        String draft = draft("referrer");
        complete(draft);
        String check = as("referrer").get("/raise/" + draft + "/check").asString();
        Map<String, String> typed = hidden(check.substring(check.indexOf("/send\"")));
        assertThat(typed).containsKeys("_token", "account[0].text").containsEntry("referrer.phone", "01632 960001");
        String address = "/raise/" + draft + "/send";

        RealMySql.shared().kill();
        try {
            Response down = send(typed, address);
            assertThat(down.statusCode()).isEqualTo(500);
            assertThat(down.asString()).contains("NOT submitted", "href=\"tel:999\"", "Send it again");
            assertThat(hidden(down.asString())).as("the same form fields").isEqualTo(typed);
            typed.forEach((name, value) -> assertThat(name.startsWith("_") || shown(down.asString(), value))
                    .as(name)
                    .isTrue());
        } finally {
            RealMySql.shared().restart();
        }
        String[] stored = {""};
        Eventually.within(Duration.ofSeconds(20), () -> {
            Response sent = send(typed, address);
            assertThat(sent.statusCode()).isEqualTo(303);
            stored[0] = sent.header("Location");
        });
        assertThat(send(typed, address).header("Location")).as("stored once").isEqualTo(stored[0]);
        String reference = stored[0].replaceAll(".*/concerns/|/received", "");
        assertThat(new Api.ConcernClient(reference)
                        .seenBy("manager.hartlepool")
                        .at("/facts/account/0/text")
                        .asText())
                .isEqualTo("One.\nA \"second\" line.");
    }

    private static Response send(Map<String, String> typed, String address) {
        return as("referrer")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(typed)
                .post(address);
    }

    private static Map<String, String> hidden(String page) {
        return HIDDEN.matcher(page).results().collect(toMap(field -> field.group(1), field -> field.group(2)
                .replace("&quot;", "\"")));
    }

    private static boolean shown(String page, String value) {
        return page.contains(">" + value.replace("\"", "&quot;") + "</dd>");
    }

    private int storedDrafts(String draft) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("select count(*) from draft where id = '" + draft + "'")) {
            found.next();
            return found.getInt(1);
        }
    }

    @Test
    void aFormSentTwiceIsStoredOnceAndOtherTextUnderItsTokenIsRefused() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        String token = token("referrer");
        String address = "/concerns/" + concern.reference() + "/amendments/danger";
        assertThat(danger(token, address, "She has left home.").statusCode()).isEqualTo(303);
        assertThat(danger(token, address, "She has left home.").statusCode()).isEqualTo(303);
        assertThat(concern.sentences("auditor", "DANGER")).hasSize(1);

        Response other = danger(token, address, "Something else altogether.");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.asString())
                .contains("NOT submitted")
                .contains("Something else altogether.")
                .contains("999");
    }

    private static Response danger(String token, String address, String what) {
        return as("referrer")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("_token", token)
                .formParam("what", what)
                .post(address);
    }

    @Test
    void aFormSentAfterSignOutIsShownAgainAndCanBeResent() {
        String draft = draft("referrer");
        String token = token("referrer");
        Response lost = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParam("_token", token)
                .formParam("doneSoFar", "The mother was told.")
                .post("/raise/" + draft + "/consent");
        assertThat(lost.statusCode()).isEqualTo(401);
        assertThat(lost.headers().hasHeaderWithName("WWW-Authenticate")).isFalse();
        assertThat(lost.asString())
                .contains("NOT submitted")
                .contains("The mother was told.")
                .contains("Send it again")
                .contains("value=\"" + token + "\"")
                .contains("999");
        // The token belongs to the user, not to the session.
        assertThat(as("referrer")
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParam("_token", token)
                        .formParam("doneSoFar", "The mother was told.")
                        .post("/raise/" + draft + "/consent")
                        .statusCode())
                .isEqualTo(303);
        assertThat(as("referrer").get("/raise/" + draft + "/consent").asString())
                .contains("The mother was told.");
    }

    @Test
    void aDecisionOnAClosedStepIsRefusedAndItsTextIsShownAgain() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.bullyingIn("TS24 7ZZ"));
        String address = "/concerns/" + concern.reference() + "/steps/immediate-risk-check/1";
        assertThat(as(OFFICER).get(address).statusCode()).isEqualTo(200);
        concern.decide("officer.stockton", "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);

        Response late = form(OFFICER)
                .formParam("finding", "DOUBT")
                .formParam("rationale", "I cannot reach the school.")
                .post(address);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.asString())
                .contains("NOT submitted")
                .contains("officer.stockton")
                .contains("At home with both parents")
                .contains("I cannot reach the school.")
                .as("a doubt can be reported")
                .contains("/concerns/" + concern.reference() + "/amendments/danger");
        assertThat(concern.sentences("auditor", "DECIDED")).hasSize(1);
    }

    @Test
    void newInformationMustBeReadBeforeDeciding() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.bullyingIn("TS24 7ZZ"));
        String address = "/concerns/" + concern.reference() + "/steps/immediate-risk-check/1";
        String page = as(OFFICER).get(address).asString();
        Matcher seen = Pattern.compile("name=\"_seen\" value=\"([0-9]+)\"").matcher(page);
        assertThat(seen.find()).isTrue();
        concern.tell("referrer", "information", Bodies.MORE_KNOWN);

        Response late = form(OFFICER)
                .formParam("_seen", seen.group(1))
                .formParam("finding", "NO_IMMEDIATE_DANGER")
                .formParam("rationale", "At home with both parents.")
                .post(address);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.asString())
                .contains("Further information 1 was added.")
                .contains(">\nAt home with both parents.</textarea>");
        Matcher now = Pattern.compile("name=\"_seen\" value=\"([0-9]+)\"").matcher(late.asString());
        assertThat(now.find()).isTrue();
        assertThat(form(OFFICER)
                        .formParam("_seen", now.group(1))
                        .formParam("finding", "NO_IMMEDIATE_DANGER")
                        .formParam("rationale", "At home with both parents.")
                        .post(address)
                        .statusCode())
                .isEqualTo(303);
    }

    private static String field(String page, String name) {
        Matcher value = Pattern.compile("name=\"%s\" value=\"([^\"]*)\"".formatted(name))
                .matcher(page);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }

    @Test
    void aReviewThatWasDecidedMeanwhileIsShownBesideTheTypedReview() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.tell("referrer", "information", Bodies.MORE_KNOWN);
        concern.tell("referrer", "information", Bodies.MORE_KNOWN);
        String address = "/concerns/" + concern.reference() + "/steps/information-review/2";
        String page = as(OFFICER).get(address).asString();
        concern.decide("manager.hartlepool", "information-review/1", Bodies.CHANGES_PRIORITY);
        RequestSpecification green = form(OFFICER)
                .formParam("effect", "PRIORITY")
                .formParam("priority", "GREEN")
                .formParam("rationale", "Known from the school.");

        Response late = green.formParam("_seen", field(page, "_seen"))
                .formParam("_version", field(page, "_version"))
                .post(address);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.asString())
                .contains("NOT submitted", "it changes the priority", "Younger than we thought.")
                .contains(">\nKnown from the school.</textarea>");
        assertThat(concern.seenBy(OFFICER).get("priority").asText()).isEqualTo("RED");
        assertThat(form("manager.stockton")
                        .formParam("effect", "PRIORITY")
                        .formParam("priority", "GREEN")
                        .formParam("rationale", "Known from the school.")
                        .formParam("_seen", field(late.asString(), "_seen"))
                        .formParam("_version", field(late.asString(), "_version"))
                        .post(address)
                        .statusCode())
                .as("with knowledge of it")
                .isEqualTo(303);
    }

    @Test
    void severalStepsAreAssignedTogetherOrNotAtAll() {
        Api.ConcernClient one = Api.as("referrer").raise(Bodies.bullyingIn("TS24 7ZZ"));
        Api.ConcernClient other = Api.as("referrer").raise(Bodies.bullyingIn("TS24 7ZZ"));
        String step = "immediate-risk-check/1";
        one.handle(OFFICER, step, "claim").then().statusCode(200);
        one.handle(OFFICER, step, "release").then().statusCode(200);
        String first = one.reference() + "/" + step;
        String second = other.reference() + "/" + step;

        for (String unknown : List.of("AAAAAAAAAAA/x/1", one.reference() + "/sing/1", "", "//", first + "/1")) {
            Response refused = give(first, second, unknown);
            assertThat(refused.statusCode()).as(unknown).isEqualTo(400);
            assertThat(refused.asString()).contains("NOT submitted", "does not exist");
        }
        Response closed = give(first, other.reference() + "/close/", second);
        assertThat(closed.statusCode()).isEqualTo(409);
        assertThat(closed.asString())
                .contains("NOT submitted: no step was given", other.reference() + ", Close: ")
                .doesNotContain(one.reference() + ", ");
        assertThat(give().statusCode()).isEqualTo(400);
        assertThat(one.sentences("auditor", "ASSIGNED")).isEmpty();

        Response given = give(first, second, second);
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.asString()).contains("2 steps were given.");
        assertThat(one.sentences("auditor", "ASSIGNED")).hasSize(1);
        assertThat(other.sentences("auditor", "ASSIGNED")).hasSize(1);
    }

    private static Response give(String... steps) {
        RequestSpecification chosen = form("manager.hartlepool").formParam("to", OFFICER);
        return (steps.length == 0 ? chosen : chosen.formParam("steps", List.of(steps))).post("/oversight");
    }

    @Test
    void tooManyListEntriesAreRefusedAndTheDraftIsNotChanged() {
        String draft = draft("referrer");
        RequestSpecification account = form("referrer");
        IntStream.range(0, 51).forEach(at -> account.formParam("account[%d].text".formatted(at), "said " + at));
        Response tooMany = account.post("/raise/%s/account".formatted(draft));

        assertThat(tooMany.statusCode()).isEqualTo(400);
        assertThat(tooMany.asString()).contains("NOT submitted", "At most 50", "said 50", "999");
        assertThat(as("referrer").get("/raise/%s/account".formatted(draft)).asString())
                .doesNotContain("said 0");

        RequestSpecification child = form("referrer").formParam("children[0].name", "Robin Sample");
        IntStream.range(0, 21)
                .forEach(at -> child.formParam("children[0].knownWorkers[%d].name".formatted(at), "Worker " + at));
        assertThat(child.post("/raise/%s/children/1".formatted(draft)).asString())
                .contains("At most 20");
    }

    @Test
    void aDraftLargerThanAConcernIsRefused() {
        String draft = draft("referrer");
        List<Integer> saved = IntStream.range(1, 4)
                .mapToObj(child -> form("referrer")
                        .formParam("_later", "later")
                        .formParam("children[%d].name".formatted(child - 1), "x".repeat(190_000))
                        .formParam("children[%d].school".formatted(child - 1), "x".repeat(190_000))
                        .post("/raise/%s/children/%d".formatted(draft, child))
                        .statusCode())
                .toList();

        assertThat(saved).containsExactly(303, 303, 409);
        assertThat(as("referrer").get("/raise/%s".formatted(draft)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFullListIsSavedAndOffersNoFurtherEntry() {
        String draft = draft("referrer");
        RequestSpecification account = form("referrer").formParam("_later", "later");
        IntStream.range(0, 50).forEach(at -> account.formParam("account[%d].text".formatted(at), "said " + at));
        assertThat(account.formParam("account[50].text", "")
                        .post("/raise/%s/account".formatted(draft))
                        .statusCode())
                .isEqualTo(303);

        assertThat(as("referrer").get("/raise/%s/account".formatted(draft)).asString())
                .contains("said 49")
                .doesNotContain("account[50]");
    }

    @Test
    void aPageNamesAtMostFiftyMistakes() {
        String draft = draft("referrer");
        RequestSpecification account = form("referrer");
        IntStream.range(0, 50).forEach(at -> account.formParam("account[%d].saidBy".formatted(at), "Robin"));

        String page = account.post("/raise/%s/account".formatted(draft)).asString();

        assertThat(page.split("href=\"#account-", -1)).hasSize(51);
        assertThat(page.split("class=\"govuk-error-message\"", -1)).hasSize(51);
        assertThat(page).contains("more. They are named when these are corrected.");
    }

    @Test
    void hugeIndexesAndTooManyFieldsAreRefusedWithoutAFailure() {
        String draft = draft("referrer");
        try (LogCapture log = new LogCapture()) {
            for (String place :
                    List.of("a[99999999999]", "children[1000].name", "account[99999999999999999999].text")) {
                Response refused =
                        form("referrer").formParam(place, "Robin Sample").post("/raise/%s/account".formatted(draft));
                assertThat(refused.statusCode()).as(place).isEqualTo(400);
                assertThat(refused.asString()).contains("NOT submitted", "Robin Sample");
                assertThat(given().contentType("application/x-www-form-urlencoded")
                                .formParam(place, "Robin Sample")
                                .post("/raise")
                                .statusCode())
                        .as("signed out, " + place)
                        .isEqualTo(401);
            }
            String many = "a=b&".repeat(1_100);
            for (String user : List.of("referrer", OFFICER)) {
                Response refused = as(user).contentType("application/x-www-form-urlencoded")
                        .body(many + "_token=" + token(user))
                        .post("/raise");
                assertThat(refused.statusCode()).isEqualTo(400);
                assertThat(refused.asString()).contains("NOT submitted", "999");
            }
            assertThat(log.lines()).noneMatch(line -> line.contains("failure "));
        }
    }
}
