package org.teestriage.decision.route;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;

/**
 * What the facts have to say for a rule of a configuration file: one of the kinds of harm, and each of the signs. What is
 * absent does not matter. A concern without a kind of harm counts as {@code NOT_SURE}.
 */
public record Condition(
        @Nullable Set<HarmKind> kinds, @Nullable List<RouteSign> signs) {

    /**
     * Whether it holds for what a rule is about.
     *
     * @param number of the child, suspect, person or account, from 1
     * @param day decides the ages
     */
    public boolean holds(Facts facts, RouteAbout about, int number, LocalDate day) {
        return (kinds == null || kindsOf(facts).stream().anyMatch(kinds::contains))
                && (signs == null || signs.stream().allMatch(sign -> sign.holds(facts, about, number, day)));
    }

    private static Collection<HarmKind> kindsOf(Facts facts) {
        return facts.kinds().isEmpty() ? EnumSet.of(HarmKind.NOT_SURE) : facts.kinds();
    }
}
