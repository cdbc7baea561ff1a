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
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * A child who is or may be harmed, is alleged to have harmed another, or both. The name is optional: a child who is known
 * only by a handle is {@code unknown}. At most one of date of birth, due date (of an unborn child) and estimated age (in
 * years) is given.
 *
 * @param roles empty for a child who is or may be harmed
 * @param answers what differs for this child from the answers of the concern
 * @param consents what differs for this child from the consents of the concern
 * @param view what the child wants to happen
 * @param care asked of officers, where the child is looked after
 * @param details what officers add
 * @param pattern what of the pattern of the abuse concerns the child
 * @param withdrawn whether an amendment withdrew the child; never part of a request
 */
public record Child(
        @Nullable Boolean unknown,
        @Nullable @SingleLine String name,
        @Nullable LocalDate dateOfBirth,
        @Nullable LocalDate dueDate,
        @Nullable @Min(0) @Max(17) Integer estimatedAge,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<Role> roles,
        @Nullable @Valid Address address,
        @Nullable @Valid Address whereNow,
        @Nullable @SingleLine String school,
        @Nullable Answer lookedAfter,
        @Nullable Answer missing,
        @Nullable Answer disabled,

        @AskedWhen(field = "disabled", is = "YES") @Nullable @MultiLine
        String disability,

        @Size(max = 20) List<@Valid @NotNull Worker> knownWorkers,
        @Nullable @Valid ChildAnswers answers,
        @Nullable @Valid Consents consents,
        @Nullable @Valid ChildsView view,
        @Nullable @Valid Care care,
        @Nullable @Valid ChildDetails details,
        @Valid Pattern.@Nullable OfChild pattern,
        @Null @Schema(readOnly = true) @Nullable Boolean withdrawn)
        implements SelfValidating, Withdrawable {

    @Schema(name = "ChildRole")
    public enum Role {
        HARMED,
        ALLEGED_TO_HAVE_HARMED
    }

    /** A professional who already works with the child, such as an allocated social worker. */
    public record Worker(
            @Nullable @SingleLine String name,
            @Nullable @SingleLine String role,
            @Nullable @SingleLine String contact) {}

    public Child {
        roles = Blanks.set(roles);
        knownWorkers = Blanks.list(knownWorkers);
    }

    /** Whether the child is or may be harmed. */
    public boolean harmed() {
        return roles.isEmpty() || roles.contains(Role.HARMED);
    }

    public boolean allegedToHaveHarmed() {
        return roles.contains(Role.ALLEGED_TO_HAVE_HARMED);
    }

    /** A child of whom no more is known than what was said of a person alleged to have harmed. */
    static Child allegedToHaveHarmed(@Nullable String name, @Nullable Integer age) {
        return new Child(
                Blanks.nothing(name) ? Boolean.TRUE : null,
                name,
                null,
                null,
                age,
                Set.of(Role.ALLEGED_TO_HAVE_HARMED),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** {@code age}: an estimate, where none is given yet. */
    Child alsoAllegedToHaveHarmed(@Nullable Integer age) {
        return new Child(
                unknown,
                name,
                dateOfBirth,
                dueDate,
                age == null ? estimatedAge : age,
                ChildrenWhoHarm.withHavingHarmed(roles),
                address,
                whereNow,
                school,
                lookedAfter,
                missing,
                disabled,
                disability,
                knownWorkers,
                answers,
                consents,
                view,
                care,
                details,
                pattern,
                withdrawn);
    }

    boolean ageGiven() {
        return Stream.of(dateOfBirth, dueDate, estimatedAge).anyMatch(Objects::nonNull);
    }

    @Override
    public Stream<Flaw> flaws() {
        long ages = Stream.of(dateOfBirth, dueDate, estimatedAge)
                .filter(Objects::nonNull)
                .count();
        return Stream.concat(
                SelfValidating.flawIf(
                        ages > 1, "dateOfBirth", "give a date of birth, a due date or an estimated age, not several"),
                SelfValidating.flawIf(
                        !isUnknown() && !identified(),
                        "name",
                        "give something that identifies the child, or say that the child is unknown"));
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return Stream.concat(FactDates.born(dateOfBirth, now), FactDates.due(dueDate, now));
    }

    public boolean unborn() {
        return dueDate != null;
    }

    /** In whole years; zero for an unborn child. Absent if no date or age is given. */
    public Optional<Integer> ageOn(LocalDate day) {
        if (dueDate != null) {
            return Optional.of(0);
        }
        return dateOfBirth == null
                ? Optional.ofNullable(estimatedAge)
                : Optional.of(Math.max(0, Period.between(dateOfBirth, day).getYears()));
    }

    /**
     * Whether an order about contact was breached, or the place of a looked-after child disclosed; not known of such a child
     * until both are answered.
     */
    public Answer placementBreached() {
        return care == null ? Answer.of(lookedAfter == Answer.YES).and(Answer.NOT_KNOWN) : care.breached();
    }

    /** Whether the child was trafficked, or may have been. */
    public boolean mayBeTrafficked() {
        return pattern != null && pattern.mayBeTrafficked();
    }

    public boolean mayBeLookedAfter() {
        return lookedAfter == Answer.YES || care != null;
    }

    /** The local authority that looks after the child, if it is known. */
    public Optional<String> placingAuthority() {
        return Optional.ofNullable(care).map(Care::placingAuthority).filter(name -> !Blanks.nothing(name));
    }

    private boolean isUnknown() {
        return Boolean.TRUE.equals(unknown);
    }

    /** Whether nothing tells who the child is or where: an age alone does not. */
    public boolean unidentified() {
        return isUnknown() && Blanks.nothing(name) && !placed();
    }

    private boolean identified() {
        return !Blanks.nothing(name, school) || ageGiven() || placed();
    }

    boolean placed() {
        return (address != null && address.says()) || (whereNow != null && whereNow.says()) || !Blanks.nothing(school);
    }

    /**
     * The postcode that decides the authority: that of the home address, or else that of the current location. The
     * referral goes to the authority where the child lives; emergency action belongs where the child is.
     */
    public @Nullable String homePostcode() {
        if (address != null && !Blanks.nothing(address.postcode())) {
            return address.postcode();
        }
        return whereNow == null ? null : whereNow.postcode();
    }
}
