package org.teestriage.web.pages.facts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.casework.casefile.FactsHistoryView;
import org.teestriage.casework.casefile.FactsService;
import org.teestriage.casework.casefile.FactsView;
import org.teestriage.casework.triage.AmendmentService;
import org.teestriage.concern.Reference;
import org.teestriage.concern.amendment.AmendmentRequest;
import org.teestriage.concern.amendment.FactsEdit;
import org.teestriage.concern.facts.Withdrawable;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.facts.FactsForms.FactsForm;
import org.teestriage.web.pages.facts.FactsForms.Place;
import org.teestriage.web.pages.facts.FactsForms.WithdrawalForm;
import org.teestriage.web.pages.form.ChildChoices;
import org.teestriage.web.pages.form.Fitting;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.LabelledTypes;
import org.teestriage.web.pages.form.SubmittedForm;
import org.teestriage.web.pages.form.SummaryRows;

@Path("/concerns/{reference}/facts")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class FactsPages {

    private static final String WHY = "said.why";

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final SummaryRows summaryRows;
    private final FactsService factsService;
    private final AmendmentService amendmentService;

    FactsPages(
            SignedIn signedIn,
            SubmittedForm submittedForm,
            Forms forms,
            SummaryRows summaryRows,
            FactsService factsService,
            AmendmentService amendmentService) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.summaryRows = summaryRows;
        this.factsService = factsService;
        this.amendmentService = amendmentService;
    }

    /** The facts of one kind. */
    public record Group(Subject subject, List<Item> items) {}

    public record Item(Subject subject, int number, List<SummaryRows.Row> rows, boolean withdrawn) {}

    public record Said(FactsHistoryView.Revision revision, List<SummaryRows.Row> rows) {}

    @Singleton
    static LabelledTypes labelled() {
        Set<Class<?>> types = new LinkedHashSet<>();
        Arrays.stream(Subject.values()).forEach(subject -> types.add(subject.form()));
        types.add(WithdrawalForm.class);
        return new LabelledTypes(types);
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance facts(
                Officer officer, FactsView view, List<Group> groups, List<Said> history, boolean told);

        static native TemplateInstance amend(
                Officer officer,
                Form form,
                FactsView view,
                Subject subject,
                @Nullable Integer number,
                @Nullable Item withdrawn,
                String refused);
    }

    @GET
    public TemplateInstance facts(
            @PathParam("reference") Reference reference, @QueryParam("told") @Nullable String told) {
        Officer officer = signedIn.officer();
        FactsService.WithHistory known = factsService.look(officer, reference);
        FactsView view = known.facts();
        List<Said> history = known.history().revisions().stream()
                .filter(revision ->
                        !revision.changes().isEmpty() || revision.kind().equals("RAISED"))
                .map(revision -> new Said(revision, summaryRows.changes(revision.changes())))
                .sorted((one, other) -> Integer.compare(
                        other.revision().number(), one.revision().number()))
                .toList();
        return Templates.facts(
                officer,
                view,
                Arrays.stream(Subject.values())
                        .map(subject -> new Group(
                                subject,
                                subject.members(view.facts()).stream()
                                        .map(member -> item(subject, member))
                                        .toList()))
                        .toList(),
                history,
                told != null);
    }

    private Item item(Subject subject, Subject.Member member) {
        List<SummaryRows.Row> rows = member.value() instanceof FactsForm form
                ? summaryRows.of(form, List.of("urgency", "kinds", "channels", "contactContinuing", "betweenChildren"))
                : summaryRows.of(member.value());
        boolean withdrawn = member.value() instanceof Withdrawable fact && !fact.stands();
        return new Item(subject, member.number(), rows, withdrawn);
    }

    @GET
    @Path("{subject}")
    public TemplateInstance add(
            @PathParam("reference") Reference reference,
            @PathParam("subject") String name,
            @QueryParam("suspect") @Nullable Integer suspect) {
        return ask(reference, added(name, suspect), null);
    }

    @GET
    @Path("{subject}/{number: [0-9]{1,3}}")
    public TemplateInstance correct(
            @PathParam("reference") Reference reference,
            @PathParam("subject") String name,
            @PathParam("number") int number) {
        return ask(reference, subject(name), number);
    }

    private TemplateInstance ask(Reference reference, Subject subject, @Nullable Integer number) {
        Officer officer = signedIn.officer();
        FactsView view = factsService.facts(officer, reference, null);
        FormValues known = number == null && subject.several()
                ? FormValues.NOTHING
                : forms.written(subject.filled(member(view, subject, number).value()));
        Form form = forms.of(subject.form(), known, officer);
        return Templates.amend(officer, fitted(form, view, subject, number), view, subject, number, null, "");
    }

    @POST
    @PermitAll
    @Path("{subject}")
    public Response addTold(
            @PathParam("reference") Reference reference,
            @PathParam("subject") String name,
            @QueryParam("suspect") @Nullable Integer suspect) {
        return tell(reference, added(name, suspect), null, suspect);
    }

    @POST
    @PermitAll
    @Path("{subject}/{number: [0-9]{1,3}}")
    public Response correctTold(
            @PathParam("reference") Reference reference,
            @PathParam("subject") String name,
            @PathParam("number") int number) {
        return tell(reference, subject(name), number, null);
    }

    private Response tell(Reference reference, Subject subject, @Nullable Integer number, @Nullable Integer suspect) {
        Officer officer = signedIn.officer();
        FactsView shown = factsService.facts(officer, reference, seen());
        FormReader.Read<? extends FactsForm> read = forms.read(subject.form(), submittedForm.typed());
        Map<String, String> wrong = new HashMap<>(read.wrong());
        AmendmentRequest request = null;
        if (wrong.isEmpty()) {
            List<FactsEdit> edits = read.soFar().edits(new Place(shown.facts(), number, suspect));
            request = request(shown, read.soFar().said(), edits);
            if (edits.isEmpty()) {
                wrong.put("", "Nothing is changed. Change an answer, or go back to the facts");
            } else if (request.lacksReason(request.changes(shown.facts(), shown.facts()))) {
                wrong.put(WHY, "Enter why what was said before is wrong");
            }
        }
        return request != null && wrong.isEmpty()
                ? send(shown, subject, number, subject.form(), request)
                : again(shown, subject, number, subject.form(), wrong, Response.Status.BAD_REQUEST, "");
    }

    @GET
    @Path("{subject}/{number: [0-9]{1,3}}/withdraw")
    public TemplateInstance askToWithdraw(
            @PathParam("reference") Reference reference,
            @PathParam("subject") String name,
            @PathParam("number") int number) {
        Officer officer = signedIn.officer();
        Subject subject = several(name);
        FactsView view = factsService.facts(officer, reference, null);
        return Templates.amend(
                officer,
                forms.of(WithdrawalForm.class, FormValues.NOTHING, officer),
                view,
                subject,
                number,
                item(subject, member(view, subject, number)),
                "");
    }

    @POST
    @PermitAll
    @Path("{subject}/{number: [0-9]{1,3}}/withdraw")
    public Response withdraw(
            @PathParam("reference") Reference reference,
            @PathParam("subject") String name,
            @PathParam("number") int number) {
        Subject subject = several(name);
        FactsView shown = factsService.facts(signedIn.officer(), reference, seen());
        FormReader.Read<WithdrawalForm> read = forms.read(WithdrawalForm.class, submittedForm.typed());
        Map<String, String> wrong = new HashMap<>(read.wrong());
        if (wrong.isEmpty() && Blanks.nothing(read.soFar().said().why())) {
            wrong.put(WHY, "Enter why what was said before is wrong");
        }
        return wrong.isEmpty()
                ? send(
                        shown,
                        subject,
                        number,
                        WithdrawalForm.class,
                        request(shown, read.soFar().said(), List.of(subject.withdrawal(number))))
                : again(shown, subject, number, WithdrawalForm.class, wrong, Response.Status.BAD_REQUEST, "");
    }

    private static AmendmentRequest request(FactsView shown, FactsForms.Said said, List<FactsEdit> edits) {
        return AmendmentRequest.of(said.saidBy(), said.saidOn(), said.why(), shown.revision(), edits);
    }

    private Response send(
            FactsView shown, Subject subject, @Nullable Integer number, Class<?> form, AmendmentRequest request) {
        try {
            amendmentService.amend(signedIn.officer(), shown.reference(), request, submittedForm.token());
        } catch (RequestRefusedException refused) {
            if (!refused.isConflict()) {
                throw refused;
            }
            return again(shown, subject, number, form, Map.of(), Response.Status.CONFLICT, refused.sentence());
        }
        return Response.seeOther(URI.create("/concerns/%s/facts?told=yes".formatted(shown.reference())))
                .build();
    }

    private Response again(
            FactsView shown,
            Subject subject,
            @Nullable Integer number,
            Class<?> type,
            Map<String, String> wrong,
            Response.Status status,
            String refused) {
        Officer officer = signedIn.officer();
        Form form = forms.again(type, submittedForm.typed(), wrong, submittedForm.token());
        boolean withdraws = type == WithdrawalForm.class;
        return Response.status(status)
                .entity(Templates.amend(
                        officer,
                        withdraws ? form : fitted(form, shown, subject, number),
                        shown,
                        subject,
                        number,
                        withdraws ? item(subject, member(shown, subject, number)) : null,
                        refused))
                .build();
    }

    /** The revision that the submitted form showed. */
    private @Nullable Integer seen() {
        String revision = submittedForm.button("revision");
        return revision.matches("[0-9]{1,6}") ? Integer.valueOf(revision) : null;
    }

    private Form fitted(Form form, FactsView shown, Subject subject, @Nullable Integer number) {
        return form.fitted(
                switch (subject) {
                    case SUSPECT ->
                        ChildChoices.asking(
                                number == null ? Fitting.NONE : corrected(shown, number),
                                "suspect.allegation.about",
                                ChildChoices.of(shown.facts().children()));
                    case PERSON, STATEMENT ->
                        ChildChoices.asking(
                                Fitting.NONE,
                                subject.id() + ".about",
                                ChildChoices.of(shown.facts().children()));
                    case CHILD -> ofOfficers("child.care", "child.details");
                    case DEVICE -> ofOfficers("device.captured");
                    case IMAGES -> Fitting.NONE.leavingOut("images.spread.seenAgain");
                    default -> Fitting.NONE;
                });
    }

    /** Leaves out for agencies what officers ask. */
    private Fitting ofOfficers(String... groups) {
        Fitting fitting = Fitting.NONE;
        if (signedIn.officer().is(Role.REFERRER)) {
            for (String group : groups) {
                fitting = fitting.leavingOut(group);
            }
        }
        return fitting;
    }

    /** The age of a person who is a child of the concern is corrected with the child. */
    private static Fitting corrected(FactsView shown, int person) {
        Fitting withoutAccounts = Fitting.NONE.leavingOut("suspect.identities");
        boolean child = shown.facts().suspects().get(person - 1).child() != null;
        return child ? withoutAccounts.leavingOut("suspect.peer.age") : withoutAccounts;
    }

    /** An account belongs to a person, whose number is in the address. */
    private static Subject added(String name, @Nullable Integer suspect) {
        Subject subject = subject(name);
        if ((subject == Subject.ACCOUNT) == (suspect == null)) {
            throw new NotFoundException();
        }
        return subject;
    }

    private static Subject subject(String name) {
        return Subject.of(name).orElseThrow(NotFoundException::new);
    }

    private static Subject several(String name) {
        return Optional.of(subject(name)).filter(Subject::several).orElseThrow(NotFoundException::new);
    }

    private static Subject.Member member(FactsView view, Subject subject, @Nullable Integer number) {
        return subject.member(view.facts(), number).orElseThrow(NotFoundException::new);
    }
}
