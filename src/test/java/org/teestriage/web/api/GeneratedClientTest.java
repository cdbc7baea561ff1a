package org.teestriage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.server.Jvm;
import org.teestriage.testing.server.MySqlResource;

/** The build generates the client from {@code docs/openapi.yaml}; {@code src/test/client} has the program. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class GeneratedClientTest {

    private static final Path GENERATED = Path.of("target/generated-client/src/main/java");
    private static final Path CLASSES = Path.of("target/generated-client/classes");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @Test
    void aClientGeneratedFromTheDocumentRaisesAConcernAndDecidesTwoSteps() throws Exception {
        compile();
        String[] printed = run("RaiseAndDecide").split(" ", -1);

        assertThat(printed).hasSize(2);
        JsonNode status = Api.json(Api.as("officer.hartlepool").get("/api/concerns/" + printed[0]));
        assertThat(status.get("status").asText()).isEqualTo(printed[1]);
        JsonNode path = Api.json(Api.as("officer.hartlepool").get("/api/concerns/" + printed[0] + "/path"));
        assertThat(Api.each(path.get("done")))
                .extracting(step -> step.get("step").asText())
                .containsExactlyInAnyOrder("immediate-risk-check", "acknowledgement");
        assertThat(Api.each(path.get("done")))
                .extracting(step -> step.get("decidedBy").asText())
                .containsOnly("officer.hartlepool");
    }

    private static void compile() throws IOException {
        Files.createDirectories(CLASSES);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> generated = Files.walk(GENERATED)) {
            List<Path> sources = Stream.concat(
                            generated.filter(file -> file.toString().endsWith(".java")),
                            Stream.of(Path.of("src/test/client/RaiseAndDecide.java")))
                    .toList();
            List<String> options = List.of("-proc:none", "-nowarn", "-d", CLASSES.toString(), "-cp", CLASS_PATH);
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private static String run(String program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Jvm.own().java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        CLASSES + File.pathSeparator + CLASS_PATH,
                        program,
                        "http://localhost:" + RestAssured.port,
                        basic("referrer"),
                        basic("officer.hartlepool"))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
    }
}
