package org.teestriage.web;

import java.util.List;

/** Paths whose clients are programs. All other paths are pages. */
public final class ApiPaths {

    private static final String API = "/api/";
    private static final List<String> DOCUMENTS = List.of("/q/", "/openapi");

    private ApiPaths() {}

    /** Resources of the API, which accept bearer tokens and no cookies. */
    public static boolean isResource(String path) {
        return path.startsWith(API);
    }

    /** Health, metrics and the OpenAPI document, which are only read. */
    public static boolean isDocument(String path) {
        return DOCUMENTS.stream().anyMatch(path::startsWith);
    }

    /** Whether errors are {@code application/problem+json} (RFC 9457) and not a page. */
    public static boolean hasProblems(String path) {
        return path.equals("/api") || isResource(path) || isDocument(path);
    }
}
