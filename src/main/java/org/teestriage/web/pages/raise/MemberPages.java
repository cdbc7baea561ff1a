package org.teestriage.web.pages.raise;

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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.casework.draft.DraftService;
import org.teestriage.casework.draft.DraftView;
import org.teestriage.concern.facts.Facts;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.SubmittedForm;
import org.teestriage.web.pages.form.SummaryRows;

/** One page for each child and each suspect of a draft. The number in the address is the id of the member. */
@Path("/raise/{draft}/{section}/{number: [0-9]{1,3}}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class MemberPages {

    private final DraftForms draftForms;
    private final SubmittedForm submittedForm;
    private final DraftService draftService;

    MemberPages(DraftForms draftForms, SubmittedForm submittedForm, DraftService draftService) {
        this.draftForms = draftForms;
        this.submittedForm = submittedForm;
        this.draftService = draftService;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance several(
                Officer officer,
                Form form,
                DraftView draft,
                Section section,
                DraftMembers members,
                List<DraftMembers.Member> listed,
                @Nullable String wrong);

        static native TemplateInstance member(
                Officer officer,
                Form form,
                DraftView draft,
                DraftMembers members,
                int number,
                @Nullable List<SummaryRows.Row> elsewhere);
    }

    @GET
    public TemplateInstance member(
            @PathParam("draft") String id, @PathParam("section") String name, @PathParam("number") int number) {
        Officer officer = draftForms.raising(id);
        Section section = several(name);
        DraftView draft = draftService.open(officer, id);
        DraftMembers members = new DraftMembers(draft, section);
        if (!members.mayOpen(number)) {
            throw new NotFoundException();
        }
        return Templates.member(officer, draftForms.of(DraftForms.typed(draft), officer), draft, members, number, null);
    }

    @POST
    @PermitAll
    public Response saveMember(
            @PathParam("draft") String id, @PathParam("section") String name, @PathParam("number") int number) {
        Officer officer = draftForms.raising(id);
        Section section = several(name);
        DraftMembers before = new DraftMembers(draftService.open(officer, id), section);
        if (!submittedForm.button("remove").isEmpty()) {
            return remove(officer, id, before, number);
        }
        // The text of a second window becomes another member, if its user wants to keep both.
        int target = submittedForm.button("apart").isEmpty() ? number : before.next();
        if (!before.maySave(target)) {
            throw new NotFoundException();
        }
        List<String> at = List.of(before.at(target));
        FormValues sent = DraftMembers.moved(submittedForm.typed(), before.at(number), before.at(target));
        DraftService.Change change =
                draftService.save(officer, draftForms.seen(id), at, kept -> DraftForms.with(kept, at, sent)
                        .withSeen(section.id()));
        DraftView draft = change.draft();
        DraftMembers members = new DraftMembers(draft, section);
        if (!change.made()) {
            Form form = draftForms.again(DraftForms.typed(draft).with(at, sent), Map.of());
            return DraftForms.conflict(
                    Templates.member(officer, form, draft, members, target, draftForms.saved(draft, at)));
        }
        if (!submittedForm.button("later").isEmpty()) {
            return DraftForms.to(id, "");
        }
        if (!submittedForm.button("another").isEmpty()) {
            return DraftForms.to(id, "/%s/%d".formatted(section.id(), target));
        }
        Map<String, String> wrong = draftForms.facts(DraftForms.typed(draft)).wrongAt(at);
        if (wrong.isEmpty()) {
            return DraftForms.to(id, "/" + section.id());
        }
        Form form = draftForms.again(DraftForms.typed(draft), wrong);
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(Templates.member(officer, form, draft, members, target, null))
                .build();
    }

    /** Removes the member with this id, unless another window has changed it since. */
    private Response remove(Officer officer, String id, DraftMembers members, int number) {
        String at = members.at(number);
        DraftService.Change change = draftService.save(
                officer,
                draftForms.seen(id),
                List.of(at),
                kept -> kept.withAnswers(new FormValues(kept.answers())
                        .only(name -> !FormValues.isAt(name, at))
                        .answers()));
        if (change.made()) {
            return DraftForms.to(id, "/" + members.section().id());
        }
        Form form = draftForms.again(DraftForms.typed(change.draft()), Map.of());
        return DraftForms.conflict(several(
                officer,
                form,
                change.draft(),
                members.section(),
                draftForms.facts(form.typed()),
                "NOT removed: what you wanted to remove was changed in another window. It is below as it was saved"
                        + " there. Look at it, then remove it or keep it."));
    }

    static TemplateInstance several(
            Officer officer,
            Form form,
            DraftView draft,
            Section section,
            FormReader.Read<Facts> read,
            @Nullable String refused) {
        DraftMembers members = new DraftMembers(draft, section);
        List<DraftMembers.Member> listed = members.listed(read);
        boolean looked = !listed.isEmpty() && listed.stream().noneMatch(DraftMembers.Member::wrong);
        String wrong = looked ? read.wrong().get(section.id()) : null;
        return Templates.several(officer, form, draft, section, members, listed, refused == null ? wrong : refused);
    }

    private static Section several(String name) {
        return Section.of(name).filter(Section::several).orElseThrow(NotFoundException::new);
    }
}
