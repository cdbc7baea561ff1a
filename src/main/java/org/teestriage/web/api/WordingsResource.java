package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.teestriage.casework.decisionsupport.DecisionSupportService;
import org.teestriage.decision.wording.Wordings;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/wordings")
@Tag(name = "Decisions")
@Produces(MediaType.APPLICATION_JSON)
public class WordingsResource {

    private final DecisionSupportService decisionSupportService;
    private final SignedIn signedIn;

    public WordingsResource(DecisionSupportService decisionSupportService, SignedIn signedIn) {
        this.decisionSupportService = decisionSupportService;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            summary = "The approved words for acknowledgements and outcomes, the least revealing first",
            description = "For officers and managers. An acknowledgement or feedback must use one of these"
                    + " sentences word for word. They come from the configuration and change nothing.")
    public Wordings wordings() {
        return decisionSupportService.wordings(signedIn.officer());
    }
}
