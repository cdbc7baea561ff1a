package org.teestriage.web.api;

import static org.teestriage.web.api.OpenApiDocument.PARAMETER;
import static org.teestriage.web.api.OpenApiDocument.fields;
import static org.teestriage.web.api.OpenApiDocument.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.teestriage.web.api.OpenApiDocument.Example;
import org.teestriage.web.api.OpenApiDocument.Operation;
import org.teestriage.web.api.OpenApiDocument.Place;

/**
 * A rule for OpenAPI 3.1 documents, from the ruleset {@code oas} of Spectral or the recommended rules of Redocly.
 *
 * @param name the name there; of two names for the same rule, that of Spectral
 * @param faults finds the places that break the rule
 * @param breaking changes a document so that it breaks the rule
 */
record LintRule(String name, Function<OpenApiDocument, Stream<String>> faults, Consumer<ObjectNode> breaking) {

    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]*)}");
    private static final Pattern SCRIPT = Pattern.compile(
            "(?i)<script\\b|<[a-z][^>]*\\bon[a-z]+\\s*=|(\\]\\(\\s*|\\b(href|src)\\s*=\\s*[\"']?\\s*)javascript:");

    /** The members that OpenAPI 3.1 defines, by the JSON pointer of their object. Required members end with "!". */
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry(
                    "",
                    "openapi! info! paths! jsonSchemaDialect servers webhooks components security tags externalDocs"),
            Map.entry("/info", "title! version! summary description termsOfService contact license"),
            Map.entry("/info/contact", "name url email"),
            Map.entry("/info/license", "name! identifier url"),
            Map.entry("/servers/\\d+", "url! description variables"),
            Map.entry("/tags/\\d+", "name! description externalDocs"),
            Map.entry(
                    "/paths/[^/]+",
                    "summary description get put post delete options head patch trace servers parameters"),
            Map.entry(
                    "/paths/[^/]+/(get|put|post|delete|options|head|patch|trace)",
                    "tags summary description externalDocs operationId parameters requestBody responses! callbacks"
                            + " deprecated security servers"),
            Map.entry(
                    PARAMETER,
                    "name! in! description required deprecated allowEmptyValue style explode allowReserved schema"
                            + " example examples content"),
            Map.entry(".*/requestBody", "content! description required"),
            Map.entry(".*/content/[^/]+", "schema example examples encoding"),
            Map.entry("/components/responses/[^/]+", "description! headers content links"),
            Map.entry(
                    "/components",
                    "schemas responses parameters examples requestBodies headers securitySchemes links callbacks"
                            + " pathItems"),
            Map.entry(
                    "/components/securitySchemes/[^/]+",
                    "type! description name in scheme bearerFormat flows openIdConnectUrl"));

    private static final String RAISE = "/paths/~1api~1concerns/post";
    private static final String LIST = "/paths/~1api~1concerns/get";
    private static final String STATUS = "/paths/~1api~1concerns~1{reference}/get";
    private static final String PREVIEW = "/paths/~1api~1concerns~1{reference}~1letters~1{number}/get";
    private static final String SCHEMAS = "/components/schemas/";

    static final List<LintRule> ALL = List.of(
            operations(
                    "operation-success-response",
                    operation -> names(operation.node().path("responses")).anyMatch(status -> status.matches("[23].*")),
                    root -> object(root, RAISE + "/responses").remove("201")),
            operations(
                    "operation-4xx-response",
                    operation -> names(operation.node().path("responses")).anyMatch(status -> status.startsWith("4")),
                    root -> object(root, LIST + "/responses").remove(List.of("400", "401", "403", "404"))),
            operations("operation-operationId", operation -> !operation.id().isEmpty(), root -> object(root, RAISE)
                    .remove("operationId")),
            operations(
                    "operation-operationId-valid-in-url",
                    operation -> operation.id().matches("[A-Za-z0-9-._~:/?#\\[\\]@!$&'()*+,;=]*"),
                    root -> object(root, RAISE).put("operationId", "raise a concern")),
            new LintRule(
                    "operation-operationId-unique",
                    document -> twice(document.operations().stream().map(Operation::id)),
                    root -> object(root, LIST).put("operationId", "raise")),
            new LintRule(
                    "operation-parameters",
                    document -> document.operations().stream()
                            .flatMap(operation -> twice(operation.parameters().stream()
                                    .map(each -> operation.id() + " " + each.path("in") + each.path("name")))),
                    root -> array(root, STATUS + "/parameters")
                            .add(root.at(STATUS + "/parameters/0").deepCopy())),
            operations("operation-summary", operation -> isText(operation.node().path("summary")), root -> object(
                            root, RAISE)
                    .remove("summary")),
            operations(
                    "operation-description",
                    operation -> isText(operation.node().path("description")),
                    root -> object(root, RAISE).put("description", " ")),
            operations(
                    "operation-tags",
                    operation -> !operation.node().path("tags").isEmpty(),
                    root -> object(root, RAISE).remove("tags")),
            new LintRule(
                    "operation-tag-defined",
                    document -> document.operations().stream()
                            .flatMap(operation -> stream(operation.node().path("tags")))
                            .map(JsonNode::asText)
                            .filter(tag -> stream(document.root().path("tags"))
                                    .noneMatch(
                                            each -> each.path("name").asText().equals(tag))),
                    root -> array(root, "/tags").remove(0)),
            new LintRule(
                    "openapi-tags-uniqueness",
                    document -> twice(stream(document.root().path("tags"))
                            .map(tag -> tag.path("name").asText())),
                    root -> array(root, "/tags").add(root.at("/tags/0").deepCopy())),
            places("tag-description", "/tags/\\d+", tag -> isText(tag.path("description")), root -> object(
                            root, "/tags/0")
                    .remove("description")),
            new LintRule(
                    "path-params",
                    document -> document.operations().stream().flatMap(LintRule::undeclared),
                    root -> object(root, STATUS).remove("parameters")),
            paths(
                    "path-declarations-must-exist",
                    path -> !path.contains("{}"),
                    root -> rename(root, "/api/concerns/{reference}", "/api/concerns/{}")),
            paths(
                    "path-keys-no-trailing-slash",
                    path -> !path.endsWith("/"),
                    root -> rename(root, "/api/queue", "/api/queue/")),
            paths(
                    "path-not-include-query",
                    path -> !path.contains("?"),
                    root -> rename(root, "/api/queue", "/api/queue?size=1")),
            pathPairs(
                    "no-identical-paths",
                    (one, other) -> one.replaceAll("\\{[^}]*}", "{}").equals(other.replaceAll("\\{[^}]*}", "{}")),
                    root -> copy(root, "/api/concerns/{reference}", "/api/concerns/{concern}")),
            pathPairs("no-ambiguous-paths", LintRule::bothMatch, root -> copy(root, "/api/queue", "/api/{list}")),
            new LintRule(
                    "info-contact",
                    document -> missing(document.root().at("/info/contact").isObject()),
                    root -> object(root, "/info").remove("contact")),
            new LintRule(
                    "info-description",
                    document -> missing(isText(document.root().at("/info/description"))),
                    root -> object(root, "/info").remove("description")),
            new LintRule(
                    "info-license-strict",
                    document -> {
                        JsonNode license = document.root().at("/info/license");
                        return missing(
                                isText(license.path("name")) && (license.has("url") || license.has("identifier")));
                    },
                    root -> object(root, "/info/license").remove("url")),
            markdown("no-eval-in-markdown", text -> !text.contains("eval("), root -> object(root, "/info")
                    .put("description", "eval(1)")),
            markdown("no-script-tags-in-markdown", text -> !SCRIPT.matcher(text).find(), root -> object(root, RAISE)
                    .put("description", "<Script>alert(1)</script>")),
            markdown("no-unsafe-markdown", text -> !SCRIPT.matcher(text).find(), root -> object(root, RAISE)
                    .put("description", "[Help](javascript:alert)")),
            new LintRule(
                    "oas3-api-servers",
                    document -> missing(!document.root().path("servers").isEmpty()),
                    root -> root.putArray("servers")),
            places(
                    "oas3-server-trailing-slash",
                    "/servers/\\d+",
                    server -> !server.path("url").asText().matches(".+/"),
                    root -> object(root, "/servers/0").put("url", "https://triage.example/")),
            places(
                    "oas3-server-not-example.com",
                    "/servers/\\d+",
                    server -> !server.path("url").asText().matches(".*\\bexample\\.com\\b.*|.*\\blocalhost\\b.*"),
                    root -> object(root, "/servers/0").put("url", "https://example.com")),
            places(
                    "oas3-server-variables",
                    "/servers/\\d+",
                    server -> TEMPLATE.matcher(server.path("url").asText())
                            .results()
                            .allMatch(each -> isText(
                                    server.path("variables").path(each.group(1)).path("default"))),
                    root -> object(root, "/servers/0").put("url", "/{stage}")),
            places(
                    "no-server-variables-empty-enum",
                    "/servers/\\d+/variables/[^/]+",
                    variable -> !variable.has("enum")
                            || stream(variable.get("enum")).anyMatch(each -> each.equals(variable.path("default"))),
                    root -> object(root, "/servers/0")
                            .put("url", "/{stage}")
                            .putObject("variables")
                            .putObject("stage")
                            .put("default", "test")
                            .putArray("enum")),
            new LintRule("oas3-operation-security-defined", LintRule::unsecured, root -> object(root, "/components")
                    .remove("securitySchemes")),
            new LintRule("security-defined", LintRule::unsecured, root -> root.remove("security")),
            new LintRule("security-scopes-defined", LintRule::scopes, root -> array(root, "/security/0/keycloak")
                    .add("admin")),
            new LintRule("oas3-unused-component", LintRule::unused, root -> object(root, "/components/schemas")
                    .putObject("Unused")
                    .put("type", "string")),
            new LintRule(
                    "spec-components-invalid-map-name",
                    document -> document.places("/components/[^/]+/[^/]+")
                            .map(Place::pointer)
                            .filter(pointer -> !pointer.matches(".*/[A-Za-z0-9._-]+")),
                    root -> object(root, "/components/schemas").putObject("A name")),
            new LintRule(
                    "no-unresolved-refs",
                    document -> references(document)
                            .filter(reference ->
                                    document.root().at(target(reference)).isMissingNode())
                            .map(Place::pointer),
                    root -> object(root, SCHEMAS + "ConcernLine/properties/reference")
                            .put("$ref", "#/components/schemas/Nothing")),
            new LintRule(
                    "no-$ref-siblings",
                    document -> references(document)
                            .filter(reference -> reference.node().size() > 1)
                            .map(Place::pointer),
                    root -> object(root, SCHEMAS + "ConcernLine/properties/reference")
                            .put("description", "d")),
            places(
                    "oas3-parameter-description",
                    PARAMETER,
                    parameter -> isText(parameter.path("description")),
                    root -> object(root, STATUS + "/parameters/0").remove("description")),
            schemas(
                    "array-items",
                    schema -> !isType(schema, "array") || schema.path("items").isObject(),
                    root -> object(root, SCHEMAS + "QueuePage/properties/lines").remove("items")),
            schemas(
                    "typed-enum",
                    schema -> !isType(schema, "string")
                            || stream(schema.path("enum")).allMatch(JsonNode::isTextual),
                    root -> array(root, SCHEMAS + "Answer/enum").add(1)),
            schemas(
                    "duplicated-entry-in-enum",
                    schema -> twice(stream(schema.path("enum"))).findAny().isEmpty(),
                    root -> array(root, SCHEMAS + "Answer/enum").add("YES")),
            schemas(
                    "no-schema-type-mismatch",
                    schema -> !schema.has("type")
                            || ((isType(schema, "array") || !schema.has("items"))
                                    && (isType(schema, "object") || !schema.has("properties"))),
                    root -> object(root, SCHEMAS + "QueuePage").put("type", "string")),
            schemas(
                    "no-required-schema-properties-undefined",
                    schema -> stream(schema.path("required"))
                            .allMatch(name -> schema.path("properties").has(name.asText())),
                    root -> object(root, SCHEMAS + "QueuePage")
                            .withArray("required")
                            .add("pages")),
            schemas(
                    "no-mixed-number-range-constraints",
                    schema -> !(schema.has("maximum") && schema.has("exclusiveMaximum"))
                            && !(schema.has("minimum") && schema.has("exclusiveMinimum")),
                    root -> object(root, SCHEMAS + "Child/properties/estimatedAge")
                            .put("exclusiveMaximum", 18)),
            schemas(
                    "no-illogical-composition-keywords",
                    schema -> Stream.of("allOf", "anyOf", "oneOf")
                            .filter(schema::has)
                            .map(schema::get)
                            .allMatch(list -> list.size() > 0
                                    && twice(stream(list)).findAny().isEmpty()),
                    root -> object(root, SCHEMAS + "QueuePage").putArray("oneOf")),
            new LintRule(
                    "oas3-examples-value-or-externalValue",
                    document -> document.places(".*/content/[^/]+|" + PARAMETER)
                            .filter(place -> place.node().has("examples"))
                            .flatMap(place -> place.child("examples").children())
                            .filter(example -> example.node().has("value")
                                    == example.node().has("externalValue"))
                            .map(Place::pointer),
                    root -> firstExample(root).put("externalValue", "https://triage.example/raise.json")),
            examples("oas3-valid-media-example", OpenApiDocument::mediaExamples, root -> ((ObjectNode)
                            firstExample(root).get("value"))
                    .remove("urgency")),
            examples("no-invalid-parameter-examples", OpenApiDocument::parameterExamples, root -> array(
                            root, PREVIEW + "/parameters")
                    .forEach(parameter -> ((ObjectNode) parameter).put("example", "1"))),
            examples("oas3-valid-schema-example", OpenApiDocument::schemaExamples, root -> object(
                            root, SCHEMAS + "OpenStep/properties/due")
                    .putArray("examples")
                    .add("tomorrow")),
            new LintRule("oas3-schema", LintRule::structure, root -> object(root, RAISE)
                    .put("sumary", "Raise")),
            new LintRule(
                    "valid JSON Schema 2020-12",
                    document -> document.schemas().flatMap(schema -> SchemaValidator.faultsOf(schema.node()).stream()
                            .map(fault -> schema.pointer() + ": " + fault)),
                    root -> object(root, SCHEMAS + "OpenStep")
                            .withArray("required")
                            .add("step")));

    @Override
    public String toString() {
        return name;
    }

    private static LintRule places(
            String name, String pattern, Predicate<JsonNode> kept, Consumer<ObjectNode> breaking) {
        return new LintRule(
                name,
                document -> document.places(pattern)
                        .filter(place -> !kept.test(place.node()))
                        .map(Place::pointer),
                breaking);
    }

    private static LintRule operations(String name, Predicate<Operation> kept, Consumer<ObjectNode> breaking) {
        return new LintRule(
                name,
                document -> document.operations().stream()
                        .filter(kept.negate())
                        .map(operation -> operation.method() + " " + operation.path()),
                breaking);
    }

    private static LintRule paths(String name, Predicate<String> kept, Consumer<ObjectNode> breaking) {
        return new LintRule(
                name, document -> names(document.root().path("paths")).filter(kept.negate()), breaking);
    }

    private static LintRule pathPairs(String name, BiPredicate<String, String> broken, Consumer<ObjectNode> breaking) {
        return new LintRule(
                name,
                document -> {
                    List<String> paths = names(document.root().path("paths")).toList();
                    return paths.stream().flatMap(one -> paths.stream()
                            .filter(other -> one.compareTo(other) < 0 && broken.test(one, other))
                            .map(other -> one + " and " + other));
                },
                breaking);
    }

    private static LintRule schemas(String name, Predicate<JsonNode> kept, Consumer<ObjectNode> breaking) {
        return new LintRule(
                name,
                document -> document.schemas()
                        .filter(schema -> !kept.test(schema.node()))
                        .map(Place::pointer),
                breaking);
    }

    private static LintRule markdown(String name, Predicate<String> kept, Consumer<ObjectNode> breaking) {
        return new LintRule(
                name,
                document -> document.places(".*/(description|title|summary)")
                        .filter(place -> place.node().isTextual()
                                && !kept.test(place.node().asText()))
                        .map(Place::pointer),
                breaking);
    }

    private static LintRule examples(
            String name, Function<OpenApiDocument, Stream<Example>> examples, Consumer<ObjectNode> breaking) {
        return new LintRule(
                name,
                document -> {
                    SchemaValidator validator = new SchemaValidator(document.root());
                    return examples.apply(document)
                            .flatMap(example -> validator.faults(example.value(), example.schema()).stream()
                                    .map(fault -> example.pointer() + ": " + fault));
                },
                breaking);
    }

    /** Path parameters that are optional, or declared but not in the path, or the other way round. */
    private static Stream<String> undeclared(Operation operation) {
        Set<String> declared = new HashSet<>();
        List<String> faults = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("path")) {
                declared.add(parameter.path("name").asText());
                if (!parameter.path("required").asBoolean()) {
                    faults.add(operation.id() + " does not require " + parameter.path("name"));
                }
            }
        }
        Set<String> used = new HashSet<>();
        TEMPLATE.matcher(operation.path()).results().map(each -> each.group(1)).forEach(used::add);
        if (!used.equals(declared)) {
            faults.add(operation.id() + " declares " + declared + " for " + operation.path());
        }
        return faults.stream();
    }

    private static boolean bothMatch(String one, String other) {
        String[] some = one.split("/", -1);
        String[] others = other.split("/", -1);
        if (some.length != others.length) {
            return false;
        }
        for (int i = 0; i < some.length; i++) {
            if (!some[i].equals(others[i]) && !some[i].startsWith("{") && !others[i].startsWith("{")) {
                return false;
            }
        }
        return true;
    }

    /** Operations without a security requirement, and requirements of schemes that do not exist. */
    private static Stream<String> unsecured(OpenApiDocument document) {
        return document.operations().stream().flatMap(operation -> {
            JsonNode security = operation.node().has("security")
                    ? operation.node().get("security")
                    : document.root().path("security");
            if (security.isMissingNode()) {
                return Stream.of(operation.id() + " has no security requirement");
            }
            return stream(security)
                    .flatMap(LintRule::names)
                    .filter(scheme -> !document.root()
                            .path("components")
                            .path("securitySchemes")
                            .has(scheme))
                    .map(scheme -> operation.id() + " requires " + scheme);
        });
    }

    /** Scopes of schemes that have none: only OAuth 2 and OpenID Connect define them. */
    private static Stream<String> scopes(OpenApiDocument document) {
        return Stream.concat(
                        Stream.of(document.root()),
                        document.operations().stream().map(Operation::node))
                .flatMap(node -> stream(node.path("security")))
                .flatMap(OpenApiDocument::fields)
                .filter(scheme -> !scheme.getValue().isEmpty()
                        && document.root()
                                .at("/components/securitySchemes/" + scheme.getKey() + "/type")
                                .asText()
                                .equals("http"))
                .map(Map.Entry::getKey);
    }

    private static Stream<Place> references(OpenApiDocument document) {
        return document.places().filter(place -> place.node().path("$ref").isTextual());
    }

    private static String target(Place reference) {
        return reference.node().get("$ref").asText().replaceFirst("^#", "");
    }

    private static Stream<String> unused(OpenApiDocument document) {
        Set<String> used = new HashSet<>();
        references(document).map(LintRule::target).forEach(used::add);
        return document.places("/components/(?!securitySchemes/)[^/]+/[^/]+")
                .map(Place::pointer)
                .filter(pointer -> !used.contains(pointer));
    }

    private static Stream<String> structure(OpenApiDocument document) {
        return MEMBERS.entrySet().stream().flatMap(entry -> document.places(entry.getKey())
                .filter(place -> place.node().isObject())
                .flatMap(place -> members(place, List.of(entry.getValue().split(" ", -1)))));
    }

    private static Stream<String> members(Place place, List<String> members) {
        return Stream.concat(
                names(place.node())
                        .filter(name -> !name.startsWith("x-"))
                        .filter(name -> !members.contains(name) && !members.contains(name + "!"))
                        .map(name -> place.pointer() + " must not have " + name),
                members.stream()
                        .filter(member -> member.endsWith("!"))
                        .map(member -> member.substring(0, member.length() - 1))
                        .filter(member -> !place.node().has(member))
                        .map(member -> place.pointer() + " must have " + member));
    }

    private static boolean isText(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank();
    }

    private static boolean isType(JsonNode schema, String type) {
        return schema.path("type").asText().equals(type);
    }

    private static Stream<String> missing(boolean there) {
        return there ? Stream.empty() : Stream.of("missing");
    }

    private static Stream<String> names(JsonNode object) {
        return fields(object).map(Map.Entry::getKey);
    }

    private static Stream<String> twice(Stream<?> values) {
        Set<Object> seen = new HashSet<>();
        return values.filter(value -> !seen.add(value)).map(String::valueOf);
    }

    private static ObjectNode object(JsonNode root, String pointer) {
        return (ObjectNode) root.at(pointer);
    }

    private static ArrayNode array(JsonNode root, String pointer) {
        return (ArrayNode) root.at(pointer);
    }

    private static ObjectNode firstExample(JsonNode root) {
        return (ObjectNode) root.at(RAISE + "/requestBody/content/application~1json/examples")
                .elements()
                .next();
    }

    private static void rename(ObjectNode root, String path, String other) {
        copy(root, path, other);
        ((ObjectNode) root.get("paths")).remove(path);
    }

    private static void copy(ObjectNode root, String path, String other) {
        ObjectNode paths = (ObjectNode) root.get("paths");
        paths.set(other, paths.get(path).deepCopy());
    }
}
