package org.teestriage.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnspdFileTest {
    private static final OnspdFile.Line LINE = new OnspdFile.Line(new Postcode("TS1 1AA"), "E06000002");
    private final List<OnspdFile.Line> lines = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();

    @Test
    void theWholeTeesFileIsReadInBatches() {
        OnspdFile.Account account = new OnspdFile(TeesPostcodes.open()).forEachBatch(1_000, this::take);

        assertThat(account).isEqualTo(new OnspdFile.Account(TeesPostcodes.COUNT, 0, List.of()));
        assertThat(batches).hasSize(24).endsWith(383).allMatch(size -> size <= 1_000);
        assertThat(lines).doesNotHaveDuplicates().contains(LINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pcd,pcd2,pcds,dointr,doterm,oscty,laua\nTS1  1AA,TS1  1AA,TS1 1AA,198001,,E99999999,E06000002\n",
                "pcd,oslaua\nTS1 1AA,E06000002\n",
                "postcode,la_gss\r\nTS1 1AA,E06000002\r\n",
                "\"pcd7\",\"pcd8\",\"pcds\",\"lad25cd\",\"name\"\n\"TS1 1AA\",\"TS1  1AA\",\"TS1 1AA\",\"E06000002\",\"Tees, the \"\"Valley\"\"\"\n",
                "\ufeffpcds,laua\nTS1 1AA,E06000002",
                "\ufeff\"PCDS\" , LAUA\nTS11AA , E06000002\n\n",
            })
    void everyKnownHeaderIsRead(String csv) {
        assertThat(read(csv)).isEqualTo(new OnspdFile.Account(1, 0, List.of()));
        assertThat(lines).containsExactly(LINE);
    }

    @Test
    void aTerminatedPostcodeIsKept() {
        read("pcds,doterm,laua\nTS1 1AA,199606,E06000002\n");

        assertThat(lines).containsExactly(LINE);
    }

    @Test
    void badRowsAreCountedAndNamedByLineWithoutTheirContent() {
        OnspdFile.Account account = read("""
                pcds,doterm,laua
                TS1 1AA,,E06000002
                secret,,E06000002
                TS1 1AB,,
                TS1 1AD
                "TS1 1AE,,E06000002
                "TS1 1AF"x,,E06000002

                TS1 1AG,,Middlesbrough
                TS1 1AH,,E06000003
                """);

        assertThat(account)
                .isEqualTo(new OnspdFile.Account(
                        2,
                        6,
                        List.of(
                                "line 3: not a postcode",
                                "line 4: not an authority code",
                                "line 5: too few columns",
                                "line 6: not a row of comma-separated values",
                                "line 7: not a row of comma-separated values",
                                "line 9: not an authority code")));
        assertThat(lines).extracting(line -> line.postcode().value()).containsExactly("TS1 1AA", "TS1 1AH");
    }

    @Test
    void onlyTheFirstTenBadRowsAreNamed() {
        OnspdFile.Account account = read("pcds,laua\n" + "?,?\n".repeat(5_000));

        assertThat(account.skipped()).isEqualTo(5_000);
        assertThat(account.firstSkipped()).hasSize(10).startsWith("line 2: not a postcode");
        assertThat(batches).isEmpty();
    }

    @Test
    void aMissingColumnIsRefusedWithTheExpectedNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("pcds,doterm\nTS1 1AA,\n"))
                .withMessage("the file of postcodes has no authority column: looked for laua, oslaua, la_gss, lad??cd");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("laua\nE06000002\n"))
                .withMessage(
                        "the file of postcodes has no postcode column: looked for pcds, pcd, pcd8, pcd7, postcode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\ufeff"})
    void anEmptyFileIsRefused(String csv) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(csv)).withMessageContaining("header");
    }

    private OnspdFile.Account read(String csv) {
        return new OnspdFile(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))
                .forEachBatch(2, this::take);
    }

    private void take(List<OnspdFile.Line> batch) {
        batches.add(batch.size());
        lines.addAll(batch);
    }
}
