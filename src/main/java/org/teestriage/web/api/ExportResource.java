package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.teestriage.concern.Reference;
import org.teestriage.oversight.inspection.InspectionService;
import org.teestriage.platform.document.Attachment;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}/export")
@Tag(name = "Access")
@Produces("application/zip")
public class ExportResource {

    private final InspectionService inspectionService;
    private final SignedIn signedIn;

    public ExportResource(InspectionService inspectionService, SignedIn signedIn) {
        this.inspectionService = inspectionService;
        this.signedIn = signedIn;
    }

    /** Answers like the download, but takes no pack: a HEAD request changes nothing. */
    @HEAD
    @Operation(hidden = true)
    public Response offer(@PathParam("reference") Reference reference) {
        inspectionService.offer(signedIn.officer(), reference);
        return Response.ok().type("application/zip").build();
    }

    @GET
    @Operation(
            summary = "Download an inspection pack of a concern",
            description = "For managers and auditors, with a one-time code from the last ten minutes. An auditor's"
                    + " pack proves the timeline without facts and names. The ZIP contains concern.pdf to read,"
                    + " concern.json for machines, the proof and a verifier in Java. The timeline records each"
                    + " download.")
    @APIResponse(
            responseCode = "200",
            description = "The pack",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@PathParam("reference") Reference reference) {
        Attachment export = inspectionService.export(signedIn.officer(), reference);
        return Response.ok(export.content(), export.mediaType())
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(export.name()))
                .build();
    }
}
