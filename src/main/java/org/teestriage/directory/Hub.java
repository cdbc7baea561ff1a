package org.teestriage.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.deadline.OpeningHours;

/**
 * A contact point in Tees that triages concerns: a MACH or the CHUB.
 *
 * @param hoursLastVerified the day on which the hub last confirmed its hours; {@code null} means never
 */
public record Hub(
        String id,
        String name,
        OpeningHours hours,
        String hoursSource,
        @Nullable LocalDate hoursLastVerified,
        List<Phone> phones) {
    public Hub {
        Preconditions.text(id, "a hub's id");
        Preconditions.text(name, "the name of hub " + id);
        Preconditions.value(hours, "the opening hours of hub " + id);
        Preconditions.text(hoursSource, "the source of the hours of hub " + id);
        phones = Preconditions.list(phones, "the phones of hub " + id);
    }
}
