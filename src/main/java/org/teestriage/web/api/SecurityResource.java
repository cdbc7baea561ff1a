package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.teestriage.access.securitylog.SecurityEventService;
import org.teestriage.access.securitylog.SecurityEvents;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/security-events")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
public class SecurityResource {

    private final SecurityEventService securityEventService;
    private final SignedIn signedIn;

    public SecurityResource(SecurityEventService securityEventService, SignedIn signedIn) {
        this.securityEventService = securityEventService;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            summary = "Failed sign-ins and refused requests, newest first",
            description = "For operators. Failed sign-ins are read from Keycloak; refused requests are counted per"
                    + " user and address. It changes nothing.")
    public SecurityEvents securityEvents() {
        return securityEventService.events(signedIn.officer());
    }
}
