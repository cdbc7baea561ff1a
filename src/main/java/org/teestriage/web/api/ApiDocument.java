package org.teestriage.web.api;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.ConcernList;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.PathView;
import org.teestriage.casework.casefile.TimelineView;
import org.teestriage.casework.casefile.VerificationView;
import org.teestriage.casework.queue.QueuePage;
import org.teestriage.decision.Step;
import org.teestriage.delivery.DeliveryOverview;
import org.teestriage.delivery.ReceiptView;
import org.teestriage.letter.LetterView;
import org.teestriage.web.Problem;

/**
 * Completes the generated OpenAPI document: examples from {@code openapi/<operation>.json}, problem responses of each
 * operation, the security scheme, and required fields of responses.
 */
public class ApiDocument implements OASFilter {

    private static final String SIGNED_IN = "signed-in";
    private static final String KEY = "Idempotency-Key";

    private static final Map<String, String> PROBLEMS = new LinkedHashMap<>();

    static {
        PROBLEMS.put("400", "Something in the request is not valid. Nothing was stored.");
        PROBLEMS.put("401", "The request is not authenticated.");
        PROBLEMS.put("403", "Your role or hub does not permit this.");
        PROBLEMS.put("404", "The concern does not exist, or you may not see it: the response is the same.");
        PROBLEMS.put("409", "Not possible now; the detail says why. Nothing has changed.");
        PROBLEMS.put("408", "The body did not arrive in time (ten seconds by default). Nothing was stored.");
        PROBLEMS.put("413", "The body is larger than 1 MB. Nothing was stored.");
        PROBLEMS.put("415", "The body is not JSON. Nothing was stored.");
        PROBLEMS.put("422", "The Idempotency-Key was used for another request. Nothing was stored.");
    }

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            entry(
                    KEY,
                    "Any text, new for each request and the same for its retry. A retry changes nothing; its response is"
                            + " the concern as you may see it now. Stored for seven days."),
            entry("reference", "The public name of a concern. Case, spaces and hyphens do not matter."),
            entry(
                    "item",
                    "The number, from 1, of the part, child, suspect, account, information, letter or use of emergency access"
                            + " that the step is about."),
            entry("step", "A step of the path."),
            entry("purpose", "The kind of recipient of a letter."),
            entry("revision", "Which version of a letter, from 1."),
            entry(
                    "number",
                    "The number of a letter or restriction of the concern, from 1. Numbers about the LADO start at 5001."),
            entry("name", "The name of an enclosure, as listed in the letter."),
            entry("id", "The dispatch id: the Idempotency-Key under which the partner got the letter."),
            entry("partner", "The id of a partner on file."),
            entry(
                    "Tees-Triage-Timestamp",
                    "The time of the signature, in seconds since 1970, at most five minutes ago."),
            entry("Tees-Triage-Signature", "The signature, such as \"v1=5f2a…\"."),
            entry("after", "The \"next\" of the previous page."),
            entry("whose", "All steps, only mine, or only unclaimed ones."),
            entry("overdue", "Only overdue steps."),
            entry("size", "The maximum number of lines."));

    /** The patterns of single-line and multi-line text in ECMA-262 syntax. */
    private static final String LINE = "^[^\\u0000-\\u001F\\u007F-\\u009F]*$";

    private static final String TEXT = "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*$";

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        components.addSecurityScheme(
                SIGNED_IN,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("basic")
                        .description(
                                "The made-up people of the dev and test profiles. Production has no accounts yet."));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SIGNED_IN));
        components.addSchema("Problem", problem());
        // Their JSON and URL form differs from their class.
        components.addSchema(
                "Reference", text().description("Eight random symbols and a check symbol in Crockford's base 32."));
        Schema step = text();
        Stream.of(Step.values()).map(Step::id).forEach(step::addEnumeration);
        components.addSchema("Step", step);
        JsonNode problems = read("problems");
        PROBLEMS.forEach((status, why) -> components.addResponse(
                "Problem" + status,
                OASFactory.createAPIResponse()
                        .description(why)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        OASFactory.createMediaType()
                                                .schema(ref("Problem"))
                                                .example(value(problems.required(status)))))));
        Stream.of(
                        ConcernStatus.class,
                        ConcernList.class,
                        PathView.class,
                        TimelineView.class,
                        VerificationView.class,
                        QueuePage.class,
                        LetterView.class,
                        DeliveryOverview.class,
                        ReceiptView.class)
                .forEach(answer -> alwaysThere(components.getSchemas(), answer));
        document.getPaths().getPathItems().values().forEach(this::complete);
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
            parameter.description(PARAMETERS.get(parameter.getName()));
            if (examples.has(parameter.getName())) {
                parameter.example(value(examples.get(parameter.getName())));
            } else if (parameter.getIn() == Parameter.In.PATH) {
                parameter.example(parameter.getName().equals("item") ? "1" : "K7Q2-9FXM-F");
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
        List<String> statuses = new ArrayList<>(List.of("401", "403"));
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
        statuses.forEach(status -> operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status)));
    }

    /** Marks the fields of response records as required, unless their component is {@link Nullable}. */
    private static void alwaysThere(Map<String, Schema> schemas, Type type) {
        if (type instanceof ParameterizedType list) {
            Stream.of(list.getActualTypeArguments()).forEach(each -> alwaysThere(schemas, each));
        } else if (type instanceof Class<?> record
                && record.isRecord()
                && record.getName().matches(".*\\.(desk|timeline)\\..*")) {
            Schema schema = Objects.requireNonNull(schemas.get(name(record)), record.getName());
            for (RecordComponent component : record.getRecordComponents()) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    schema.addRequired(component.getName());
                }
                alwaysThere(schemas, component.getGenericType());
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
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
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
