package org.teestriage.web.pages.concern;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.teestriage.access.Officer;
import org.teestriage.casework.casefile.CaseFileService;
import org.teestriage.casework.draft.DraftService;
import org.teestriage.casework.draft.DraftView;
import org.teestriage.concern.Reference;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.raise.RaisePages;

@Path("/concerns/{reference}/written")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class WrittenConcernPages {

    private final SignedIn signedIn;
    private final CaseFileService caseFileService;
    private final DraftService draftService;

    WrittenConcernPages(SignedIn signedIn, CaseFileService caseFileService, DraftService draftService) {
        this.signedIn = signedIn;
        this.caseFileService = caseFileService;
        this.draftService = draftService;
    }

    /** Starts a draft of the written concern that must follow a telephone call. For agency staff. */
    @POST
    @PermitAll
    public Response write(@PathParam("reference") Reference reference) {
        Officer officer = signedIn.officer();
        if (caseFileService.look(officer, reference).feedback().writtenConcernDue() == null) {
            throw new NotFoundException();
        }
        DraftView draft = draftService.begin(
                officer,
                new DraftView.Content(
                        FormValues.NOTHING
                                .and(RaisePages.WRITTEN_FOR, reference.value())
                                .and("referrer.name", officer.name())
                                .answers(),
                        List.of()));
        return Response.seeOther(URI.create("/raise/" + draft.id())).build();
    }
}
