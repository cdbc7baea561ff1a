package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.teestriage.web.SignedIn;
import org.teestriage.decision.wording.Wordings;
import org.teestriage.casework.decisionsupport.DecisionSupportService;

/** The words in which a referrer may be told something. */
@Authenticated
@Path("/api/wordings")
@Tag(name = "Decisions")
@Produces(MediaType.APPLICATION_JSON)
public class WordingsResource {

    private final DecisionSupportService work;
    private final SignedIn signedIn;

    public WordingsResource(DecisionSupportService work, SignedIn signedIn) {
        this.work = work;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(summary = "The approved words for acknowledgements and outcomes, the least telling first")
    public Wordings wordings() {
        return work.wordings(signedIn.officer());
    }
}
