package org.teestriage.web.api;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Step;
import org.teestriage.delivery.HmacSignature;
import org.teestriage.web.Problem;

/**
 * Completes the generated OpenAPI document at build time: examples from {@code openapi/<operation>.json}, problem
 * responses of each operation, the security scheme, servers, tags, and required fields of responses. Idempotent: the
 * build may apply it twice to the same model.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String BEARER_TOKEN = "keycloak";
    private static final String KEY = "Idempotency-Key";
    private static final String VERSION = "If-Match";

    private static final String HOW_TO_SIGN_IN =
            "An access token of Keycloak (JWT) with the audience `tees-triage`, for a person with exactly one role. A"
                    + " client gets it with the authorisation code flow and PKCE; Keycloak gives the client the scopes"
                    + " `person` and `tees-triage-api`, and the client requests the scope `openid`.\n\nThe export and"
                    + " emergency access require a one-time code from the last ten minutes (`acr` 2). Other tokens get"
                    + " 401 with `insufficient_user_authentication` (RFC 9470); the client then signs the person in"
                    + " again with `acr_values=2`.\n\nThe demo profile has no Keycloak: it takes HTTP Basic with its"
                    + " made-up accounts.";

    private enum TagText {
        CONCERNS("Concerns", "Raise a concern, add to it, and read its status, path and timeline."),
        QUEUE("Queue", "Find, claim, release and assign open steps."),
        DECISIONS(
                "Decisions",
                "Decide the open steps of a concern. Each step has its own record; the response is the new status. Send the"
                        + " version of the step that you read as If-Match."),
        LETTERS("Letters", "Read the letters to partners before they are approved or sent."),
        ACCESS("Access", "Restrictions, emergency access with its log, and inspection packs."),
        DISPATCHES("Dispatches", "Delivery of letters to partners, and the receipts of partners."),
        OPERATIONS("Operations", "Failed sign-ins and refused requests.");

        private final String tag;
        private final String description;

        TagText(String tag, String description) {
            this.tag = tag;
            this.description = description;
        }
    }

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            entry(
                    KEY,
                    "Any text, new for each request and the same for its retry. A retry changes nothing; its response is"
                            + " the concern as you may see it now. Stored for seven days."),
            entry(
                    VERSION,
                    "The version of the open step that you read, as it stands with the step in the concern. Required where"
                            + " the decision may overwrite or follow one of another person (428 without it). 412 if the"
                            + " step rests on something else now; a decision that raises danger is never refused for that."),
            entry("reference", "The public name of a concern. Case, spaces and hyphens do not matter."),
            entry(
                    "item",
                    "The number, from 1, of the part, child, suspect, account, information, letter or use of emergency"
                            + " access that the step is about."),
            entry("step", "A step of the path."),
            entry("purpose", "The kind of recipient of a letter."),
            entry("revision", "Which version of a letter, or of the facts of a concern, from 1."),
            entry("field", "The path of a field of the facts, or of a group of fields."),
            entry(
                    "number",
                    "The number of a letter or restriction of the concern, from 1. Numbers about the LADO start at"
                            + " 5001."),
            entry("name", "The name of an enclosure, as listed in the letter."),
            entry("id", "The dispatch id: the Idempotency-Key under which the partner got the letter."),
            entry("partner", "The id of a partner on file."),
            entry("question", "The id of the question to the partner, as it stands with the partner checks."),
            entry(
                    HmacSignature.TIMESTAMP,
                    "The time of the signature, in seconds since 1970, at most five minutes ago."),
            entry(
                    HmacSignature.SIGNATURE,
                    "\"v1=\" and the HMAC-SHA-256 in hex, with the secret that the partner shares with the service."),
            entry("after", "The \"next\" of the previous page."),
            entry("whose", "All steps, only mine, or only unclaimed ones."),
            entry("overdue", "Only overdue steps."),
            entry("size", "The maximum number of lines."));

    /** Optional in the code, which answers an unsigned request in its own words. */
    private static final Set<String> SIGNATURE = Set.of(HmacSignature.TIMESTAMP, HmacSignature.SIGNATURE);

    /** The patterns of single-line and multi-line text in ECMA-262 syntax. */
    private static final String LINE = "^[^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*$";

    private static final String TEXT = "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*$";

    private final ObjectMapper json = new ObjectMapper();
    private final IndexView index;

    public ApiDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        components.addSecurityScheme(
                BEARER_TOKEN,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description(HOW_TO_SIGN_IN));
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER_TOKEN)));
        document.setServers(
                List.of(OASFactory.createServer().url("/").description("The installation that serves this document.")));
        document.setTags(Stream.of(TagText.values())
                .map(each -> OASFactory.createTag().name(each.tag).description(each.description))
                .toList());
        components.addSchema("Problem", problem());
        // Their JSON and URL form differs from their class.
        components.addSchema(
                "Reference", text().description("Eight random symbols and a check symbol in Crockford's base 32."));
        Schema step = text();
        Stream.of(Step.values()).map(Step::id).forEach(step::addEnumeration);
        components.addSchema("Step", step);
        JsonNode problems = read("problems");
        Stream.of(ProblemResponse.values())
                .forEach(problem -> components.addResponse(
                        "Problem" + problem.status,
                        OASFactory.createAPIResponse()
                                .description(problem.description)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(ref("Problem"))
                                                        .example(value(
                                                                problems.required(String.valueOf(problem.status))))))));
        document.getPaths().getPathItems().values().forEach(this::complete);
        requireResponseFields(document);
    }

    @Override
    public Schema filterSchema(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && pattern.contains("\\p{Cc}")) {
            schema.setPattern(pattern.contains("\\t") ? TEXT : LINE);
        }
        return schema;
    }

    private void complete(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            JsonNode examples = read(operation.getOperationId());
            parameters(operation, examples.path("parameters"));
            if (operation.getRequestBody() != null) {
                MediaType body = content(operation.getRequestBody().getContent().getMediaTypes());
                examples.path("request")
                        .properties()
                        .forEach(each -> body.addExample(
                                each.getKey(), OASFactory.createExample().value(value(each.getValue()))));
            }
            examples.path("response").properties().forEach(each -> content(operation
                            .getResponses()
                            .getAPIResponse(each.getKey())
                            .getContent()
                            .getMediaTypes())
                    .example(value(each.getValue())));
            problems(operation, method == PathItem.HttpMethod.POST);
        });
    }

    private static void parameters(Operation operation, JsonNode examples) {
        for (Parameter parameter :
                Optional.ofNullable(operation.getParameters()).orElse(List.of())) {
            String name = parameter.getName();
            Schema schema = parameter.getSchema();
            parameter.description(PARAMETERS.get(name));
            if (examples.has(name)) {
                parameter.example(value(examples.get(name)));
            } else if (parameter.getIn() == Parameter.In.PATH) {
                parameter.example(name.equals("item") ? "1" : "K7Q2-9FXM-F");
            }
            if (parameter.getIn() == Parameter.In.PATH && schema.getPattern() != null) {
                schema.setPattern("^" + schema.getPattern().replaceAll("^\\^|\\$$", "") + "$");
            }
            if (SIGNATURE.contains(name)) {
                parameter.required(true);
            }
        }
    }

    private static void problems(Operation operation, boolean changes) {
        List<String> names = Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .map(Parameter::getName)
                .toList();
        boolean body = operation.getRequestBody() != null;
        boolean found = names.contains("reference");
        boolean dispatch = names.contains("id") || names.contains("partner");
        List<String> statuses = new ArrayList<>(List.of("401"));
        if (operation.getSecurity() == null || !operation.getSecurity().isEmpty()) {
            statuses.add("403");
        }
        if (body || (!found && !dispatch && !names.isEmpty())) {
            statuses.add("400");
        }
        if (found || operation.getOperationId().equals("list")) {
            statuses.add("404");
        }
        if (changes && (found || dispatch || body)) {
            statuses.add("409");
        }
        if (body) {
            statuses.addAll(List.of("408", "413", "415"));
        }
        if (names.contains(KEY)) {
            statuses.add("422");
        }
        if (names.contains(VERSION)) {
            statuses.addAll(List.of("412", "428"));
        }
        statuses.forEach(status -> operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status)));
    }

    /**
     * Marks the fields of response records as required, unless their component is {@link Nullable}. A record that
     * requests contain too keeps what a request requires.
     */
    private void requireResponseFields(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> done = new HashSet<>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .forEach(operation -> addNames(
                        content(operation.getRequestBody().getContent().getMediaTypes())
                                .getSchema(),
                        schemas,
                        done));
        resources()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .flatMap(ApiDocument::answers)
                .forEach(answer -> requireFields(answer, schemas, done));
    }

    private Stream<Class<?>> resources() {
        return index.getAnnotations(Path.class).stream()
                .map(path -> path.target())
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
                .map(target -> target.asClass().name())
                .filter(name -> ApiDocument.class.getPackageName().equals(name.packagePrefix()))
                .map(name -> {
                    try {
                        return Class.forName(name.toString(), false, ApiDocument.class.getClassLoader());
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static Stream<Type> answers(Method method) {
        return Stream.concat(
                Stream.of(method.getGenericReturnType()),
                Arrays.stream(method.getAnnotationsByType(APIResponse.class))
                        .flatMap(response -> Arrays.stream(response.content()))
                        .map(content -> content.schema().implementation()));
    }

    /** Adds the name of the schema and of all schemas that it contains. */
    private static void addNames(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(SCHEMAS.length());
            if (names.add(name)) {
                addNames(schemas.get(name), schemas, names);
            }
        }
        addNames(schema.getItems(), schemas, names);
        Optional.ofNullable(schema.getProperties())
                .orElse(Map.of())
                .values()
                .forEach(property -> addNames(property, schemas, names));
    }

    private static void requireFields(Type type, Map<String, Schema> schemas, Set<String> done) {
        if (type instanceof ParameterizedType list) {
            Stream.of(list.getActualTypeArguments()).forEach(each -> requireFields(each, schemas, done));
        } else if (type instanceof Class<?> record && record.isRecord()) {
            Schema schema = schemas.get(name(record));
            if (schema != null && schema.getProperties() != null && done.add(name(record))) {
                RecordComponent[] components = record.getRecordComponents();
                schema.setRequired(Stream.of(components)
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(RecordComponent::getName)
                        .toList());
                Stream.of(components).forEach(each -> requireFields(each.getGenericType(), schemas, done));
            }
        }
    }

    private static String name(Class<?> record) {
        var named = record.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return named == null ? record.getSimpleName() : named.name();
    }

    private static Schema problem() {
        Schema field = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty(
                        "field",
                        text().description("The path in the body, or a parameter's name; empty for the whole."))
                .addProperty("message", text())
                .addRequired("field")
                .addRequired("message");
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("What went wrong (RFC 9457).")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text().description("A sentence that says what to do."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(field))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema ref(String name) {
        return OASFactory.createSchema().ref(SCHEMAS + name);
    }

    private static MediaType content(Map<String, MediaType> types) {
        return types.values().iterator().next();
    }

    private static Object value(JsonNode node) {
        return new ObjectMapper().convertValue(node, Object.class);
    }

    private JsonNode read(String name) {
        String file = "openapi/" + name + ".json";
        try (InputStream found = ApiDocument.class.getClassLoader().getResourceAsStream(file)) {
            return json.readTree(Objects.requireNonNull(found, file + " is missing: every operation needs examples"));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
