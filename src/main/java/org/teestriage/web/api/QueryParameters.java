package org.teestriage.web.api;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters of the API that the operation does not have, and those given twice: a misspelt filter would
 * show everything. Pages ignore them, because mail programs add their own to links.
 */
class QueryParameters {

    private static final String API = QueryParameters.class.getPackageName();

    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public Optional<Response> refuse(ResourceInfo resource, UriInfo address) {
        if (!resource.getResourceClass().getPackageName().equals(API)) {
            return Optional.empty();
        }
        SortedSet<String> names = known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::of);
        return address.getQueryParameters().entrySet().stream()
                .filter(each ->
                        !names.contains(each.getKey()) || each.getValue().size() > 1)
                .findFirst()
                .map(wrong -> names.contains(wrong.getKey())
                        ? Problems.parameter(wrong.getKey(), "is given twice")
                        : Problems.parameter("?", unknown(names)));
    }

    private static String unknown(SortedSet<String> names) {
        return names.isEmpty()
                ? "is no query parameter here; there are none"
                : "is no query parameter here; they are " + String.join(", ", names);
    }

    private static SortedSet<String> of(Method operation) {
        return Arrays.stream(operation.getParameterAnnotations())
                .flatMap(Stream::of)
                .flatMap(QueryParameters::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> name(Annotation annotation) {
        return annotation instanceof QueryParam query ? Stream.of(query.value()) : Stream.empty();
    }
}
