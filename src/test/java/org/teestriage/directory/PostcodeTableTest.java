package org.teestriage.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostcodeTableTest {
    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:postcodes;MODE=MySQL;DB_CLOSE_DELAY=-1", "sa", "");
    private final PostcodeTable table = new PostcodeTable(database);

    @BeforeEach
    void migrate() throws Exception {
        execute(Files.readString(Path.of("src/main/resources/db/migration/V20__postcodes.sql")));
    }

    @AfterEach
    void close() throws Exception {
        execute("SHUTDOWN");
        database.dispose();
    }

    @Test
    void theWholeTeesFileCanBeImportedTwiceAndEveryPostcodeIsFound() {
        new OnspdFile(TeesPostcodes.open()).forEachBatch(1_000, table::put);
        new OnspdFile(TeesPostcodes.open()).forEachBatch(700, table::put);

        assertThat(table.size()).isEqualTo(TeesPostcodes.COUNT);
        assertThat(TeesPostcodes.all()).allSatisfy(line -> assertThat(table.authorityOf(line.postcode()))
                .hasValue(line.authority()));
    }

    @Test
    void aNewerEditionMovesAPostcodeToAnotherAuthority() {
        Postcode moved = new Postcode("TS7 0AB");
        table.put(List.of(new OnspdFile.Line(moved, "E06000002")));
        table.put(List.of(new OnspdFile.Line(moved, "E06000003")));

        assertThat(table.authorityOf(moved)).hasValue("E06000003");
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void anEmptyTableKnowsNoPostcode() {
        assertThat(table.authorityOf(new Postcode("TS1 1AA"))).isEmpty();
        assertThat(table.size()).isZero();
    }

    @Test
    void anEmptyBatchChangesNothing() {
        table.put(List.of());

        assertThat(table.size()).isZero();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
