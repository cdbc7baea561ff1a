package org.teestriage.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.deadline.OpeningHours;

/**
 * A front door inside Tees where concerns are triaged: a MACH or the CHUB.
 *
 * @param hoursLastVerified the day the hub last confirmed its hours; {@code null} means never
 */
public record Hub(
        String id,
        String name,
        OpeningHours hours,
        String hoursSource,
        @Nullable LocalDate hoursLastVerified,
        List<Phone> phones) {
    public Hub {
        Required.text(id, "a hub's id");
        Required.text(name, "the name of hub " + id);
        Required.value(hours, "the opening hours of hub " + id);
        Required.text(hoursSource, "the source of the hours of hub " + id);
        phones = Required.list(phones, "the phones of hub " + id);
    }
}
