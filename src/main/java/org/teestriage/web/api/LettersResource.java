package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterService;
import org.teestriage.letter.LetterView;
import org.teestriage.platform.document.Attachment;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}/letters")
@Tag(name = "Letters")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LettersResource {

    private final LetterService letterService;
    private final SignedIn signedIn;

    public LettersResource(LetterService letterService, SignedIn signedIn) {
        this.letterService = letterService;
        this.signedIn = signedIn;
    }

    @GET
    @Path("{number: [0-9]{1,4}}")
    @Operation(
            summary = "A letter as its recipient gets it, with its delivery state",
            description = "For officers and managers. Read it before you approve it: the approval confirms its"
                    + " recipient and its content hash. The read log records the request.")
    public LetterView preview(@PathParam("reference") Reference reference, @PathParam("number") int number) {
        return letterService.letter(signedIn.officer(), reference, number);
    }

    @GET
    @Path("{number: [0-9]{1,4}}/enclosures/{name: [a-z]+\\.(json|pdf|html|txt)}")
    @Produces({"application/json", "application/pdf", "text/html", "text/plain"})
    @Operation(
            summary = "The exact bytes of an enclosure of a letter",
            description = "For officers and managers. Use the names that the letter lists. The read log records the"
                    + " request.")
    @APIResponse(
            responseCode = "200",
            description = "The enclosure",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            description = "The enclosure: the facts of a report, a coded"
                                                    + " referral, or XARF.")))
    public Response enclosure(
            @PathParam("reference") Reference reference,
            @PathParam("number") int number,
            @PathParam("name") String name) {
        Attachment sheet = letterService.enclosure(signedIn.officer(), reference, number, name);
        return Response.ok(sheet.content(), sheet.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    @GET
    @Path("{purpose}/{revision}")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "The exact text of a letter, for the person who sends it",
            description = "For officers and managers who send the letter by other means. It contains the text as it"
                    + " was fixed when the letter was prepared. The read log records the request.")
    public String letter(
            @PathParam("reference") Reference reference,
            @PathParam("purpose") Letter.Purpose purpose,
            @PathParam("revision") int revision,
            @QueryParam("item") @Nullable String item) {
        return letterService.words(signedIn.officer(), reference, purpose, item == null ? "" : item, revision);
    }
}
