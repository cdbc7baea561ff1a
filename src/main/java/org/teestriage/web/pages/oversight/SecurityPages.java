package org.teestriage.web.pages.oversight;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.teestriage.access.Officer;
import org.teestriage.access.securitylog.SecurityEventService;
import org.teestriage.access.securitylog.SecurityEvents;
import org.teestriage.web.SignedIn;

@Path("/security-events")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SecurityPages {

    private final SignedIn signedIn;
    private final SecurityEventService securityEventService;

    SecurityPages(SignedIn signedIn, SecurityEventService securityEventService) {
        this.signedIn = signedIn;
        this.securityEventService = securityEventService;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance security(Officer officer, SecurityEvents events);
    }

    @GET
    public TemplateInstance security() {
        Officer officer = signedIn.officer();
        return Templates.security(officer, securityEventService.events(officer));
    }
}
