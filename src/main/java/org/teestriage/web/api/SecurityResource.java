package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.teestriage.web.SignedIn;
import org.teestriage.access.securitylog.SecurityEventService;
import org.teestriage.access.securitylog.SecurityEvents;

/** Who could not sign in, and who was turned away. */
@Authenticated
@Path("/api/security-events")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
public class SecurityResource {

    private final SecurityEventService security;
    private final SignedIn signedIn;

    public SecurityResource(SecurityEventService security, SignedIn signedIn) {
        this.security = security;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(summary = "Who could not sign in or was turned away, the newest first")
    public SecurityEvents securityEvents() {
        return security.events(signedIn.officer());
    }
}
