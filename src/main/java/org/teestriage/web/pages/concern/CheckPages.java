package org.teestriage.web.pages.concern;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.casework.partnercheck.ChecksView;
import org.teestriage.casework.triage.CheckService;
import org.teestriage.concern.Reference;
import org.teestriage.decision.check.CheckHow;
import org.teestriage.decision.wording.Choice;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.Fitting;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.LabelledTypes;
import org.teestriage.web.pages.form.SubmittedForm;

/** The grid of children and partners, and the form that records one entry. */
@Path("/concerns/{reference}/checks")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class CheckPages {

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final CheckService checkService;

    CheckPages(SignedIn signedIn, SubmittedForm submittedForm, Forms forms, CheckService checkService) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.checkService = checkService;
    }

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(RecordedCheck.class);
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance checks(Officer officer, ChecksView view, boolean told);

        static native TemplateInstance record(Officer officer, Form form, Reference reference, String refused);
    }

    @GET
    public TemplateInstance checks(
            @PathParam("reference") Reference reference, @QueryParam("told") @Nullable String told) {
        Officer officer = signedIn.officer();
        return Templates.checks(officer, checkService.of(officer, reference), told != null);
    }

    @GET
    @Path("record")
    public TemplateInstance ask(
            @PathParam("reference") Reference reference, @QueryParam("what") @Nullable String what) {
        Officer officer = signedIn.officer();
        FormValues values = what == null ? FormValues.NOTHING : FormValues.NOTHING.and("what", what);
        return Templates.record(
                officer, fitted(forms.of(RecordedCheck.class, values, officer), choices(reference)), reference, "");
    }

    @POST
    @Path("record")
    @PermitAll
    public Response record(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        FormValues typed = submittedForm.typed();
        FormReader.Read<RecordedCheck> read = forms.read(RecordedCheck.class, typed);
        List<Choice> choices = choices(reference);
        Optional<RecordedCheck> chosen = read.record().filter(recorded -> choices.stream()
                .anyMatch(choice -> choice.value().equals(recorded.what())));
        if (chosen.isEmpty()) {
            return again(reference, typed, read.wrong(), choices, Response.Status.BAD_REQUEST, "");
        }
        try {
            checkService.record(officer, reference, chosen.get().entry(), submittedForm.token());
        } catch (RequestRefusedException refused) {
            if (refused.kind() != RequestRefusedException.Kind.CONFLICT) {
                throw refused;
            }
            return again(reference, typed, Map.of(), choices, Response.Status.CONFLICT, refused.sentence());
        }
        return Response.seeOther(URI.create("/concerns/%s/checks?told=check".formatted(reference)))
                .build();
    }

    private List<Choice> choices(Reference reference) {
        return checkService.choices(signedIn.officer(), reference);
    }

    private Response again(
            Reference reference,
            FormValues typed,
            Map<String, String> wrong,
            List<Choice> choices,
            Response.Status status,
            String refused) {
        Form form = forms.again(RecordedCheck.class, typed, wrong, submittedForm.token());
        return Response.status(status)
                .entity(Templates.record(signedIn.officer(), fitted(form, choices), reference, refused))
                .build();
    }

    private static Form fitted(Form form, List<Choice> choices) {
        return form.fitted(Fitting.NONE.choosing("what", choices).leavingOut("how", CheckHow.SYSTEM));
    }
}
