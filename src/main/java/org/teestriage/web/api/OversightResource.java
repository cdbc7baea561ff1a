package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.breakglass.BreakGlassLog;
import org.teestriage.casework.breakglass.BreakGlassService;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/broken-glass")
@Tag(name = "Access")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OversightResource {

    private final BreakGlassService breakGlassService;
    private final SignedIn signedIn;

    public OversightResource(BreakGlassService breakGlassService, SignedIn signedIn) {
        this.breakGlassService = breakGlassService;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            summary = "Uses of emergency access, newest first",
            description = "For managers and auditors. Shows who used emergency access, why, until when, and what"
                    + " its review found, one page at a time. It changes nothing.")
    public BreakGlassLog brokenGlass(@QueryParam("after") @Nullable @Min(1) Long after) {
        return breakGlassService.list(signedIn.officer(), after);
    }
}
