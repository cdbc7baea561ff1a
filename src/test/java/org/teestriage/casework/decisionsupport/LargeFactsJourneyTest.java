package org.teestriage.casework.decisionsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import org.hibernate.Session;
import org.hibernate.engine.spi.EntityKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** 200 concerns about one child, each with 1 MB of facts: what lists and compares concerns reads none of these. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class LargeFactsJourneyTest extends ConcernJourney {

    private static final int CONCERNS = 200;

    /** Half of the facts as text; to read them takes several times as much as the text. */
    private static final long BUDGET = 100_000_000;

    private static final List<Reference> COPIES = LongStream.iterate(7_919, number -> number + 7_919)
            .mapToObj(Reference::of)
            .flatMap(Optional::stream)
            .limit(CONCERNS)
            .toList();

    private static final Officer WORKING = new Officer(OFFICER, "Olive Officer", Role.OFFICER, null, Set.of("chub"));

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Inject
    ChildMatcher childMatcher;

    @Inject
    GuessWatch guessWatch;

    @Inject
    Concerns concerns;

    @Inject
    ConcernAccess concernAccess;

    @Inject
    EntityManager entities;

    private Reference own = new Reference("28T5-CY4T-Y");

    @BeforeEach
    void store() throws SQLException {
        own = new Reference(raiseAbout().reference());
        String first = raiseAbout().reference();
        try (Connection connection = TestDatabase.open()) {
            run(connection, "CREATE TEMPORARY TABLE copied AS SELECT * FROM concern WHERE reference = ?", first);
            run(
                    connection,
                    "UPDATE copied SET facts = concat(left(facts, char_length(facts) - 1), ',\"doneSoFar\":\"',"
                            + " repeat('x', 1000000), '\"}'), asked_at = received_at, asked_by = 'robin'");
            for (Reference copy : COPIES) {
                run(connection, "UPDATE copied SET reference = ?", copy.value());
                run(connection, "INSERT INTO concern SELECT * FROM copied");
                run(
                        connection,
                        "INSERT INTO part (reference, number, hub, authority, standing, children)"
                                + " SELECT ?, number, hub, authority, standing, children FROM part WHERE reference = ?",
                        copy.value(),
                        first);
                run(
                        connection,
                        "INSERT INTO child_mark (mark, reference, child, name_words, at_micros, postcode_mark,"
                                + " not_looked_after) SELECT mark, ?, child, name_words, at_micros, postcode_mark,"
                                + " not_looked_after FROM child_mark WHERE reference = ?",
                        copy.value(),
                        first);
            }
        }
    }

    private static Api.ConcernClient raiseAbout() {
        return Api.as(OFFICER)
                .raise(Api.with(
                        Bodies.withoutAge(Bodies.bullyingIn("TS24 7ZZ")),
                        "/children/0/name",
                        "Thistle Ambergate",
                        "/children/0/dateOfBirth",
                        "2013-04-05"));
    }

    @AfterEach
    void delete() throws SQLException {
        try (Connection connection = TestDatabase.open()) {
            for (Reference copy : COPIES) {
                run(connection, "DELETE FROM child_mark WHERE reference = ?", copy.value());
                run(connection, "DELETE FROM part WHERE reference = ?", copy.value());
                run(connection, "DELETE FROM reading WHERE reference = ?", copy.value());
                run(connection, "DELETE FROM concern WHERE reference = ?", copy.value());
            }
        }
    }

    private static void run(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Test
    void listsAndComparisonsReadNoFactsOfOtherConcerns() {
        costsLittle("matches", concern -> {
            ChildMatches.OfChild child =
                    childMatcher.of(WORKING, concern).children().get(0);
            return child.others().size() + child.more();
        });
        costsLittle("guesses", concern -> {
            guessWatch.told(concernAccess.newUpdate(concern, WORKING));
            return CONCERNS;
        });
        costsLittle("enquiries", concern -> concerns.unanswered().size());
    }

    private void costsLittle(String what, ToIntFunction<Concern> work) {
        // The first run also compiles queries.
        for (boolean measured : new boolean[] {false, true}) {
            QuarkusTransaction.requiringNew().run(() -> {
                Concern concern = concerns.find(own).orElseThrow();
                long before = THREADS.getCurrentThreadAllocatedBytes();
                int found = work.applyAsInt(concern);
                long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
                System.out.printf("LARGE FACTS %s: %d of %d, %d kB%n", what, found, CONCERNS, bytes / 1_000);
                assertThat(found).as(what).isGreaterThanOrEqualTo(CONCERNS - 1);
                assertThat(measured ? bytes : 0).as(what + ": bytes").isLessThan(BUDGET);
                assertThat(loaded()).as(what + ": concerns with their facts").isEqualTo(1);
            });
        }
    }

    private long loaded() {
        return entities.unwrap(Session.class).getStatistics().getEntityKeys().stream()
                .filter(key -> ((EntityKey) key).getEntityName().equals(Concern.class.getName()))
                .count();
    }
}
