package org.teestriage.testing.client;

import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request over a connection that is kept open. REST Assured creates a client and a connection for each request,
 * which takes longer than the service takes to answer. Redirects are not followed.
 *
 * @param path with the query, whose values are not yet encoded
 * @param body null for none
 */
record HttpCall(
        String method,
        URI root,
        String path,
        Map<String, String> headers,
        @Nullable String body) {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Response send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(address())
                .timeout(LIMIT)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return response(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI address() {
        int query = path.indexOf('?');
        return URI.create(
                root + (query < 0 ? path : path.substring(0, query + 1) + encoded(path.substring(query + 1))));
    }

    private static String encoded(String query) {
        return Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .map(parameter -> parameter.length < 2
                        ? parameter[0]
                        : parameter[0] + "=" + URLEncoder.encode(parameter[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Response response(HttpResponse<byte[]> answer) {
        List<Header> headers = answer.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> new Header(header.getKey(), value)))
                .toList();
        return new ResponseBuilder()
                .setStatusCode(answer.statusCode())
                .setHeaders(new Headers(headers))
                .setContentType(answer.headers().firstValue("content-type").orElse(""))
                .setBody(answer.body())
                .build();
    }
}
