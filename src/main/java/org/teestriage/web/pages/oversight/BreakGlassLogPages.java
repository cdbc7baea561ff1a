package org.teestriage.web.pages.oversight;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.casework.breakglass.BreakGlassLog;
import org.teestriage.casework.breakglass.BreakGlassService;
import org.teestriage.concern.Reference;
import org.teestriage.web.SignedIn;

@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class BreakGlassLogPages {

    private final SignedIn signedIn;
    private final BreakGlassService breakGlassService;

    BreakGlassLogPages(SignedIn signedIn, BreakGlassService breakGlassService) {
        this.signedIn = signedIn;
        this.breakGlassService = breakGlassService;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance which(Officer officer, @Nullable Reference found, @Nullable String wrong);

        static native TemplateInstance brokenGlass(Officer officer, BreakGlassLog list);
    }

    @GET
    @Path("break-glass")
    public Response which(@QueryParam("reference") @Nullable String reference) {
        Officer officer = breaker(signedIn.officer());
        if (reference == null) {
            return Response.ok(Templates.which(officer, null, null)).build();
        }
        // A link instead of a redirect: step-up leads to the host of Keycloak, and browsers block a form submission
        // that redirects to another host.
        return Reference.find(reference)
                .map(found -> Response.ok(Templates.which(officer, found, null)))
                .orElseGet(() -> Response.status(Response.Status.BAD_REQUEST)
                        .entity(Templates.which(officer, null, "Enter a reference, such as K7Q2-9FXM-F")))
                .build();
    }

    @GET
    @Path("broken-glass")
    public TemplateInstance brokenGlass(@QueryParam("after") @Nullable Long after) {
        Officer officer = signedIn.officer();
        return Templates.brokenGlass(officer, breakGlassService.list(officer, after));
    }

    /** Answers 404 instead of 403, so that other roles do not learn of emergency access. */
    static Officer breaker(Officer officer) {
        if (!Access.may(officer, Act.BREAK_GLASS)) {
            throw new NotFoundException();
        }
        return officer;
    }
}
