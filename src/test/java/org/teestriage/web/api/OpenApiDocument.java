package org.teestriage.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The OpenAPI document as the service serves it. */
record OpenApiDocument(JsonNode root) {

    static final String PARAMETER = ".*/parameters/\\d+";

    /** Keys whose values are data, not part of the document. */
    private static final Set<String> DATA = Set.of("/example", "/examples", "/value", "/default", "/enum");

    private static final List<String> SECTIONS =
            List.of("openapi", "info", "servers", "security", "tags", "paths", "components");

    /** Quotes numbers in keys, such as the status of a response. */
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .stringQuotingChecker(new StringQuotingChecker.Default() {
                private static final long serialVersionUID = 1;

                @Override
                public boolean needToQuoteName(String name) {
                    return Character.isDigit(name.charAt(0)) || super.needToQuoteName(name);
                }
            })
            .build());

    private static final List<String> METHODS =
            List.of("get", "post", "put", "patch", "delete", "head", "options", "trace");

    /** One operation: its upper-case method, its path template and its JSON node. */
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        List<JsonNode> parameters() {
            return stream(node.path("parameters")).toList();
        }

        boolean takesABody() {
            return node.has("requestBody");
        }

        JsonNode requests() {
            return node.path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("examples");
        }

        JsonNode success() {
            return fields(node.path("responses"))
                    .filter(each ->
                            each.getKey().startsWith("2") && each.getValue().has("content"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }

        JsonNode successContent() {
            return success().path("content").elements().next();
        }

        /** The path and query for this concern, filled with the documented parameter examples. */
        String address(String reference) {
            String address = path.replace("{reference}", reference);
            List<String> query = new ArrayList<>();
            for (JsonNode parameter : parameters()) {
                String name = parameter.get("name").asText();
                String example = parameter.path("example").asText();
                if (parameter.get("in").asText().equals("query") && parameter.has("example")) {
                    query.add(name + "=" + example);
                }
                address = address.replace("{" + name + "}", example);
            }
            return query.isEmpty() ? address : address + "?" + String.join("&", query);
        }
    }

    static OpenApiDocument fetched() {
        String text = given().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return new OpenApiDocument(new ObjectMapper().readTree(text));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The document as YAML with sorted keys below the top level, so that equal documents have equal bytes. */
    String yaml() {
        try {
            Map<String, Object> content = new LinkedHashMap<>();
            for (String key : SECTIONS) {
                content.put(key, sorted(root.path(key)));
            }
            assertThat(content.keySet()).hasSize(root.size());
            return YAML.writeValueAsString(content);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return fields;
        }
        return node.isArray() ? stream(node).map(OpenApiDocument::sorted).toList() : node;
    }

    List<Operation> operations() {
        return fields(root.get("paths"))
                .flatMap(path -> fields(path.getValue())
                        .filter(each -> METHODS.contains(each.getKey()))
                        .map(each -> new Operation(
                                each.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), each.getValue())))
                .toList();
    }

    Operation operation(String id) {
        return operations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(id));
    }

    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? resolved(root.at(schema.get("$ref").asText().substring(1))) : schema;
    }

    /** A node of the document outside of examples, and its JSON pointer. */
    record Place(String pointer, JsonNode node) {

        Place child(String key) {
            return new Place(pointer + "/" + key.replace("~", "~0").replace("/", "~1"), node.get(key));
        }

        /** The children that are objects, also those in lists. */
        Stream<Place> children() {
            return node.isArray()
                    ? IntStream.range(0, node.size()).mapToObj(i -> new Place(pointer + "/" + i, node.get(i)))
                    : fields(node).map(field -> child(field.getKey()));
        }
    }

    /** A value that the document shows for a schema. */
    record Example(String pointer, JsonNode value, JsonNode schema) {}

    Stream<Place> places() {
        return places(new Place("", root), false);
    }

    private static Stream<Place> places(Place place, boolean names) {
        return Stream.concat(
                Stream.of(place),
                place.children()
                        .filter(child -> names
                                || !DATA.contains(child.pointer()
                                        .substring(place.pointer().length())))
                        .flatMap(child -> places(child, child.pointer().endsWith("/properties") && !names)));
    }

    Stream<Place> places(String pattern) {
        return places().filter(place -> place.pointer().matches(pattern));
    }

    /** All schemas, also those in schemas. */
    Stream<Place> schemas() {
        return Stream.concat(places("/components/schemas/[^/]+"), places(".*/schema"))
                .flatMap(OpenApiDocument::withInner);
    }

    private static Stream<Place> withInner(Place schema) {
        return Stream.concat(
                Stream.of(schema),
                Stream.concat(
                                Stream.of("properties", "allOf", "anyOf", "oneOf")
                                        .filter(schema.node()::has)
                                        .flatMap(key -> schema.child(key).children()),
                                Stream.of("items", "additionalProperties")
                                        .filter(key -> schema.node().path(key).isObject())
                                        .map(schema::child))
                        .flatMap(OpenApiDocument::withInner));
    }

    /** The examples of requests and responses. */
    Stream<Example> mediaExamples() {
        return places(".*/content/[^/]+").flatMap(OpenApiDocument::examples);
    }

    Stream<Example> parameterExamples() {
        return places(PARAMETER).flatMap(OpenApiDocument::examples);
    }

    private static Stream<Example> examples(Place place) {
        JsonNode schema = place.node().path("schema");
        return Stream.concat(
                Stream.of("example")
                        .filter(place.node()::has)
                        .map(key -> new Example(
                                place.child(key).pointer(), place.node().get(key), schema)),
                Stream.of("examples")
                        .filter(place.node()::has)
                        .flatMap(key -> place.child(key).children())
                        .filter(each -> each.node().has("value"))
                        .map(each -> new Example(each.pointer(), each.node().get("value"), schema)));
    }

    /** The examples and defaults within schemas. */
    Stream<Example> schemaExamples() {
        return schemas().flatMap(schema -> Stream.concat(
                        Stream.of("example", "default")
                                .filter(schema.node()::has)
                                .map(schema::child),
                        Stream.of("examples").filter(schema.node()::has).flatMap(key -> schema.child(key)
                                .children()))
                .map(each -> new Example(each.pointer(), each.node(), schema.node())));
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static Stream<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        return object.properties().stream();
    }
}
