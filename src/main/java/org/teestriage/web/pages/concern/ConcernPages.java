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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.casework.casefile.CaseFileService;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.ConcernView;
import org.teestriage.casework.casefile.ReadingsView;
import org.teestriage.casework.casefile.SentView;
import org.teestriage.casework.casefile.VerificationView;
import org.teestriage.casework.triage.ObligationService;
import org.teestriage.casework.triage.ObligationsView;
import org.teestriage.casework.triage.RouteService;
import org.teestriage.casework.triage.RoutesView;
import org.teestriage.casework.triage.StatusEnquiryService;
import org.teestriage.concern.Part;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Sent;
import org.teestriage.timeline.Reading;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.LabelledTypes;
import org.teestriage.web.pages.form.SubmittedForm;
import org.teestriage.web.pages.form.SummaryRows;

@Path("/concerns/{reference}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ConcernPages {

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final CaseFileService caseFileService;
    private final StatusEnquiryService statusEnquiryService;
    private final ObligationService obligationService;
    private final RouteService routeService;
    private final Forms forms;
    private final SummaryRows summaryRows;

    ConcernPages(
            SignedIn signedIn,
            SubmittedForm submittedForm,
            CaseFileService caseFileService,
            StatusEnquiryService statusEnquiryService,
            ObligationService obligationService,
            RouteService routeService,
            Forms forms,
            SummaryRows summaryRows) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.caseFileService = caseFileService;
        this.statusEnquiryService = statusEnquiryService;
        this.obligationService = obligationService;
        this.routeService = routeService;
        this.forms = forms;
        this.summaryRows = summaryRows;
    }

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(
                ConcernStatus.Told.About.class,
                Sent.How.class,
                Reading.What.class,
                SentView.What.class,
                Part.Ground.class);
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance concern(
                Officer officer,
                ConcernView view,
                List<NoticePages.Notice> notices,
                boolean told,
                List<Folds.Added> added,
                List<Folds.Fold> facts,
                @Nullable ObligationsView due,
                @Nullable RoutesView routes,
                @Nullable TimelinePage timeline,
                Form form);

        static native TemplateInstance received(Officer officer, ConcernStatus standing);

        static native TemplateInstance sent(Officer officer, SentView view, List<SentPage> entries);

        static native TemplateInstance audit(
                Officer officer, Reference reference, VerificationView verification, ReadingsView readings);
    }

    @GET
    public TemplateInstance concern(
            @PathParam("reference") Reference reference,
            @QueryParam("told") @Nullable String told,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("by") @Nullable String by,
            @QueryParam("order") @Nullable String order) {
        Officer officer = signedIn.officer();
        ConcernView view = caseFileService.look(officer, reference);
        return Templates.concern(
                officer,
                view,
                Stream.of(NoticePages.Notice.values())
                        .filter(notice -> NoticePages.Notice.may(officer, notice, view.standing()))
                        .toList(),
                told != null,
                Folds.added(view.standing(), summaryRows),
                facts(view.standing()),
                view.timeline() == null ? null : obligationService.of(officer, reference),
                view.timeline() == null ? null : routeService.of(officer, reference),
                view.timeline() == null
                        ? null
                        : TimelinePage.of(view.timeline(), kind, by, "oldest".equals(order), summaryRows),
                forms.button(officer));
    }

    private List<Folds.Fold> facts(ConcernStatus standing) {
        return standing.facts() == null ? List.of() : Folds.folds(standing.facts(), summaryRows);
    }

    /** Asks whether the concern has been seen. For agency staff. */
    @POST
    @PermitAll
    @Path("ask")
    public Response ask(@PathParam("reference") Reference reference) {
        statusEnquiryService.ask(signedIn.officer(), reference, submittedForm.token());
        return Response.seeOther(URI.create("/concerns/%s?told=ask".formatted(reference)))
                .build();
    }

    @GET
    @Path("received")
    public TemplateInstance received(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        return Templates.received(officer, caseFileService.standing(officer, reference));
    }

    /** A copy of what the agency sent, to read again, print and keep. */
    @GET
    @Path("sent")
    public TemplateInstance sent(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        SentView view = caseFileService.sent(officer, reference);
        return Templates.sent(officer, view, SentPage.of(view, summaryRows));
    }

    /** Shows managers and auditors the verification of the timeline and the read log. This access is logged too. */
    @GET
    @Path("audit")
    public TemplateInstance audit(
            @PathParam("reference") Reference reference, @QueryParam("after") @Nullable Long after) {
        Officer officer = signedIn.officer();
        ReadingsView readings = caseFileService.readings(officer, reference, after);
        return Templates.audit(officer, reference, caseFileService.verification(officer, reference), readings);
    }
}
