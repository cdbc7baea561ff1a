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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.casework.casefile.CaseFileService;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.triage.CovertRequest;
import org.teestriage.casework.triage.CovertService;
import org.teestriage.concern.Covert;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.LabelledTypes;
import org.teestriage.web.pages.form.SubmittedForm;

/** Marks a concern as covert, or lifts the mark. */
@Path("/concerns/{reference}/covert")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class CovertPages {

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final CovertService covertService;
    private final CaseFileService caseFileService;

    CovertPages(
            SignedIn signedIn,
            SubmittedForm submittedForm,
            Forms forms,
            CovertService covertService,
            CaseFileService caseFileService) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.covertService = covertService;
        this.caseFileService = caseFileService;
    }

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(CovertMark.class, CovertMark.Lifted.class);
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance covert(
                Officer officer, Form form, Reference reference, @Nullable Covert covert, String refused);
    }

    @GET
    public TemplateInstance ask(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        Covert covert = covert(reference);
        return Templates.covert(
                officer,
                forms.of(covert == null ? CovertMark.class : CovertMark.Lifted.class, FormValues.NOTHING, officer),
                reference,
                covert,
                "");
    }

    @POST
    @PermitAll
    public Response mark(@PathParam("reference") Reference reference) {
        return recorded(reference, CovertMark.class, CovertMark::request);
    }

    @POST
    @Path("lift")
    @PermitAll
    public Response lift(@PathParam("reference") Reference reference) {
        return recorded(reference, CovertMark.Lifted.class, CovertMark.Lifted::request);
    }

    private <F extends Record> Response recorded(
            Reference reference, Class<F> type, Function<F, CovertRequest> request) {
        Officer officer = signedIn.officer();
        FormValues typed = submittedForm.typed();
        FormReader.Read<F> read = forms.read(type, typed);
        Optional<F> filled = read.record();
        if (filled.isEmpty()) {
            return again(
                    reference,
                    forms.again(type, typed, read.wrong(), submittedForm.token()),
                    Response.Status.BAD_REQUEST,
                    "");
        }
        try {
            covertService.mark(officer, reference, request.apply(filled.get()), submittedForm.token());
        } catch (RequestRefusedException refused) {
            if (refused.kind() != RequestRefusedException.Kind.CONFLICT) {
                throw refused;
            }
            return again(
                    reference,
                    forms.again(type, typed, Map.of(), submittedForm.token()),
                    Response.Status.CONFLICT,
                    refused.sentence());
        }
        return Response.seeOther(URI.create("/concerns/%s?told=covert".formatted(reference)))
                .build();
    }

    private Response again(Reference reference, Form form, Response.Status status, String refused) {
        return Response.status(status)
                .entity(Templates.covert(signedIn.officer(), form, reference, covert(reference), refused))
                .build();
    }

    /** Staff who may not read the case are refused here as by the service. */
    private @Nullable Covert covert(Reference reference) {
        ConcernStatus status = caseFileService.standing(signedIn.officer(), reference);
        if (status.facts() == null) {
            throw RequestRefusedException.absent();
        }
        return status.covert();
    }
}
