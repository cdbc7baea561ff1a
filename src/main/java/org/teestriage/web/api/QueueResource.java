package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.teestriage.casework.queue.ClaimService;
import org.teestriage.casework.queue.QueueFilter;
import org.teestriage.casework.queue.QueuePage;
import org.teestriage.casework.queue.QueueService;
import org.teestriage.decision.Step;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/queue")
@Tag(name = "Queue")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {

    private final QueueService queueService;
    private final ClaimService claimService;
    private final SignedIn signedIn;

    public QueueResource(QueueService queueService, ClaimService claimService, SignedIn signedIn) {
        this.queueService = queueService;
        this.claimService = claimService;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            summary = "The open steps of your hubs, most urgent first",
            description = "For officers and managers. Shows one page; \"next\" is the \"after\" of the following"
                    + " page. The read log records the concerns on the page.")
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
        return queueService.page(signedIn.officer(), new QueueFilter(whose, overdue, step, from, size));
    }

    @POST
    @Path("next")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Claim the most urgent unclaimed step",
            description = "For officers and managers. The step is assigned to the caller and leaves the tab of"
                    + " unclaimed steps. Concurrent callers get different steps.")
    @APIResponse(
            responseCode = "200",
            description = "Claimed",
            content = @Content(schema = @Schema(implementation = QueuePage.Line.class)))
    @APIResponse(responseCode = "204", description = "There is no unclaimed step")
    public Response takeNext() {
        return claimService
                .takeNext(signedIn.officer())
                .map(line -> Response.ok(line).build())
                .orElseGet(() -> Response.noContent().build());
    }
}
