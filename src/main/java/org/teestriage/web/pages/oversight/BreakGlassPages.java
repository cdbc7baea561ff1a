package org.teestriage.web.pages.oversight;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.teestriage.access.Officer;
import org.teestriage.casework.breakglass.BreakGlassRequest;
import org.teestriage.casework.breakglass.BreakGlassService;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.LabelledTypes;
import org.teestriage.web.pages.form.SubmittedForm;

/** The form for emergency access. No page reveals whether the concern exists before access is granted. */
@Path("/concerns/{reference}/break-glass")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class BreakGlassPages {

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final BreakGlassService breakGlassService;

    BreakGlassPages(SignedIn signedIn, SubmittedForm submittedForm, Forms forms, BreakGlassService breakGlassService) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.breakGlassService = breakGlassService;
    }

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(BreakGlassRequest.class);
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance breakGlass(Officer officer, Form form, Reference reference, String refused);
    }

    @GET
    public TemplateInstance ask(@PathParam("reference") Reference reference) {
        Officer officer = BreakGlassLogPages.breaker(signedIn.officer());
        return Templates.breakGlass(
                officer, forms.of(BreakGlassRequest.class, FormValues.NOTHING, officer), reference, "");
    }

    @POST
    public Response breakGlass(@PathParam("reference") Reference reference) {
        Officer officer = BreakGlassLogPages.breaker(signedIn.officer());
        FormValues typed = submittedForm.typed();
        FormReader.Read<BreakGlassRequest> read = forms.read(BreakGlassRequest.class, typed);
        Optional<BreakGlassRequest> order = read.record();
        if (order.isEmpty()) {
            return again(officer, reference, typed, read.wrong(), Response.Status.BAD_REQUEST, "");
        }
        try {
            breakGlassService.breakGlass(officer, reference, order.get());
        } catch (RequestRefusedException refused) {
            if (refused.kind() != RequestRefusedException.Kind.CONFLICT) {
                throw refused;
            }
            return again(officer, reference, typed, Map.of(), Response.Status.CONFLICT, refused.sentence());
        }
        return Response.seeOther(URI.create("/concerns/" + reference)).build();
    }

    private Response again(
            Officer officer,
            Reference reference,
            FormValues typed,
            Map<String, String> wrong,
            Response.Status status,
            String refused) {
        return Response.status(status)
                .entity(Templates.breakGlass(
                        officer,
                        forms.again(BreakGlassRequest.class, typed, wrong, submittedForm.token()),
                        reference,
                        refused))
                .build();
    }
}
