package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.teestriage.delivery.ChannelSwitchRequest;
import org.teestriage.delivery.DeliveryOverview;
import org.teestriage.delivery.DeliveryService;
import org.teestriage.delivery.ReceiptNotice;
import org.teestriage.delivery.ReceiptService;
import org.teestriage.delivery.ReceiptView;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/dispatches")
@Tag(name = "Dispatches")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DispatchesResource {

    private static final String ID = "{id: [0-9a-f-]{36}}";

    private final DeliveryService deliveryService;
    private final ReceiptService receiptService;
    private final SignedIn signedIn;
    private final SignedBody signedBody;

    public DispatchesResource(
            DeliveryService deliveryService, ReceiptService receiptService, SignedIn signedIn, SignedBody signedBody) {
        this.deliveryService = deliveryService;
        this.receiptService = receiptService;
        this.signedIn = signedIn;
        this.signedBody = signedBody;
    }

    @GET
    @Operation(
            summary = "The state of deliveries to each partner",
            description = "For operators. Shows for each partner the channel, the number of letters by state and"
                    + " the oldest ones, without any case content. It changes nothing.")
    public DeliveryOverview deliveries() {
        return deliveryService.deliveries(signedIn.officer());
    }

    @POST
    @Path("partners/{partner: [a-z0-9-]{1,100}}/channel")
    @Operation(
            summary = "Switch the channel of a partner",
            description = "For operators. Waiting letters to the partner use the new channel at once; with PERSON,"
                    + " officers send them. The partner must be on file with what the channel needs.")
    public DeliveryOverview switchChannel(
            @PathParam("partner") String partner, @NotNull @Valid ChannelSwitchRequest told) {
        return deliveryService.take(signedIn.officer(), partner, told);
    }

    @POST
    @Path(ID + "/release")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Retry a delivery at once",
            description = "For operators. A letter that waits for its next attempt becomes due at once. The"
                    + " timeline of its concern records the operator.")
    public DeliveryOverview releaseDispatch(@PathParam("id") String id) {
        return deliveryService.release(signedIn.officer(), id);
    }

    @POST
    @Path(ID + "/receipt")
    @PermitAll
    @SecurityRequirements
    @Operation(
            summary = "A partner's receipt for a letter",
            description = "For partners, who do not sign in but sign the request in two headers: HMAC-SHA-256, in"
                    + " hex after \"v1=\", over the lines RECEIPT, the timestamp and the dispatch id, each"
                    + " ended by a line feed, and the exact bytes of the body. It sets the delivery state of"
                    + " the letter; a rejected letter goes back to an officer. Receipts may be repeated and"
                    + " sent in any order: if they contradict each other, the one with the latest \"at\" is"
                    + " valid.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceiptNotice.class)))
    public ReceiptView receipt(
            @PathParam("id") String id,
            @HeaderParam("Tees-Triage-Timestamp") @Nullable String timestamp,
            @HeaderParam("Tees-Triage-Signature") @Nullable String signature,
            byte @Nullable [] body)
            throws IOException {
        byte[] sent = body == null ? new byte[0] : body;
        receiptService.requireSigned(id, timestamp, signature, sent);
        return receiptService.take(id, signedBody.read(sent, ReceiptNotice.class));
    }
}
