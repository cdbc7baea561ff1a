package org.teestriage.concern.facts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.MultiLine;

/**
 * How those who abuse go about it, of the whole concern. Mostly found out by officers. A question that was not asked is null,
 * and says nothing; one that was asked and is not known counts as danger.
 */
@Schema(name = "PatternOfAbuse")
public record Pattern(
        @Nullable Answer manyChildren,

        @AskedWhen(field = "manyChildren", is = "YES") @Nullable @Min(2) @Max(Pattern.MOST_CHILDREN)
        Integer howMany,

        @Nullable Answer groupOfAbusers,

        @AskedWhen(field = "groupOfAbusers", is = "YES") @Nullable @MultiLine
        String groupKnown,

        @Nullable Answer adultsGroomed,

        @AskedWhen(field = "adultsGroomed", is = "YES") @Nullable @MultiLine
        String adultsKnown) {

    static final int MOST_CHILDREN = 1_000_000;

    public static final Pattern UNASKED = new Pattern(null, null, null, null, null, null);

    /** What of it concerns one child. */
    @Schema(name = "PatternOfAbuseOfAChild")
    public record OfChild(
            @Nullable Answer familyBefriended,

            @AskedWhen(field = "familyBefriended", is = "YES") @Nullable @MultiLine
            String familyKnown,

            @Nullable Answer targetedAsIsolated,
            @Nullable Answer targetedForHistory,
            @Nullable @MultiLine String targetingKnown,
            @Nullable Answer trafficked,

            @AskedWhen(field = "trafficked", is = "YES") @Nullable @MultiLine
            String traffickingKnown) {

        public boolean mayBeTrafficked() {
            return mayBe(trafficked);
        }
    }

    public boolean mayBeGroupOrManyChildren() {
        return Stream.of(manyChildren, groupOfAbusers).anyMatch(Pattern::mayBe);
    }

    public boolean mayBeOfGroomedAdults() {
        return mayBe(adultsGroomed);
    }

    private static boolean mayBe(@Nullable Answer answer) {
        return answer == Answer.YES || answer == Answer.NOT_KNOWN;
    }
}
