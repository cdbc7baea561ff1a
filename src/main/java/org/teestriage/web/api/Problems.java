package org.teestriage.web.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.platform.text.ImageText;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.web.Failures;
import org.teestriage.web.Problem;

/**
 * Maps every exception to a problem (RFC 9457). One class holds all mappers, so that a reviewer can check that none of
 * them repeats user input or reveals internals.
 */
class Problems {

    private static final String NOT_SUBMITTED = "NOT submitted. Correct the fields named here and send it again.";

    /** Limits the response size, because a small request can violate many constraints. */
    private static final int MOST_FIELDS = 50;

    private final String challenge;

    Problems(@ConfigProperty(name = "quarkus.http.auth.basic", defaultValue = "false") boolean demoAccounts) {
        this.challenge = demoAccounts ? "Basic realm=\"Tees Triage\"" : "Bearer";
    }

    @ServerExceptionMapper
    Response refused(RequestRefusedException refused) {
        return switch (refused.kind()) {
            case ABSENT -> answer(Problem.of(404, "Not found", refused.sentence()));
            case NOT_ALLOWED -> answer(Problem.of(403, "Not allowed", refused.sentence()));
            case CONFLICT ->
                answer(Problem.of(409, "Not possible now", refused.sentence()).lacking(refused.missing()));
            case OVERTAKEN -> answer(Problem.of(412, "Changed meanwhile", refused.sentence()));
            case UNSEEN -> answer(Problem.of(428, "Version missing", refused.sentence()));
            case NOT_SIGNED -> answer(Problem.of(401, "Not signed", refused.sentence()));
            case KEY_REUSED -> answer(Problem.of(422, "Key used before", refused.sentence()));
        };
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
        return invalid(invalid.getConstraintViolations().stream()
                .map(Problems::field)
                .sorted(Comparator.comparing(Problem.Field::field).thenComparing(Problem.Field::message))
                .toList());
    }

    /** The first two path nodes are the method and the parameter; the rest is the path in the body. */
    private static Problem.Field field(ConstraintViolation<?> violation) {
        String[] nodes = violation.getPropertyPath().toString().split("\\.", 3);
        if (nodes.length == 3) {
            return new Problem.Field(nodes[2], violation.getMessage());
        }
        boolean body = violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
        return body
                ? new Problem.Field("", "the body must not be empty")
                : new Problem.Field(nodes[1].equals("key") ? "Idempotency-Key" : nodes[1], violation.getMessage());
    }

    private static Response invalid(List<Problem.Field> fields) {
        boolean more = fields.size() > MOST_FIELDS;
        return answer(new Problem(
                Problem.BLANK,
                "Not valid",
                400,
                more
                        ? NOT_SUBMITTED
                                + " These are only the first %d; there are %d more."
                                        .formatted(MOST_FIELDS, fields.size() - MOST_FIELDS)
                        : NOT_SUBMITTED,
                more ? fields.subList(0, MOST_FIELDS) : fields));
    }

    /** Violations of a body that was parsed after the check of its signature. */
    static Response violated(Set<? extends ConstraintViolation<?>> violations) {
        return invalid(violations.stream()
                .map(each -> new Problem.Field(each.getPropertyPath().toString(), each.getMessage()))
                .sorted(Comparator.comparing(Problem.Field::field).thenComparing(Problem.Field::message))
                .toList());
    }

    static Response wrong(String parameter) {
        return parameter(parameter, "is none of the values that this address takes");
    }

    static Response parameter(String name, String message) {
        return invalid(List.of(new Problem.Field(name, message)));
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failed) {
        Response thrown = failed.getResponse();
        if (thrown.getEntity() instanceof Problem) {
            return thrown;
        }
        Optional<JacksonException> json = Failures.causes(failed)
                .filter(JacksonException.class::isInstance)
                .map(JacksonException.class::cast)
                .findFirst();
        if (json.isPresent()) {
            return unreadable(json.get());
        }
        return answer(Problem.of(thrown.getStatus()));
    }

