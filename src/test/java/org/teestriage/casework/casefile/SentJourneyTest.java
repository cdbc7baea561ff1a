package org.teestriage.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.browser.BrowserUser;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** The referrer's own copy of what the agency sent. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class SentJourneyTest extends ConcernJourney {

    private static Api.ConcernClient toldAndAddedTo() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        concern.tell(OFFICER, "information", Bodies.MORE_KNOWN.replace("second account", "hub's own finding"));
        concern.tell(REFERRER, "calls", Bodies.CALLED_DUTY_TEAM);
        concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);
        return concern;
    }

    private static String path(Api.ConcernClient concern) {
        return "/concerns/%s/sent".formatted(concern.reference());
    }

    @Test
    void theReferrerReadsTheOwnWordsAndAdditionsInOrderAndNothingOfTheHub() {
        Api.ConcernClient concern = toldAndAddedTo();

        JsonNode sent = concern.read(REFERRER, "/sent");

        assertThat(Api.each(sent.get("entries")).map(entry -> entry.get("what").asText()))
                .containsExactly("CONCERN", "INFORMATION", "CALL", "DANGER");
        assertThat(sent.toString())
                .contains(
                        "He asked me to keep it secret.",
                        "There is a second account.",
                        "They visit tonight.",
                        "The child has left home to meet him.")
                .doesNotContain("hub's own finding");
        assertThat(sent.has("withheld")).isFalse();
    }

    @Test
    void theWrittenConcernIsListedBesideTheCallThatItCompletes() {
        Api.ConcernClient concern = raise(Api.with(
                Bodies.GROOMING,
                "/account/0/text",
                "Said on the telephone.",
                "/call",
                Map.of("takenBy", "Sam Officer", "at", time.instant().minusSeconds(60))));
        concern.decide(REFERRER, "written-concern", Bodies.inWriting(Bodies.GROOMING));

        JsonNode entries = concern.read(REFERRER, "/sent").get("entries");

        assertThat(entries.at("/0/what").asText()).isEqualTo("CONCERN");
        assertThat(entries.at("/0/content/account/0/text").asText()).isEqualTo("Said on the telephone.");
        assertThat(entries.at("/1/what").asText()).isEqualTo("WRITTEN_CONCERN");
        assertThat(entries.at("/1/content/account/0/text").asText()).isEqualTo("He asked me to keep it secret.");
    }

    @Test
    void onlyTheAgencyAndTheHubReadItAndTheReadLogSaysSo() {
        Api.ConcernClient concern = toldAndAddedTo();

        concern.read(REFERRER, "/sent");
        concern.read(OFFICER, "/sent");
        assertThat(Api.as("referrer2").get(concern.address() + "/sent").statusCode())
                .isEqualTo(404);
        assertThat(Api.as("officer.redcar").get(concern.address() + "/sent").statusCode())
                .isEqualTo(404);
        assertThat(Api.as("auditor").get(concern.address() + "/sent").statusCode())
                .isEqualTo(403);

        assertThat(Api.each(concern.read(MANAGER, "/readings").get("readings"))
                        .filter(reading -> reading.get("what").asText().equals("SENT"))
                        .map(reading -> reading.get("by").asText()))
                .containsExactly(OFFICER, REFERRER);
    }

    @Test
    void thePageIsLinkedAndItsPrintedCopyHoldsEveryWord() throws IOException {
        Api.ConcernClient concern = toldAndAddedTo();
        try (BrowserUser referrer = BrowserUser.as(REFERRER)) {
            referrer.open("/concerns/%s/received".formatted(concern.reference()));
            referrer.follow("What you sent");
            assertThat(referrer.page().url()).endsWith(path(concern));
            referrer.open("/concerns/" + concern.reference());
            referrer.follow("What you sent");
            assertThat(referrer.main())
                    .contains("save it as a PDF", "He asked me to keep it secret.", "The child has left home")
                    .doesNotContain("hub's own finding");
            referrer.look("sent");

            referrer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            byte[] pdf = referrer.page().pdf();
            Files.createDirectories(Path.of("target/screens"));
            Files.write(Path.of("target/screens/sent.pdf"), pdf);
            try (PDDocument paper = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
                        .contains(
                                concern.reference(),
                                "Printed by referrer",
                                "Robin Sample",
                                "alex_plays_99",
                                "He asked me to keep it secret.",
                                "There is a second account.",
                                "They visit tonight.",
                                "The child has left home to meet him.")
                        .doesNotContain("Back to the concern", "Ctrl and P", "My concerns");
            }
        }
    }
}
