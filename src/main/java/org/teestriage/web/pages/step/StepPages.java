package org.teestriage.web.pages.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.casework.casefile.PathView;
import org.teestriage.casework.decisionsupport.DecisionSupportService;
import org.teestriage.casework.decisionsupport.WorkView;
import org.teestriage.casework.draft.DraftService;
import org.teestriage.casework.draft.DraftView;
import org.teestriage.casework.queue.ClaimService;
import org.teestriage.casework.triage.DecisionService;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Decision;
import org.teestriage.decision.Step;
import org.teestriage.decision.wording.Wording;
import org.teestriage.letter.LetterService;
import org.teestriage.letter.LetterView;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.concern.TimelinePage;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.SubmittedForm;
import org.teestriage.web.pages.form.SummaryRows;
import org.teestriage.web.pages.raise.RaisePages;

/** One page for each step of the path: what is needed to decide it beside the form, which is read off the step's own record. */
@Path("/concerns/{reference}/steps/{step}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class StepPages {

    /** What nobody can take back is shown once more before it is done. Danger never waits for that. */
    static final Set<Step> ASKED_AGAIN = EnumSet.of(
            Step.THRESHOLD_DECISION,
            Step.SECOND_READING,
            Step.AUTHORITY_DECISION,
            Step.HUB_ACCEPTANCE,
            Step.ACKNOWLEDGEMENT,
            Step.REFERRER_FEEDBACK,
            Step.CLOSE);

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final DecisionSupportService decisionSupportService;
    private final DecisionService decisionService;
    private final LetterService letterService;
    private final ClaimService claimService;
    private final DraftService draftService;
    private final Wording wording;
    private final InstantSource time;

    StepPages(
            SignedIn signedIn,
            SubmittedForm submittedForm,
            Forms forms,
            DecisionSupportService decisionSupportService,
            DecisionService decisionService,
            LetterService letterService,
            ClaimService claimService,
            DraftService draftService,
            Wording wording,
            InstantSource time) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.decisionSupportService = decisionSupportService;
        this.decisionService = decisionService;
        this.letterService = letterService;
        this.claimService = claimService;
        this.draftService = draftService;
        this.wording = wording;
        this.time = time;
    }

    /**
     * Where a step is, and how it looks to the person who works on it: with the letter that it is about, and the one they
     * read, where another stands there by now.
     */
    public record Place(
            Officer officer,
            Reference reference,
            Step step,
            String item,
            WorkView view,
            @Nullable LetterView letter,
            @Nullable LetterView letterRead,
            boolean letterHeldBack) {

        public String address() {
            return "/concerns/%s/steps/%s".formatted(reference, StepPages.place(step.id(), item));
        }

        /** What came in since the page was opened, in words. */
        public List<TimelinePage.Entry> since() {
            return view.since().stream().map(TimelinePage.Entry::of).toList();
        }

        /** Whether this person has claimed it. */
        public boolean isMine() {
            return view.open()
                    .map(open -> officer.name().equals(open.claimedBy()))
                    .orElse(false);
        }

        /** The children this step is about, numbered from 1. */
        public List<Integer> children() {
            return switch (step.item()) {
                case PART ->
                    view.standing().hubs().stream()
                            .filter(hub -> String.valueOf(hub.part()).equals(item))
                            .flatMap(hub -> hub.children().stream())
                            .toList();
                case CHILD -> List.of(Integer.valueOf(item));
                case NONE, SUSPECT, ACCOUNT, INFORMATION, GLASS, LETTER ->
                    view.standing().hubs().stream()
                            .flatMap(hub -> hub.children().stream())
                            .sorted()
                            .toList();
            };
        }
    }

    /** The pages. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance step(Officer officer, Form form, Place place, String refused, FactsPanel beside);

        static native TemplateInstance confirm(Officer officer, Form form, Place place, List<SummaryRows.Row> rows);

        static native TemplateInstance stale(
                Officer officer, Place place, @Nullable Decided now, List<SummaryRows.Row> typed);
    }

    /** A decision as it was made, told in the words of its form. */
    public record Decided(PathView.Done done, List<SummaryRows.Row> rows) {}

    public static String place(String step, String item) {
        return item.isEmpty() ? step : step + "/" + item;
    }

    @GET
    public TemplateInstance whole(@PathParam("reference") Reference reference, @PathParam("step") Step step) {
        return page(reference, step, "");
    }

    @GET
    @Path("{item: [0-9]{1,4}}")
    public TemplateInstance item(
            @PathParam("reference") Reference reference, @PathParam("step") Step step, @PathParam("item") String item) {
        return page(reference, step, item);
    }

    private TemplateInstance page(Reference reference, Step step, String item) {
        Officer officer = signedIn.officer();
        Place place = look(officer, reference, step, item, Optional.empty());
        if (place.view().open().isEmpty()) {
            return Templates.stale(officer, place, latest(place).orElse(null), List.of());
        }
        return Templates.step(
                officer, form(place, Prefilled.of(place, time.instant())), place, "", FactsPanel.of(place));
    }

    private Place look(Officer officer, Reference reference, Step step, String item, Optional<Long> seen) {
        WorkView view = decisionSupportService.look(officer, reference, step, item, seen);
        LetterView letter = view.open().isEmpty()
                ? null
                : letterService.atStep(officer, reference, step, item).orElse(null);
        boolean heldBack =
                letter == null && view.open().isPresent() && letterService.heldBack(officer, reference, step, item);
        return new Place(officer, reference, step, item, view, letter, null, heldBack);
    }

    private Form form(Place place, FormValues typed) {
        return choosing(forms.of(place.step().decision(), typed, place.officer()), place);
    }

    private Form choosing(Form form, Place place) {
        return switch (place.step()) {
            case AUTHORITY_DECISION -> form.choosing("authority", decisionSupportService.authorities());
            case ACKNOWLEDGEMENT, REFERRER_FEEDBACK ->
                form.choosing("wording", wording.toTell(place.step())).leavingOut("how=PARTNER_FORM");
            case SOCIAL_CARE_REFERRAL, LADO_REFERRAL -> ApprovalFields.of(form, "approval", place.letter());
            case POLICE_REPORT, CEOP_DECISION, PLATFORM_DECISION ->
                ApprovalFields.of(form, "report.approval", place.letter());
            default -> form;
        };
    }

    @POST
    @PermitAll
    public Response decideWhole(@PathParam("reference") Reference reference, @PathParam("step") Step step) {
        return act(reference, step, "");
    }

    @POST
    @PermitAll
    @Path("{item: [0-9]{1,4}}")
    public Response decideItem(
            @PathParam("reference") Reference reference, @PathParam("step") Step step, @PathParam("item") String item) {
        return act(reference, step, item);
    }

    private Response act(Reference reference, Step step, String item) {
        Officer officer = signedIn.officer();
        switch (submittedForm.button("do")) {
            case "claim" -> claimService.claim(officer, reference, step, item);
            case "release" -> claimService.release(officer, reference, step, item);
            case "assign" -> claimService.assign(officer, reference, step, item, submittedForm.button("to"));
            case "write" -> {
                return write(look(officer, reference, step, item, Optional.empty()));
            }
            default -> {
                return decide(look(officer, reference, step, item, seen()));
            }
        }
        return seeOther("/concerns/%s/steps/%s".formatted(reference, place(step.id(), item)));
    }

    /** The written concern is as long as raising one, so it is written in the same way: as a draft, begun with the call. */
    private Response write(Place place) {
        if (place.view().standing().withheld() != null) {
            // What is held back from this person would be missing from what they write.
            throw new ForbiddenException();
        }
        FormValues told = FormValues.told(
                        Objects.requireNonNull(place.view().standing().facts()))
                .only(name -> !FormValues.isAt(name, "call"));
        DraftView draft = draftService.begin(
                place.officer(),
                new DraftView.Content(
                        told.and(RaisePages.WRITTEN_FOR, place.reference().value())
                                .answers(),
                        List.of()));
        return seeOther("/raise/" + draft.id());
    }

    private Optional<Long> seen() {
        return submittedForm.button("seen").matches("[0-9]{1,18}")
                ? Optional.of(Long.valueOf(submittedForm.button("seen")))
                : Optional.empty();
    }

    private Response decide(Place place) {
        FormValues typed = ApprovalFields.said(submittedForm.typed());
        FormReader.Read<? extends Decision> read = forms.read(place.step().decision(), typed);
        if (place.view().open().isEmpty()) {
            return stale(place, read.soFar());
        }
        if (!place.view().since().isEmpty()) {
            return again(place, typed, Map.of(), Response.Status.CONFLICT, "");
        }
        if (read.record().isEmpty() || submittedForm.button("change").equals("yes")) {
            boolean changing = submittedForm.button("change").equals("yes");
            return again(
                    place,
                    typed,
                    changing ? Map.of() : read.wrong(),
                    changing ? Response.Status.OK : Response.Status.BAD_REQUEST,
                    "");
        }
        Decision decision = read.soFar();
        if (ASKED_AGAIN.contains(place.step())
                && !submittedForm.button("confirmed").equals("yes")) {
            return Response.ok(Templates.confirm(
                            place.officer(),
                            forms.again(place.step().decision(), typed, Map.of(), submittedForm.token()),
                            place,
                            SummaryRows.of(decision)))
                    .build();
        }
        try {
            decisionService.decide(place.officer(), place.reference(), place.item(), decision);
        } catch (RequestRefusedException refused) {
            if (refused.kind() != RequestRefusedException.Kind.CONFLICT) {
                throw refused;
            }
            Place now = look(place.officer(), place.reference(), place.step(), place.item(), seen());
            return now.view().open().isEmpty()
                    ? stale(now, decision)
                    : again(now, typed, Map.of(), Response.Status.CONFLICT, refused.sentence());
        }
        return seeOther(
                "/concerns/%s?told=%s".formatted(place.reference(), place.step().id()));
    }

    private Response again(
            Place place, FormValues typed, Map<String, String> wrong, Response.Status status, String refused) {
        Place shown = besideTheLetterRead(place, typed);
        FormValues anew = shown.letterRead() == null ? typed : ApprovalFields.unticked(typed);
        Form form = choosing(forms.again(place.step().decision(), anew, wrong, submittedForm.token()), shown);
        return Response.status(status)
                .entity(Templates.step(place.officer(), form, shown, refused, FactsPanel.of(place)))
                .build();
    }

    private Place besideTheLetterRead(Place place, FormValues typed) {
        LetterView letter = place.letter();
        String read = ApprovalFields.hashRead(typed);
        return letter == null || read.isEmpty() || read.equals(letter.contentHash())
                ? place
                : new Place(
                        place.officer(),
                        place.reference(),
                        place.step(),
                        place.item(),
                        place.view(),
                        letter,
                        letterService
                                .asRead(place.officer(), place.reference(), place.step(), place.item(), read)
                                .orElse(null),
                        false);
    }

    /** Somebody decided it first: both are shown, and what was typed here stays to be copied. */
    private Response stale(Place place, Decision typed) {
        return Response.status(Response.Status.CONFLICT)
                .entity(Templates.stale(place.officer(), place, latest(place).orElse(null), SummaryRows.of(typed)))
                .build();
    }

    private static Optional<Decided> latest(Place place) {
        return place.view().done().stream()
                .filter(done ->
                        done.step().equals(place.step().id()) && done.item().equals(place.item()))
                .reduce((first, second) -> second)
                .map(StepPages::told);
    }

    static Decided told(PathView.Done done) {
        Class<? extends Decision> type = Step.of(done.step()).orElseThrow().decision();
        return new Decided(done, SummaryRows.of(Json.read(((JsonNode) done.decision()).toString(), type)));
    }

    private static Response seeOther(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
