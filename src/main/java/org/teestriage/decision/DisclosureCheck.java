package org.teestriage.decision;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.text.PlainWords;

/**
 * Checks the free-text line that an officer adds to an approved sentence for the referrer. Refuses a line that may
 * identify a person, account or place of the concern, and prefers false positives. The refusal gives the position in
 * the concern (such as "child 1") and never repeats the text.
 */
final class DisclosureCheck {

    /** Links, e-mail addresses and user names. A full stop between letters is an address; one before a space is not. */
    private static final Pattern ADDRESS = Pattern.compile("@|://|\\bwww\\.|\\p{L}\\.\\p{L}{2,}");

    /** Minimum length, in characters, of a word that identifies a place. */
    private static final int TELLING = 5;

    private static final Set<String> OF_ANY_PLACE = Set.of(
            "school",
            "primary",
            "secondary",
            "academy",
            "college",
            "nursery",
            "club",
            "church",
            "centre",
            "hospital",
            "surgery",
            "team",
            "service",
            "services",
            "group",
            "social",
            "worker",
            "children",
            "childrens",
            "police",
            "health",
            "care",
            "hub",
            "council");

    private DisclosureCheck() {}

    static Verdict ruled(String told, @Nullable String addition, Sent.How how, Instant at, Situation situation) {
        if (situation.isInFuture(at)) {
            return new Refusal("The referrer is said to be told in the future. Tell them first, then record it.");
        }
        return Optional.ofNullable(addition)
                .flatMap(line -> fault(line, situation.facts()))
                .<Verdict>map(fault -> new Refusal("Nothing is recorded: the line of your own %s".formatted(fault)))
                .orElseGet(() -> Ruling.of("%s, %s.".formatted(told, way(how))));
    }

    private static String way(Sent.How how) {
        return switch (how) {
            case TELEPHONE -> "by telephone";
            case SECURE_MAIL -> "by secure mail";
            case PARTNER_FORM -> "in their own form";
            case IN_PERSON -> "in person";
        };
    }

    /** The reason to refuse the line, if any. */
    static Optional<String> fault(String line, Facts facts) {
        if (ADDRESS.matcher(line).find()) {
            return Optional.of("holds an address or a user name. Leave it out.");
        }
        List<String> words = PlainWords.joined(line);
        return Stream.of(
                        named(facts.children(), child -> names(words, child.name()), "a name of child %d"),
                        named(facts.suspects(), suspect -> namesSuspect(words, suspect), "a name of suspect %d"),
                        named(facts.suspects(), suspect -> namesAccount(words, suspect), "an account of suspect %d"),
                        named(facts.children(), child -> namesPlaceOf(words, child), "a school or worker of child %d"),
                        named(facts.suspects(), suspect -> namesWork(words, suspect), "a place that the concern names"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static <T> Optional<String> named(List<T> all, Function<T, Boolean> isNamed, String what) {
        return IntStream.range(0, all.size())
                .filter(index -> isNamed.apply(all.get(index)))
                .mapToObj(index -> "holds %s, or a word that reads like it. Leave it out, or say it in other words."
                        .formatted(what.formatted(index + 1)))
                .findFirst();
    }

    private static boolean namesSuspect(List<String> words, Suspect suspect) {
        return names(words, suspect.claimedName())
                || names(words, suspect.realName())
                || suspect.identities().stream().anyMatch(identity -> names(words, identity.displayName()));
    }

    private static boolean namesAccount(List<String> words, Suspect suspect) {
        return suspect.identities().stream().flatMap(DisclosureCheck::handles).anyMatch(handle -> says(words, handle));
    }

    private static Stream<String> handles(OnlineIdentity identity) {
        return Stream.of(
                        identity.handle(),
                        identity.groupOrServer(),
                        identity.phone(),
                        identity.email(),
                        identity.paymentHandle())
                .filter(Objects::nonNull);
    }

    private static boolean namesPlaceOf(List<String> words, Child child) {
        return tells(words, child.school())
                || child.knownWorkers().stream().anyMatch(worker -> tells(words, worker.name()));
    }

    private static boolean namesWork(List<String> words, Suspect suspect) {
        Suspect.Workplace workplace = suspect.workplace();
        return workplace != null && tells(words, workplace.name());
    }

    /** One word of a person's name is enough to identify the person. */
    private static boolean names(List<String> words, @Nullable String name) {
        return name != null && PlainWords.joined(name).stream().anyMatch(words::contains);
    }

    private static boolean says(List<String> words, String handle) {
        List<String> parts = PlainWords.joined(handle);
        return !parts.isEmpty() && Collections.indexOfSubList(words, parts) >= 0;
    }

    /** Matches the full name of a place, or one distinctive word of it. */
    private static boolean tells(List<String> words, @Nullable String place) {
        return place != null
                && (says(words, place)
                        || PlainWords.joined(place).stream()
                                .filter(word -> word.length() >= TELLING && !OF_ANY_PLACE.contains(word))
                                .anyMatch(words::contains));
    }
}
