package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.teestriage.casework.queue.ClaimService;
import org.teestriage.casework.queue.QueuePage;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.platform.validation.SingleLine;
import org.teestriage.web.SignedIn;

/** The class has the full path: with a shorter one, JAX-RS would select the class of the concerns instead. */
@Authenticated
@Path("/api/concerns/{reference}/steps/{step}")
@Tag(name = "Queue")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StepsResource {

    private final ClaimService claimService;
    private final SignedIn signedIn;

    public StepsResource(ClaimService claimService, SignedIn signedIn) {
        this.claimService = claimService;
        this.signedIn = signedIn;
    }

    public record Assignment(@NotBlank @SingleLine String user) {}

    @POST
    @Path("claim")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Claim a step")
    public QueuePage.Line claim(@PathParam("reference") Reference reference, @PathParam("step") Step step) {
        return claimService.claim(signedIn.officer(), reference, step, "");
    }

    @POST
    @Path("{item: [0-9]{1,4}}/claim")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Claim a step")
    public QueuePage.Line claimItem(
            @PathParam("reference") Reference reference, @PathParam("step") Step step, @PathParam("item") String item) {
        return claimService.claim(signedIn.officer(), reference, step, item);
    }

    @POST
    @Path("release")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Return a step to the queue")
    public QueuePage.Line release(@PathParam("reference") Reference reference, @PathParam("step") Step step) {
        return claimService.release(signedIn.officer(), reference, step, "");
    }

    @POST
    @Path("{item: [0-9]{1,4}}/release")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Return a step to the queue")
    public QueuePage.Line releaseItem(
            @PathParam("reference") Reference reference, @PathParam("step") Step step, @PathParam("item") String item) {
        return claimService.release(signedIn.officer(), reference, step, item);
    }

    @POST
    @Path("assign")
    @Operation(summary = "Assign a step to a colleague")
    public QueuePage.Line assign(
            @PathParam("reference") Reference reference,
            @PathParam("step") Step step,
            @NotNull @Valid Assignment assignment) {
        return claimService.assign(signedIn.officer(), reference, step, "", assignment.user());
    }

    @POST
    @Path("{item: [0-9]{1,4}}/assign")
    @Operation(summary = "Assign a step to a colleague")
    public QueuePage.Line assignItem(
            @PathParam("reference") Reference reference,
            @PathParam("step") Step step,
            @PathParam("item") String item,
            @NotNull @Valid Assignment assignment) {
        return claimService.assign(signedIn.officer(), reference, step, item, assignment.user());
    }
}
