package org.teestriage.access.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.teestriage.decision.Step;
import org.teestriage.letter.Letter;
import org.teestriage.platform.persistence.Json;

/** Every address with a GET method: of the API from its OpenAPI document, of the pages from their classes. */
final class ReadableAddresses {

    /** Placeholders in addresses outside concerns: drafts, assets, partners. */
    private static final List<String> UNRELATED_PLACEHOLDERS = List.of("{draft}", "{stamp}", "{partner}", "{id}");

    private ReadableAddresses() {}

    /** Returns all addresses for one concern that has letters with these numbers. */
    static List<String> of(String reference, List<String> letters) {
        List<String> numbers =
                Stream.concat(Stream.of("1", "2"), letters.stream()).distinct().toList();
        Map<String, List<String>> values = new HashMap<>(Map.of(
                "reference",
                List.of(reference),
                "step",
                Arrays.stream(Step.values()).map(Step::id).toList(),
                "place",
                Arrays.stream(Step.values())
                        .flatMap(step -> places(step, numbers))
                        .toList(),
                "number",
                numbers,
                "notice",
                List.of("danger", "information", "call", "move", "duplicate"),
                "subject",
                List.of("child", "suspect", "person", "account", "statement", "harm", "device", "consent"),
                "name",
                List.of("report.json", "referral.json", "referral.pdf", "referral.html", "xarf.json"),
                "purpose",
                Arrays.stream(Letter.Purpose.values()).map(Enum::name).toList(),
                "revision",
                List.of("1?item=", "1?item=1", "1?item=2"),
                "due",
                List.of("POLICE", "CEOP", "PLATFORM-1", "LADO-1", "SOCIAL_CARE-1", "SOCIAL_CARE-2")));
        values.putAll(Map.of("part", List.of("1", "2"), "round", List.of("1"), "child", List.of("1", "2")));
        List<String> addresses = new ArrayList<>();
        Stream.concat(api(), pages())
                .filter(address -> UNRELATED_PLACEHOLDERS.stream().noneMatch(address::contains))
                .map(address -> address.replace("{step}/{item}", "{place}"))
                .forEach(address -> addresses.addAll(expand(address, values)));
        addresses.addAll(List.of("/api/queue?size=100", "/concerns/%s?order=oldest".formatted(reference)));
        return addresses;
    }

    /** Steps and the items that they can have. */
    private static Stream<String> places(Step step, List<String> letters) {
        return switch (step.item()) {
            case NONE -> Stream.of();
            case LETTER -> letters.stream().map(number -> step.id() + "/" + number);
            case PART, CHILD, SUSPECT, ACCOUNT, INFORMATION, GLASS -> Stream.of(step.id() + "/1", step.id() + "/2");
        };
    }

    private static List<String> expand(String address, Map<String, List<String>> values) {
        int open = address.indexOf('{');
        if (open < 0) {
            return List.of(address);
        }
        String name = address.substring(open + 1, address.indexOf('}'));
        if (!values.containsKey(name)) {
            throw new AssertionError(
                    "no test value for {%s}: add one, so that %s is read too".formatted(name, address));
        }
        return values.get(name).stream()
                .flatMap(value -> expand(address.replace("{" + name + "}", value), values).stream())
                .toList();
    }

    private static Stream<String> api() {
        JsonNode document = Json.read(RestAssured.get("/openapi?format=json").asString(), JsonNode.class);
        return document.get("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(Map.Entry::getKey);
    }

    private static Stream<String> pages() {
        try (Stream<java.nio.file.Path> classes = Files.walk(Paths.get("target/classes/org/teestriage/web/pages"))) {
            return classes
                    .map(file -> Paths.get("target/classes").relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> loadClass(name.replace(".class", "").replace('/', '.')))
                    .filter(pages -> pages.isAnnotationPresent(Path.class))
                    .flatMap(pages -> Arrays.stream(pages.getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(GET.class))
                            .map(method -> address(pages, method)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> loadClass(String name) {
        try {
            return Thread.currentThread().getContextClassLoader().loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(Class<?> pages, Method method) {
        Path below = method.getAnnotation(Path.class);
        return (pages.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value()))
                .replaceAll("\\{(\\w+): ([^{}]|\\{[^{}]*})*}", "{$1}")
                .replace("//", "/");
    }
}
