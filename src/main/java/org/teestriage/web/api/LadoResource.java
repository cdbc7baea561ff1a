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
import org.teestriage.casework.casefile.LadoCase;
import org.teestriage.casework.casefile.LadoCaseService;
import org.teestriage.casework.triage.DecisionService;
import org.teestriage.concern.Reference;
import org.teestriage.decision.LadoEvaluation;
import org.teestriage.decision.LadoLetterChase;
import org.teestriage.decision.LadoReferral;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}")
@Tag(name = "Decisions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LadoResource {

    private final LadoCaseService ladoCaseService;
    private final DecisionService decisionService;
    private final SignedIn signedIn;

    public LadoResource(LadoCaseService ladoCaseService, DecisionService decisionService, SignedIn signedIn) {
        this.ladoCaseService = ladoCaseService;
        this.decisionService = decisionService;
        this.signedIn = signedIn;
    }

    @GET
    @Path("lado")
    @Tag(name = "Concerns")
    @Operation(
            summary = "What concerns the LADO",
            description =
                    "For officers and managers with access to the LADO content: each person with the allegation, the"
                            + " employer, the letters, what is open and what was decided, and the position of the police. For"
                            + " all others it does not exist. The read log records the request.")
    public LadoCase lado(@PathParam("reference") Reference reference) {
        return ladoCaseService.of(signedIn.officer(), reference);
    }

    @POST
    @Path("lado-referral/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Record the referral to the LADO",
            description = "For officers and managers, for one suspect who works with children. Either record that a"
                    + " person sent the referral and the reference of the LADO, or approve the letter, which"
                    + " the service then delivers.")
    public ConcernStatus ladoReferral(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid LadoReferral decision) {
        return decisionService.decide(signedIn.officer(), reference, item, version, decision);
    }

    @POST
    @Path("lado-evaluation/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Record the outcome of the LADO's evaluation",
            description =
                    "For officers and managers with access to the LADO content, for one person about whom the LADO"
                            + " was told. One of the statutory outcomes, that the threshold is not met, or that the evaluation"
                            + " continues: then with the person who follows it up, and the day on which the step comes back,"
                            + " also in a concern that was closed meanwhile.")
    public ConcernStatus ladoEvaluation(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid LadoEvaluation decision) {
        return decisionService.decide(signedIn.officer(), reference, item, version, decision);
    }

    @POST
    @Path("lado-letter-chase/{item: [0-9]{1,4}}")
    @Operation(
            summary = "Decide what happens to a letter to the LADO without a receipt",
            description = "For officers and managers with access to the LADO content, for a letter to the LADO that"
                    + " was rejected, could not be delivered or has no receipt. The choices are those of any"
                    + " other letter.")
    public ConcernStatus ladoLetterChase(
            @PathParam("reference") Reference reference,
            @PathParam("item") String item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid LadoLetterChase decision) {
        return decisionService.decide(signedIn.officer(), reference, item, version, decision);
    }
}
