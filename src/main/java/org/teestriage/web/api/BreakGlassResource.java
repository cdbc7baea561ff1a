package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.teestriage.casework.breakglass.BreakGlassRequest;
import org.teestriage.casework.breakglass.BreakGlassService;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.concern.Reference;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}/break-glass")
@Tag(name = "Access")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BreakGlassResource {

    private final BreakGlassService breakGlassService;
    private final SignedIn signedIn;

    public BreakGlassResource(BreakGlassService breakGlassService, SignedIn signedIn) {
        this.breakGlassService = breakGlassService;
        this.signedIn = signedIn;
    }

    @POST
    @Operation(
            summary = "Emergency access: open a concern of another hub, or a restricted one",
            description = "For officers and managers without access to the concern, with a one-time code from the"
                    + " last ten minutes. It opens the concern to the caller for reading and danger reports,"
                    + " for 24 hours by default, and adds an entry to the timeline. A manager of the hub"
                    + " reviews it on the next working day.")
    public ConcernStatus breakGlass(
            @PathParam("reference") Reference reference, @NotNull @Valid BreakGlassRequest order) {
        return breakGlassService.breakGlass(signedIn.officer(), reference, order);
    }
}
