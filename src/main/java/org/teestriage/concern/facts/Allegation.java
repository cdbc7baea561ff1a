package org.teestriage.concern.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * What a LADO asks about a person who works with children.
 *
 * @param about numbers, from 1, of the children whom the allegation is about; empty for all
 * @param happened when and where, as far as it is known
 * @param otherWork whether there is other work with children: for another employer, or unpaid
 */
public record Allegation(
        @Nullable @MultiLine String alleged,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = Facts.MOST_PEOPLE)
        Set<@NotNull @Min(1) Integer> about,

        @Nullable @SingleLine String happened,
        @Nullable Answer otherWork,

        @AskedWhen(field = "otherWork", is = "YES") @Nullable @MultiLine
        String otherWorkWhere,

        @Nullable Answer ownChildren,

        @AskedWhen(field = "ownChildren", is = "YES") @Nullable @MultiLine
        String ownChildrenWho,

        @Nullable Answer employerKnows,

        @AskedWhen(field = "employerKnows", is = "YES") @Nullable
        Instant employerKnewAt,

        @AskedWhen(field = "employerKnows", is = "YES") @Nullable @SingleLine
        String employerToldBy,

        @Nullable Answer suspended,
        @Nullable @MultiLine String employerDid)
        implements AboutChildren, SelfValidating {

    /** For a person about whom nothing of this was told. */
    public static final Allegation NOT_ASKED =
            new Allegation(null, Set.of(), null, null, null, null, null, null, null, null, null, null);

    public Allegation {
        about = Blanks.numbers(about);
    }

    /** As a reader may know it who is told about one child. */
    Allegation concerning(int child) {
        boolean tells = isAbout(child);
        return new Allegation(
                tells ? alleged : null,
                Set.of(),
                tells ? happened : null,
                otherWork,
                otherWorkWhere,
                ownChildren,
                ownChildrenWho,
                employerKnows,
                employerKnewAt,
                employerToldBy,
                suspended,
                employerDid);
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return SelfValidating.flawIf(
                FactDates.isInFuture(employerKnewAt, now),
                "employerKnewAt",
                "is in the future: give the time at which the employer learnt of it");
    }
}
