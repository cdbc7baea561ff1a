package org.teestriage.concern.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;

/**
 * To whom images of a child went, and when they were seen again after their removal. That removal was asked for, and what
 * came of it, is an entry of a reporting route.
 */
public record Spread(
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<SentTo> sentTo,
        @Nullable @MultiLine String sentToWhom,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = Spread.MOST_SIGHTINGS)
        List<@Valid @NotNull Sighting> seenAgain) {

    public static final int MOST_SIGHTINGS = 50;

    @Schema(name = "ImagesSentTo")
    public enum SentTo {
        ONE_PERSON,
        KNOWN_CHILDREN,
        SCHOOL_GROUP,
        PUBLIC_SITE,
        NOT_KNOWN
    }

    /** {@code withdrawn}: whether an amendment withdrew it; never part of a request. */
    @Schema(name = "ImagesSeenAgain")
    public record Sighting(
            @Nullable LocalDate on,
            @NotBlank @MultiLine String where,
            @Null @Schema(readOnly = true) @Nullable Boolean withdrawn)
            implements Withdrawable, SelfValidating {

        @Override
        public Stream<Flaw> flawsAt(Instant now) {
            return FactDates.happened(on, now, "on");
        }
    }

    public Spread {
        sentTo = Blanks.set(sentTo);
        seenAgain = Blanks.list(seenAgain);
    }

    Spread withoutSightings() {
        return new Spread(sentTo, sentToWhom, List.of());
    }
}
