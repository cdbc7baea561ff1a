package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
import org.teestriage.decision.LadoLetterChase;
import org.teestriage.decision.LadoReferral;
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

    private final DecisionService decisionService;
    private final SignedIn signedIn;

    public DecisionsResource(DecisionService decisionService, SignedIn signedIn) {
        this.decisionService = decisionService;
        this.signedIn = signedIn;
    }

    private ConcernStatus decide(Reference reference, String item, Decision decision) {
        return decisionService.decide(signedIn.officer(), reference, item, decision);
    }

    @POST
    @Path("written-concern")
    @Operation(summary = "The written concern after a telephone call")
    public ConcernStatus writtenConcern(
            @PathParam("reference") Reference reference, @NotNull @Valid WrittenConcern decision) {
        return decide(reference, WHOLE_CONCERN, decision);
    }

    @POST
    @Path("acknowledgement")
    @Operation(summary = "Record how the concern was acknowledged to the referrer")
    public ConcernStatus acknowledgement(
            @PathParam("reference") Reference reference, @NotNull @Valid Acknowledgement decision) {
        return decide(reference, WHOLE_CONCERN, decision);
    }

    @POST
    @Path("immediate-risk-check/{item: [0-9]{1,4}}")
    @Operation(summary = "Is a child in danger now?")
    public ConcernStatus immediateRiskCheck(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid ImmediateRiskCheck decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("emergency-call")
    @Operation(summary = "Record the 999 call: who rang, when, what the police answered")
    public ConcernStatus emergencyCall(
            @PathParam("reference") Reference reference, @NotNull @Valid EmergencyCall decision) {
        return decide(reference, WHOLE_CONCERN, decision);
    }

    @POST
    @Path("hand-over")
    @Operation(summary = "Take over from the night")
    public ConcernStatus handOver(@PathParam("reference") Reference reference, @NotNull @Valid HandOver decision) {
        return decide(reference, WHOLE_CONCERN, decision);
    }

    @POST
    @Path("authority-decision/{item: [0-9]{1,4}}")
    @Operation(summary = "Decide which authority answers for the children")
    public ConcernStatus authorityDecision(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid AuthorityDecision decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("hub-acceptance/{item: [0-9]{1,4}}")
    @Operation(summary = "Accept children from another hub, or return them")
    public ConcernStatus hubAcceptance(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid HubAcceptance decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("information-review/{item: [0-9]{1,4}}")
    @Operation(summary = "Say what further information changes")
    public ConcernStatus informationReview(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid InformationReview decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("break-glass-review/{item: [0-9]{1,4}}")
    @Operation(summary = "Say whether emergency access was justified")
    public ConcernStatus breakGlassReview(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid BreakGlassReview decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("threshold-decision/{item: [0-9]{1,4}}")
    @Operation(summary = "Give each child its outcomes")
    public ConcernStatus thresholdDecision(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid ThresholdDecision decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("second-reading/{item: [0-9]{1,4}}")
    @Operation(summary = "Read a risky decision again")
    public ConcernStatus secondReading(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid SecondReading decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("social-care-referral/{item: [0-9]{1,4}}")
    @Operation(summary = "Record the referral to children's social care and their reference")
    public ConcernStatus socialCareReferral(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid SocialCareReferral decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("strategy-discussion/{item: [0-9]{1,4}}")
    @Operation(summary = "Record the strategy discussion")
    public ConcernStatus strategyDiscussion(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid StrategyDiscussion decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("police-report")
    @Operation(summary = "Record the report to the police")
    public ConcernStatus policeReport(
            @PathParam("reference") Reference reference, @NotNull @Valid PoliceReport decision) {
        return decide(reference, WHOLE_CONCERN, decision);
    }

    @POST
    @Path("ceop-decision")
    @Operation(summary = "Decide whether to report to CEOP")
    public ConcernStatus ceopDecision(
            @PathParam("reference") Reference reference, @NotNull @Valid CeopDecision decision) {
        return decide(reference, WHOLE_CONCERN, decision);
    }

    @POST
    @Path("platform-decision/{item: [0-9]{1,4}}")
    @Operation(summary = "Decide whether to report an account to its platform")
    public ConcernStatus platformDecision(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid PlatformDecision decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("lado-referral/{item: [0-9]{1,4}}")
    @Operation(summary = "Record the referral to the LADO")
    public ConcernStatus ladoReferral(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid LadoReferral decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("referrer-feedback/{item: [0-9]{1,4}}")
    @Operation(summary = "Record what the referrer was told")
    public ConcernStatus referrerFeedback(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid ReferrerFeedback decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("letter-chase/{item: [0-9]{1,4}}")
    @Operation(summary = "Decide what happens to a letter without a receipt")
    public ConcernStatus letterChase(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid LetterChase decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("lado-letter-chase/{item: [0-9]{1,4}}")
    @Operation(summary = "Decide what happens to a letter to the LADO without a receipt")
    public ConcernStatus ladoLetterChase(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @NotNull @Valid LadoLetterChase decision) {
        return decide(reference, item, decision);
    }

    @POST
    @Path("close")
    @Operation(summary = "Close the concern")
    public ConcernStatus close(@PathParam("reference") Reference reference, @NotNull @Valid Close decision) {
        return decide(reference, WHOLE_CONCERN, decision);
    }
}
