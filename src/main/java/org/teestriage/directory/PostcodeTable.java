package org.teestriage.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The imported ONS Postcode Directory. Plain JDBC, because millions of rows are written and no entity is needed. */
@ApplicationScoped
public class PostcodeTable {
    private final DataSource database;

    public PostcodeTable(DataSource database) {
        this.database = database;
    }

    public Optional<String> authorityOf(Postcode postcode) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT authority FROM postcode WHERE postcode = ?")) {
            query.setString(1, postcode.value());
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the postcode table could not be read", e);
        }
    }

    /** A newer edition overwrites an older one, because a boundary change moves postcodes to another authority. */
    public void put(List<OnspdFile.Line> batch) {
        // VALUES() is deprecated in MySQL, but H2 does not support the alias that replaces it.
        try (Connection connection = database.getConnection();
                PreparedStatement upsert =
                        connection.prepareStatement("INSERT INTO postcode (postcode, authority) VALUES (?, ?)"
                                + " ON DUPLICATE KEY UPDATE authority = VALUES(authority)")) {
            for (OnspdFile.Line line : batch) {
                upsert.setString(1, line.postcode().value());
                upsert.setString(2, line.authority());
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the postcode table could not be written", e);
        }
    }

    public long size() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM postcode");
                ResultSet counted = query.executeQuery()) {
            counted.next();
            return counted.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the postcode table could not be counted", e);
        }
    }
}
