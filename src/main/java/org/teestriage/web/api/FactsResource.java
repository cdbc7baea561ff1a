package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.FactsHistoryView;
import org.teestriage.casework.casefile.FactsService;
import org.teestriage.casework.casefile.FactsView;
import org.teestriage.concern.Reference;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}/facts")
@Tag(name = "Concerns")
@Produces(MediaType.APPLICATION_JSON)
public class FactsResource {

    private final FactsService factsService;
    private final SignedIn signedIn;

    public FactsResource(FactsService factsService, SignedIn signedIn) {
        this.factsService = factsService;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            summary = "The facts at a revision",
            description = "For officers and managers. Without `revision`, the facts as they are known now. Each"
                    + " addition to a concern is a revision; the first is how the concern was raised. The read log"
                    + " records the request.")
    public FactsView facts(
            @PathParam("reference") Reference reference, @QueryParam("revision") @Nullable @Min(1) Integer revision) {
        return factsService.facts(signedIn.officer(), reference, revision);
    }

    @GET
    @Path("history")
    @Operation(
            summary = "Who said what, and when",
            description = "For officers and managers. The revisions of the facts, oldest first, with each changed field"
                    + " before and after. With `field`, such as `children[0].school`, only what changed there. The"
                    + " read log records the request.")
    public FactsHistoryView history(
            @PathParam("reference") Reference reference, @QueryParam("field") @Nullable @Size(max = 100) String field) {
        return factsService.history(signedIn.officer(), reference, field);
    }
}
