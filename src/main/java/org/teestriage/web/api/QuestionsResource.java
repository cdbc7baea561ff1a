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
import org.teestriage.casework.question.QuestionRequest;
import org.teestriage.casework.question.QuestionWithdrawal;
import org.teestriage.casework.question.QuestionsView;
import org.teestriage.casework.triage.QuestionService;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Information;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}/questions")
@Tag(name = "Concerns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class QuestionsResource {

    private final QuestionService questionService;
    private final SignedIn signedIn;

    public QuestionsResource(QuestionService questionService, SignedIn signedIn) {
        this.questionService = questionService;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            summary = "Questions of the hub to the referrer",
            description =
                    "For the referrer, officers, managers and auditors. Auditors get no text that a person typed.")
    public QuestionsView questions(@PathParam("reference") Reference reference) {
        return questionService.of(signedIn.officer(), reference);
    }

    @POST
    @Operation(
            summary = "Ask the referrer a question",
            description =
                    "For officers and managers of a hub of the concern, as long as it is open. The referrer sees it"
                            + " with the concern. config/questions.yaml says by when they answer.")
    public ConcernStatus askReferrer(
            @PathParam("reference") Reference reference,
            @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid QuestionRequest request) {
        return questionService.ask(signedIn.officer(), reference, request, key);
    }

    @POST
    @Path("{number}/answer")
    @Operation(
            summary = "Answer a question of the hub",
            description = "For the referrer, and for staff who write down what the referrer said. The answer is further"
                    + " information, which an officer reviews; a closed concern is opened again.")
    public ConcernStatus answerQuestion(
            @PathParam("reference") Reference reference,
            @PathParam("number") int number,
            @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid Information answer) {
        return questionService.answer(signedIn.officer(), reference, number, answer, key);
    }

    @POST
    @Path("{number}/withdraw")
    @Operation(
            summary = "Withdraw a question to the referrer",
            description =
                    "For officers and managers of a hub of the concern. The reason is for the staff of the hub only.")
    public ConcernStatus withdrawQuestion(
            @PathParam("reference") Reference reference,
            @PathParam("number") int number,
            @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 200) String key,
            @NotNull @Valid QuestionWithdrawal withdrawal) {
        return questionService.withdraw(signedIn.officer(), reference, number, withdrawal, key);
    }

    @POST
    @Path("{number}/chase")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Record that the referrer was reminded of a question",
            description = "For officers and managers of a hub of the concern. The service reminds no one.")
    public ConcernStatus chaseQuestion(
            @PathParam("reference") Reference reference,
            @PathParam("number") int number,
            @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 200) String key) {
        return questionService.chase(signedIn.officer(), reference, number, key);
    }
}
