package org.teestriage.web.pages.concern;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.casework.casefile.CaseFileService;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.decisionsupport.DecisionSupportService;
import org.teestriage.casework.triage.AmendmentService;
import org.teestriage.casework.triage.DuplicateRequest;
import org.teestriage.casework.triage.DuplicateService;
import org.teestriage.casework.triage.HandBack;
import org.teestriage.casework.triage.HubMoveService;
import org.teestriage.casework.triage.MoveProposal;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.decision.wording.Choice;
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

@Path("/concerns/{reference}/amendments")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class NoticePages {

    public enum Notice {
        DANGER("danger", "Risk has increased", Act.TELL, DangerReport.class),
        INFORMATION("information", "Add information", Act.TELL, Information.class),
        CALL("call", "Record a call", Act.TELL, PhoneCall.class),
        HAND_BACK("hand-back", "Hand back to the hub", Act.HAND_BACK, HandBack.class),
        MOVE("move", "Ask another hub", Act.TRIAGE, MoveProposal.class),
        DUPLICATE("duplicate", "Withdraw as a duplicate", Act.MANAGE, DuplicateRequest.class);

        private final String id;
        private final String title;
        private final Act act;
        private final Class<?> record;

        Notice(String id, String title, Act act, Class<?> record) {
            this.id = id;
            this.title = title;
            this.act = act;
            this.record = record;
        }

        public String id() {
            return id;
        }

        public String title() {
            return title;
        }

        static boolean may(Officer officer, Notice notice) {
            return Access.may(officer, notice.act);
        }

        /** Whether the officer may use this form for this concern. Emergency access permits only amendments. */
        static boolean may(Officer officer, Notice notice, ConcernStatus standing) {
            return may(officer, notice) && (standing.throughBrokenGlass() == null || notice.act == Act.TELL);
        }
    }

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final AmendmentService amendmentService;
    private final HubMoveService hubMoveService;
    private final DuplicateService duplicateService;
    private final CaseFileService caseFileService;
    private final DecisionSupportService decisionSupportService;

    NoticePages(
            SignedIn signedIn,
            SubmittedForm submittedForm,
            Forms forms,
            AmendmentService amendmentService,
            HubMoveService hubMoveService,
            DuplicateService duplicateService,
            CaseFileService caseFileService,
            DecisionSupportService decisionSupportService) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.amendmentService = amendmentService;
        this.hubMoveService = hubMoveService;
        this.duplicateService = duplicateService;
        this.caseFileService = caseFileService;
        this.decisionSupportService = decisionSupportService;
    }

    @Singleton
    static LabelledTypes labelled() {
        return new LabelledTypes(
                Stream.of(Notice.values()).map(notice -> notice.record).collect(Collectors.toSet()));
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance notice(
                Officer officer, Form form, Notice notice, ConcernStatus standing, String refused);
    }

    @GET
    @Path("{notice}")
    public TemplateInstance ask(@PathParam("reference") Reference reference, @PathParam("notice") String name) {
        Officer officer = signedIn.officer();
        Notice notice = notice(officer, name);
        return page(
                officer,
                forms.of(notice.record, FormValues.NOTHING, officer),
                notice,
                caseFileService.standing(officer, reference),
                "");
    }

    @POST
    @PermitAll
    @Path("{notice}")
    public Response tell(@PathParam("reference") Reference reference, @PathParam("notice") String name) {
        Officer officer = signedIn.officer();
        String key = submittedForm.token();
        Notice notice = notice(officer, name);
        return switch (notice) {
            case DANGER ->
                told(
                        notice,
                        reference,
                        DangerReport.class,
                        danger -> amendmentService.danger(officer, reference, danger, key));
            case INFORMATION ->
                told(
                        notice,
                        reference,
                        Information.class,
                        information -> amendmentService.inform(officer, reference, information, key));
            case CALL ->
                told(
                        notice,
                        reference,
                        PhoneCall.class,
                        call -> amendmentService.called(officer, reference, call, key));
            case HAND_BACK ->
                told(
                        notice,
                        reference,
                        HandBack.class,
                        done -> amendmentService.handBack(officer, reference, done, key));
            case MOVE ->
                told(
                        notice,
                        reference,
                        MoveProposal.class,
                        move -> hubMoveService.proposeMove(officer, reference, move));
            case DUPLICATE ->
                told(
                        notice,
                        reference,
                        DuplicateRequest.class,
                        withdrawal -> duplicateService.withdraw(officer, reference, withdrawal));
        };
    }

    private <T> Response told(Notice notice, Reference reference, Class<T> type, Consumer<T> telling) {
        FormValues typed = submittedForm.typed();
        FormReader.Read<T> read = forms.read(type, typed);
        Optional<T> record = read.record();
        if (record.isEmpty() || !submittedForm.button("another").isEmpty()) {
            boolean more = !submittedForm.button("another").isEmpty();
            return again(
                    notice,
                    reference,
                    forms.again(type, typed, more ? Map.of() : read.wrong(), submittedForm.token()),
                    more ? Response.Status.OK : Response.Status.BAD_REQUEST,
                    "");
        }
        try {
            telling.accept(record.get());
        } catch (RequestRefusedException refused) {
            if (refused.kind() != RequestRefusedException.Kind.CONFLICT) {
                throw refused;
            }
            Form form = forms.again(type, typed, Map.of(), submittedForm.token());
            return again(notice, reference, form, Response.Status.CONFLICT, refused.sentence());
        }
        // The team does not read the concern after that.
        return Response.seeOther(URI.create(
                        notice == Notice.HAND_BACK
                                ? "/desk?handed=" + reference
                                : "/concerns/%s?told=%s".formatted(reference, notice.id())))
                .build();
    }

    private Response again(Notice notice, Reference reference, Form form, Response.Status status, String refused) {
        Officer officer = signedIn.officer();
        return Response.status(status)
                .entity(page(officer, form, notice, caseFileService.standing(officer, reference), refused))
                .build();
    }

    private TemplateInstance page(Officer officer, Form form, Notice notice, ConcernStatus standing, String refused) {
        return Templates.notice(officer, form.fitted(fitting(officer, notice, standing)), notice, standing, refused);
    }

    private Fitting fitting(Officer officer, Notice notice, ConcernStatus standing) {
        return switch (notice) {
            case MOVE ->
                Fitting.NONE
                        .choosing("part", decisionSupportService.parts(officer, standing.reference()))
                        .choosing("toHub", decisionSupportService.hubs());
            case DANGER -> ChildChoices.asking(Fitting.NONE, "about", children(standing));
            case INFORMATION -> ChildChoices.asking(Fitting.NONE, "account.about", children(standing));
            case CALL, HAND_BACK, DUPLICATE -> Fitting.NONE;
        };
    }

    /** A referrer sees no facts here, and knows the children by their numbers. */
    static List<Choice> children(ConcernStatus standing) {
        Facts facts = standing.facts();
        return facts != null
                ? ChildChoices.of(facts.children())
                : standing.hubs().stream()
                        .flatMap(hub -> hub.children().stream())
                        .sorted()
                        .map(number -> ChildChoices.of(number, number, null))
                        .toList();
    }

    private static Notice notice(Officer officer, String name) {
        return Arrays.stream(Notice.values())
                .filter(notice -> notice.id.equals(name) && Notice.may(officer, notice))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
