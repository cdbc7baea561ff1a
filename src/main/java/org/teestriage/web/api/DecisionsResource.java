package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.teestriage.casework.triage.DecisionService;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Acknowledgement;
import org.teestriage.decision.AuthorityDecision;
import org.teestriage.decision.BreakGlassReview;
import org.teestriage.decision.CeopDecision;
import org.teestriage.decision.Close;
import org.teestriage.decision.Decision;
import org.teestriage.decision.EmergencyCall;
import org.teestriage.decision.HandOver;
import org.teestriage.decision.HubAcceptance;
import org.teestriage.decision.ImmediateRiskCheck;
import org.teestriage.decision.InformationReview;
import org.teestriage.decision.LetterChase;
import org.teestriage.decision.PlatformDecision;
import org.teestriage.decision.PoliceReport;
import org.teestriage.decision.ReferrerFeedback;
import org.teestriage.decision.SecondReading;
import org.teestriage.decision.SocialCareReferral;
import org.teestriage.decision.StrategyDiscussion;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.decision.WrittenConcern;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}")
@Tag(name = "Decisions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {

    private static final String WHOLE_CONCERN = "";
    private static final String VERSION = "If-Match";

    private final DecisionService decisionService;
    private final SignedIn signedIn;

    public DecisionsResource(DecisionService decisionService, SignedIn signedIn) {
        this.decisionService = decisionService;
        this.signedIn = signedIn;
    }

    private ConcernStatus decide(Reference reference, String item, @Nullable String version, Decision decision) {
        return decisionService.decide(signedIn.officer(), reference, item, version, decision);
    }

    @POST
    @Path("written-concern")
    @Operation(
            summary = "The written concern after a telephone call",
            description = "For referrers, officers and managers, after a concern was raised by telephone. It"
                    + " completes the facts of the call and keeps its children in the same order. If it says"
                    + " that a child is in danger, the emergency call opens.")
    public ConcernStatus writtenConcern(
            @PathParam("reference") Reference reference,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid WrittenConcern decision) {
        return decide(reference, WHOLE_CONCERN, version, decision);
    }

    @POST
    @Path("acknowledgement")
    @Operation(
            summary = "Record how the concern was acknowledged to the referrer",
            description = "For officers and managers, with one of the approved wordings. It records what the"
                    + " referrer was told, and the referrer sees the same words in the status of the concern.")
    public ConcernStatus acknowledgement(
            @PathParam("reference") Reference reference,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid Acknowledgement decision) {
        return decide(reference, WHOLE_CONCERN, version, decision);
    }

    @POST
    @Path("immediate-risk-check/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Is a child in danger now?",
            description = "For officers and managers, for one part. DANGER and DOUBT make the priority red and open"
                    + " the emergency call; every other step stays open.")
    public ConcernStatus immediateRiskCheck(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid ImmediateRiskCheck decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("emergency-call")
    @Operation(
            summary = "Record the 999 call: who called, when, what the police answered",
            description = "For officers and managers, after a person has called 999: the service never calls. It"
                    + " records who called, when, and what was agreed with the police, with the incident number"
                    + " or the reason why there is none.")
    public ConcernStatus emergencyCall(
            @PathParam("reference") Reference reference,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid EmergencyCall decision) {
        return decide(reference, WHOLE_CONCERN, version, decision);
    }

    @POST
    @Path("hand-over")
    @Operation(
            summary = "Take over from the night",
            description = "For officers and managers, when the hub opens after a concern that arrived out of hours."
                    + " It records whether the emergency duty team acted and what happened overnight. It opens"
                    + " no other step.")
    public ConcernStatus handOver(
            @PathParam("reference") Reference reference,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid HandOver decision) {
        return decide(reference, WHOLE_CONCERN, version, decision);
    }

    @POST
    @Path("authority-decision/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Decide which authority answers for the children",
            description = "For officers and managers, where the postcode does not determine the authority of a"
                    + " part. It may move the part and its open steps to the hub of that authority.")
    public ConcernStatus authorityDecision(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid AuthorityDecision decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("hub-acceptance/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Accept children from another hub, or return them",
            description = "For officers and managers of the hub that was asked. If it accepts, the part and its"
                    + " open steps move to that hub; if not, they stay where they are.")
    public ConcernStatus hubAcceptance(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid HubAcceptance decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("information-review/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Say what further information changes",
            description = "For officers and managers, for one addition to the concern. PRIORITY sets the priority"
                    + " to the given one; DANGER makes it red and opens the emergency call; NOTHING changes"
                    + " neither. Only a manager who did not raise the priority lowers it.")
    public ConcernStatus informationReview(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid InformationReview decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("break-glass-review/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Say whether emergency access was justified",
            description = "For managers of the hub, but not for the person under review. If the use was not"
                    + " justified, the access ends at once. The log of emergency access shows the result.")
    public ConcernStatus breakGlassReview(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid BreakGlassReview decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("threshold-decision/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Give each child its outcomes",
            description = "For officers and managers, for all children of one part. It opens the referrals, reports"
                    + " and strategy discussion that the outcomes require. A decision that gives less"
                    + " protection first goes to a second decision by a manager, also if a child is only handed to"
                    + " the allocated social worker or to another authority. The complex-abuse flag falls when the"
                    + " decisions of all parts agree.")
    public ConcernStatus thresholdDecision(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid ThresholdDecision decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("second-reading/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Read a risky decision again",
            description = "For managers, but not for the person who made the threshold decision. If the manager"
                    + " agrees, the decision takes effect; if not, the threshold decision opens again.")
    public ConcernStatus secondReading(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid SecondReading decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("social-care-referral/{item: [0-9]{1,4}(-now|-placing)?}")
    @Operation(
            summary = "Record the referral to children's social care and their reference",
            description = "For officers and managers, for one child; with \"-now\" for the authority where the child"
                    + " is, if it lives elsewhere, with \"-placing\" for the one that placed it. Either record that a person sent the referral"
                    + " and the reference of social care, or approve the letter, which the service then"
                    + " delivers.")
    public ConcernStatus socialCareReferral(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid SocialCareReferral decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("strategy-discussion/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Record the strategy discussion",
            description = "For officers and managers, for one part. It records when and how the discussion was held,"
                    + " the chair, who took part by name, what is known, what was agreed, and for each child of the"
                    + " part whether section 47 enquiries begin. The police and health take part, or it says why"
                    + " not. Without the police it cannot decide against the enquiries.")
    public ConcernStatus strategyDiscussion(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid StrategyDiscussion decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("police-report")
    @Operation(
            summary = "Record the report to the police",
            description = "For officers and managers. Record a report that a person made, approve the letter, which"
                    + " the service then delivers, or say why none is needed. An online sexual offence always"
                    + " goes to the police.")
    public ConcernStatus policeReport(
            @PathParam("reference") Reference reference,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid PoliceReport decision) {
        return decide(reference, WHOLE_CONCERN, version, decision);
    }

    @POST
    @Path("police-report/{item: [0-9]{1,4}(-now)?}")
    @Operation(
            summary = "Record the report to a further police force",
            description = "For officers and managers. The force serves the place where a child lives, or with \"-now\""
                    + " where it is, and is another one than that of the first report.")
    public ConcernStatus furtherPoliceReport(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid PoliceReport decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("ceop-decision")
    @Operation(
            summary = "Decide whether to report to CEOP",
            description = "For officers and managers. Record a report that a person made, approve the letter, say"
                    + " why none is needed, or hold it at the request of the police. A held report opens again"
                    + " when the hold ends.")
    public ConcernStatus ceopDecision(
            @PathParam("reference") Reference reference,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid CeopDecision decision) {
        return decide(reference, WHOLE_CONCERN, version, decision);
    }

    @POST
    @Path("platform-decision/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Decide whether to report an account to its platform",
            description = "For officers and managers, for one account, after the report to the police. Record or"
                    + " approve the report, say why none is needed, or hold it at the request of the police. A"
                    + " held report opens again when the hold ends.")
    public ConcernStatus platformDecision(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid PlatformDecision decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("referrer-feedback/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Record what the referrer was told",
            description = "For officers and managers, for one part, with one of the approved wordings. The referrer"
                    + " sees the same words in the status of the concern. An addition that names a child, a"
                    + " suspect, an account or an address is refused.")
    public ConcernStatus referrerFeedback(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid ReferrerFeedback decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("letter-chase/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Decide what happens to a letter without a receipt",
            description = "For officers and managers, for a letter that was rejected, could not be delivered or has"
                    + " no receipt. The letter is sent again under the same key, recorded as received, given"
                    + " more time (seven days at most), or withdrawn. Not withdrawn are police reports of harm"
                    + " that is, or may be, sexual, and referrals of children with section 47 enquiries.")
    public ConcernStatus letterChase(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid LetterChase decision) {
        return decide(reference, item, version, decision);
    }

    @POST
    @Path("close")
    @Operation(
            summary = "Close the concern",
            description = "For officers and managers, when no other step is open and every child has an outcome. It"
                    + " closes the concern; a danger report or further information reopens it.")
    public ConcernStatus close(
            @PathParam("reference") Reference reference,
            @HeaderParam(VERSION) @Nullable String version,
            @NotNull @Valid Close decision) {
        return decide(reference, WHOLE_CONCERN, version, decision);
    }
}
