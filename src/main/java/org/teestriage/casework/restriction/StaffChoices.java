package org.teestriage.casework.restriction;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.teestriage.access.Role;

public record StaffChoices(List<Line> staff) {

    /** {@code canBeNamed} says that the person works at a hub of the concern and is not excluded from it. */
    @Schema(name = "StaffChoice")
    public record Line(String user, String name, Role role, List<String> hubs, boolean canBeNamed) {}
}
