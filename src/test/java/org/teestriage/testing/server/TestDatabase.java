package org.teestriage.testing.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** A place in the binary log of the server, to which committed changes are appended. */
    public record LogPosition(String file, String offset) {}

    public static LogPosition logPosition() {
        List<String> status = rows("SHOW BINARY LOG STATUS").get(0);
        return new LogPosition(status.get(0), status.get(1));
    }

    /** The tables of this database, including those of the engine, that were changed by transactions committed since. */
    public static Set<String> tablesChangedSince(LogPosition position) {
        Pattern mapped = Pattern.compile("table_id: \\d+ \\(" + Pattern.quote(name()) + "\\.(.+)\\)");
        return rows("SHOW BINARY LOGS").stream()
                .map(log -> log.get(0))
                .filter(file -> file.compareTo(position.file()) >= 0)
                .flatMap(file -> rows("SHOW BINLOG EVENTS IN '%s' FROM %s"
                                .formatted(file, file.equals(position.file()) ? position.offset() : "4"))
                        .stream())
                .filter(event -> event.get(2).equals("Table_map"))
                .flatMap(event -> mapped.matcher(event.get(5)).results())
                .map(table -> table.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
