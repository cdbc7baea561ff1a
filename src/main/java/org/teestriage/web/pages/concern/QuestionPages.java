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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.casework.casefile.CaseFileService;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.question.QuestionRequest;
import org.teestriage.casework.question.QuestionWithdrawal;
import org.teestriage.casework.question.QuestionsView;
import org.teestriage.casework.triage.QuestionService;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Information;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.ChildChoices;
import org.teestriage.web.pages.form.Fitting;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.LabelledTypes;
import org.teestriage.web.pages.form.SubmittedForm;

/** Questions of the hub to the referrer, on one page for both. */
@Path("/concerns/{reference}/questions")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class QuestionPages {

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final QuestionService questionService;
    private final CaseFileService caseFileService;

    QuestionPages(
            SignedIn signedIn,
            SubmittedForm submittedForm,
            Forms forms,
            QuestionService questionService,
            CaseFileService caseFileService) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.questionService = questionService;
        this.caseFileService = caseFileService;
    }

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(QuestionRequest.class, QuestionWithdrawal.class, Information.class);
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance questions(
                Officer officer, Form form, ConcernStatus standing, List<QuestionsView.Line> lines, String refused);

        static native TemplateInstance answer(
                Officer officer, Form form, Reference reference, QuestionsView.Line question, String refused);

        static native TemplateInstance withdraw(
                Officer officer, Form form, Reference reference, QuestionsView.Line question, String refused);
    }

    private interface Page {
        TemplateInstance with(Form form, String refused);
    }

    @GET
    public TemplateInstance questions(@PathParam("reference") Reference reference) {
        return list(reference).with(forms.of(QuestionRequest.class, FormValues.NOTHING, signedIn.officer()), "");
    }

    @POST
    @PermitAll
    public Response ask(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        return recorded(
                reference,
                QuestionRequest.class,
                request -> questionService.ask(officer, reference, request, submittedForm.token()),
                list(reference));
    }

    @GET
    @Path("{number}/answer")
    public TemplateInstance answer(@PathParam("reference") Reference reference, @PathParam("number") int number) {
        return answering(reference, number)
                .with(forms.of(Information.class, FormValues.NOTHING, signedIn.officer()), "");
    }

    @POST
    @PermitAll
    @Path("{number}/answer")
    public Response answered(@PathParam("reference") Reference reference, @PathParam("number") int number) {
        Officer officer = signedIn.officer();
        return recorded(
                reference,
                Information.class,
                answer -> questionService.answer(officer, reference, number, answer, submittedForm.token()),
                answering(reference, number));
    }

    @GET
    @Path("{number}/withdraw")
    public TemplateInstance withdraw(@PathParam("reference") Reference reference, @PathParam("number") int number) {
        return withdrawing(reference, number)
                .with(forms.of(QuestionWithdrawal.class, FormValues.NOTHING, signedIn.officer()), "");
    }

    @POST
    @PermitAll
    @Path("{number}/withdraw")
    public Response withdrawn(@PathParam("reference") Reference reference, @PathParam("number") int number) {
        Officer officer = signedIn.officer();
        return recorded(
                reference,
                QuestionWithdrawal.class,
                withdrawal -> questionService.withdraw(officer, reference, number, withdrawal, submittedForm.token()),
                withdrawing(reference, number));
    }

    @POST
    @PermitAll
    @Path("{number}/chase")
    public Response chased(@PathParam("reference") Reference reference, @PathParam("number") int number) {
        questionService.chase(signedIn.officer(), reference, number, submittedForm.token());
        return done(reference);
    }

    private Page list(Reference reference) {
        Officer officer = signedIn.officer();
        ConcernStatus standing = caseFileService.standing(officer, reference);
        QuestionsView view = questionService.of(officer, reference);
        return (form, refused) -> Templates.questions(officer, form, standing, view.questions(), refused);
    }

    private Page answering(Reference reference, int number) {
        Officer officer = signedIn.officer();
        if (officer.is(Role.AUDITOR)) {
            throw RequestRefusedException.absent();
        }
        ConcernStatus standing = caseFileService.standing(officer, reference);
        QuestionsView.Line question = line(reference, number);
        return (form, refused) -> Templates.answer(
                officer,
                form.fitted(ChildChoices.asking(Fitting.NONE, "account.about", NoticePages.children(standing))),
                reference,
                question,
                refused);
    }

    private Page withdrawing(Reference reference, int number) {
        Officer officer = signedIn.officer();
        requireStaff(reference);
        QuestionsView.Line question = line(reference, number);
        return (form, refused) -> Templates.withdraw(officer, form, reference, question, refused);
    }

    private void requireStaff(Reference reference) {
        if (caseFileService.standing(signedIn.officer(), reference).facts() == null) {
            throw RequestRefusedException.absent();
        }
    }

    private QuestionsView.Line line(Reference reference, int number) {
        return questionService.of(signedIn.officer(), reference).questions().stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow(RequestRefusedException::absent);
    }

    private <F extends Record> Response recorded(Reference reference, Class<F> type, Consumer<F> act, Page page) {
        FormValues typed = submittedForm.typed();
        FormReader.Read<F> read = forms.read(type, typed);
        Optional<F> filled = read.record();
        boolean more = !submittedForm.button("another").isEmpty();
        if (filled.isEmpty() || more) {
            Form form = forms.again(type, typed, more ? Map.of() : read.wrong(), submittedForm.token());
            return Response.status(more ? Response.Status.OK : Response.Status.BAD_REQUEST)
                    .entity(page.with(form, ""))
                    .build();
        }
        try {
            act.accept(filled.get());
        } catch (RequestRefusedException refused) {
            if (refused.kind() != RequestRefusedException.Kind.CONFLICT) {
                throw refused;
            }
            return Response.status(Response.Status.CONFLICT)
                    .entity(page.with(forms.again(type, typed, Map.of(), submittedForm.token()), refused.sentence()))
                    .build();
        }
        return done(reference);
    }

    private static Response done(Reference reference) {
        return Response.seeOther(URI.create("/concerns/%s/questions".formatted(reference)))
                .build();
    }
}
