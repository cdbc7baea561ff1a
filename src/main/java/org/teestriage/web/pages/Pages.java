package org.teestriage.web.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.casework.casefile.CaseFileService;
import org.teestriage.casework.casefile.ConcernList;
import org.teestriage.casework.queue.ClaimService;
import org.teestriage.casework.queue.QueueFilter;
import org.teestriage.casework.queue.QueueFilter.Whose;
import org.teestriage.casework.queue.QueuePage;
import org.teestriage.casework.queue.QueueService;
import org.teestriage.concern.Priority;
import org.teestriage.concern.Reference;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.LabelledTypes;
import org.teestriage.web.pages.step.StepPages;

@Path("/")
@Produces(MediaType.TEXT_HTML)
public class Pages {

    private static final int LINES = 50;
    private static final URI DESK = URI.create("/desk");

    private final SignedIn signedIn;
    private final QueueService queueService;
    private final ClaimService claimService;
    private final CaseFileService caseFileService;
    private final Forms forms;
    private final Layout layout;

    public Pages(
            SignedIn signedIn,
            QueueService queueService,
            ClaimService claimService,
            CaseFileService caseFileService,
            Forms forms,
            Layout layout) {
        this.signedIn = signedIn;
        this.queueService = queueService;
        this.claimService = claimService;
        this.caseFileService = caseFileService;
        this.forms = forms;
        this.layout = layout;
    }

    /** Views of the queue. The first is the default. */
    public enum Tab {
        UNCLAIMED("Unallocated", Whose.UNCLAIMED, false),
        MINE("Mine", Whose.MINE, false),
        OVERDUE("Overdue", Whose.ALL, true),
        ALL("All", Whose.ALL, false);

        private final String title;
        private final Whose whose;
        private final boolean overdue;

        Tab(String title, Whose whose, boolean overdue) {
            this.title = title;
            this.whose = whose;
            this.overdue = overdue;
        }

        public String title() {
            return title;
        }

        static Tab of(@Nullable String name) {
            return name == null
                    ? UNCLAIMED
                    : Arrays.stream(values())
                            .filter(tab -> tab.name().equals(name))
                            .findFirst()
                            .orElseThrow(NotFoundException::new);
        }

        QueueFilter filter(@Nullable String after) {
            return new QueueFilter(
                    whose, overdue, null, Optional.ofNullable(after).flatMap(QueueFilter.After::read), LINES);
        }
    }

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(Priority.class);
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance start();

        static native TemplateInstance signIn(boolean failed);

        static native TemplateInstance queue(
                Officer officer,
                Form form,
                Tab tab,
                QueuePage page,
                @Nullable String stamp,
                boolean empty,
                @Nullable Reference handed);

        static native TemplateInstance concerns(Officer officer, ConcernList list);
    }

    @GET
    @PermitAll
    public TemplateInstance start() {
        return Templates.start();
    }

    @GET
    @Path("sign-in")
    @PermitAll
    public Response signIn(@QueryParam("failed") @DefaultValue("false") boolean failed) {
        return layout.demoAccounts()
                ? Response.ok(Templates.signIn(failed)).build()
                : Response.seeOther(DESK).build();
    }

    /** Redirect URI after a sign-in. A user who requested another page has already been redirected there. */
    @GET
    @Path("signed-in")
    @Authenticated
    public Response signedIn() {
        return Response.seeOther(DESK).build();
    }

    @GET
    @Path("desk")
    @Authenticated
    public TemplateInstance desk(
            @QueryParam("tab") @Nullable String name,
            @QueryParam("after") @Nullable String after,
            @QueryParam("empty") @DefaultValue("false") boolean empty,
            @QueryParam("handed") @Nullable String handed) {
        Officer officer = signedIn.officer();
        if (!Access.may(officer, Act.SEE_QUEUE)) {
            return concerns(after);
        }
        Tab tab = Tab.of(name);
        QueueFilter filter = tab.filter(after);
        return Templates.queue(
                officer,
                forms.button(officer),
                tab,
                queueService.page(officer, filter),
                after == null ? queueService.stamp(officer, filter) : null,
                empty,
                handed == null ? null : Reference.find(handed).orElse(null));
    }

    /** Polled by an open queue page to detect changes. The response contains no case data. */
    @GET
    @Path("queue/version")
    @Authenticated
    @Produces(MediaType.TEXT_PLAIN)
    public String stamp(@QueryParam("tab") @Nullable String name) {
        return queueService.stamp(signedIn.officer(), Tab.of(name).filter(null));
    }

    /** Requested by a page while the user types, to keep the session alive. */
    @GET
    @Path("session/keep-alive")
    @Authenticated
    public void stay() {
        signedIn.officer();
    }

    @POST
    @PermitAll
    @Path("desk/next")
    public Response takeNext() {
        return Response.seeOther(claimService
                        .takeNext(signedIn.officer())
                        .map(line -> URI.create("/concerns/" + line.reference() + "/steps/"
                                + StepPages.place(line.step(), line.item())))
                        .orElse(URI.create("/desk?empty=true")))
                .build();
    }

    @GET
    @Path("concerns")
    @Authenticated
    public TemplateInstance concerns(@QueryParam("after") @Nullable String after) {
        Reference last = after == null ? null : Reference.find(after).orElseThrow(NotFoundException::new);
        return Templates.concerns(signedIn.officer(), caseFileService.list(signedIn.officer(), last));
    }
}
