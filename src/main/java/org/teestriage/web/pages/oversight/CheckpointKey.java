package org.teestriage.web.pages.oversight;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.teestriage.timeline.checkpoint.CheckpointService;

@Path("/checkpoint-key.pem")
@PermitAll
public class CheckpointKey {

    private final CheckpointService checkpointService;

    CheckpointKey(CheckpointService checkpointService) {
        this.checkpointService = checkpointService;
    }

    /** Public, so that its users can store the key before they need it for a verification. */
    @GET
    @Produces("application/x-pem-file")
    public String key() {
        return checkpointService.publicKey().orElseThrow(NotFoundException::new);
    }
}
