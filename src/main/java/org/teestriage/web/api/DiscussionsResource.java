package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.teestriage.casework.casefile.DiscussionsService;
import org.teestriage.casework.casefile.DiscussionsView;
import org.teestriage.casework.triage.DecisionService;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Decision;
import org.teestriage.decision.DiscussionActions;
import org.teestriage.decision.DiscussionRecord;
import org.teestriage.decision.EndOfEnquiries;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}")
@Tag(name = "Decisions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DiscussionsResource {

    private final DiscussionsService discussionsService;
    private final DecisionService decisionService;
    private final SignedIn signedIn;

    DiscussionsResource(DiscussionsService discussionsService, DecisionService decisionService, SignedIn signedIn) {
        this.discussionsService = discussionsService;
        this.decisionService = decisionService;
        this.signedIn = signedIn;
    }

    @GET
    @Path("discussions")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Read the strategy discussions",
            description =
                    "For staff of the hubs of the concern: each discussion with where section 47 enquiries stand for"
                            + " each child, the date of an initial child protection conference, who got the record, and the"
                            + " actions of each part with what became of them.")
    public DiscussionsView discussions(@PathParam("reference") Reference reference) {
        return discussionsService.of(signedIn.officer(), reference);
    }

    @POST
    @Path("end-of-enquiries/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Decide whether section 47 enquiries end",
            description = "For managers, but not for the person who recorded the strategy discussion. It opens when a"
                    + " discussion decides against section 47 enquiries that stand for a child; they go on until a"
                    + " manager agrees.")
    public ConcernStatus endOfEnquiries(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid EndOfEnquiries decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("discussion-record/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Record how the record of a strategy discussion was shared",
            description = "For officers and managers. It says of each person who took part when and how they got the"
                    + " record, or why not, and once it is known that they have it. To add a later receipt, open the"
                    + " obligation again.")
    public ConcernStatus discussionRecord(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid DiscussionRecord decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("discussion-actions/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Record what became of the actions of a strategy discussion",
            description =
                    "For officers and managers, for each open action of the part: done, not done and why, or still"
                            + " to do and by which day. It opens on the day after an action was to be done.")
    public ConcernStatus discussionActions(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid DiscussionActions decision) {
        return decide(reference, item, version, decision);
    }

    private ConcernStatus decide(Reference reference, String item, @Nullable String version, Decision decision) {
        return decisionService.decide(signedIn.officer(), reference, item, version, decision);
    }
}
