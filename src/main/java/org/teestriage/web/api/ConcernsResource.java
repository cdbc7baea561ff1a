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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.CaseFileService;
import org.teestriage.casework.casefile.ConcernList;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.PathView;
import org.teestriage.casework.casefile.ReadingsView;
import org.teestriage.casework.casefile.TimelineView;
import org.teestriage.casework.casefile.VerificationView;
import org.teestriage.casework.decisionsupport.ChildMatches;
import org.teestriage.casework.decisionsupport.DecisionSupportService;
import org.teestriage.casework.decisionsupport.SuggestionsView;
import org.teestriage.casework.triage.AmendmentService;
import org.teestriage.casework.triage.DuplicateRequest;
import org.teestriage.casework.triage.DuplicateService;
import org.teestriage.casework.triage.HubMoveService;
import org.teestriage.casework.triage.MoveProposal;
import org.teestriage.casework.triage.RaiseService;
import org.teestriage.casework.triage.StatusEnquiryService;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns")
@Tag(name = "Concerns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConcernsResource {

    private static final String KEY = "Idempotency-Key";

    private final RaiseService raiseService;
    private final AmendmentService amendmentService;
    private final StatusEnquiryService statusEnquiryService;
    private final HubMoveService hubMoveService;
    private final DuplicateService duplicateService;
    private final CaseFileService caseFileService;
    private final DecisionSupportService decisionSupportService;
    private final SignedIn signedIn;

    public ConcernsResource(
            RaiseService raiseService,
            AmendmentService amendmentService,
            StatusEnquiryService statusEnquiryService,
            HubMoveService hubMoveService,
            DuplicateService duplicateService,
            CaseFileService caseFileService,
            DecisionSupportService decisionSupportService,
            SignedIn signedIn) {
        this.raiseService = raiseService;
        this.amendmentService = amendmentService;
        this.statusEnquiryService = statusEnquiryService;
        this.hubMoveService = hubMoveService;
        this.duplicateService = duplicateService;
        this.caseFileService = caseFileService;
        this.decisionSupportService = decisionSupportService;
        this.signedIn = signedIn;
    }

    @POST
    @Operation(
            summary = "Raise a concern",
            description =
                    "If a child is in danger now, ring 999 first. Give a telephone call to raise one by telephone.")
    @APIResponse(
            responseCode = "201",
            description = "Received, under this reference",
            content = @Content(schema = @Schema(implementation = ConcernStatus.class)))
    public Response raise(
            @HeaderParam(KEY) @Nullable @Size(min = 1, max = 200) String key, @NotNull @Valid Facts facts) {
        ConcernStatus standing = raiseService.raise(signedIn.officer(), facts, key);
        return Response.created(URI.create("/api/concerns/" + standing.reference()))
                .entity(standing)
                .build();
    }

    @GET
    @Operation(summary = "List the concerns that you may see, newest first")
    public ConcernList list(@QueryParam("after") @Nullable Reference after) {
        return caseFileService.list(signedIn.officer(), after);
    }

    @GET
    @Path("{reference}")
    @Operation(summary = "The status of a concern")
    public ConcernStatus standing(@PathParam("reference") Reference reference) {
        return caseFileService.standing(signedIn.officer(), reference);
    }

    @POST
    @Path("{reference}/danger")
    @Operation(summary = "Report increased danger", description = "Ring 999 first. Possible at any time.")
    public ConcernStatus danger(
            @PathParam("reference") Reference reference,
            @HeaderParam(KEY) @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid DangerReport told) {
        return amendmentService.danger(signedIn.officer(), reference, told, key);
    }

    @POST
    @Path("{reference}/information")
    @Operation(summary = "Add further information")
    public ConcernStatus inform(
            @PathParam("reference") Reference reference,
            @HeaderParam(KEY) @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid Information information) {
        return amendmentService.inform(signedIn.officer(), reference, information, key);
    }

    @POST
    @Path("{reference}/ask")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Ask whether the concern has been seen",
            description = "For the person who raised it, once. The next action of the hub is the answer.")
    public ConcernStatus ask(
            @PathParam("reference") Reference reference,
            @HeaderParam(KEY) @Nullable @Size(min = 1, max = 200) String key) {
        return statusEnquiryService.ask(signedIn.officer(), reference, key);
    }

    @POST
    @Path("{reference}/calls")
    @Operation(
            summary = "Record an urgent telephone call",
            description = "Such as to the emergency duty team at night.")
    public ConcernStatus called(
            @PathParam("reference") Reference reference,
            @HeaderParam(KEY) @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid PhoneCall call) {
        return amendmentService.called(signedIn.officer(), reference, call, key);
    }

    @POST
    @Path("{reference}/move")
    @Operation(summary = "Ask another hub to answer for the children of a part")
    public ConcernStatus proposeMove(
            @PathParam("reference") Reference reference, @NotNull @Valid MoveProposal proposal) {
        return hubMoveService.proposeMove(signedIn.officer(), reference, proposal);
    }

    @POST
    @Path("{reference}/duplicate")
    @Operation(summary = "Withdraw a concern as a duplicate, linked to the other")
    public ConcernStatus withdraw(
            @PathParam("reference") Reference reference, @NotNull @Valid DuplicateRequest withdrawal) {
        return duplicateService.withdraw(signedIn.officer(), reference, withdrawal);
    }

    @GET
    @Path("{reference}/path")
    @Operation(summary = "The completed, open and possible later steps")
    public PathView path(@PathParam("reference") Reference reference) {
        return caseFileService.path(signedIn.officer(), reference);
    }

    @GET
    @Path("{reference}/timeline")
    @Operation(summary = "What happened, first to last")
    public TimelineView timeline(@PathParam("reference") Reference reference) {
        return caseFileService.timeline(signedIn.officer(), reference);
    }

    @GET
    @Path("{reference}/known")
    @Operation(
            summary = "Possible matches of the children in other concerns",
            description =
                    "For a person to confirm. A concern that you may not see shows only its hub, so that you can ask"
                            + " there. It is omitted if a restriction excludes you.")
    public ChildMatches known(@PathParam("reference") Reference reference) {
        return decisionSupportService.known(signedIn.officer(), reference);
    }

    @GET
    @Path("{reference}/suggestions")
    @Operation(
            summary = "What the facts suggest, and by which rule",
            description = "They suggest more protection, never less. A person decides.")
    public SuggestionsView suggestions(@PathParam("reference") Reference reference) {
        return decisionSupportService.suggestions(signedIn.officer(), reference);
    }

    @GET
    @Path("{reference}/verification")
    @Operation(summary = "Verify the timeline; names the first altered entry")
    public VerificationView verification(@PathParam("reference") Reference reference) {
        return caseFileService.verification(signedIn.officer(), reference);
    }

    @GET
    @Path("{reference}/readings")
    @Operation(summary = "The read log of a concern, newest first")
    public ReadingsView readings(
            @PathParam("reference") Reference reference, @QueryParam("after") @Nullable Long after) {
        return caseFileService.readings(signedIn.officer(), reference, after);
    }
}
