package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.partnercheck.SystemAnswer;
import org.teestriage.delivery.CheckAnswerService;
import org.teestriage.delivery.CheckAnswerView;

@Authenticated
@Path("/api/check-questions")
@Tag(name = "Dispatches")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CheckAnswersResource {

    private final CheckAnswerService checkAnswerService;
    private final SignedBody signedBody;

    public CheckAnswersResource(CheckAnswerService checkAnswerService, SignedBody signedBody) {
        this.checkAnswerService = checkAnswerService;
        this.signedBody = signedBody;
    }

    @POST
    @Path("{question: [0-9a-f-]{36}}/answer")
    @PermitAll
    @SecurityRequirements
    @Operation(
            summary = "A partner's answer to a partner check",
            description = "For partners, who do not sign in but sign the request in two headers: HMAC-SHA-256, in"
                    + " hex after \"v1=\", over the lines ANSWER, the timestamp and the id of the question, each"
                    + " ended by a line feed, and the exact bytes of the body. The same answer may be repeated;"
                    + " another one stands beside it, and a late one is taken as well.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SystemAnswer.class)))
    public CheckAnswerView answerCheck(
            @PathParam("question") String question,
            @HeaderParam("Tees-Triage-Timestamp") @Nullable String timestamp,
            @HeaderParam("Tees-Triage-Signature") @Nullable String signature,
            byte @Nullable [] body)
            throws IOException {
        byte[] sent = body == null ? new byte[0] : body;
        checkAnswerService.requireSigned(question, timestamp, signature, sent);
        return checkAnswerService.take(question, signedBody.read(sent, SystemAnswer.class));
    }
}