    /** Overrides the mapper of the framework, which reveals class names. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException failed) {
        return unreadable(failed);
    }

    @ServerExceptionMapper
    Response unreadable(JacksonException failed) {
        List<JacksonException> layers = Failures.causes(failed)
                .filter(JacksonException.class::isInstance)
                .map(JacksonException.class::cast)
                .toList();
        if (layers.stream().anyMatch(Problems::tooLong)) {
            return answer(Problem.of(413));
        }
        String path = failed instanceof JsonMappingException mapping ? path(mapping) : "";
        Optional<String> doubled = layers.stream().flatMap(Problems::doubled).findFirst();
        if (doubled.isPresent()) {
            String inside = path.isEmpty() ? doubled.get() : path + "." + doubled.get();
            return invalid(List.of(new Problem.Field(inside, "is given twice")));
        }
        boolean broken = layers.stream().anyMatch(JsonParseException.class::isInstance);
        return invalid(List.of(new Problem.Field(path, broken ? "is not JSON from here on" : wanted(failed))));
    }

    private static boolean tooLong(JacksonException failed) {
        return failed instanceof StreamConstraintsException
                && failed.getOriginalMessage().startsWith("Document length");
    }

    private static Stream<String> doubled(JacksonException failed) {
        boolean twice = failed instanceof JsonParseException
                && failed.getOriginalMessage().startsWith("Duplicate field");
        return twice && failed.getProcessor() instanceof JsonParser json
                ? Stream.of(safe(json.getParsingContext().getCurrentName()))
                : Stream.empty();
    }

    private static String wanted(JacksonException failed) {
        if (failed instanceof UnrecognizedPropertyException unknown && unknown.getKnownPropertyIds() != null) {
            return "is no field here; the fields are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (failed instanceof BoundedLists.TooMany tooMany) {
            return "must have at most %d entries".formatted(tooMany.most());
        }
        if (failed instanceof StrictJson.ImageInText) {
            return ImageText.SENTENCE;
        }
        if (failed instanceof InvalidNullException) {
            return "must not have an empty place";
        }
        if (failed instanceof ValueInstantiationException unmade) {
            return wanted(unmade.getType() == null ? null : unmade.getType().getRawClass());
        }
        return failed instanceof MismatchedInputException mismatched
                ? wanted(mismatched.getTargetType())
                : "is too large, too deep or too long";
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "cannot be read";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "must be text";
        }
        if (type == Boolean.class) {
            return "must be true or false";
        }
        if (type == Integer.class) {
            return "must be a whole number";
        }
        if (type == LocalDate.class) {
            return "must be a day between 1900 and 2199, such as \"2026-09-22\"";
        }
        if (type == Instant.class) {
            return "must be a moment between 1900 and 2199, such as \"2026-09-22T09:00:00Z\"";
        }
        if (type == Reference.class) {
            return "must be a reference, such as \"K7Q2-9FXM-F\"";
        }
        return Collection.class.isAssignableFrom(type) ? "must be a list" : "must be an object";
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? "[%d]".formatted(step.getIndex())
                        : "." + safe(step.getFieldName()))
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String safe(@Nullable String name) {
        return name != null && KnownFieldNames.known(name) ? name : "?";
    }

    /** Overrides the mapper of the framework, which sends no body. */
    @ServerExceptionMapper
    Response unknown(AuthenticationFailedException unknown) {
        return unknown();
    }

    @ServerExceptionMapper
    Response unknown(UnauthorizedException unknown) {
        return unknown();
    }

    private Response unknown() {
        return Response.fromResponse(answer(Problem.of(401)))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden) {
        return answer(Problem.of(403));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failed, RoutingContext request) {
        if (Failures.left(request, failed)) {
            return answer(Problem.of(400));
        }
        return answer(Failures.failure(failed));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
