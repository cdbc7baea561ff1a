package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.triage.RouteEntry;
import org.teestriage.casework.triage.RouteService;
import org.teestriage.casework.triage.RoutesView;
import org.teestriage.concern.Reference;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}/routes")
@Tag(name = "Concerns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RoutesResource {

    private final RouteService routeService;
    private final SignedIn signedIn;

    public RoutesResource(RouteService routeService, SignedIn signedIn) {
        this.routeService = routeService;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            summary = "Reporting routes outside the service, such as VEMT, the National Referral Mechanism or Prevent",
            description = "For officers, managers and auditors. Which are due or suggested, why, and what was done. The"
                    + " service sends nothing there. Auditors get no text that a person typed. The read log records the"
                    + " request.")
    public RoutesView routes(@PathParam("reference") Reference reference) {
        return routeService.of(signedIn.officer(), reference);
    }

    @POST
    @Operation(
            summary = "Record what was done on a reporting route, or why it is not needed",
            description = "For officers and managers of a hub of the concern, at any time. What came of it later is a"
                    + " further entry. Refused for a child, person or account that the concern does not have.")
    public ConcernStatus recordRoute(
            @PathParam("reference") Reference reference,
            @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid RouteEntry entry) {
        return routeService.record(signedIn.officer(), reference, entry, key);
    }
}
