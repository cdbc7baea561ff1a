package org.teestriage.concern.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * A person around the children who is not alleged to have harmed them. At most one of date of birth and estimated age is
 * given.
 *
 * @param about numbers, from 1, of the children around whom the person is; empty for all
 * @param withdrawn whether an amendment withdrew the person; never part of a request
 */
public record Person(
        @NotNull Role role,
        @Nullable @SingleLine String name,
        @Nullable LocalDate dateOfBirth,
        @Nullable @Min(0) @Max(120) Integer estimatedAge,
        @Nullable @SingleLine String relationToChild,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = Facts.MOST_PEOPLE)
        Set<@NotNull @Min(1) Integer> about,

        @Nullable Answer parentalResponsibility,
        @Nullable Answer livesWithChild,
        @Nullable @SingleLine String contact,
        @Nullable @MultiLine String concernsKnown,
        @Nullable @Valid RiskHistory history,
        @Null @Schema(readOnly = true) @Nullable Boolean withdrawn)
        implements AboutChildren, SelfValidating, Withdrawable {

    @Schema(name = "PersonRole")
    public enum Role {
        PARENT_OR_CARER,
        HOUSEHOLD_MEMBER,
        SIBLING,
        PROFESSIONAL,
        ADULT_OF_CONCERN
    }

    public Person {
        about = Blanks.numbers(about);
    }

    /** Whether the person may have an interest in what the concern says: all but a professional without known concerns. */
    public boolean mayHaveAnInterest() {
        return role != Role.PROFESSIONAL || !Blanks.nothing(concernsKnown) || (history != null && history.saysRisk());
    }

    public Person aboutAll() {
        return new Person(
                role,
                name,
                dateOfBirth,
                estimatedAge,
                relationToChild,
                Set.of(),
                parentalResponsibility,
                livesWithChild,
                contact,
                concernsKnown,
                history,
                withdrawn);
    }

    @Override
    public Stream<Flaw> flaws() {
        return Stream.concat(
                SelfValidating.flawIf(
                        dateOfBirth != null && estimatedAge != null,
                        "dateOfBirth",
                        "give a date of birth or an estimated age, not both"),
                SelfValidating.flawIf(
                        Blanks.nothing(name, relationToChild), "name", "give a name, or the relation to the child"));
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return FactDates.born(dateOfBirth, now);
    }
}
