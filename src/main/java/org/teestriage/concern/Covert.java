package org.teestriage.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The mark of a concern of which the family, the person of concern and the person who raised it may be told nothing.
 *
 * @param askedBy who asked for it, such as a police officer
 * @param by name of the author
 */
@Embeddable
public record Covert(
        @Column(name = "covert_since") Instant since,
        @Column(name = "covert_because") String because,
        @Column(name = "covert_asked_by") String askedBy,
        @Column(name = "covert_by") String by) {}
