package org.teestriage.web.pages.raise;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.casework.draft.DraftLine;
import org.teestriage.casework.draft.DraftService;
import org.teestriage.casework.draft.DraftView;
import org.teestriage.casework.triage.DecisionService;
import org.teestriage.casework.triage.RaiseService;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.WrittenConcern;
import org.teestriage.platform.text.Visible;
import org.teestriage.web.SignedIn;
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

    private static final int SEVERAL_AT_MOST = 20;

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final DraftService draftService;
    private final RaiseService raiseService;
    private final DecisionService decisionService;
    private final SummaryRows summaryRows;

    RaisePages(
            SignedIn signedIn,
            SubmittedForm submittedForm,
            Forms forms,
            DraftService draftService,
            RaiseService raiseService,
            DecisionService decisionService,
            SummaryRows summaryRows) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.draftService = draftService;
        this.raiseService = raiseService;
        this.decisionService = decisionService;
        this.summaryRows = summaryRows;
    }

    public record Task(Section section, Section.Progress progress) {}

    public record Member(int number, String called, boolean wrong) {}

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
                Officer officer, Form form, DraftView draft, Section section, boolean danger);

        static native TemplateInstance several(
                Officer officer,
                Form form,
                DraftView draft,
                Section section,
                List<Member> members,
                @Nullable String wrong);

        static native TemplateInstance member(
                Officer officer, Form form, DraftView draft, Section section, String name, int number);

        static native TemplateInstance check(
                Officer officer, Form form, DraftView draft, List<Told> told, List<Task> unfinished);
    }

    @GET
    public TemplateInstance stop() {
        Officer officer = raising();
        return Templates.stop(officer, forms.button(officer), draftService.of(officer));
    }

    @POST
    @PermitAll
    public Response begin() {
        Officer officer = raising();
        List<String> name = List.of(officer.is(Role.REFERRER) ? officer.name() : "");
        List<String> agency = List.of(officer.is(Role.REFERRER) ? officer.affiliation() : "");
        DraftView draft = draftService.begin(
                officer,
                new DraftView.Content(Map.of("referrer.name", name, "referrer.organisation", agency), List.of()));
        return to(draft.id(), submittedForm.button("police").isEmpty() ? "" : "/" + Section.POLICE.id());
    }

    @GET
    @Path("{draft}")
    public TemplateInstance tasks(@PathParam("draft") String id) {
        Officer officer = raising();
        DraftView draft = draftService.open(officer, id);
        return Templates.tasks(officer, forms.button(officer), draft, tasks(officer, draft));
    }

    @GET
    @Path("{draft}/{section}")
    public TemplateInstance section(@PathParam("draft") String id, @PathParam("section") String name) {
        Officer officer = raising();
        Section section = Section.of(name).orElseThrow(NotFoundException::new);
        DraftView draft = draftService.open(officer, id);
        FormValues typed = typed(draft);
        Form form = forms.of(Facts.class, typed, officer);
        return section.several() ? several(officer, form, draft, section) : page(officer, form, draft, section);
    }

    private TemplateInstance page(Officer officer, Form form, DraftView draft, Section section) {
        return Templates.section(
                officer,
                form,
                draft,
                section,
                facts(form.typed()).soFar().urgency().saysDanger());
    }

    private TemplateInstance several(Officer officer, Form form, DraftView draft, Section section) {
        FormReader.Read<Facts> read = facts(form.typed());
        List<Member> members = IntStream.range(0, count(form.typed(), section))
                .mapToObj(index -> {
                    String at = at(section, index + 1);
                    return new Member(
                            index + 1,
                            called(form.typed(), section, at),
                            !read.wrongAt(List.of(at)).isEmpty());
                })
                .toList();
        boolean looked = !members.isEmpty() && members.stream().noneMatch(Member::wrong);
        return Templates.several(
                officer, form, draft, section, members, looked ? read.wrong().get(section.id()) : null);
    }

    private static String called(FormValues typed, Section section, String at) {
        return Stream.of(".name", ".claimedName", ".realName", ".identities[0].handle", ".school")
                .map(part -> typed.first(at + part))
                .filter(text -> !Visible.isBlank(text))
                .findFirst()
                .orElse(section == Section.CHILDREN ? "A child" : "A person");
    }

    /** Field name of a list member, numbered from 1. */
    private static String at(Section section, int number) {
        return "%s[%d]".formatted(section.id(), number - 1);
    }

    private static int count(FormValues typed, Section section) {
        List<Integer> indexes = typed.indexes(section.id());
        return indexes.isEmpty() ? 0 : indexes.get(indexes.size() - 1) + 1;
    }

    @POST
    @PermitAll
    @Path("{draft}/{section}")
    public Response save(@PathParam("draft") String id, @PathParam("section") String name) {
        Officer officer = raising();
        Section section = Section.of(name).orElseThrow(NotFoundException::new);
        if (section.several()) {
            DraftView draft = draftService.save(officer, id, kept -> kept.withSeen(section.id()));
            return to(draft.id(), "");
        }
        DraftView draft = draftService.save(officer, id, kept -> with(kept, section.names(), submittedForm.typed())
                .withSeen(section.id()));
        if (!submittedForm.button("later").isEmpty()) {
            return to(id, "");
        }
        if (!submittedForm.button("another").isEmpty()) {
            return to(id, "/" + section.id());
        }
        FormReader.Read<Facts> read = facts(typed(draft));
        Map<String, String> wrong = read.wrongAt(section.names());
        if (!wrong.isEmpty()) {
            Form form = forms.again(Facts.class, typed(draft), wrong, submittedForm.token());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(officer, form, draft, section))
                    .build();
        }
        boolean danger = section == Section.SAFETY && read.soFar().urgency().saysDanger();
        return to(id, danger ? "/" + Section.POLICE.id() : "");
    }

    @GET
    @Path("{draft}/{section}/{number: [0-9]{1,2}}")
    public TemplateInstance member(
            @PathParam("draft") String id, @PathParam("section") String name, @PathParam("number") int number) {
        Officer officer = raising();
        Section section = several(name);
        DraftView draft = draftService.open(officer, id);
        requireNext(typed(draft), section, number);
        return Templates.member(
                officer, forms.of(Facts.class, typed(draft), officer), draft, section, at(section, number), number);
    }

    @POST
    @PermitAll
    @Path("{draft}/{section}/{number: [0-9]{1,2}}")
    public Response saveMember(
            @PathParam("draft") String id, @PathParam("section") String name, @PathParam("number") int number) {
        Officer officer = raising();
        Section section = several(name);
        String at = at(section, number);
        requireNext(typed(draftService.open(officer, id)), section, number);
        if (!submittedForm.button("remove").isEmpty()) {
            draftService.save(
                    officer,
                    id,
                    kept -> kept.withAnswers(new FormValues(kept.answers())
                            .without(section.id(), number - 1)
                            .answers()));
            return to(id, "/" + section.id());
        }
        DraftView draft = draftService.save(officer, id, kept -> with(kept, List.of(at), submittedForm.typed())
                .withSeen(section.id()));
        if (!submittedForm.button("later").isEmpty()) {
            return to(id, "");
        }
        if (!submittedForm.button("another").isEmpty()) {
            return to(id, "/%s/%d".formatted(section.id(), number));
        }
        Map<String, String> wrong = facts(typed(draft)).wrongAt(List.of(at));
        if (wrong.isEmpty()) {
            return to(id, "/" + section.id());
        }
        Form form = forms.again(Facts.class, typed(draft), wrong, submittedForm.token());
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(Templates.member(officer, form, draft, section, at, number))
                .build();
    }

    private static Section several(String name) {
        return Section.of(name).filter(Section::several).orElseThrow(NotFoundException::new);
    }

    /** Permits existing members and the next free number; any other is 404. */
    private static void requireNext(FormValues typed, Section section, int number) {
        if (number < 1 || number > SEVERAL_AT_MOST || number > count(typed, section) + 1) {
            throw new NotFoundException();
        }
    }

    @GET
    @Path("{draft}/check")
    public TemplateInstance check(@PathParam("draft") String id) {
        Officer officer = raising();
        DraftView draft = draftService.open(officer, id);
        return check(officer, draft, forms.of(Facts.class, typed(draft), officer));
    }

    private TemplateInstance check(Officer officer, DraftView draft, Form form) {
        FormReader.Read<Facts> read = facts(form.typed());
        List<Told> told = sections(officer, draft)
                .map(section -> new Told(section, summaryRows.of(read.soFar(), section.names())))
                .toList();
        List<Task> unfinished = tasks(officer, draft).stream()
                .filter(task -> !read.wrongAt(task.section().names()).isEmpty())
                .toList();
        return Templates.check(officer, form, draft, told, unfinished);
    }

    /** Reads the facts from the draft. The posted fields exist only for the error page, which shows them again. */
    @POST
    @PermitAll
    @Path("{draft}/send")
    public Response send(@PathParam("draft") String id) {
        Officer officer = raising();
        Optional<DraftView> found = draftService.find(officer, id);
        if (found.isEmpty()) {
            // An earlier attempt succeeded but its response was lost: redirects instead of reporting "NOT submitted".
            return received(raiseService.raisedUnder(officer, "draft " + id).orElseThrow(NotFoundException::new));
        }
        DraftView draft = found.get();
        FormReader.Read<Facts> read = facts(typed(draft));
        if (read.record().isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(check(
                            officer, draft, forms.again(Facts.class, typed(draft), Map.of(), submittedForm.token())))
                    .build();
        }
        Reference reference = take(officer, id, typed(draft).first(WRITTEN_FOR), read.soFar());
        draftService.delete(officer, id);
        return received(reference);
    }

    private static Response received(Reference reference) {
        return Response.seeOther(URI.create("/concerns/%s/received".formatted(reference)))
                .build();
    }

    private Reference take(Officer officer, String draft, String writtenFor, Facts facts) {
        return writtenFor.isEmpty()
                ? raiseService.raise(officer, facts, "draft " + draft).reference()
                : decisionService
                        .decide(officer, Reference.read(writtenFor), "", new WrittenConcern(facts))
                        .reference();
    }

    @POST
    @PermitAll
    @Path("{draft}/delete")
    public Response delete(@PathParam("draft") String id) {
        draftService.delete(raising(), id);
        return Response.seeOther(URI.create("/raise")).build();
    }

    private Officer raising() {
        Officer officer = signedIn.officer();
        if (!Access.may(officer, Act.RAISE)) {
            throw new ForbiddenException();
        }
        return officer;
    }

    private List<Task> tasks(Officer officer, DraftView draft) {
        FormValues typed = typed(draft);
        FormReader.Read<Facts> read = facts(typed);
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
        boolean call = !officer.is(Role.REFERRER) && !typed(draft).says(WRITTEN_FOR);
        return Stream.of(Section.values()).filter(section -> section != Section.CALL || call);
    }

    private FormReader.Read<Facts> facts(FormValues typed) {
        return forms.read(Facts.class, typed);
    }

    private static FormValues typed(DraftView draft) {
        return new FormValues(draft.content().answers());
    }

    private static DraftView.Content with(DraftView.Content kept, List<String> names, FormValues answers) {
        return kept.withAnswers(
                new FormValues(kept.answers()).with(names, answers).answers());
    }

    private static Response to(String draft, String below) {
        return Response.seeOther(URI.create("/raise/" + draft + below)).build();
    }
}
