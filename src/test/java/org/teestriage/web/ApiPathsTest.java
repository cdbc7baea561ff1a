package org.teestriage.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiPathsTest {

    @ParameterizedTest
    @CsvSource({
        "/api/concerns,   true,  false, true",
        "/api,            false, false, true",
        "/openapi,        false, true,  true",
        "/q/health/live,  false, true,  true",
        "/apiary,         false, false, false",
        "/,               false, false, false",
        "/desk,           false, false, false",
    })
    void aPathIsAResourceADocumentOrAPage(String path, boolean resource, boolean document, boolean problems) {
        assertThat(ApiPaths.isResource(path)).isEqualTo(resource);
        assertThat(ApiPaths.isDocument(path)).isEqualTo(document);
        assertThat(ApiPaths.hasProblems(path)).isEqualTo(problems);
    }
}
