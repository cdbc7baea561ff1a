package org.teestriage.decision.route;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.decision.Outcome;
import org.teestriage.platform.text.DatedFile;

/**
 * Which reporting routes the facts and outcomes suggest, by {@code config/routes.yaml}. Each condition of a rule only adds
 * suggestions, so a fact that adds danger removes none.
 */
public final class RouteRules {

    private RouteRules() {}

    /** The content of routes.yaml. */
    record File(List<Version> routes) {
        File {
            routes = DatedFile.inOrder(routes);
        }
    }

    /**
     * A rule. It holds where all that it names hold: one of its kinds of harm, one of its outcomes for the child, and
     * each of its signs. What it does not name does not matter.
     *
     * @param dueWithinWorkingDays absent where it is only suggested
     */
    record Rule(
            RouteKind route,
            RouteAbout about,
            @Nullable Set<HarmKind> kinds,
            @Nullable Set<Outcome> outcomes,
            @Nullable List<RouteSign> signs,
            @Nullable Integer dueWithinWorkingDays,
            String because,
            String source) {
        Rule {
            require(route, "a route");
            require(about, "about");
            require(because, "because");
            require(source, "a source");
            if (!route.canBeAbout(about)) {
                throw new IllegalArgumentException("config/routes.yaml: %s is never about %s".formatted(route, about));
            }
            if (outcomes != null && about != RouteAbout.CHILD) {
                throw new IllegalArgumentException("config/routes.yaml: only a child has outcomes: " + because);
            }
        }

        boolean rests(Set<Outcome> given) {
            return outcomes == null || outcomes.stream().anyMatch(given::contains);
        }

        private boolean holds(Facts facts, int number, Set<Outcome> given, LocalDate day) {
            return rests(given) && new Condition(kinds, signs).holds(facts, about, number, day);
        }

        /** One for each time images were seen again, so that each opens the route anew. */
        private Stream<String> reasons(Facts facts) {
            return signs != null && signs.contains(RouteSign.SEEN_AGAIN)
                    ? RouteSign.timesSeenAgain(facts).stream().map(time -> "%s (%d)".formatted(because, time))
                    : Stream.of(because);
        }
    }

    /** How a route is reached. */
    public record Contact(
            RouteKind route,
            String how,
            String source,
            @Nullable LocalDate verified) {
        public Contact {
            require(route, "a route");
            require(how, "how");
            require(source, "a source");
        }
    }

    /** The rules from a day on. */
    public record Version(
            LocalDate from,
            String source,
            @Nullable LocalDate lastVerified,
            List<Contact> contacts,
            @JsonProperty("rules") List<Rule> rules)
            implements DatedFile.Version {
        public Version {
            require(from, "from");
            require(source, "source");
            contacts = List.copyOf(contacts);
            rules = List.copyOf(rules);
        }

        public List<Contact> contactsOf(RouteKind route) {
            return contacts.stream().filter(contact -> contact.route() == route).toList();
        }

        /**
         * What is suggested.
         *
         * @param outcomes of the children, by their numbers
         * @param day decides the ages
         */
        public List<Suggestion> suggested(Facts facts, Map<Integer, Set<Outcome>> outcomes, LocalDate day) {
            return rules.stream()
                    .flatMap(rule -> numbers(facts, rule.about())
                            .filter(number -> rule.holds(
                                    facts,
                                    number,
                                    rule.about() == RouteAbout.CHILD
                                            ? outcomes.getOrDefault(number, Set.of())
                                            : Set.of(),
                                    day))
                            .boxed()
                            .flatMap(number -> rule.reasons(facts)
                                    .map(because -> new Suggestion(
                                            rule.route(),
                                            rule.about(),
                                            number,
                                            because,
                                            rule.source(),
                                            rule.outcomes() != null,
                                            rule.dueWithinWorkingDays()))))
                    .toList();
        }
    }

    /** The numbers of what an act can be about; 0 alone for the whole concern. */
    public static IntStream numbers(Facts facts, RouteAbout about) {
        return switch (about) {
            case CONCERN -> IntStream.of(0);
            case CHILD -> IntStream.rangeClosed(1, facts.children().size());
            case SUSPECT -> IntStream.rangeClosed(1, facts.suspects().size());
            case PERSON -> IntStream.rangeClosed(1, facts.people().size());
            case ACCOUNT -> facts.accounts().stream().mapToInt(Facts.Account::number);
        };
    }

    /**
     * A route that a rule suggests.
     *
     * @param number of the child, suspect, person or account; 0 for the whole concern
     * @param byOutcome whether it follows from an outcome, not only from the facts
     * @param dueWithinWorkingDays absent where it is only suggested
     */
    public record Suggestion(
            RouteKind kind,
            RouteAbout about,
            int number,
            String because,
            String source,
            boolean byOutcome,
            @Nullable Integer dueWithinWorkingDays) {}

    /** Read once. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("routes.yaml", File.class).routes();
    }

    /** The version in force on a day. */
    public static Version on(LocalDate day) {
        return DatedFile.inForce(Holder.VERSIONS, day);
    }

    /** All versions, oldest first. */
    public static Stream<Version> versions() {
        return Holder.VERSIONS.stream();
    }

    private static void require(@Nullable Object value, String what) {
        Objects.requireNonNull(value, () -> "config/routes.yaml: %s is missing".formatted(what));
    }
}
