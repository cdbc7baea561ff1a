package org.teestriage.web.pages.concern;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.teestriage.access.Officer;
import org.teestriage.concern.Reference;
import org.teestriage.directory.Transport;
import org.teestriage.letter.DeliveryAttempt;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterService;
import org.teestriage.letter.LetterView;
import org.teestriage.platform.document.Attachment;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.LabelledTypes;

@Path("/concerns/{reference}/letters")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class LetterPages {

    private static final int FINGERPRINT = 8;
    private static final int KILO = 1024;

    private final SignedIn signedIn;
    private final LetterService letterService;

    LetterPages(SignedIn signedIn, LetterService letterService) {
        this.signedIn = signedIn;
        this.letterService = letterService;
    }

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(Letter.State.class, DeliveryAttempt.Ended.class, Transport.class);
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance letter(Officer officer, LetterView letter);
    }

    /** Prefix of the content hash, long enough to tell letters apart. */
    @TemplateExtension
    static String fingerprint(LetterView letter) {
        return letter.contentHash().substring(0, FINGERPRINT);
    }

    @TemplateExtension
    static String size(LetterView.Enclosed enclosed) {
        Integer bytes = enclosed.bytes();
        return bytes == null ? "not made yet" : Math.max(1, Math.round((float) bytes / KILO)) + " kB";
    }

    @GET
    @Path("{number: [0-9]{1,4}}")
    public TemplateInstance letter(@PathParam("reference") Reference reference, @PathParam("number") int number) {
        Officer officer = signedIn.officer();
        return Templates.letter(officer, letterService.letter(officer, reference, number));
    }

    /** Sent as a download, so that the browser neither renders nor executes it. */
    @GET
    @Path("{number: [0-9]{1,4}}/enclosures/{name: [a-z]+\\.(json|pdf|html|txt)}")
    @Produces({"application/json", "application/pdf", "text/html", "text/plain"})
    public Response enclosure(
            @PathParam("reference") Reference reference,
            @PathParam("number") int number,
            @PathParam("name") String name) {
        Attachment sheet = letterService.enclosure(signedIn.officer(), reference, number, name);
        return Response.ok(sheet.content(), sheet.mediaType())
                .header("Content-Disposition", "attachment; filename=\"%s-%s\"".formatted(reference, name))
                .build();
    }
}
