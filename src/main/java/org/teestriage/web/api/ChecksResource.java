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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.partnercheck.ChecksView;
import org.teestriage.casework.triage.CheckEntry;
import org.teestriage.casework.triage.CheckService;
import org.teestriage.casework.triage.DecisionService;
import org.teestriage.concern.Reference;
import org.teestriage.decision.PartnerCheckOverdue;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}")
@Tag(name = "Concerns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {

    private final CheckService checkService;
    private final DecisionService decisionService;
    private final SignedIn signedIn;

    public ChecksResource(CheckService checkService, DecisionService decisionService, SignedIn signedIn) {
        this.checkService = checkService;
        this.decisionService = decisionService;
        this.signedIn = signedIn;
    }

    @GET
    @Path("checks")
    @Operation(
            summary = "Partner checks: what is due, was asked and was answered about each child",
            description = "For officers, managers and auditors. What a partner said for the hub of the child alone is"
                    + " withheld from other hubs. Auditors get no text that a person typed. The read log records the"
                    + " request.")
    public ChecksView checks(@PathParam("reference") Reference reference) {
        return checkService.of(signedIn.officer(), reference);
    }

    @POST
    @Path("checks")
    @Operation(
            summary = "Record that a partner was asked or chased, answered, or is not asked",
            description = "For officers and managers of a hub of the concern, at any time. Entries are only added: a"
                    + " second answer stands beside the first.")
    public ConcernStatus recordCheck(
            @PathParam("reference") Reference reference,
            @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid CheckEntry entry) {
        return checkService.record(signedIn.officer(), reference, entry, key);
    }

    @POST
    @Path("partner-check-overdue/{item: [0-9]{1,4}}")
    @Tag(name = "Decisions")
    @Operation(
            summary = "Decide what happens to the overdue partner checks of a child",
            description = "For officers and managers. All that is overdue was chased and is awaited until a time, at"
                    + " which the step opens again if a partner is still silent; or the answers are not awaited any"
                    + " more, with the reason. Answers are recorded with the checks, which ends the step.")
    public ConcernStatus partnerCheckOverdue(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid PartnerCheckOverdue decision) {
        return decisionService.decide(signedIn.officer(), reference, item, version, decision);
    }
}
