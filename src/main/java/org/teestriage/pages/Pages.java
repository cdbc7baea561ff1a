package org.teestriage.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.SignedIn;
import org.teestriage.concern.Reference;
import org.teestriage.desk.ConcernList;
import org.teestriage.desk.PathView;
import org.teestriage.desk.Queue;
import org.teestriage.desk.QueueFilter;
import org.teestriage.desk.QueuePage;
import org.teestriage.desk.ReadingDesk;
import org.teestriage.desk.Standing;
import org.teestriage.desk.TimelineView;
import org.teestriage.desk.Wording;

/** Pages for reading: what waits at my hub, which concerns are mine, and where one of them stands. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class Pages {

    private static final int LINES = 50;
    private static final URI DESK = URI.create("/desk");

    private final SignedIn signedIn;
    private final Queue queue;
    private final ReadingDesk reading;
    private final Wording wording;
    private final DemoAccounts demo;

    public Pages(SignedIn signedIn, Queue queue, ReadingDesk reading, Wording wording, DemoAccounts demo) {
        this.signedIn = signedIn;
        this.queue = queue;
        this.reading = reading;
        this.wording = wording;
        this.demo = demo;
    }

    /** The pages and what each shows. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance start(Wording.Emergency emergency);

        static native TemplateInstance signIn(Wording.Emergency emergency, boolean failed);

        static native TemplateInstance queue(Wording.Emergency emergency, Officer officer, QueuePage page);

        static native TemplateInstance concerns(Wording.Emergency emergency, Officer officer, ConcernList list);

        static native TemplateInstance concern(
                Wording.Emergency emergency,
                Officer officer,
                Standing standing,
                @Nullable PathView path,
                @Nullable TimelineView timeline);
    }

    @GET
    @PermitAll
    public TemplateInstance start() {
        return Templates.start(wording.emergency());
    }

    @GET
    @Path("sign-in")
    @PermitAll
    public Response signIn(@QueryParam("failed") @DefaultValue("false") boolean failed) {
        return demo.are()
                ? Response.ok(Templates.signIn(wording.emergency(), failed)).build()
                : Response.seeOther(DESK).build();
    }

    /** Where Keycloak sends people back to. Whoever wanted somewhere else is there already. */
    @GET
    @Path("signed-in")
    @Authenticated
    public Response signedIn() {
        return Response.seeOther(DESK).build();
    }

    @GET
    @Path("desk")
    @Authenticated
    public TemplateInstance desk(@QueryParam("after") @Nullable String after) {
        Officer officer = signedIn.officer();
        if (Access.may(officer, Act.SEE_QUEUE)) {
            QueueFilter all = new QueueFilter(
                    QueueFilter.Whose.ALL,
                    false,
                    null,
                    Optional.ofNullable(after).flatMap(QueueFilter.After::read),
                    LINES);
            return Templates.queue(wording.emergency(), officer, queue.page(officer, all));
        }
        Reference last = after == null ? null : Reference.find(after).orElseThrow(NotFoundException::new);
        return Templates.concerns(wording.emergency(), officer, reading.list(officer, last));
    }

    @GET
    @Path("concerns/{reference}")
    @Authenticated
    public TemplateInstance concern(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        Standing standing = reading.standing(officer, reference);
        boolean inside = Access.may(officer, Act.SEE_TIMELINE);
        return Templates.concern(
                wording.emergency(),
                officer,
                standing,
                inside ? reading.path(officer, reference) : null,
                inside ? reading.timeline(officer, reference) : null);
    }
}
