package org.teestriage.web.pages;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.ImageText;
import org.teestriage.web.ErrorRenderer;
import org.teestriage.web.LongTextMemory;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.FormToken;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.SubmittedForm;

/**
 * Accepts a form post only from a signed-in user, from this origin, and with a token issued to that user (CSRF
 * protection). The paths themselves are public, so that the form of a user whose session has ended is read and shown
 * again.
 */
class FormGuard {

    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

    private final SignedIn signedIn;
    private final FormToken tokens;
    private final PageErrorRenderer pageErrorRenderer;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final LongTextMemory longTextMemory;

    FormGuard(
            SignedIn signedIn,
            FormToken tokens,
            PageErrorRenderer pageErrorRenderer,
            SubmittedForm submittedForm,
            Forms forms,
            LongTextMemory longTextMemory) {
        this.signedIn = signedIn;
        this.tokens = tokens;
        this.pageErrorRenderer = pageErrorRenderer;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.longTextMemory = longTextMemory;
    }

    @ServerRequestFilter
    @WithFormRead
    public Optional<Response> guard(ResteasyReactiveContainerRequestContext request) {
        if (!request.getMethod().equals("POST")
                || !pageErrorRenderer.handles(request.getUriInfo().getPath())) {
            return Optional.empty();
        }
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        submittedForm.keep(context.getFormData());
        if (!ofOurOrigin(request) || !tokens.isOf(signedIn.officer(), submittedForm.token())) {
            throw new ForbiddenException();
        }
        longTextMemory.require(LongTextMemory.length(submittedForm.all()));
        return sentence().map(sentence -> refused(request.getUriInfo().getPath(), sentence));
    }

    private Optional<String> sentence() {
        if (!submittedForm.withImage().isEmpty()) {
            return Optional.of("NOT submitted. %s: this %s. Your other words are below."
                    .formatted(
                            submittedForm.withImage().stream().map(forms::asked).collect(Collectors.joining("; ")),
                            ImageText.SENTENCE));
        }
        if (submittedForm.typed().isMisnamed()) {
            return Optional.of("NOT submitted. A field of this form has a name that no field of this service has."
                    + " Open the page again, and copy over what you typed.");
        }
        return forms.overfull(submittedForm.typed())
                .map(list ->
                        "NOT submitted. There is more than this form takes at: %s. At most %d can be given; leave some out."
                                .formatted(list.asked(), list.most()));
    }

    /** Refuses the form before it is stored. The response shows all typed text. */
    private Response refused(String path, String sentence) {
        ErrorRenderer.Words words = pageErrorRenderer.renderError(new ErrorRenderer.Trouble(
                Response.Status.BAD_REQUEST.getStatusCode(), "Not valid", sentence, path, submittedForm.all()));
        return Response.status(Response.Status.BAD_REQUEST)
                .type(words.mediaType())
                .entity(words.body())
                .build();
    }

    /** Browsers send {@code Origin: null} with forms of this service, because its Referrer-Policy is no-referrer. */
    private static boolean ofOurOrigin(ContainerRequestContext request) {
        @Nullable String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !OTHERS.contains(site);
        }
        @Nullable String origin = request.getHeaderString("Origin");
        return origin == null
                || origin.equals("null")
                || authority(origin)
                        .filter(sender -> sender.equals(
                                request.getUriInfo().getRequestUri().getAuthority()))
                        .isPresent();
    }

    /** Empty if the text is no address of a host. */
    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getAuthority());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
