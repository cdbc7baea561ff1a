package org.teestriage.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.teestriage.desk.Refused;

/**
 * Turns every way of failing into a problem (RFC 9457). In one file, so that it can be seen at a glance that none of them
 * repeats what somebody typed or shows the inside of the house.
 */
public class Problems {

    private final String challenge;

    Problems(@ConfigProperty(name = "quarkus.http.auth.basic", defaultValue = "false") boolean demoAccounts) {
        this.challenge = demoAccounts ? "Basic realm=\"Tees Triage\"" : "Bearer";
    }

    @ServerExceptionMapper
    public Response refused(Refused refused) {
        return switch (refused.kind()) {
            case ABSENT -> problem(404, "Not found", refused.sentence(), List.of());
            case NOT_ALLOWED -> problem(403, "Not allowed", refused.sentence(), List.of());
            case CONFLICT -> problem(409, "Not possible now", refused.sentence(), List.of());
            case KEY_REUSED -> problem(422, "Key used before", refused.sentence(), List.of());
        };
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid) {
        List<Problem.Field> fields = invalid.getConstraintViolations().stream()
                .map(Problems::field)
                .sorted(Comparator.comparing(Problem.Field::field).thenComparing(Problem.Field::message))
                .toList();
        return invalid(fields);
    }

    private static Problem.Field field(ConstraintViolation<?> violation) {
        // The first two nodes name the method and the parameter, which are ours; the rest is the path in the body.
        String path = violation.getPropertyPath().toString();
        String[] nodes = path.split("\\.", 3);
        return new Problem.Field(nodes.length == 3 ? nodes[2] : "", violation.getMessage());
    }

    private static Response invalid(List<Problem.Field> fields) {
        return problem(400, "Not valid", "NOT submitted. Correct the fields named here and send it again.", fields);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failed) {
        Optional<JacksonException> json = causes(failed)
                .filter(JacksonException.class::isInstance)
                .map(JacksonException.class::cast)
                .findFirst();
        if (json.isPresent()) {
            return unreadable(json.get());
        }
        int status = failed.getResponse().getStatus();
        return problem(of(status));
    }

    /** Named here too, because the framework has a mapper of its own for it, which tells of our classes. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException failed) {
        return unreadable(failed);
    }

    @ServerExceptionMapper
    public Response unreadable(JacksonException failed) {
        if (failed instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return invalid(List.of(new Problem.Field(
                    path(mapping),
                    "cannot be read: an unknown field, a field given"
                            + " twice, or a value of the wrong type or form")));
        }
        return problem(
                400, "Not readable", "NOT submitted. The body is not the JSON that this address takes.", List.of());
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[%d]".formatted(step.getIndex()) : "." + safe(step))
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** A key that nobody defined is the sender's own text, and is not repeated. */
    private static String safe(JsonMappingException.Reference step) {
        return step.getFieldName().matches("[A-Za-z0-9]{1,40}") ? step.getFieldName() : "?";
    }

    @ServerExceptionMapper
    public Response unknown(UnauthorizedException unknown) {
        return Response.fromResponse(problem(of(401)))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden) {
        return problem(of(403));
    }

    /** Logged under a number that the sender is shown, without the message: exception messages quote what people typed. */
    @ServerExceptionMapper
    public Response unexpected(RuntimeException failed) {
        UUID number = UUID.randomUUID();
        Log.errorf("failure %s: %s", number, shape(failed));
        return problem(
                500,
                "Failed",
                "NOT submitted, as far as we can tell. If a child is in danger now, ring 999. Otherwise send the same"
                        + " again with the same Idempotency-Key; it will not be stored twice. Failure " + number + ".",
                List.of());
    }

    private static String shape(Throwable failed) {
        return causes(failed)
                .map(cause -> cause.getClass().getName() + " at "
                        + Stream.of(cause.getStackTrace()).limit(12).toList())
                .collect(Collectors.joining(" caused by "));
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause);
    }

    private static Response problem(int status, String title, String detail, List<Problem.Field> errors) {
        return problem(new Problem("about:blank", title, status, detail, errors));
    }

    private static Response problem(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    /** The problem that a status says all about. */
    static Problem of(int status) {
        return new Problem("about:blank", title(status), status, sentence(status), List.of());
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "Not signed in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Not possible here";
            case 406 -> "Not available in that form";
            case 413 -> "Too large";
            case 415 -> "Not JSON";
            case 503 -> "Not possible right now";
            default -> "Not valid";
        };
    }

    private static String sentence(int status) {
        return switch (status) {
            case 401 -> "Sign in first. If a child is in danger now, ring 999.";
            case 403 -> "Your role does not include this.";
            case 404 -> "There is nothing here, or it is not yours to see.";
            case 405 -> "This address does not take that method.";
            case 413 -> "NOT submitted. The body is larger than this service takes.";
            case 415 -> "NOT submitted. Send JSON, with the content type application/json.";
            case 503 -> "NOT submitted. Signing in is not possible right now. If a child is in danger now, ring 999.";
            default -> "NOT submitted. The request cannot be read.";
        };
    }
}
