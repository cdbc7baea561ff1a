package org.teestriage.web.pages.oversight;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.delivery.ChannelSwitchRequest;
import org.teestriage.delivery.DeliveryOverview;
import org.teestriage.delivery.DeliveryService;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Letter;
import org.teestriage.timeline.checkpoint.CheckpointService;
import org.teestriage.web.Problem;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.LabelledTypes;

/** Shows operators the state of deliveries. Contains no case data. */
@Authenticated
@Path("/operations")
@Produces(MediaType.TEXT_HTML)
public class Operations {

    private static final URI HERE = URI.create("/operations");

    private final SignedIn signedIn;
    private final DeliveryService deliveryService;
    private final CheckpointService checkpointService;
    private final Forms forms;
    private final Validator validator;

    public Operations(
            SignedIn signedIn,
            DeliveryService deliveryService,
            CheckpointService checkpointService,
            Forms forms,
            Validator validator) {
        this.signedIn = signedIn;
        this.deliveryService = deliveryService;
        this.checkpointService = checkpointService;
        this.forms = forms;
        this.validator = validator;
    }

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(Transport.class, Letter.State.class);
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance operations(
                Officer officer,
                Form form,
                CheckpointService.State proof,
                DeliveryOverview deliveries,
                List<Transport> channels);
    }

    /** Whether this partner has letters that need attention or are not delivered yet. */
    @TemplateExtension
    static boolean needsAttention(DeliveryOverview.ToPartner to) {
        return to.waiting() + to.underWay() + to.unknown() + to.withoutReceipt() + to.sentBack() > 0;
    }

    /** Summarises the letters of a partner; omits counts of zero. */
    @TemplateExtension
    static String summary(DeliveryOverview.ToPartner to) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("sent back", to.sentBack());
        counts.put("waiting", to.waiting());
        counts.put("may have arrived", to.unknown());
        counts.put("on the way", to.underWay());
        counts.put("not acknowledged", to.withoutReceipt());
        String some = counts.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        return some.isEmpty() ? "nothing" : some;
    }

    @GET
    public TemplateInstance operations() {
        Officer operator = signedIn.officer();
        DeliveryOverview deliveries = deliveryService.deliveries(operator);
        return Templates.operations(
                operator, forms.button(operator), checkpointService.state(), deliveries, List.of(Transport.values()));
    }

    @POST
    @Path("partners/{partner: [a-z0-9-]{1,100}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(
            @PathParam("partner") String partner,
            @FormParam("channel") @Nullable String channel,
            @FormParam("reason") @Nullable String reason) {
        Transport wire = Arrays.stream(Transport.values())
                .filter(each -> each.name().equals(channel))
                .findFirst()
                .orElseThrow(BadRequestException::new);
        ChannelSwitchRequest request = new ChannelSwitchRequest(wire, Objects.requireNonNullElse(reason, ""));
        validator.validate(request).stream().findFirst().ifPresent(violation -> {
            throw new BadRequestException(Response.status(Response.Status.BAD_REQUEST)
                    .type(Problem.MEDIA_TYPE)
                    .entity(Problem.of(
                            400, "Not valid", "NOT submitted. The reason %s.".formatted(violation.getMessage())))
                    .build());
        });
        deliveryService.take(signedIn.officer(), partner, request);
        return Response.seeOther(HERE).build();
    }

    @POST
    @Path("{id: [0-9a-f-]{36}}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(@PathParam("id") String id) {
        deliveryService.release(signedIn.officer(), id);
        return Response.seeOther(HERE).build();
    }
}
