package org.teestriage.journey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.file.*;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.MySqlResource;

@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class DumpTest {
    @Test
    void dump() throws Exception {
        Files.writeString(
                Path.of(System.getProperty("dump")),
                RestAssured.get("/openapi?format=json").asString());
    }
}
