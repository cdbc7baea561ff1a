package org.teestriage.web.pages.step;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.casework.decisionsupport.ChildMatches;
import org.teestriage.casework.draft.DraftService;
import org.teestriage.casework.draft.DraftView;
import org.teestriage.casework.queue.ClaimService;
import org.teestriage.casework.triage.DecisionService;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Decision;
import org.teestriage.decision.Step;
import org.teestriage.decision.StrategyDiscussion;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.LabelledTypes;
import org.teestriage.web.pages.form.SubmittedForm;
import org.teestriage.web.pages.form.SummaryRows;
import org.teestriage.web.pages.raise.RaisePages;

@Path("/concerns/{reference}/steps/{step}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class StepPages {

    /** Irreversible decisions, which need a second confirmation. Steps about danger never wait for one. */
    static final Set<Step> NEEDS_CONFIRMATION = EnumSet.of(
            Step.THRESHOLD_DECISION,
            Step.SECOND_READING,
            Step.AUTHORITY_DECISION,
            Step.HUB_ACCEPTANCE,
            Step.STRATEGY_DISCUSSION,
            Step.ACKNOWLEDGEMENT,
            Step.REFERRER_FEEDBACK,
            Step.CLOSE);

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final StepPlaces stepPlaces;
    private final StepForms stepForms;
    private final SummaryRows summaryRows;
    private final DecisionService decisionService;
    private final ClaimService claimService;
    private final DraftService draftService;

    StepPages(
            SignedIn signedIn,
            SubmittedForm submittedForm,
            StepPlaces stepPlaces,
            StepForms stepForms,
            SummaryRows summaryRows,
            DecisionService decisionService,
            ClaimService claimService,
            DraftService draftService) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.stepPlaces = stepPlaces;
        this.stepForms = stepForms;
        this.summaryRows = summaryRows;
        this.decisionService = decisionService;
        this.claimService = claimService;
        this.draftService = draftService;
    }

    @Singleton
    static LabelledTypes labelled() {
        return new LabelledTypes(Stream.concat(
                        Stream.of(Decision.class.getPermittedSubclasses()),
                        Stream.of(ChildMatches.Alike.class, StrategyDiscussion.Earlier.class))
                .collect(Collectors.toSet()));
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance step(
                Officer officer,
                Form form,
                StepPlace place,
                @Nullable RequestRefusedException refused,
                FactsPanel beside);

        static native TemplateInstance confirm(Officer officer, Form form, StepPlace place, List<SummaryRows.Row> rows);

        static native TemplateInstance stale(
                Officer officer, StepPlace place, FactsPanel.@Nullable Decided now, List<SummaryRows.Row> typed);
    }

    public static String place(String step, String item) {
        return item.isEmpty() ? step : step + "/" + item;
    }

    @GET
    public TemplateInstance whole(@PathParam("reference") Reference reference, @PathParam("step") Step step) {
        return page(reference, step, "");
    }

    @GET
    @Path("{item: [0-9]{1,4}(-now|-placing)?}")
    public TemplateInstance item(
            @PathParam("reference") Reference reference, @PathParam("step") Step step, @PathParam("item") String item) {
        return page(reference, step, item);
    }

    private TemplateInstance page(Reference reference, Step step, String item) {
        Officer officer = signedIn.officer();
        StepPlace place = stepPlaces.look(officer, reference, step, item, Optional.empty());
        return place.view().open().isEmpty()
                ? stale(place, List.of())
                : Templates.step(officer, stepForms.prefilled(place), place, null, FactsPanel.of(place, summaryRows));
    }

    @POST
    @PermitAll
    public Response decideWhole(@PathParam("reference") Reference reference, @PathParam("step") Step step) {
        return act(reference, step, "");
    }

    @POST
    @PermitAll
    @Path("{item: [0-9]{1,4}(-now|-placing)?}")
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
                return write(stepPlaces.look(officer, reference, step, item, Optional.empty()));
            }
            default -> {
                return decide(officer, reference, step, item);
            }
        }
        return seeOther("/concerns/%s/steps/%s".formatted(reference, place(step.id(), item)));
    }

    /** The written concern needs the same form as raising one, so it starts as a draft with the facts of the call. */
    private Response write(StepPlace place) {
        if (place.view().standing().withheld() != null) {
            // Facts withheld from this user would be missing from the written concern.
            throw new ForbiddenException();
        }
        DraftView draft = draftService.begin(
                place.officer(),
                new DraftView.Content(
                        stepForms
                                .told(place)
                                .and(RaisePages.WRITTEN_FOR, place.reference().value())
                                .answers(),
                        List.of()));
        return seeOther("/raise/" + draft.id());
    }

    private Response decide(Officer officer, Reference reference, Step step, String item) {
        FormValues typed = ApprovalFields.said(submittedForm.typed());
        FormReader.Read<? extends Decision> read = stepForms.read(step, typed);
        boolean change = submittedForm.button("change").equals("yes");
        boolean wrong = read.record().isEmpty();
        boolean unconfirmed = NEEDS_CONFIRMATION.contains(step)
                && !submittedForm.button("confirmed").equals("yes");
        if (!change && !wrong && !unconfirmed && stepPlaces.isAsSeen(officer, reference, step, item, seen())) {
            return carryOut(officer, reference, step, item, typed, read.soFar());
        }
        StepPlace place = stepPlaces.look(officer, reference, step, item, seen());
        return overtaken(place, typed, read.soFar(), null).orElseGet(() -> {
            if (change) {
                return again(place, typed, Map.of(), Response.Status.OK, null);
            }
            return wrong
                    ? again(place, typed, read.wrong(), Response.Status.BAD_REQUEST, null)
                    : confirm(place, typed, read.soFar());
        });
    }

    private Response confirm(StepPlace place, FormValues typed, Decision decision) {
        Form kept = stepForms.kept(place.step(), typed, submittedForm.token());
        return Response.ok(Templates.confirm(place.officer(), kept, place, summaryRows.of(decision)))
                .build();
    }

    private Response carryOut(
            Officer officer, Reference reference, Step step, String item, FormValues typed, Decision decision) {
        try {
            decisionService.decide(officer, reference, item, submittedForm.button("version"), decision);
        } catch (RequestRefusedException refused) {
            if (!refused.isConflict()) {
                throw refused;
            }
            StepPlace now = stepPlaces.look(officer, reference, step, item, seen());
            return overtaken(now, typed, decision, refused)
                    .orElseGet(() -> again(now, typed, Map.of(), Response.Status.CONFLICT, refused));
        }
        return seeOther("/concerns/%s?told=%s".formatted(reference, step.id()));
    }

    /** The length of the timeline when the page was opened. */
    private Optional<Long> seen() {
        return submittedForm.button("seen").matches("[0-9]{1,18}")
                ? Optional.of(Long.valueOf(submittedForm.button("seen")))
                : Optional.empty();
    }

    /** The conflict response if the step is closed, or if the timeline has grown since the page was opened. */
    private Optional<Response> overtaken(
            StepPlace place, FormValues typed, Decision decision, @Nullable RequestRefusedException refused) {
        if (place.view().open().isEmpty()) {
            return Optional.of(Response.status(Response.Status.CONFLICT)
                    .entity(stale(place, summaryRows.of(decision)))
                    .build());
        }
        return place.since().isEmpty()
                ? Optional.empty()
                : Optional.of(again(place, typed, Map.of(), Response.Status.CONFLICT, refused));
    }

    private Response again(
            StepPlace place,
            FormValues typed,
            Map<String, String> wrong,
            Response.Status status,
            @Nullable RequestRefusedException refused) {
        StepPlace shown = stepPlaces.withLetterRead(place, ApprovalFields.hashRead(typed));
        FormValues anew = shown.letterRead() == null ? typed : ApprovalFields.withoutConfirmation(typed);
        Form form = stepForms.again(shown, anew, wrong, submittedForm.token());
        return Response.status(status)
                .entity(Templates.step(place.officer(), form, shown, refused, FactsPanel.of(place, summaryRows)))
                .build();
    }

    /** The step is already decided: shows the decision and the typed text, which the user can copy. */
    private TemplateInstance stale(StepPlace place, List<SummaryRows.Row> typed) {
        return Templates.stale(
                place.officer(),
                place,
                place.latest()
                        .map(done -> FactsPanel.Decided.of(done, summaryRows))
                        .orElse(null),
                typed);
    }

    private static Response seeOther(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
