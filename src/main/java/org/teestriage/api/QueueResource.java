package org.teestriage.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.SignedIn;
import org.teestriage.concern.Line;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.desk.Queue;
import org.teestriage.desk.QueueFilter;
import org.teestriage.desk.QueuePage;

/** The queue of the officer's hubs, and who has which step. */
@Authenticated
@Path("/api")
@Tag(name = "Queue")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {

    private final Queue queue;
    private final SignedIn signedIn;

    public QueueResource(Queue queue, SignedIn signedIn) {
        this.queue = queue;
        this.signedIn = signedIn;
    }

    /** To whom a step is given. */
    public record Assignment(@NotBlank @Line String user) {}

    @GET
    @Path("queue")
    @Operation(summary = "What waits at my hubs, most urgent first")
    public QueuePage page(
            @QueryParam("whose") @DefaultValue("ALL") QueueFilter.Whose whose,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("step") @Nullable Step step,
            @QueryParam("after") @Nullable String after,
            @QueryParam("size") @DefaultValue("25") @Min(1) @Max(100) int size) {
        Optional<QueueFilter.After> from = after == null ? Optional.empty() : QueueFilter.After.read(after);
        if (after != null && from.isEmpty()) {
            throw new BadRequestException(Problems.wrong("after"));
        }
        return queue.page(signedIn.officer(), new QueueFilter(whose, overdue, step, from, size));
    }

    @POST
    @Path("queue/next")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Claim the most urgent step that nobody has")
    @APIResponse(
            responseCode = "200",
            description = "Claimed",
            content = @Content(schema = @Schema(implementation = QueuePage.Line.class)))
    @APIResponse(responseCode = "204", description = "Nothing waits unclaimed")
    public Response takeNext() {
        return queue.takeNext(signedIn.officer())
                .map(line -> Response.ok(line).build())
                .orElseGet(() -> Response.noContent().build());
    }

    @POST
    @Path("concerns/{reference}/steps/{step}/claim")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Take a step")
    public QueuePage.Line claim(@PathParam("reference") Reference reference, @PathParam("step") Step step) {
        return queue.claim(signedIn.officer(), reference, step, "");
    }

    @POST
    @Path("concerns/{reference}/steps/{step}/{item: [0-9]{1,4}}/claim")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Take a step")
    public QueuePage.Line claimItem(
            @PathParam("reference") Reference reference, @PathParam("step") Step step, @PathParam("item") String item) {
        return queue.claim(signedIn.officer(), reference, step, item);
    }

    @POST
    @Path("concerns/{reference}/steps/{step}/release")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Give a step back to the queue")
    public QueuePage.Line release(@PathParam("reference") Reference reference, @PathParam("step") Step step) {
        return queue.release(signedIn.officer(), reference, step, "");
    }

    @POST
    @Path("concerns/{reference}/steps/{step}/{item: [0-9]{1,4}}/release")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Give a step back to the queue")
    public QueuePage.Line releaseItem(
            @PathParam("reference") Reference reference, @PathParam("step") Step step, @PathParam("item") String item) {
        return queue.release(signedIn.officer(), reference, step, item);
    }

    @POST
    @Path("concerns/{reference}/steps/{step}/assign")
    @Operation(summary = "Give a step to a colleague")
    public QueuePage.Line assign(
            @PathParam("reference") Reference reference,
            @PathParam("step") Step step,
            @NotNull @Valid Assignment assignment) {
        return queue.assign(signedIn.officer(), reference, step, "", assignment.user());
    }

    @POST
    @Path("concerns/{reference}/steps/{step}/{item: [0-9]{1,4}}/assign")
    @Operation(summary = "Give a step to a colleague")
    public QueuePage.Line assignItem(
            @PathParam("reference") Reference reference,
            @PathParam("step") Step step,
            @PathParam("item") String item,
            @NotNull @Valid Assignment assignment) {
        return queue.assign(signedIn.officer(), reference, step, item, assignment.user());
    }
}
