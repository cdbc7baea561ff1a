package org.teestriage.web.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.teestriage.casework.restriction.RemovalRequest;
import org.teestriage.casework.restriction.RestrictionRequest;
import org.teestriage.casework.restriction.RestrictionService;
import org.teestriage.casework.restriction.RestrictionsView;
import org.teestriage.casework.restriction.StaffChoices;
import org.teestriage.concern.Reference;
import org.teestriage.web.SignedIn;

@Authenticated
@Path("/api/concerns/{reference}/restrictions")
@Tag(name = "Access")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RestrictionsResource {

    private final RestrictionService restrictionService;
    private final SignedIn signedIn;

    public RestrictionsResource(RestrictionService restrictionService, SignedIn signedIn) {
        this.restrictionService = restrictionService;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            summary = "The access restrictions of a concern",
            description = "For managers and auditors. Shows present and lifted restrictions, including those that"
                    + " the service set when the concern was raised, and the managers who stand in while no regular"
                    + " member of staff may act. The read log records the request.")
    public RestrictionsView restrictions(@PathParam("reference") Reference reference) {
        return restrictionService.of(signedIn.officer(), reference);
    }

    @GET
    @Path("staff")
    @Operation(
            summary = "The staff who can be excluded or named",
            description = "For managers of the concern. Officers and managers of all hubs who have an account. Exclude"
                    + " another person by name, with EXCLUDE_NAME.")
    public StaffChoices restrictableStaff(@PathParam("reference") Reference reference) {
        return restrictionService.staff(signedIn.officer(), reference);
    }

    @POST
    @Operation(
            summary = "Exclude people, or admit only named people",
            description = "For managers of the concern. It applies from the next request: excluded people no longer"
                    + " see the concern, and steps that they claimed return to the queue. The timeline records"
                    + " the reason. users are user names of staff, names the full names for EXCLUDE_NAME. Refused for"
                    + " unknown user names, and for named people of whom none may act at one of the hubs. An exclusion"
                    + " that leaves no person who may act applies, and the next manager in line stands in.")
    public RestrictionsView addRestriction(
            @PathParam("reference") Reference reference, @NotNull @Valid RestrictionRequest request) {
        return restrictionService.add(signedIn.officer(), reference, request);
    }

    @POST
    @Path("{number: [0-9]{1,4}}/lift")
    @Operation(
            summary = "Lift a restriction",
            description = "For managers of the concern; a restriction to named people only for a manager who is"
                    + " named. It applies from the next request. The timeline records the reason.")
    public RestrictionsView liftRestriction(
            @PathParam("reference") Reference reference,
            @PathParam("number") int number,
            @NotNull @Valid RemovalRequest lifting) {
        return restrictionService.lift(signedIn.officer(), reference, number, lifting);
    }
}
