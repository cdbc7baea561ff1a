package org.teestriage.web;

import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.teestriage.casework.casefile.ConcernLengthService;
import org.teestriage.concern.Reference;

/** Reserves memory for the text of a concern before it is read. Changes are never refused for the text that is there. */
class ConcernTextFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final SignedIn signedIn;
    private final ConcernLengthService concernLengthService;
    private final LongTextMemory longTextMemory;

    ConcernTextFilter(SignedIn signedIn, ConcernLengthService concernLengthService, LongTextMemory longTextMemory) {
        this.signedIn = signedIn;
        this.concernLengthService = concernLengthService;
        this.longTextMemory = longTextMemory;
    }

    @ServerRequestFilter
    public void reserve(ResteasyReactiveContainerRequestContext request) {
        if (READING.contains(request.getMethod())) {
            Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("reference"))
                    .flatMap(Reference::find)
                    .ifPresent(reference ->
                            longTextMemory.require(concernLengthService.length(signedIn.officer(), reference)));
        }
    }
}
