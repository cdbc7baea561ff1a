package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Facts;

/**
 * The facts of a concern at one revision.
 *
 * @param latest the present revision
 * @param at when the revision began
 * @param withheld what is redacted; absent if nothing is
 */
public record FactsView(
        Reference reference,
        int revision,
        int latest,
        Instant at,
        Facts facts,
        @Nullable List<String> withheld) {}
