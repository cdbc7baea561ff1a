package org.teestriage.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Api.with;
import static org.teestriage.testing.client.Bodies.GROOMING;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.boot.monitoring.TimelineVerificationService;
import org.teestriage.concern.Reference;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;
import org.teestriage.timeline.Verification;

/** Services behind the commands of operators, on real MySQL. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class PostcodeImportServiceTest {

    /** Letters that occur at the end of a postcode. */
    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    @Inject
    PostcodeImportService postcodes;

    @Inject
    TimelineVerificationService timelines;

    @Inject
    MovableTime time;

    @BeforeEach
    void aTuesdayMorning() {
        time.set(MovableTime.A_TUESDAY_MORNING);
    }

    @AfterEach
    void forgetPostcodes() {
        TestDatabase.change("delete from postcode");
    }

    @Test
    void anImportedPostcodeDecidesTheHubWhereItsDistrictIsAmbiguous() {
        Object inSplitDistrict = with(GROOMING, "/children/0/address/postcode", "ts7 0zz");
        assertThat(certainty(Api.as("referrer").raise(inSplitDistrict))).isEqualTo("UNCLEAR");

        postcodes.importPostcodes(csv("pcds,laua\nTS7 0ZZ,E06000003\nTS7 0ZY,E06000002\n"), stored -> {});

        Api.ConcernClient known = Api.as("referrer").raise(inSplitDistrict);
        assertThat(certainty(known)).isEqualTo("KNOWN");
        assertThat(known.openSteps("officer.redcar")).contains("immediate-risk-check/1");
    }

    @Test
    void anImportReportsItsProgressAndCanBeRepeated() {
        StringBuilder file = new StringBuilder("pcds,laua\n");
        for (int unit = 0; unit < 12_000; unit++) {
            file.append("ZE%d %d%c%c,E06000002\n"
                    .formatted(
                            unit / 4_000 + 1,
                            unit / 400 % 10,
                            LETTERS.charAt(unit / 20 % 20),
                            LETTERS.charAt(unit % 20)));
        }
        List<Long> progress = new ArrayList<>();

        assertThat(postcodes
                        .importPostcodes(csv(file.toString()), progress::add)
                        .read())
                .isEqualTo(12_000);
        assertThat(progress).containsExactly(5_000L, 10_000L, 12_000L);
        assertThat(postcodes
                        .importPostcodes(csv(file.toString()), progress::add)
                        .skipped())
                .isZero();
    }

    @Test
    void verificationVisitsEveryConcernAndReportsTheAlteredOne() {
        Api.ConcernClient sound = Api.as("referrer").raise(GROOMING);
        Api.ConcernClient altered = Api.as("referrer").raise(GROOMING);
        TestDatabase.change(
                "update timeline_entry set sentence = 'Raised by nobody.' where sequence = 1 and reference = '%s'"
                        .formatted(altered.reference()));
        try {
            List<Verification> all = new ArrayList<>();
            for (List<Verification> page = timelines.verifyAfter(null);
                    !page.isEmpty();
                    page = timelines.verifyAfter(all.get(all.size() - 1).reference())) {
                all.addAll(page);
            }

            assertThat(all)
                    .extracting(Verification::reference)
                    .doesNotHaveDuplicates()
                    .contains(sound.reference(), altered.reference());
            assertThat(timelines
                            .verify(new Reference(sound.reference()))
                            .orElseThrow()
                            .whole())
                    .isTrue();
            assertThat(timelines
                            .verify(new Reference(altered.reference()))
                            .orElseThrow()
                            .fault()
                            .orElseThrow())
                    .isEqualTo(new Verification.Fault(1, "the entry was altered"));
        } finally {
            TestDatabase.change(
                    "update timeline_entry set sentence = 'Raised in writing.' where sequence = 1 and reference = '%s'"
                            .formatted(altered.reference()));
        }
    }

    private static String certainty(Api.ConcernClient concern) {
        return concern.seenBy("referrer").at("/hubs/0/standing").asText();
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
