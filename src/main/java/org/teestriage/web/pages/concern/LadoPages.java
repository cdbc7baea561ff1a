package org.teestriage.web.pages.concern;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.teestriage.access.Officer;
import org.teestriage.casework.casefile.LadoCase;
import org.teestriage.casework.casefile.LadoCaseService;
import org.teestriage.concern.Reference;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.SummaryRows;

/** All that concerns the LADO in one concern, on one page. */
@Path("/concerns/{reference}/lado")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class LadoPages {

    private final SignedIn signedIn;
    private final LadoCaseService ladoCaseService;
    private final SummaryRows summaryRows;

    LadoPages(SignedIn signedIn, LadoCaseService ladoCaseService, SummaryRows summaryRows) {
        this.signedIn = signedIn;
        this.ladoCaseService = ladoCaseService;
        this.summaryRows = summaryRows;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance lado(
                Officer officer, LadoCase view, List<LadoPerson> people, List<LadoPerson.Decided> police);
    }

    @GET
    public TemplateInstance lado(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        LadoCase view = ladoCaseService.of(officer, reference);
        return Templates.lado(
                officer,
                view,
                view.people().stream()
                        .map(person -> LadoPerson.of(person, summaryRows))
                        .toList(),
                LadoPerson.decided(view.police(), summaryRows));
    }
}
