package org.teestriage.pages;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.SignedIn;

/**
 * Lets only our own forms change something: from somebody signed in, from this origin, with a token drawn for them. The
 * addresses themselves permit everybody, so that the form of somebody who was signed out is read and shown back to them.
 */
class FormGuard {

    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

    private final SignedIn signedIn;
    private final FormToken tokens;
    private final PagesDoor door;
    private final Sent sent;

    FormGuard(SignedIn signedIn, FormToken tokens, PagesDoor door, Sent sent) {
        this.signedIn = signedIn;
        this.tokens = tokens;
        this.door = door;
        this.sent = sent;
    }

    @ServerRequestFilter
    @WithFormRead
    public void guard(ResteasyReactiveContainerRequestContext request) {
        if (!request.getMethod().equals("POST")
                || !door.opens(request.getUriInfo().getPath())) {
            return;
        }
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        sent.keep(context.getFormData());
        if (!ofOurOrigin(request) || !tokens.isOf(signedIn.officer(), sent.token())) {
            throw new ForbiddenException();
        }
    }

    /** Our own forms come with the origin "null", because no address of ours is ever told to anybody. */
    private static boolean ofOurOrigin(ContainerRequestContext request) {
        @Nullable String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !OTHERS.contains(site);
        }
        @Nullable String origin = request.getHeaderString("Origin");
        return origin == null
                || origin.equals("null")
                || URI.create(origin)
                        .getAuthority()
                        .equals(request.getUriInfo().getRequestUri().getAuthority());
    }
}
