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
import org.teestriage.casework.triage.RouteService;
import org.teestriage.concern.Reference;
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

@Path("/concerns/{reference}/routes")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RoutePages {

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final RouteService routeService;

    RoutePages(SignedIn signedIn, SubmittedForm submittedForm, Forms forms, RouteService routeService) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.routeService = routeService;
    }

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(RecordedRoute.class);
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance route(Officer officer, Form form, Reference reference, String refused);
    }

    @GET
    public TemplateInstance ask(
            @PathParam("reference") Reference reference, @QueryParam("what") @Nullable String what) {
        Officer officer = signedIn.officer();
        return Templates.route(
                officer,
                fitted(
                        forms.of(
                                RecordedRoute.class,
                                what == null ? FormValues.NOTHING : FormValues.NOTHING.and("what", what),
                                officer),
                        choices(reference)),
                reference,
                "");
    }

    @POST
    @PermitAll
    public Response record(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        FormValues typed = submittedForm.typed();
        FormReader.Read<RecordedRoute> read = forms.read(RecordedRoute.class, typed);
        List<Choice> choices = choices(reference);
        Optional<RecordedRoute> chosen = read.record().filter(recorded -> choices.stream()
                .anyMatch(choice -> choice.value().equals(recorded.what())));
        if (chosen.isEmpty()) {
            return again(
                    reference,
                    forms.again(RecordedRoute.class, typed, read.wrong(), submittedForm.token()),
                    choices,
                    Response.Status.BAD_REQUEST,
                    "");
        }
        try {
            routeService.record(officer, reference, chosen.get().entry(), submittedForm.token());
        } catch (RequestRefusedException refused) {
            if (refused.kind() != RequestRefusedException.Kind.CONFLICT) {
                throw refused;
            }
            return again(
                    reference,
                    forms.again(RecordedRoute.class, typed, Map.of(), submittedForm.token()),
                    choices,
                    Response.Status.CONFLICT,
                    refused.sentence());
        }
        return Response.seeOther(URI.create("/concerns/%s?told=route#routes".formatted(reference)))
                .build();
    }

    private List<Choice> choices(Reference reference) {
        return routeService.choices(signedIn.officer(), reference);
    }

    private Response again(
            Reference reference, Form form, List<Choice> choices, Response.Status status, String refused) {
        return Response.status(status)
                .entity(Templates.route(signedIn.officer(), fitted(form, choices), reference, refused))
                .build();
    }

    private static Form fitted(Form form, List<Choice> choices) {
        return form.fitted(Fitting.NONE.choosing("what", choices));
    }
}
