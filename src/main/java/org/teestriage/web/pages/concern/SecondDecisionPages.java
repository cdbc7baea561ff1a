package org.teestriage.web.pages.concern;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.teestriage.access.Officer;
import org.teestriage.casework.triage.NotNeededAnswer;
import org.teestriage.casework.triage.NotNeededService;
import org.teestriage.casework.triage.ObligationService;
import org.teestriage.casework.triage.ObligationsView;
import org.teestriage.concern.Reference;
import org.teestriage.decision.SecondReading;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.SubmittedForm;

/** The second decision on a report or referral that is said not to be needed, in the form of a second decision. */
@Path("/concerns/{reference}/obligations/{due}/second-decision")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SecondDecisionPages {

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final ObligationService obligationService;
    private final NotNeededService notNeededService;

    SecondDecisionPages(
            SignedIn signedIn,
            SubmittedForm submittedForm,
            Forms forms,
            ObligationService obligationService,
            NotNeededService notNeededService) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.obligationService = obligationService;
        this.notNeededService = notNeededService;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance decision(
                Officer officer,
                Form form,
                Reference reference,
                ObligationsView.Line due,
                ObligationsView.NotNeeded request,
                String refused);
    }

    @GET
    public TemplateInstance ask(@PathParam("reference") Reference reference, @PathParam("due") String due) {
        Officer officer = signedIn.officer();
        return page(
                officer,
                reference,
                asked(officer, reference, due),
                forms.of(SecondReading.class, FormValues.NOTHING, officer),
                "");
    }

    @POST
    @PermitAll
    public Response decide(@PathParam("reference") Reference reference, @PathParam("due") String due) {
        Officer officer = signedIn.officer();
        FormValues typed = submittedForm.typed();
        FormReader.Read<SecondReading> read = forms.read(SecondReading.class, typed);
        ObligationsView.Line line = asked(officer, reference, due);
        if (read.record().isEmpty()) {
            return again(Response.Status.BAD_REQUEST, reference, line, typed, read.wrong(), "");
        }
        SecondReading reading = read.record().get();
        try {
            notNeededService.decide(
                    officer,
                    reference,
                    new NotNeededAnswer(line.kind(), line.item(), seen(), reading.agrees(), reading.rationale()));
        } catch (RequestRefusedException refused) {
            if (!refused.isConflict()) {
                throw refused;
            }
            return again(Response.Status.CONFLICT, reference, line, typed, Map.of(), refused.sentence());
        }
        return Response.seeOther(URI.create("/concerns/%s?told=second-decision#due".formatted(reference)))
                .build();
    }

    /** When the request was made that the page showed. */
    private Instant seen() {
        try {
            return Instant.parse(submittedForm.button("asked"));
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /** The latest obligation of this kind and item, if a second person was asked about it. */
    private ObligationsView.Line asked(Officer officer, Reference reference, String due) {
        return obligationService
                .of(officer, reference)
                .latest(due)
                .filter(line -> line.notNeeded() != null)
                .orElseThrow(NotFoundException::new);
    }

    private Response again(
            Response.Status status,
            Reference reference,
            ObligationsView.Line line,
            FormValues typed,
            Map<String, String> wrong,
            String refused) {
        Form form = forms.again(SecondReading.class, typed, wrong, submittedForm.token());
        return Response.status(status)
                .entity(page(signedIn.officer(), reference, line, form, refused))
                .build();
    }

    private static TemplateInstance page(
            Officer officer, Reference reference, ObligationsView.Line line, Form form, String refused) {
        ObligationsView.NotNeeded request = line.notNeeded();
        if (request == null) {
            throw new NotFoundException();
        }
        return Templates.decision(officer, form, reference, line, request, refused);
    }
}
