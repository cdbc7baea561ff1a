package org.teestriage.web.pages.oversight;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessRestriction;
import org.teestriage.access.Officer;
import org.teestriage.casework.restriction.RemovalRequest;
import org.teestriage.casework.restriction.RestrictionRequest;
import org.teestriage.casework.restriction.RestrictionService;
import org.teestriage.casework.restriction.RestrictionsView;
import org.teestriage.casework.restriction.StaffChoices;
import org.teestriage.concern.Reference;
import org.teestriage.decision.wording.Choice;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SingleLine;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.Fitting;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.LabelledTypes;
import org.teestriage.web.pages.form.SubmittedForm;

@Path("/concerns/{reference}/restrictions")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RestrictionPages {

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final RestrictionService restrictionService;

    RestrictionPages(
            SignedIn signedIn, SubmittedForm submittedForm, Forms forms, RestrictionService restrictionService) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.restrictionService = restrictionService;
    }

    /** The form of a restriction: people from the list of staff, or one name. */
    public record Wanted(
            @NotNull RestrictionRequest.Kind kind,
            @Size(max = 20) Set<@SingleLine String> users,

            @AskedWhen(field = "kind", is = "EXCLUDE_NAME") @Nullable @SingleLine
            String name,

            @NotBlank @MultiLine @Reason String reason) {

        RestrictionRequest request() {
            return new RestrictionRequest(
                    kind, List.copyOf(users), Stream.ofNullable(name).toList(), reason);
        }
    }

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(Wanted.class, RemovalRequest.class, AccessRestriction.Kind.class);
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance restrictions(
                Officer officer,
                RestrictionsView view,
                boolean manages,
                Form form,
                Form lifting,
                int lifted,
                String refused);
    }

    @GET
    public TemplateInstance restrictions(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        return page(
                officer,
                reference,
                forms.of(Wanted.class, FormValues.NOTHING, officer),
                forms.of(RemovalRequest.class, FormValues.NOTHING, officer),
                0,
                "");
    }

    @POST
    public Response build(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        FormValues typed = submittedForm.typed();
        FormReader.Read<Wanted> read = forms.read(Wanted.class, typed);
        Optional<Wanted> order = read.record();
        Form lifting = forms.of(RemovalRequest.class, FormValues.NOTHING, officer);
        if (order.isEmpty()) {
            Form form = forms.again(Wanted.class, typed, read.wrong(), submittedForm.token());
            return wrong(page(officer, reference, form, lifting, 0, ""));
        }
        try {
            restrictionService.add(officer, reference, order.get().request());
        } catch (RequestRefusedException refused) {
            Form form = forms.again(Wanted.class, typed, Map.of(), submittedForm.token());
            return conflict(refused, page(officer, reference, form, lifting, 0, refused.sentence()));
        }
        return done(officer, reference);
    }

    @POST
    @Path("{number: [0-9]{1,4}}/lift")
    public Response lift(@PathParam("reference") Reference reference, @PathParam("number") int number) {
        Officer officer = signedIn.officer();
        FormValues typed = submittedForm.typed();
        FormReader.Read<RemovalRequest> read = forms.read(RemovalRequest.class, typed);
        Optional<RemovalRequest> lifting = read.record();
        Form order = forms.of(Wanted.class, FormValues.NOTHING, officer);
        if (lifting.isEmpty()) {
            Form form = forms.again(RemovalRequest.class, typed, read.wrong(), submittedForm.token());
            return wrong(page(officer, reference, order, form, number, ""));
        }
        try {
            restrictionService.lift(officer, reference, number, lifting.get());
        } catch (RequestRefusedException refused) {
            Form form = forms.again(RemovalRequest.class, typed, Map.of(), submittedForm.token());
            return conflict(refused, page(officer, reference, order, form, number, refused.sentence()));
        }
        return done(officer, reference);
    }

    private TemplateInstance page(
            Officer officer, Reference reference, Form form, Form lifting, int lifted, String refused) {
        boolean manages = Access.may(officer, Act.MANAGE);
        RestrictionsView view = restrictionService.of(officer, reference);
        List<Choice> staff = manages ? choices(restrictionService.staff(officer, reference)) : List.of();
        return Templates.restrictions(
                officer, view, manages, form.fitted(Fitting.NONE.choosing("users", staff)), lifting, lifted, refused);
    }

    private static List<Choice> choices(StaffChoices staff) {
        return staff.staff().stream()
                .map(person -> new Choice(
                        person.user(),
                        "%s, %s, %s"
                                .formatted(
                                        person.name(),
                                        person.role().name().toLowerCase(Locale.ROOT),
                                        String.join(", ", person.hubs()))))
                .toList();
    }

    private static Response wrong(TemplateInstance page) {
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    private static Response conflict(RequestRefusedException refused, TemplateInstance page) {
        if (refused.kind() != RequestRefusedException.Kind.CONFLICT) {
            throw refused;
        }
        return Response.status(Response.Status.CONFLICT).entity(page).build();
    }

    private Response done(Officer officer, Reference reference) {
        String next = restrictionService.maySee(officer, reference)
                ? "/concerns/%s/restrictions".formatted(reference)
                : "/concerns";
        return Response.seeOther(URI.create(next)).build();
    }
}
