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
import org.teestriage.casework.casefile.SentView;
import org.teestriage.casework.casefile.TimelineView;
import org.teestriage.casework.casefile.VerificationView;
import org.teestriage.casework.decisionsupport.ChildMatches;
import org.teestriage.casework.decisionsupport.DecisionSupportService;
import org.teestriage.casework.decisionsupport.SuggestionsView;
import org.teestriage.casework.triage.AmendmentService;
import org.teestriage.casework.triage.DuplicateRequest;
import org.teestriage.casework.triage.DuplicateService;
import org.teestriage.casework.triage.HandBack;
import org.teestriage.casework.triage.HubMoveService;
import org.teestriage.casework.triage.MoveProposal;
import org.teestriage.casework.triage.RaiseService;
import org.teestriage.casework.triage.StatusEnquiryService;
import org.teestriage.concern.Reference;
import org.teestriage.concern.amendment.AmendmentRequest;
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
            description = "For referrers, officers and managers. Call 999 first if a child is in danger now. The"
                    + " service stores the facts, rates the priority, finds the hub and opens the first steps;"
                    + " with `call`, a written concern must follow within 24 hours.")
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
    @Operation(
            summary = "List the concerns that you may see, newest first",
            description = "For referrers, officers, managers and auditors. Lists only the concerns that the caller"
                    + " may see, one page at a time. The read log records the concerns on the page.")
    public ConcernList list(@QueryParam("after") @Nullable Reference after) {
        return caseFileService.list(signedIn.officer(), after);
    }

    @GET
    @Path("{reference}")
    @Operation(
            summary = "The status of a concern",
            description = "For referrers, officers, managers and auditors. Officers and managers also get the"
                    + " facts, open steps, additions and letters; `withheld` names what is redacted. The read"
                    + " log records the request.")
    public ConcernStatus standing(@PathParam("reference") Reference reference) {
        return caseFileService.standing(signedIn.officer(), reference);
    }

    @GET
    @Path("{reference}/sent")
    @Operation(
            summary = "What the agency sent, word for word",
            description = "For the referrer who raised the concern, the safeguarding lead of the agency, officers and"
                    + " managers: the concern, the written concern, danger reports, information and calls of the agency, oldest first,"
                    + " and nothing that the hub added. `withheld` names what is redacted. The read log records"
                    + " the request.")
    public SentView sent(@PathParam("reference") Reference reference) {
        return caseFileService.sent(signedIn.officer(), reference);
    }

    @POST
    @Path("{reference}/danger")
    @Operation(
            summary = "Report increased danger",
            description = "For referrers, officers and managers, at any time. Call 999 first. The priority becomes"
                    + " red, the emergency call opens, and a closed concern is reopened.")
    public ConcernStatus danger(
            @PathParam("reference") Reference reference,
            @HeaderParam(KEY) @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid DangerReport told) {
        return amendmentService.danger(signedIn.officer(), reference, told, key);
    }

    @POST
    @Path("{reference}/information")
    @Operation(
            summary = "Add further information",
            description = "For referrers, officers and managers. The information is added to the concern, and a"
                    + " closed concern is reopened. An officer of the hub reviews what it changes.")
    public ConcernStatus inform(
            @PathParam("reference") Reference reference,
            @HeaderParam(KEY) @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid Information information) {
        return amendmentService.inform(signedIn.officer(), reference, information, key);
    }

    @POST
    @Path("{reference}/amendments")
    @Operation(
            summary = "Add to, correct or withdraw facts",
            description = "For referrers, officers and managers. Members of lists are known by their number in the"
                    + " facts, from 1, which they keep. Say who said so and, where something said before changes,"
                    + " why. Nothing is lost: see the history of the facts. What becomes due opens by itself; a"
                    + " closed concern is reopened. Refused with 412 if what is corrected has changed since the"
                    + " `revision` that the caller read.")
    public ConcernStatus amend(
            @PathParam("reference") Reference reference,
            @HeaderParam(KEY) @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid AmendmentRequest amendment) {
        return amendmentService.amend(signedIn.officer(), reference, amendment, key);
    }

    @POST
    @Path("{reference}/ask")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Ask whether the concern has been seen",
            description = "For the referrer who raised the concern, or the safeguarding lead of the agency, as"
                    + " often as they like while it is open. The enquiry shows in the queue of the hub. It counts as answered when the hub next claims or"
                    + " decides a step.")
    public ConcernStatus ask(
            @PathParam("reference") Reference reference,
            @HeaderParam(KEY) @Nullable @Size(min = 1, max = 200) String key) {
        return statusEnquiryService.ask(signedIn.officer(), reference, key);
    }

    @POST
    @Path("{reference}/calls")
    @Operation(
            summary = "Record an urgent telephone call",
            description = "For referrers, officers and managers. Records a call that could not wait, such as to the"
                    + " emergency duty team at night. The timeline and later letters contain it; no step opens.")
    public ConcernStatus called(
            @PathParam("reference") Reference reference,
            @HeaderParam(KEY) @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid PhoneCall call) {
        return amendmentService.called(signedIn.officer(), reference, call, key);
    }

    @POST
    @Path("{reference}/hand-back")
    @Operation(
            summary = "Hand a concern back to the hub",
            description =
                    "For the Emergency Duty Team. The timeline and the handover in the morning show what was done;"
                            + " what the team claimed returns to the queue. The team reads the concern again only if one of"
                            + " its steps is still the team's.")
    public ConcernStatus handBack(
            @PathParam("reference") Reference reference,
            @HeaderParam(KEY) @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid HandBack done) {
        return amendmentService.handBack(signedIn.officer(), reference, done, key);
    }

    @POST
    @Path("{reference}/move")
    @Operation(
            summary = "Ask another hub to answer for the children of a part",
            description = "For officers and managers of the hub of the part. It opens the acceptance step at the"
                    + " other hub. The present hub stays responsible until the other accepts.")
    public ConcernStatus proposeMove(
            @PathParam("reference") Reference reference, @NotNull @Valid MoveProposal proposal) {
        return hubMoveService.proposeMove(signedIn.officer(), reference, proposal);
    }

    @POST
    @Path("{reference}/duplicate")
    @Operation(
            summary = "Withdraw a concern as a duplicate, linked to the other",
            description = "For managers. It closes the concern, ends its open steps and letters, and links it to"
                    + " the other concern, which must be open. Refused while an emergency call is open.")
    public ConcernStatus withdraw(
            @PathParam("reference") Reference reference, @NotNull @Valid DuplicateRequest withdrawal) {
        return duplicateService.withdraw(signedIn.officer(), reference, withdrawal);
    }

    @GET
    @Path("{reference}/path")
    @Operation(
            summary = "The completed, open and possible later steps",
            description = "For officers, managers and auditors. Shows the steps in the order of the response path,"
                    + " with deadlines and decisions. Auditors get the codes, numbers and times of decisions, no"
                    + " text. The read log records the request.")
    public PathView path(@PathParam("reference") Reference reference) {
        return caseFileService.path(signedIn.officer(), reference);
    }

    @GET
    @Path("{reference}/timeline")
    @Operation(
            summary = "What happened, first to last",
            description = "For officers, managers and auditors. Each entry has the hash that chains it to the one"
                    + " before. Auditors get no facts, no typed text, and no names of the people of the concern."
                    + " The read log records the request.")
    public TimelineView timeline(@PathParam("reference") Reference reference) {
        return caseFileService.timeline(signedIn.officer(), reference);
    }

    @GET
    @Path("{reference}/known")
    @Operation(
            summary = "Possible matches of the children in other concerns",
            description = "For officers and managers, for a person to confirm. A concern that the caller may not"
                    + " see shows only its hub, so that the caller can ask there. It is omitted if a"
                    + " restriction excludes the caller.")
    public ChildMatches known(@PathParam("reference") Reference reference) {
        return decisionSupportService.known(signedIn.officer(), reference);
    }

    @GET
    @Path("{reference}/suggestions")
    @Operation(
            summary = "What the facts suggest, and by which rule",
            description = "For officers and managers. The rules suggest more protection, never less, and each names"
                    + " its source. A person decides.")
    public SuggestionsView suggestions(@PathParam("reference") Reference reference) {
        return decisionSupportService.suggestions(signedIn.officer(), reference);
    }

    @GET
    @Path("{reference}/verification")
    @Operation(
            summary = "Verify the timeline; names the first altered entry",
            description = "For officers, managers and auditors. Computes the hashes of the timeline again and"
                    + " compares them with the stored ones. The read log records the request.")
    public VerificationView verification(@PathParam("reference") Reference reference) {
        return caseFileService.verification(signedIn.officer(), reference);
    }

    @GET
    @Path("{reference}/readings")
    @Operation(
            summary = "The read log of a concern, newest first",
            description = "For managers and auditors. Shows who read what of the concern and when, one page at a"
                    + " time. The read log records this request too.")
    public ReadingsView readings(
            @PathParam("reference") Reference reference, @QueryParam("after") @Nullable Long after) {
        return caseFileService.readings(signedIn.officer(), reference, after);
    }
}
