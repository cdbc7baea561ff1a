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
import org.teestriage.casework.triage.NotNeededAnswer;
import org.teestriage.casework.triage.NotNeededService;
import org.teestriage.casework.triage.ObligationOpening;
import org.teestriage.casework.triage.ObligationService;
import org.teestriage.casework.triage.ObligationsView;
import org.teestriage.concern.Reference;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}/obligations")
@Tag(name = "Concerns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ObligationsResource {

    private final ObligationService obligationService;
    private final NotNeededService notNeededService;
    private final SignedIn signedIn;

    public ObligationsResource(
            ObligationService obligationService, NotNeededService notNeededService, SignedIn signedIn) {
        this.obligationService = obligationService;
        this.notNeededService = notNeededService;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            summary = "What is or was due to partners, and what became of it",
            description = "For officers, managers and auditors. Each report or referral, with its reason, since when it"
                    + " is due, and how it was settled. What concerns the LADO is shown only to those who may know of it."
                    + " Auditors get no text that a person typed. The read log records the request.")
    public ObligationsView obligations(@PathParam("reference") Reference reference) {
        return obligationService.of(signedIn.officer(), reference);
    }

    @POST
    @Operation(
            summary = "Open a report or referral",
            description =
                    "For officers and managers of a hub of the concern, at any time, also if it was settled before."
                            + " A closed concern is opened again for it. Refused while it is due already.")
    public ConcernStatus openObligation(
            @PathParam("reference") Reference reference,
            @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid ObligationOpening opening) {
        return obligationService.open(signedIn.officer(), reference, opening, key);
    }

    @POST
    @Path("second-decisions")
    @Operation(
            summary = "Decide as the second person that a report or referral is not needed",
            description =
                    "For managers of the hub of the step, and never for the person who asked for it. Where the"
                            + " manager does not agree, the step stays open. Refused if the request is not the one that was read.")
    public ConcernStatus decideNotNeeded(
            @PathParam("reference") Reference reference, @NotNull @Valid NotNeededAnswer answer) {
        return notNeededService.decide(signedIn.officer(), reference, answer);
    }
}
