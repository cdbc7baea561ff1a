package org.teestriage.web.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The OpenAPI document as the service returns it, with queries for tests. */
record OpenApiDocument(JsonNode root) {

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

    /** The deviations of this JSON from the schema, each with its place. */
    List<String> faults(JsonNode json, JsonNode schemaOrReference, String place) {
        JsonNode schema = resolved(schemaOrReference);
        if (schema.has("enum") && stream(schema.get("enum")).noneMatch(json::equals)) {
            return List.of(place + " is none of " + schema.get("enum"));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(json, schema, place);
            case "array" ->
                json.isArray()
                        ? stream(json)
                                .flatMap(each -> faults(each, schema.get("items"), place + "[]").stream())
                                .toList()
                        : List.of(place + " is no list");
            case "string" -> json.isTextual() ? List.of() : List.of(place + " is no text");
            case "integer" -> json.isIntegralNumber() ? List.of() : List.of(place + " is no whole number");
            case "boolean" -> json.isBoolean() ? List.of() : List.of(place + " is neither true nor false");
            default -> List.of();
        };
    }

    private List<String> object(JsonNode json, JsonNode schema, String place) {
        List<String> faults = new ArrayList<>();
        stream(schema.path("required"))
                .filter(name -> !json.has(name.asText()))
                .forEach(name -> faults.add(place + "." + name.asText() + " is missing"));
        fields(json).forEach(field -> {
            JsonNode property = schema.path("properties").path(field.getKey());
            if (property.isMissingNode()) {
                faults.add(place + "." + field.getKey() + " is not documented");
            } else {
                faults.addAll(faults(field.getValue(), property, place + "." + field.getKey()));
            }
        });
        return faults;
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static Stream<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        return object.properties().stream();
    }
}
