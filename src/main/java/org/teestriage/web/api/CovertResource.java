package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import org.teestriage.casework.triage.CovertRequest;
import org.teestriage.casework.triage.CovertService;
import org.teestriage.concern.Reference;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}/covert")
@Tag(name = "Concerns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CovertResource {

    private final CovertService covertService;
    private final SignedIn signedIn;

    public CovertResource(CovertService covertService, SignedIn signedIn) {
        this.covertService = covertService;
        this.signedIn = signedIn;
    }

    @POST
    @Operation(
            summary = "Mark a concern as covert, or lift the mark",
            description =
                    "For officers and managers of a hub of the concern; only managers lift the mark. While it stands,"
                            + " the family, the person of concern and the referrer are told nothing: the outcome is not told to the"
                            + " referrer, letters to platforms are not sent, and the other letters say so. Partners who got a"
                            + " letter are due a further one.")
    public ConcernStatus markCovert(
            @PathParam("reference") Reference reference,
            @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid CovertRequest request) {
        return covertService.mark(signedIn.officer(), reference, request, key);
    }
}
