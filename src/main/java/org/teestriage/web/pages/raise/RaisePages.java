package org.teestriage.web.pages.raise;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.casework.draft.DraftLine;
import org.teestriage.casework.draft.DraftService;
import org.teestriage.casework.draft.DraftView;
import org.teestriage.casework.triage.DecisionService;
import org.teestriage.casework.triage.RaiseService;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.WrittenConcern;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.LabelledTypes;
import org.teestriage.web.pages.form.SubmittedForm;
import org.teestriage.web.pages.form.SummaryRows;

/**
 * Raising a concern: first the 999 advice, then a task list in any order. Every page is saved as sent, even if invalid,
 * so that an ended session loses no text.
 */
@Path("/raise")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RaisePages {

    /** Field of a draft that becomes the written form of an existing concern, after a telephone call: its reference. */
    public static final String WRITTEN_FOR = "writtenFor";

    /** Value of the button of a person who does not know whether a child is in danger. */
    private static final String UNSURE = "unsure";

    private final DraftForms draftForms;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final DraftService draftService;
    private final RaiseService raiseService;
    private final DecisionService decisionService;
    private final SummaryRows summaryRows;

    RaisePages(
            DraftForms draftForms,
            SubmittedForm submittedForm,
            Forms forms,
            DraftService draftService,
            RaiseService raiseService,
            DecisionService decisionService,
            SummaryRows summaryRows) {
        this.draftForms = draftForms;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.draftService = draftService;
        this.raiseService = raiseService;
        this.decisionService = decisionService;
        this.summaryRows = summaryRows;
    }

    public record Task(Section section, Section.Progress progress) {}

    public record Told(Section section, List<SummaryRows.Row> rows) {}

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(Facts.class);
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance stop(Officer officer, Form form, List<DraftLine> drafts);

        static native TemplateInstance tasks(Officer officer, Form form, DraftView draft, List<Task> tasks);

        static native TemplateInstance section(
                Officer officer,
                Form form,
                DraftView draft,
                Section section,
                boolean danger,
                @Nullable List<SummaryRows.Row> elsewhere);

        static native TemplateInstance check(
                Officer officer, Form form, DraftView draft, List<Told> told, List<Task> unfinished, boolean overtaken);
    }

    @GET
    public TemplateInstance stop() {
        Officer officer = draftForms.raising();
        return Templates.stop(officer, forms.button(officer), draftService.of(officer));
    }

    @POST
    @PermitAll
    public Response begin() {
        Officer officer = draftForms.raising();
        List<String> name = List.of(officer.is(Role.REFERRER) ? officer.name() : "");
        List<String> agency = List.of(officer.is(Role.REFERRER) ? officer.affiliation() : "");
        Map<String, List<String>> known = new HashMap<>();
        known.put("referrer.name", name);
        known.put("referrer.organisation", agency);
        String police = submittedForm.button("police");
        if (police.equals(UNSURE)) {
            known.put("urgency.dangerNow", List.of(Answer.NOT_KNOWN.name()));
        }
        DraftView draft = draftService.begin(officer, new DraftView.Content(known, List.of()));
        return DraftForms.to(draft.id(), police.isEmpty() ? "" : "/" + Section.POLICE.id());
    }

    @GET
    @Path("{draft}")
    public TemplateInstance tasks(@PathParam("draft") String id) {
        Officer officer = draftForms.raising(id);
        DraftView draft = draftService.open(officer, id);
        return Templates.tasks(officer, forms.button(officer), draft, tasks(officer, draft));
    }

    @GET
    @Path("{draft}/{section}")
    public TemplateInstance section(@PathParam("draft") String id, @PathParam("section") String name) {
        Officer officer = draftForms.raising(id);
        Section section = Section.of(name).orElseThrow(NotFoundException::new);
        DraftView draft = draftService.open(officer, id);
        FormValues typed = DraftForms.typed(draft);
        Form form = draftForms.of(typed, officer);
        return section.several()
                ? MemberPages.several(officer, form, draft, section, draftForms.facts(typed), null)
                : page(officer, form, draft, section);
    }

    private TemplateInstance page(Officer officer, Form form, DraftView draft, Section section) {
        return page(officer, form, draft, section, null);
    }

    /** {@code elsewhere} is what another window saved instead; null if nothing was. */
    private TemplateInstance page(
            Officer officer, Form form, DraftView draft, Section section, @Nullable List<SummaryRows.Row> elsewhere) {
        return Templates.section(
                officer,
                form,
                draft,
                section,
                draftForms.facts(form.typed()).soFar().urgency().mayBeDanger(),
                elsewhere);
    }

    @POST
    @PermitAll
    @Path("{draft}/{section}")
    public Response save(@PathParam("draft") String id, @PathParam("section") String name) {
        Officer officer = draftForms.raising(id);
        Section section = Section.of(name).orElseThrow(NotFoundException::new);
        if (section.several()) {
            DraftView draft = draftService.open(officer, id, section.id());
            return DraftForms.to(draft.id(), "");
        }
        FormValues sent = submittedForm.typed();
        String shown = submittedForm.button("shown");
        DraftService.Change change = draftService.save(officer, draftForms.seen(id), kept -> {
            ListMerge.Merged merged = merge(shown, kept, sent, section);
            return new DraftService.Edit(
                    kept.content().withAnswers(merged.answers().answers()).withSeen(section.id()), merged.places());
        });
        DraftView draft = change.draft();
        if (!change.made()) {
            ListMerge.Merged both = merge(shown, draft, sent, section);
            return DraftForms.conflict(page(
                    officer,
                    draftForms.again(both.answers(), Map.of()),
                    draft,
                    section,
                    draftForms.saved(draft, both.places())));
        }
        if (!submittedForm.button("later").isEmpty()) {
            return DraftForms.to(id, "");
        }
        if (!submittedForm.button("another").isEmpty()) {
            return DraftForms.to(id, "/" + section.id());
        }
        FormReader.Read<Facts> read = draftForms.facts(DraftForms.typed(draft));
        Map<String, String> wrong = read.wrongAt(section.names());
        if (!wrong.isEmpty()) {
            Form form = draftForms.again(DraftForms.typed(draft), wrong);
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(officer, form, draft, section))
                    .build();
        }
        boolean danger = section == Section.SAFETY && read.soFar().urgency().mayBeDanger();
        return DraftForms.to(id, danger ? "/" + Section.POLICE.id() : "");
    }

    private static ListMerge.Merged merge(String shown, DraftView kept, FormValues sent, Section section) {
        Set<String> fields = kept.content().answers().keySet();
        return ListMerge.merge(shown, DraftForms.typed(kept), sent, section.names(), list -> kept.changes()
                .next(list, fields));
    }

    @GET
    @Path("{draft}/check")
    public TemplateInstance check(@PathParam("draft") String id) {
        Officer officer = draftForms.raising(id);
        DraftView draft = draftService.open(officer, id);
        return check(officer, draft, draftForms.of(DraftForms.typed(draft), officer), false);
    }

    private TemplateInstance check(Officer officer, DraftView draft, Form form, boolean overtaken) {
        FormReader.Read<Facts> read = draftForms.facts(form.typed());
        List<Told> told = sections(officer, draft)
                .map(section -> new Told(section, summaryRows.of(read.soFar(), section.names())))
                .toList();
        List<Task> unfinished = tasks(officer, draft).stream()
                .filter(task -> !read.wrongAt(task.section().names()).isEmpty())
                .toList();
        return Templates.check(officer, form, draft, told, unfinished, overtaken);
    }

    /** Reads the facts from the draft. The posted fields exist only for the error page, which shows them again. */
    @POST
    @PermitAll
    @Path("{draft}/send")
    public Response send(@PathParam("draft") String id) {
        Officer officer = draftForms.raising(id);
        Optional<DraftView> found = draftService.find(officer, id);
        if (found.isEmpty()) {
            // An earlier attempt succeeded but its response was lost: redirects instead of reporting "NOT submitted".
            return received(raiseService.raisedUnder(officer, "draft " + id).orElseThrow(NotFoundException::new));
        }
        Optional<Reference> earlier = raiseService.raisedUnder(officer, "draft " + id);
        if (earlier.isPresent()) {
            draftService.delete(officer, id);
            return received(earlier.get());
        }
        FormReader.Read<Facts> read = draftForms.facts(DraftForms.typed(found.get()));
        if (read.record().isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(sendAgain(officer, found.get(), false))
                    .build();
        }
        DraftService.Change sending = draftService.beginSending(officer, draftForms.seen(id));
        if (!sending.made()) {
            return DraftForms.conflict(sendAgain(officer, sending.draft(), true));
        }
        return received(send(officer, sending.draft()));
    }

    private TemplateInstance sendAgain(Officer officer, DraftView draft, boolean overtaken) {
        return check(officer, draft, draftForms.again(DraftForms.typed(draft), Map.of()), overtaken);
    }

    /** Until it is sent and deleted, no other window can save into the draft what would be lost. */
    private Reference send(Officer officer, DraftView draft) {
        FormValues typed = DraftForms.typed(draft);
        Reference reference;
        try {
            reference = take(
                    officer,
                    draft.id(),
                    typed.first(WRITTEN_FOR),
                    draftForms.facts(typed).soFar());
        } catch (RequestRefusedException refused) {
            draftService.endSending(officer, draft.id());
            throw refused;
        }
        draftService.delete(officer, draft.id());
        return reference;
    }

    private static Response received(Reference reference) {
        return Response.seeOther(URI.create("/concerns/%s/received".formatted(reference)))
                .build();
    }

    private Reference take(Officer officer, String draft, String writtenFor, Facts facts) {
        return writtenFor.isEmpty()
                ? raiseService.raise(officer, facts, "draft " + draft).reference()
                : decisionService
                        .decide(officer, Reference.read(writtenFor), "", null, new WrittenConcern(facts))
                        .reference();
    }

    @POST
    @PermitAll
    @Path("{draft}/delete")
    public Response delete(@PathParam("draft") String id) {
        draftService.delete(draftForms.raising(), id);
        return Response.seeOther(URI.create("/raise")).build();
    }

    private List<Task> tasks(Officer officer, DraftView draft) {
        FormValues typed = DraftForms.typed(draft);
        FormReader.Read<Facts> read = draftForms.facts(typed);
        return sections(officer, draft)
                .map(section -> new Task(
                        section,
                        section.progress(
                                typed,
                                draft.content().seen().contains(section.id()),
                                !read.wrongAt(section.names()).isEmpty())))
                .toList();
    }

    /** Only hub staff record a telephone call, and not for the written form of one. */
    private static Stream<Section> sections(Officer officer, DraftView draft) {
        boolean call = !officer.is(Role.REFERRER) && !DraftForms.typed(draft).says(WRITTEN_FOR);
        return Stream.of(Section.values()).filter(section -> section != Section.CALL || call);
    }
}
