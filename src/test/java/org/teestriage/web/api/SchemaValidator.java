package org.teestriage.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.List;

/** Validates JSON against the schemas of an OpenAPI document (JSON Schema 2020-12), including formats. */
final class SchemaValidator {

    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            Dialect.builder(Dialects.getDraft202012())
                    .keyword(new NonValidationKeyword("components"))
                    .build(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode components;

    SchemaValidator(JsonNode document) {
        components = closed(document.path("components").deepCopy());
    }

    /** In the schemas of the service, an undocumented field is an error. */
    private static JsonNode closed(JsonNode node) {
        node.forEach(SchemaValidator::closed);
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && schema.path("type").asText().equals("object")) {
            schema.put("additionalProperties", false);
        }
        return node;
    }

    /** Each fault with its place in the JSON. */
    List<String> faults(JsonNode json, JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(closed(schema.deepCopy()));
        whole.set("components", components);
        return REGISTRY.getSchema(whole).validate(json).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** Faults of the schema itself, such as a name that is required twice. */
    static List<String> faultsOf(JsonNode schema) {
        return REGISTRY.getSchema(SchemaLocation.of(META_SCHEMA)).validate(schema).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
