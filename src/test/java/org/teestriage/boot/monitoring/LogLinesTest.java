package org.teestriage.boot.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;
import org.teestriage.workflow.process.TimerBell;

/** A logged failure names its request and its concern, and repeats no input. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class LogLinesTest {

    private static final String CANARY = "Zq7canary";
    private static final PatternFormatter EVERYTHING = new PatternFormatter("%c %s%e");

    @Inject
    MovableTime time;

    @Inject
    TimerBell bell;

    private final Written written = new Written();

    /** A log line as production writes it, with its MDC. */
    private record Line(String text, Map<String, String> context) {}

    private static final class Written extends Handler {

        private final List<Line> lines = new CopyOnWriteArrayList<>();
        private final ExceptionMessageFilter filter = new ExceptionMessageFilter();

        @Override
        public void publish(LogRecord published) {
            // Copies the record: other handlers of the test write it unchanged.
            ExtLogRecord copy = new ExtLogRecord(ExtLogRecord.wrap(published));
            if (filter.isLoggable(copy)) {
                lines.add(new Line(EVERYTHING.format(copy), copy.getMdcCopy()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        time.set(MovableTime.A_TUESDAY_MORNING);
        Logger.getLogger("").addHandler(written);
    }

    @AfterEach
    void restore() {
        Logger.getLogger("").removeHandler(written);
        TestDatabase.change("drop trigger if exists quotes_what_was_typed");
    }

    /** Makes a statement fail with a message that quotes the value, as databases and libraries do. */
    private static void failOn(String event, String table, String column) {
        TestDatabase.change("""
                create trigger quotes_what_was_typed before %s on %s for each row begin
                    declare said varchar(128);
                    set said = concat('not this: ', left(new.%s, 100));
                    signal sqlstate '45000' set message_text = said;
                end""".formatted(event, table, column));
    }

    private Line first(Predicate<Line> which) {
        assertThat(written.lines).filteredOn(which).isNotEmpty();
        return written.lines.stream().filter(which).findFirst().orElseThrow();
    }

    @Test
    void aLoggedFailureHasTheIdOfItsRequestAndItsConcern() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        failOn("insert", "note", "content");
        String number = "0123456789abcdef0123456789abcdef";
        for (String requestId : List.of(number, "officer " + CANARY, "")) {
            given().auth()
                    .preemptive()
                    .basic("referrer", "demo")
                    .header("X-Request-Id", requestId)
                    .contentType("application/json")
                    .body(Api.with(Bodies.MORE_KNOWN.toString(), "/account/0/text", CANARY)
                            .toString())
                    .post(concern.address() + "/information")
                    .then()
                    .statusCode(500);
        }

        List<Line> failures = written.lines.stream()
                .filter(line -> line.text().contains("failure "))
                .toList();
        assertThat(failures).hasSize(3).allSatisfy(line -> {
            assertThat(line.context()).containsEntry("concern", concern.reference());
            assertThat(line.context().get("request")).matches("[0-9a-f-]{32,36}");
        });
        assertThat(failures.get(0).context()).containsEntry("request", number);
        assertThat(written.lines).noneMatch(line -> (line.text() + line.context()).contains(CANARY));
    }

    @Test
    void aLoggedTimerFailureHasItsConcern() {
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.bullyingIn("TS24 7ZZ"));
        failOn("insert", "timeline_entry", "sentence");
        time.pass(Duration.ofMinutes(45).plusSeconds(1));
        assertThatThrownBy(() -> bell.ring(concern.reference())).isNotNull();

        assertThat(first(line -> line.text().startsWith("org.camunda")).context())
                .containsEntry("concern", concern.reference());
        assertThat(written.lines).noneMatch(line -> line.text().contains("not this:"));
    }

    @Test
    void exceptionMessagesAreLoggedOnlyAtStartup() {
        RuntimeException quoting =
                new IllegalStateException("outer " + CANARY, new IllegalArgumentException("inner " + CANARY));
        Logger.getLogger("some.library").log(Level.SEVERE, "It did not work", quoting);
        Logger.getLogger("io.quarkus.runtime.Application").log(Level.SEVERE, "It did not start", quoting);

        assertThat(first(line -> line.text().contains("It did not work")).text())
                .contains("IllegalStateException", "IllegalArgumentException", "LogLinesTest")
                .doesNotContain(CANARY);
        assertThat(first(line -> line.text().contains("It did not start")).text())
                .contains("outer " + CANARY, "inner " + CANARY);
    }
}
