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
    @Operation(
            summary = "Claim a step",
            description = "For officers and managers of the hub. The step is assigned to the caller, who is then"
                    + " the one to decide it. Refused if a colleague has claimed it.")
    public QueuePage.Line claim(@PathParam("reference") Reference reference, @PathParam("step") Step step) {
        return claimService.claim(signedIn.officer(), reference, step, "");
    }

    @POST
    @Path("{item: [0-9]{1,4}(-now|-placing)?}/claim")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Claim a step about one item",
            description = "For officers and managers of the hub, for a step that is repeated, such as for each"
                    + " child. The step is assigned to the caller. Refused if a colleague has claimed it.")
    public QueuePage.Line claimItem(
            @PathParam("reference") Reference reference, @PathParam("step") Step step, @PathParam("item") String item) {
        return claimService.claim(signedIn.officer(), reference, step, item);
    }

    @POST
    @Path("release")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Return a step to the queue",
            description = "For the officer who claimed the step, and for managers of the hub. Any officer of the"
                    + " hub may claim it afterwards.")
    public QueuePage.Line release(@PathParam("reference") Reference reference, @PathParam("step") Step step) {
        return claimService.release(signedIn.officer(), reference, step, "");
    }

    @POST
    @Path("{item: [0-9]{1,4}(-now|-placing)?}/release")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Return a step about one item to the queue",
            description = "For the officer who claimed the step, and for managers of the hub, for a step that is"
                    + " repeated, such as for each child. Any officer of the hub may claim it afterwards.")
    public QueuePage.Line releaseItem(
            @PathParam("reference") Reference reference, @PathParam("step") Step step, @PathParam("item") String item) {
        return claimService.release(signedIn.officer(), reference, step, item);
    }

    @POST
    @Path("assign")
    @Operation(
            summary = "Assign a step to a colleague",
            description = "For managers, to a colleague of the hub who has signed in before and may see the"
                    + " concern. It replaces an earlier claim.")
    public QueuePage.Line assign(
            @PathParam("reference") Reference reference,
            @PathParam("step") Step step,
            @NotNull @Valid Assignment assignment) {
        return claimService.assign(signedIn.officer(), reference, step, "", assignment.user());
    }

    @POST
    @Path("{item: [0-9]{1,4}(-now|-placing)?}/assign")
    @Operation(
            summary = "Assign a step about one item to a colleague",
            description = "For managers, for a step that is repeated, such as for each child, to a colleague of the"
                    + " hub who has signed in before and may see the concern. It replaces an earlier claim.")
    public QueuePage.Line assignItem(
            @PathParam("reference") Reference reference,
            @PathParam("step") Step step,
            @PathParam("item") String item,
            @NotNull @Valid Assignment assignment) {
        return claimService.assign(signedIn.officer(), reference, step, item, assignment.user());
    }
}
