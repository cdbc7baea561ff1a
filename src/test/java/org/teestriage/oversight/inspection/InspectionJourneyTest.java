package org.teestriage.oversight.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Api.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.platform.document.Sha256;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.timeline.checkpoint.CheckpointService;

/** Inspection packs: their content, and their verification with plain Java, which names every fault. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class InspectionJourneyTest extends ConcernJourney {

    @Inject
    CheckpointService checkpointService;

    private static final Path PACKS = Path.of(System.getProperty("basedir", ""), "target", "packs");

    private Api.ConcernClient concern;

    @BeforeEach
    void aClosedConcern() {
        concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        closed(answered(concern));
    }

    private Map<String, byte[]> pack(String user) throws IOException {
        Response answer = Api.as(user).get(concern.address() + "/export");
        answer.then().statusCode(200).contentType("application/zip");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"inspection-pack-%s.zip\"".formatted(concern.reference()));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** Exit code and output of the verifier. */
    private record VerifierResult(int code, String output) {}

    private VerifierResult verified(Map<String, byte[]> pack, String... more) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(PACKS), "pack");
        for (Map.Entry<String, byte[]> file : pack.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "Verify.java", "."));
        command.addAll(List.of(more));
        Process java = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new VerifierResult(java.waitFor(), output);
    }

    private static String text(Map<String, byte[]> pack, String name) {
        return new String(pack.get(name), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Map<String, byte[]> pack) {
        return Json.read(text(pack, "concern.json"), JsonNode.class);
    }

    private static void change(Map<String, byte[]> pack, String name, UnaryOperator<String> how) {
        String before = text(pack, name);
        String after = how.apply(before);
        assertThat(after).isNotEqualTo(before);
        pack.put(name, after.getBytes(StandardCharsets.UTF_8));
    }

    /** Rebuilds the manifest as a forger without the signing key can. */
    private static void rebuildManifest(Map<String, byte[]> pack) {
        StringBuilder manifest = new StringBuilder();
        pack.forEach((name, content) -> {
            if (!name.startsWith("manifest.")) {
                manifest.append(Sha256.of(content)).append("  ").append(name).append('\n');
            }
        });
        pack.put("manifest.txt", manifest.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void plainJavaVerifiesThePackAndTheEntriesAfterTheLastCheckpoint() throws Exception {
        long sealed = concern.timeline("auditor").size();
        assertThat(checkpointService.round()).isTrue();

        Map<String, byte[]> pack = pack(MANAGER);

        assertThat(pack.keySet())
                .containsExactly(
                        "concern.json",
                        "concern.pdf",
                        "README.txt",
                        "Verify.java",
                        "public-key.pem",
                        "manifest.txt",
                        "manifest.sig");
        Path keyFile = Files.writeString(
                Files.createTempFile(Files.createDirectories(PACKS), "given", ".pem")
                        .toAbsolutePath(),
                checkpointService.publicKey().orElseThrow());
        VerifierResult result = verified(pack, keyFile.toString());
        assertThat(result.code()).as(result.output()).isZero();
        assertThat(result.output())
                .contains(
                        "which you gave",
                        "is whole: %d entries, of 0 not everything is shown".formatted(sealed + 1),
                        "covers entries 1 to %d; 1 came after it.".formatted(sealed),
                        "Everything holds.");
        JsonNode content = json(pack);
        assertThat(content.at("/verification/whole").asBoolean()).isTrue();
        assertThat(content.at("/timeline/%d/kind".formatted(sealed)).asText())
                .as("the export itself is the last entry")
                .isEqualTo("EXPORTED");
        assertThat(content.at("/readings/0/what").asText()).isEqualTo("EXPORT");
        assertThat(content.at("/decisions")).isNotEmpty();
        assertThat(content.at("/letters")).isNotEmpty();
        assertThat(concern.sentences("auditor", "EXPORTED")).containsExactly("An inspection pack was taken.");
    }

    @Test
    void thePackContainsAReadablePdf() throws Exception {
        try (PDDocument document = Loader.loadPDF(pack("auditor").get("concern.pdf"))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Inspection pack of concern " + concern.reference(),
                            "Is the timeline whole?",
                            "Decisions and their clocks",
                            "Threshold decision",
                            "Letters to partners",
                            "Restricted access",
                            "Who looked");
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
        }
    }

    @Test
    void everyChangeToAPackIsNamed() throws Exception {
        assertThat(checkpointService.round()).isTrue();
        Map<String, byte[]> original = pack(MANAGER);

        Map<String, byte[]> paper = new LinkedHashMap<>(original);
        paper.put("concern.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        VerifierResult result = verified(paper);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).contains("NOT WHOLE: concern.pdf was altered.", "This pack does not hold.");

        Map<String, byte[]> words = new LinkedHashMap<>(original);
        change(words, "concern.json", json -> json.replaceFirst("Raised in writing", "Raised in rage"));
        rebuildManifest(words);
        assertThat(verified(words).output())
                .contains("manifest.txt is not signed with this key.", "NOT WHOLE: Entry 1: it was altered.");

        Map<String, byte[]> details = new LinkedHashMap<>(original);
        change(details, "concern.json", json -> {
            int timeline = json.indexOf("\"timeline\":[");
            return json.substring(0, timeline) + json.substring(timeline).replaceFirst("Robin", "Robyn");
        });
        assertThat(verified(details).output()).contains("NOT WHOLE: Entry 1: its details were altered.");

        Map<String, byte[]> unsigned = new LinkedHashMap<>(original);
        unsigned.remove("manifest.sig");
        assertThat(verified(unsigned).output()).contains("no one vouches for it");

        Map<String, byte[]> checkpoint = new LinkedHashMap<>(original);
        change(checkpoint, "concern.json", json -> json.replaceFirst("entries (\\d+) ids", "entries 1$1 ids"));
        assertThat(verified(checkpoint).output()).contains("The checkpoint is not signed with this key.");
    }

    @Test
    void aRedactedPackOmitsWithheldFactsAndStillVerifies() throws Exception {
        concern = Api.as("referrer2")
                .raise(with(
                        Bodies.GROOMING,
                        "/referrer/name",
                        "referrer2",
                        "/referrer/confidential",
                        true,
                        "/children/0/lookedAfter",
                        "YES",
                        "/children/0/address/lines",
                        "1 Hidden Street"));
        concern.tell("referrer2", "danger", Bodies.DANGER_TOLD);
        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999);
        assertThat(checkpointService.round()).isTrue();

        Map<String, byte[]> whole = pack(MANAGER);
        Map<String, byte[]> audit = pack("auditor");

        assertThat(text(whole, "concern.json"))
                .contains("1 Hidden Street", "The referrer says that risk has increased.")
                .doesNotContain("\"withheld\":\"");
        assertThat(text(audit, "concern.json"))
                .contains(
                        "What was told and written, and the names of the people it is about",
                        "\"withheld\":\"WORDS\"",
                        "\"withheld\":\"DETAILS\"",
                        "The referrer says that risk has increased.")
                .doesNotContain(
                        "1 Hidden Street", "Robin", "referrer2", "southgate", "alex_plays_99", "A car is on its way");
        for (JsonNode entry : json(audit).get("timeline")) {
            assertThat(entry.path("withheld").asText().equals("WORDS"))
                    .as("a hash of withheld details would allow guessing names: %s", entry)
                    .isNotEqualTo(entry.has("detailHash"));
        }
        for (Map<String, byte[]> pack : List.of(whole, audit)) {
            VerifierResult result = verified(pack);
            assertThat(result.code()).as(result.output()).isZero();
        }
        assertThat(verified(audit).output()).containsPattern("of [1-9]\\d* not everything is shown");
        change(audit, "concern.json", json -> json.replaceFirst("\"hash\":\"[0-9a-f]{4}", "\"hash\":\"0000"));
        assertThat(verified(audit).output()).contains("it does not follow the one before it.");
    }

    @Test
    void exportIsNotAvailableThroughBreakGlassAccess() {
        Api.as("manager.redcar")
                .post(
                        concern.address() + "/break-glass",
                        "{\"reason\": \"POLICE_OR_COURT\", \"words\": \"A court order.\"}")
                .then()
                .statusCode(200);
        assertThat(concern.seenBy("manager.redcar").has("reference")).isTrue();
        Api.as("manager.redcar").get(concern.address() + "/export").then().statusCode(404);
    }

    @Test
    void aHeadRequestTakesNoPackAndIsRefusedLikeTheDownload() {
        int length = concern.timeline(MANAGER).size();
        assertThat(head(MANAGER)).isEqualTo(200);
        assertThat(head(OFFICER)).isEqualTo(403);
        assertThat(head("manager.redcar")).isEqualTo(404);
        assertThat(concern.timeline(MANAGER)).hasSize(length);
    }

    private int head(String user) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(user, "demo")
                .head(concern.address() + "/export")
                .statusCode();
    }
}
