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
import java.util.List;
import org.teestriage.access.Officer;
import org.teestriage.casework.casefile.DiscussionsService;
import org.teestriage.casework.casefile.DiscussionsView;
import org.teestriage.casework.casefile.DiscussionsView.ForOneChild;
import org.teestriage.casework.casefile.DiscussionsView.Held;
import org.teestriage.casework.casefile.PathView;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.LabelledTypes;
import org.teestriage.web.pages.form.Labels;
import org.teestriage.web.pages.form.SummaryRows;

/** The strategy discussions of a concern, and the record of one for one child, to be printed. */
@Path("/concerns/{reference}/discussions")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DiscussionPages {

    private static final List<String> OF_ALL = List.of("heldOn", "how", "chair", "present", "absent", "known");
    private static final List<String> AGREED = List.of("dissent", "actions");

    private final SignedIn signedIn;
    private final DiscussionsService discussionsService;
    private final SummaryRows summaryRows;

    DiscussionPages(SignedIn signedIn, DiscussionsService discussionsService, SummaryRows summaryRows) {
        this.signedIn = signedIn;
        this.discussionsService = discussionsService;
        this.summaryRows = summaryRows;
    }

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(DiscussionsView.Standing.class);
    }

    /** A discussion on its page. */
    public record Shown(Held held, List<SummaryRows.Row> rows) {}

    /** The record for one child: what was said of all, and what was decided for the child. */
    public record Printed(
            Held held,
            ForOneChild child,
            List<SummaryRows.Row> rows,
            List<SummaryRows.Row> decided,
            List<SummaryRows.Row> agreed) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance discussions(Officer officer, DiscussionsView view, List<Shown> discussions);

        static native TemplateInstance record(Officer officer, Reference reference, Printed printed);
    }

    @TemplateExtension
    static boolean hasDiscussions(PathView path) {
        return path.done().stream().anyMatch(done -> done.step().equals(Step.STRATEGY_DISCUSSION.id()));
    }

    @TemplateExtension
    static String title(ForOneChild child) {
        return child.name() == null ? "Child " + child.child() : "Child %d: %s".formatted(child.child(), child.name());
    }

    @TemplateExtension
    static String agency(DiscussionsView.ActionLine line) {
        return Labels.of(line.action().action().agency());
    }

    @TemplateExtension
    static String agency(DiscussionsView.Reached reached) {
        return Labels.of(reached.person().agency());
    }

    @GET
    public TemplateInstance discussions(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        DiscussionsView view = discussionsService.of(officer, reference);
        return Templates.discussions(
                officer,
                view,
                view.discussions().stream()
                        .map(held -> new Shown(held, summaryRows.of(held.record())))
                        .toList());
    }

    @GET
    @Path("{part: [0-9]{1,4}}/{round: [0-9]{1,4}}/children/{child: [0-9]{1,4}}")
    public TemplateInstance record(
            @PathParam("reference") Reference reference,
            @PathParam("part") int part,
            @PathParam("round") int round,
            @PathParam("child") int child) {
        Officer officer = signedIn.officer();
        return discussionsService.of(officer, reference).discussions().stream()
                .filter(held -> held.part() == part && held.round() == round)
                .flatMap(held -> held.children().stream()
                        .filter(each -> each.child() == child)
                        .map(each -> printed(held, each)))
                .findFirst()
                .map(printed -> Templates.record(officer, reference, printed))
                .orElseThrow(RequestRefusedException::absent);
    }

    private Printed printed(Held held, ForOneChild child) {
        return new Printed(
                held,
                child,
                summaryRows.of(held.record(), OF_ALL),
                held.record().children().stream()
                        .filter(each -> each.child() == child.child())
                        .flatMap(each -> summaryRows.of(each).stream())
                        .toList(),
                summaryRows.of(held.record(), AGREED));
    }
}
