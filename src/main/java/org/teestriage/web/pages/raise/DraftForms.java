package org.teestriage.web.pages.raise;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.casework.draft.DraftService;
import org.teestriage.casework.draft.DraftView;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.wording.Choice;
import org.teestriage.platform.text.Visible;
import org.teestriage.web.LongTextMemory;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.ChildChoices;
import org.teestriage.web.pages.form.Fitting;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.SubmittedForm;
import org.teestriage.web.pages.form.SummaryRows;

/** What the pages of a draft share: its user, its answers, and the version that a submitted form carries. */
@Singleton
class DraftForms {

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final DraftService draftService;
    private final LongTextMemory longTextMemory;

    DraftForms(
            SignedIn signedIn,
            SubmittedForm submittedForm,
            Forms forms,
            DraftService draftService,
            LongTextMemory longTextMemory) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.draftService = draftService;
        this.longTextMemory = longTextMemory;
    }

    Officer raising() {
        Officer officer = signedIn.officer();
        if (!Access.may(officer, Act.RAISE)) {
            throw new ForbiddenException();
        }
        return officer;
    }

    /** The same, with memory for a draft, before it is read. */
    Officer raising(String draft) {
        Officer officer = raising();
        longTextMemory.require(draftService.length(officer, draft));
        return officer;
    }

    Form of(FormValues typed, Officer officer) {
        return fitted(forms.of(Facts.class, typed, officer));
    }

    /** The submitted form again, with its token. */
    Form again(FormValues typed, Map<String, String> wrong) {
        return fitted(forms.again(Facts.class, typed, wrong, submittedForm.token()));
    }

    /**
     * What officers find out, and what differs from child to child: asked on the page of the facts, so that this form stays
     * short. A child who harms is told among those who may be harming.
     */
    static final Set<String> NOT_ASKED = Set.of(
            "betweenChildren",
            "pattern",
            "children.answers",
            "children.care",
            "children.consents",
            "children.view",
            "children.details",
            "children.pattern",
            "children.roles",
            "consents.parentsInformed.note",
            "consents.toReferral.note",
            "consents.toSharing.note",
            "consents.toService",
            "devices.captured",
            "images.spread.seenAgain",
            "images.spread.sentToWhom",
            "suspects.allegation.alleged",
            "suspects.allegation.about",
            "suspects.allegation.happened",
            "suspects.allegation.otherWork",
            "suspects.allegation.otherWorkWhere",
            "suspects.allegation.ownChildren",
            "suspects.allegation.ownChildrenWho",
            "suspects.allegation.employerToldBy",
            "suspects.allegation.suspended",
            "suspects.allegation.employerDid",
            "suspects.history",
            "people.history");

    /** Only a member of the public, whose words a hub writes down, is offered to be kept from partners. */
    static final String NOT_ASKED_OF_PROFESSIONALS = "referrer.confidential";

    private Form fitted(Form form) {
        List<Choice> children = DraftMembers.children(form.typed());
        Fitting fitting = Fitting.NONE;
        for (String question : NOT_ASKED) {
            fitting = fitting.leavingOut(question);
        }
        if (signedIn.officer().is(Role.REFERRER)) {
            fitting = fitting.leavingOut(NOT_ASKED_OF_PROFESSIONALS);
        }
        for (String about : List.of("account.about", "people.about")) {
            fitting = ChildChoices.asking(fitting, about, children);
        }
        return form.fitted(fitting);
    }

    /** The draft as the page of the submitted form showed it. A form of an earlier release tells no version. */
    DraftService.Seen seen(String id) {
        String version = submittedForm.button("version");
        return new DraftService.Seen(id, version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0);
    }

    /** The answers that another window saved at these places. */
    List<SummaryRows.Row> saved(DraftView draft, List<String> places) {
        return DraftMembers.counted(typed(draft))
                .only(name -> places.stream().anyMatch(place -> FormValues.isAt(name, place)))
                .answers()
                .entrySet()
                .stream()
                .filter(answer -> answer.getValue().stream().anyMatch(value -> !Visible.isBlank(value)))
                .map(answer -> new SummaryRows.Row(
                        forms.asked(answer.getKey()), String.join("\n", answer.getValue()), true, List.of()))
                .toList();
    }

    static Response conflict(TemplateInstance page) {
        return Response.status(Response.Status.CONFLICT).entity(page).build();
    }

    FormReader.Read<Facts> facts(FormValues typed) {
        return forms.read(Facts.class, DraftMembers.counted(typed));
    }

    static FormValues typed(DraftView draft) {
        return new FormValues(draft.content().answers());
    }

    static DraftView.Content with(DraftView.Content kept, List<String> names, FormValues answers) {
        return kept.withAnswers(
                new FormValues(kept.answers()).with(names, answers).answers());
    }

    static Response to(String draft, String below) {
        return Response.seeOther(URI.create("/raise/" + draft + below)).build();
    }
}
