package org.teestriage.boot.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.LogCapture;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** Metrics and alerts are correct, cost a scrape no query, and identify no concern and no person. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class ServiceMetricsTest {

    private static final Path DASHBOARD = Path.of("helm/tees-triage/files/dashboard.json");
    private static final Path ALERTS = Path.of("helm/tees-triage/files/alerts.yaml");

    /** Words of PromQL that are no metrics. */
    private static final Set<String> PROMQL =
            Set.of("max", "min", "sum", "by", "rate", "abs", "absent", "histogram_quantile");

    @Inject
    ServiceMetrics serviceMetrics;

    @Inject
    TimelineVerifier timelineVerifier;

    @Inject
    MovableTime time;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics = URI.create("/");

    @BeforeEach
    void aTuesdayMorning() {
        time.set(MovableTime.A_TUESDAY_MORNING);
    }

    /** The scraped values by name and labels. */
    private Map<String, Double> scraped() {
        Map<String, Double> numbers = new HashMap<>();
        text().lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> numbers.put(
                        line.substring(0, line.lastIndexOf(' ')),
                        Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
        return numbers;
    }

    private String text() {
        return given().accept("text/plain")
                .get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace(",}", "}");
    }

    private Map<String, Double> refreshed() {
        serviceMetrics.look();
        return scraped();
    }

    @Test
    void metricsShowQueueSizesWaitingTimesAndBreachedDeadlines() {
        Map<String, Double> before = refreshed();
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.bullyingIn("TS24 7ZZ"));
        String step = "immediate-risk-check/1";

        Map<String, Double> raised = refreshed();
        long more = increase(before, raised, "queue_waiting");
        assertThat(more).isPositive();
        assertThat(increase(before, raised, "queue_unclaimed")).isEqualTo(more);

        concern.handle("officer.hartlepool", step, "claim").then().statusCode(200);
        Map<String, Double> claimed = refreshed();
        assertThat(increase(before, claimed, "queue_waiting")).isEqualTo(more);
        assertThat(increase(before, claimed, "queue_unclaimed")).isEqualTo(more - 1);

        time.pass(Duration.ofHours(3));
        Map<String, Double> later = refreshed();
        assertThat(increase(before, later, "deadlines_breached")).isPositive();
        assertThat(oldest(later)).isGreaterThanOrEqualTo(3 * 3600);
        assertThat(later.get("tees_triage_timers_late_seconds"))
                .as("no timer has fired")
                .isGreaterThanOrEqualTo(3600);
        assertThat(later.get("tees_triage_clock_skew_seconds")).isBetween(-1.0, 1.0);
    }

    private static long increase(Map<String, Double> before, Map<String, Double> after, String name) {
        return Math.round(all(after, name).mapToDouble(Map.Entry::getValue).sum()
                - all(before, name).mapToDouble(Map.Entry::getValue).sum());
    }

    private static double oldest(Map<String, Double> numbers) {
        return all(numbers, "queue_oldest_unclaimed_seconds")
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElseThrow();
    }

    private static Stream<Map.Entry<String, Double>> all(Map<String, Double> numbers, String name) {
        return numbers.entrySet().stream()
                .filter(each -> each.getKey().startsWith("tees_triage_" + name + "{hub=\"chub\""));
    }

    @Test
    void metricsShowWaitingLettersByPartner() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        String waits = "tees_triage_letters_waiting{partner=\"police\"}";
        double before = refreshed().getOrDefault(waits, 0.0);
        List<String> kept = TestDatabase.rows(
                        "select id, state, partner_id, sending_since from letter where reference = ?"
                                + " and purpose = 'POLICE_REPORT'",
                        concern.reference())
                .get(0);
        long twoHoursAgo = time.instant().minus(Duration.ofHours(2)).toEpochMilli() * 1_000;
        TestDatabase.change(
                "update letter set state = 'UNKNOWN', partner_id = 'police', sending_since = ? where id = ?",
                twoHoursAgo,
                kept.get(0));
        try {
            Map<String, Double> waiting = refreshed();
            assertThat(waiting.get(waits)).isEqualTo(before + 1);
            assertThat(waiting.get("tees_triage_letters_oldest_seconds{partner=\"police\"}"))
                    .isGreaterThanOrEqualTo(7200);
            assertThat(waiting).containsKey("tees_triage_letters_waiting{partner=\"ceop\"}");
        } finally {
            TestDatabase.change(
                    "update letter set state = ?, partner_id = nullif(?, 'null'), sending_since = null where id = ?",
                    kept.get(1),
                    kept.get(2),
                    kept.get(0));
        }
    }

    @Test
    void metricsShowAHubWithWaitingWorkAndNoOfficer() {
        Api.as("referrer").raise(Bodies.groomingIn("TS24 7ZZ"));
        Api.as("officer.hartlepool").takeNext();
        String unstaffed = "tees_triage_hub_unstaffed{hub=\"chub\"}";
        assertThat(refreshed()).containsEntry(unstaffed, 0.0);
        TestDatabase.change("update colleague set role = 'AWAY' where role = 'OFFICER'");
        try {
            assertThat(refreshed()).containsEntry(unstaffed, 1.0);
        } finally {
            TestDatabase.change("update colleague set role = 'OFFICER' where role = 'AWAY'");
        }
    }

    @Test
    void metricsShowJobsThatTheEngineGaveUp() {
        TestDatabase.change("insert into ACT_RU_INCIDENT (ID_, REV_, INCIDENT_TIMESTAMP_, INCIDENT_TYPE_)"
                + " values ('given-up', 1, now(), 'failedJob')");
        try {
            assertThat(refreshed()).containsEntry("tees_triage_engine_incidents", 1.0);
        } finally {
            TestDatabase.change("delete from ACT_RU_INCIDENT where ID_ = 'given-up'");
        }
        assertThat(refreshed()).containsEntry("tees_triage_engine_incidents", 0.0);
    }

    @Test
    void anAlteredTimelineIsFoundInTheNextRoundAndLogged() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        runWholeRound();
        assertThat(scraped()).containsEntry("tees_triage_timelines_broken", 0.0);
        time.pass(Duration.ofHours(27));
        assertThat(scraped().get("tees_triage_timelines_verification_age_seconds"))
                .isGreaterThanOrEqualTo(27 * 3600);

        String alter = "update timeline_entry set sentence = %s where reference = ? and sequence = 1";
        TestDatabase.change(alter.formatted("concat(sentence, ' ')"), concern.reference());
        try (LogCapture log = new LogCapture()) {
            runWholeRound();
            assertThat(scraped()).containsEntry("tees_triage_timelines_broken", 1.0);
            assertThat(scraped().get("tees_triage_timelines_verification_age_seconds"))
                    .isZero();
            assertThat(log.lines())
                    .anyMatch(line ->
                            line.contains(concern.reference() + " is NOT whole: entry 1: the entry was altered"));
        } finally {
            TestDatabase.change(alter.formatted("left(sentence, char_length(sentence) - 1)"), concern.reference());
        }
        runWholeRound();
        assertThat(scraped()).containsEntry("tees_triage_timelines_broken", 0.0);
    }

    /** Finishes the current round of the verifier and runs another. */
    private void runWholeRound() {
        for (int rounds = 0; rounds < 2; rounds++) {
            time.pass(Duration.ofSeconds(1));
            do {
                timelineVerifier.goOn();
            } while (!timelineVerifier.sinceRound().isZero());
        }
    }

    @Test
    void aScrapeRunsNoQueryAndARefreshRunsAtMostEight() {
        serviceMetrics.look();
        assertThat(statementsOf(this::text)).isZero();
        assertThat(statementsOf(serviceMetrics::look)).isBetween(1L, 8L);
    }

    /** The number of queries of this work, without those that read the counter. */
    private static long statementsOf(Runnable work) {
        long before = statements();
        long cost = statements() - before;
        work.run();
        return statements() - before - 2 * cost;
    }

    private static long statements() {
        return Long.parseLong(
                TestDatabase.rows("show global status like 'Com_select'").get(0).get(1));
    }

    @Test
    void noMetricLabelIdentifiesAConcernOrAPerson() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        for (String path : List.of("", "/path", "/timeline", ";x", "/Zq7canary", "?x=Zq7canary")) {
            Api.as("officer.hartlepool").get(concern.address() + path);
            Api.as("officer.redcar").get(concern.address() + path);
            given().get(concern.address() + path);
            given().request("TRACE", concern.address() + path);
            given().redirects().follow(false).get("/concerns/" + concern.reference() + path);
        }
        given().body("x".repeat(1_100_000)).post(concern.address() + "/information");
        given().get("/Zq7canary");
        serviceMetrics.look();

        String said = text();
        assertThat(said)
                .contains("tees_triage_http_seconds_count{place=\"/api/concerns\",status=\"2xx\"}")
                .doesNotContain(concern.reference(), "canary", "Zq7", "officer.", "referrer", "demo");
        assertThat(said.lines().filter(line -> line.startsWith("tees_triage_http_seconds_count")))
                .as("one series per place and status class, not per address")
                .hasSizeLessThan(60);
    }

    @Test
    void metricsAreNotServedOnThePortOfTheService() {
        for (String path : List.of("/q/metrics", "/metrics", "/q/", "/q/../q/metrics", "/api/../q/metrics")) {
            assertThat(given().urlEncodingEnabled(false).get(path).statusCode())
                    .as(path)
                    .isIn(400, 404);
            assertThat(Api.as("operator").get(path).asString()).as(path).doesNotContain("tees_triage");
        }
    }

    // Alert rules and dashboard

    private static List<JsonNode> rules() throws IOException {
        return each(new YAMLMapper().readTree(ALERTS.toFile()).at("/groups/0/rules"));
    }

    private static List<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Test
    void alertsAndDashboardUseExactlyTheExistingMetrics() throws IOException {
        serviceMetrics.look();
        given().get("/api/concerns");
        assertThat(text()).as("as the alert writes it").contains("le=\"3.0\"");
        Set<String> measured = new TreeSet<>();
        scraped().keySet().forEach(name -> measured.add(name.replaceAll("\\{.*", "")));
        List<String> asked = Stream.concat(
                        rules().stream().map(rule -> rule.get("expr").asText()),
                        each(new YAMLMapper().readTree(DASHBOARD.toFile()).get("panels")).stream()
                                .flatMap(panel -> each(panel.get("targets")).stream())
                                .map(target -> target.get("expr").asText()))
                .toList();

        assertThat(asked).hasSizeGreaterThan(30).allSatisfy(expression -> assertThat(named(expression))
                .as(expression)
                .isNotEmpty()
                .isSubsetOf(measured));
        assertThat(measured.stream().filter(name -> name.startsWith("tees_triage_") && !name.endsWith("_max")))
                .as("every metric is used by an alert or the dashboard")
                .allMatch(name -> asked.stream().anyMatch(expression -> expression.contains(name))
                        || name.equals("tees_triage_http_seconds_sum"));
    }

    /** The metric names in a PromQL expression. */
    private static Set<String> named(String expression) {
        String bare = expression.replaceAll("\\{[^}]*}|\\[[^]]*]|by \\([^)]*\\)", " ");
        Set<String> names = new TreeSet<>();
        Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*")
                .matcher(bare)
                .results()
                .map(found -> found.group())
                .filter(word -> !PROMQL.contains(word))
                .forEach(names::add);
        return names;
    }

    @Test
    void theMetricNamesOfAnExpressionAreExtracted() {
        assertThat(named("max by (hub) (tees_triage_gone{priority=\"red\"}) > 5 * sum(rate(agroal_active_count[5m]))"))
                .containsExactly("agroal_active_count", "tees_triage_gone");
    }

    @Test
    void everyAlertHasASeverityASummaryAnActionAndADescription() throws IOException {
        String operations = Files.readString(Path.of("docs/operations.md"));
        assertThat(rules()).hasSizeGreaterThan(10).allSatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(rule.at("/annotations/summary").asText()).hasSizeGreaterThan(30);
            assertThat(rule.at("/annotations/action").asText()).hasSizeGreaterThan(60);
            assertThat(operations).contains("| `" + rule.get("alert").asText() + "` |");
        });
    }
}
