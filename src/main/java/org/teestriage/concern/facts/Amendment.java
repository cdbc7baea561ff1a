package org.teestriage.concern.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts that were added, corrected or withdrawn after a concern was raised, as stored. The facts of the previous
 * revision follow from it, so nothing that was said is lost.
 *
 * @param saidBy the person who said so, who need not be the person who recorded it
 * @param why absent where nothing said before changes
 * @param changes in the order of the field paths
 */
public record Amendment(
        String saidBy, @Nullable LocalDate saidOn, @Nullable String why, List<FieldChange> changes)
        implements Addition {

    public Amendment {
        changes = List.copyOf(changes);
    }

    @Override
    public @Nullable PoliceContact policeContact() {
        return null;
    }
}
