package org.teestriage.web.pages.oversight;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.teestriage.access.Officer;
import org.teestriage.concern.Reference;
import org.teestriage.oversight.inspection.InspectionService;
import org.teestriage.platform.document.Attachment;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.Forms;

@Path("/concerns/{reference}/export")
@Authenticated
public class ExportPages {

    private final SignedIn signedIn;
    private final Forms forms;
    private final InspectionService inspectionService;

    ExportPages(SignedIn signedIn, Forms forms, InspectionService inspectionService) {
        this.signedIn = signedIn;
        this.forms = forms;
        this.inspectionService = inspectionService;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance export(Officer officer, Reference reference, Form form, List<String> withheld);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance ask(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        List<String> withheld = inspectionService.offer(officer, reference);
        return Templates.export(officer, reference, forms.button(officer), withheld);
    }

    @POST
    @Produces({"application/zip", MediaType.TEXT_HTML})
    public Response take(@PathParam("reference") Reference reference) {
        Attachment export = inspectionService.export(signedIn.officer(), reference);
        return Response.ok(export.content(), export.mediaType())
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(export.name()))
                .build();
    }
}
