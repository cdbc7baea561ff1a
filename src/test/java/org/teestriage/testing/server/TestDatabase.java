package org.teestriage.testing.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access with all rights to the MySQL database of the running application, to read it and to tamper with it. */
public final class TestDatabase {

    private TestDatabase() {}

    /** The database name in one of our JDBC URLs. */
    public static String name(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    public static String name() {
        return name(ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class));
    }

    public static Connection open() throws SQLException {
        return RealMySql.shared().open(name());
    }

    public static int change(String sql, Object... values) {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The rows of a query as text. */
    public static List<List<String>> rows(String sql, Object... values) {
        try (Connection connection = open()) {
            return rows(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static List<List<String>> rows(Connection connection, String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                int width = found.getMetaData().getColumnCount();
                List<List<String>> rows = new ArrayList<>();
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= width; column++) {
                        row.add(String.valueOf(found.getString(column)));
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The row count and a checksum of every table, including those of the engine. */
    public static Map<String, String> everything() {
        try (Connection connection = open()) {
            List<String> tables = rows(
                            connection,
                            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                                    + " AND table_type = 'BASE TABLE'")
                    .stream()
                    .map(row -> "`" + row.get(0) + "`")
                    .toList();
            Map<String, String> everything = new TreeMap<>();
            rows(connection, "CHECKSUM TABLE " + String.join(", ", tables))
                    .forEach(row -> everything.put(row.get(0), "checksum " + row.get(1)));
            List<String> counts = tables.stream()
                    .map(table -> "SELECT '%s', COUNT(*) FROM %s".formatted(table, table))
                    .toList();
            rows(connection, String.join(" UNION ALL ", counts))
                    .forEach(row -> everything.put("rows of " + row.get(0), row.get(1)));
            return everything;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
