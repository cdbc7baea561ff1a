package org.teestriage.web.pages.oversight;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.teestriage.timeline.checkpoint.CheckpointService;

/** The public key of checkpoints and inspection packs, for everybody to keep before they need it. */
@Path("/checkpoint-key.pem")
@PermitAll
public class CheckpointKey {

    private final CheckpointService checkpointService;

    CheckpointKey(CheckpointService checkpointService) {
        this.checkpointService = checkpointService;
    }

    @GET
    @Produces("application/x-pem-file")
    public String key() {
        return checkpointService.publicKey().orElseThrow(NotFoundException::new);
    }
}
