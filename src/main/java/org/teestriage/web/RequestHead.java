package org.teestriage.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses request lines and headers on which the framework would fail or send no response. */
final class RequestHead {

    private static final Problem NO_FORM = Problem.of(
            415,
            "Not a form",
            "NOT submitted. This address takes the form of its page, and nothing else. Open the page again, and copy"
                    + " over what you typed. If a child is in danger now, call 999.");

    private static final Pattern FORM = Pattern.compile(
            "application/x-www-form-urlencoded\\s{0,9}(?:;\\s{0,9}charset=\"?(?i:utf-8|iso-8859-1|us-ascii)\"?)?\\s{0,9};?");

    private static final Problem NO_HOST = Problem.of(
            400,
            "Not valid",
            "NOT submitted. The request does not name this service in one Host header. If a child is in danger now, ring"
                    + " 999.");

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

    private RequestHead() {}

    static Optional<Problem> wrong(RoutingContext request) {
        if (!isHost(request)) {
            return Optional.of(NO_HOST);
        }
        if (request.request().path().contains(";")) {
            // No path has matrix parameters. The router ignores them, but permissions by path do not.
            return Optional.of(Problem.of(404));
        }
        return isOtherThanAForm(request) ? Optional.of(NO_FORM) : Optional.empty();
    }

    /** Names the service like an address. Quarkus sends no response if it cannot build a redirect from the name. */
    private static boolean isHost(RoutingContext request) {
        List<String> names = request.request().headers().getAll(HttpHeaders.HOST);
        return names.isEmpty()
                ? ApiPaths.isDocument(request.request().path())
                : names.size() == 1 && HOST.matcher(names.get(0)).matches();
    }

    /**
     * Pages take URL-encoded forms only. Other types are not parsed: no page has an upload, and a part of a multipart
     * body may be a file.
     */
    private static boolean isOtherThanAForm(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return HttpMethod.POST.equals(request.request().method())
                && isOfPage(request)
                && (type == null
                        ? BodyReader.belongsTo(request.request())
                        : !FORM.matcher(type).matches());
    }

    static boolean isOfPage(RoutingContext request) {
        return !ApiPaths.hasProblems(request.normalizedPath());
    }
}
