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
    private final PostcodeTable book = new PostcodeTable(database);

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
    void the_whole_tees_file_can_be_imported_twice_and_every_postcode_is_found() {
        new OnspdFile(TeesPostcodes.open()).forEachBatch(1_000, book::put);
        new OnspdFile(TeesPostcodes.open()).forEachBatch(700, book::put);

        assertThat(book.size()).isEqualTo(TeesPostcodes.COUNT);
        assertThat(TeesPostcodes.all()).allSatisfy(line -> assertThat(book.authorityOf(line.postcode()))
                .hasValue(line.authority()));
    }

    @Test
    void a_newer_edition_moves_a_postcode_to_another_authority() {
        Postcode moved = new Postcode("TS7 0AB");
        book.put(List.of(new OnspdFile.Line(moved, "E06000002")));
        book.put(List.of(new OnspdFile.Line(moved, "E06000003")));

        assertThat(book.authorityOf(moved)).hasValue("E06000003");
        assertThat(book.size()).isEqualTo(1);
    }

    @Test
    void an_empty_book_knows_no_postcode() {
        assertThat(book.authorityOf(new Postcode("TS1 1AA"))).isEmpty();
        assertThat(book.size()).isZero();
    }

    @Test
    void an_empty_batch_changes_nothing() {
        book.put(List.of());

        assertThat(book.size()).isZero();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
