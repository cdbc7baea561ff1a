package org.teestriage.web.pages.oversight;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessRestriction;
import org.teestriage.access.Officer;
import org.teestriage.casework.restriction.RemovalRequest;
import org.teestriage.casework.restriction.RestrictionRequest;
import org.teestriage.casework.restriction.RestrictionService;
import org.teestriage.casework.restriction.RestrictionsView;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SingleLine;
import org.teestriage.web.SignedIn;
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

    /** The form of a restriction. {@code users} holds user names separated by commas, semicolons or spaces. */
    public record Wanted(
            @NotNull RestrictionRequest.Kind kind,
            @NotBlank @SingleLine String users,
            @NotBlank @MultiLine @Reason String reason) {

        RestrictionRequest order() {
            return new RestrictionRequest(
                    kind,
                    Stream.of(users.split("[,;\\s]+", -1))
                            .filter(user -> !user.isEmpty())
                            .toList(),
                    reason);
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
            restrictionService.build(officer, reference, order.get().order());
        } catch (RequestRefusedException refused) {
            Form form = forms.again(Wanted.class, typed, Map.of(), submittedForm.token());
            return conflict(refused, page(officer, reference, form, lifting, 0, refused.sentence()));
        }
        return done(reference);
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
        return done(reference);
    }

    private TemplateInstance page(
            Officer officer, Reference reference, Form form, Form lifting, int lifted, String refused) {
        return Templates.restrictions(
                officer,
                restrictionService.of(officer, reference),
                Access.may(officer, Act.MANAGE),
                form,
                lifting,
                lifted,
                refused);
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

    private static Response done(Reference reference) {
        return Response.seeOther(URI.create("/concerns/%s/restrictions".formatted(reference)))
                .build();
    }
}
