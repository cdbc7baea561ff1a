package org.teestriage.testing.invariant;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.teestriage.testing.server.RealMySql;
import org.teestriage.testing.server.TestDatabase;

/**
 * Checks the invariants of every database that the tests used, after the last test. An exception here ends the session
 * with an error, which Surefire reports as a failed build; that of a test execution listener would only be logged.
 */
public final class InvariantsListener implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        ShownReference.forgetAll();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        check(RealMySql.usedDatabases());
    }

    static void check(List<String> databases) {
        List<String> broken = broken(databases);
        if (!broken.isEmpty()) {
            String sentences = "%d INVARIANTS BROKEN after the tests:%n%s"
                    .formatted(broken.size(), String.join(System.lineSeparator(), broken));
            System.out.println(sentences);
            throw new AssertionError(sentences);
        }
    }

    private static List<String> broken(List<String> databases) {
        List<String> broken = new ArrayList<>();
        for (String name : databases) {
            if (hasConcerns(name)) {
                try (Connection connection = RealMySql.shared().open(name)) {
                    List<String> found = new Invariants(connection).broken(ShownReference.of(name));
                    found.forEach(sentence -> broken.add(name + ": " + sentence));
                    System.out.printf(
                            "INVARIANTS of %s: %s concerns, %s entries, %s broken%n",
                            name, count(connection, "concern"), count(connection, "timeline_entry"), found.size());
                } catch (SQLException e) {
                    throw new IllegalStateException(name + " cannot be checked", e);
                }
            }
        }
        return broken;
    }

    /** Databases of smaller tests have no table of concerns, or were dropped. */
    private static boolean hasConcerns(String name) {
        try (Connection connection = RealMySql.shared().open("")) {
            return !TestDatabase.rows(
                            connection,
                            "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = 'concern'",
                            name)
                    .isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(name + " cannot be checked", e);
        }
    }

    private static String count(Connection connection, String table) {
        return TestDatabase.rows(connection, "SELECT COUNT(*) FROM " + table)
                .get(0)
                .get(0);
    }
}
