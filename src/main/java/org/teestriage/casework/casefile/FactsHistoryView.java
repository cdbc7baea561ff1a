package org.teestriage.casework.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.FieldChange;

public record FactsHistoryView(Reference reference, List<Revision> revisions) {

    /**
     * One revision of the facts.
     *
     * @param kind {@code RAISED}, {@code AMENDMENT}, or the kind of an addition that changes no field
     * @param by name of the account that recorded it
     * @param agency whether it came from an agency, not from a hub
     * @param saidBy the person who said so, if it was amended
     * @param changes only those that the reader may see
     */
    public record Revision(
            int number,
            String kind,
            Instant at,
            String by,
            boolean agency,
            @Nullable String saidBy,
            @Nullable LocalDate saidOn,
            @Nullable String why,
            List<FieldChange> changes) {}
}
