package org.teestriage.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Address;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.text.NameMatcher;
import org.teestriage.platform.text.PlainWords;

/**
 * Checks the free-text line that an officer adds to an approved sentence for the referrer. Refuses a line that may
 * identify a person, account or place of the concern, and prefers false positives. The refusal gives the position in
 * the concern (such as "child 1") and never repeats the text.
 */
final class DisclosureCheck {

    /** Links, e-mail addresses and user names. A full stop between letters is an address; one before a space is not. */
    private static final Pattern ADDRESS = Pattern.compile("@|://|\\bwww\\.|\\p{L}\\.\\p{L}{2,}");

    /** Minimum number of digits that identify a telephone number. */
    private static final int TELLING_DIGITS = 6;

    /** Numbers as words, because a number that is read out may be typed that way. */
    private static final Map<String, String> DIGITS = Map.ofEntries(
            Map.entry("oh", "0"),
            Map.entry("zero", "0"),
            Map.entry("nought", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"));

    private static final Pattern OUTWARD = Pattern.compile("[a-z]{1,2}[0-9][a-z0-9]?");
    private static final Pattern INWARD = Pattern.compile("[0-9o][abd-hjlnp-uw-z]{2}");

    /** Separators of an address that is typed in one line. */
    private static final Pattern ADDRESS_LINE = Pattern.compile("[\\n\\r,;]+");

    /** Words for kinds of streets, by their abbreviation. */
    private static final Map<String, String> STREETS = Map.ofEntries(
            Map.entry("st", "street"),
            Map.entry("rd", "road"),
            Map.entry("ave", "avenue"),
            Map.entry("av", "avenue"),
            Map.entry("ln", "lane"),
            Map.entry("cl", "close"),
            Map.entry("dr", "drive"),
            Map.entry("ct", "court"),
            Map.entry("cres", "crescent"),
            Map.entry("gdns", "gardens"),
            Map.entry("gr", "grove"),
            Map.entry("pl", "place"),
            Map.entry("sq", "square"),
            Map.entry("terr", "terrace"));

    private static final Set<String> MORE_STREETS = Set.of(
            "way",
            "walk",
            "row",
            "green",
            "park",
            "rise",
            "mews",
            "view",
            "hill",
            "house",
            "flat",
            "apartment",
            "flats",
            "estate",
            "caravan",
            "floor");

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
        if (ADDRESS.matcher(PlainWords.flat(line)).find()) {
            return Optional.of("holds an address or a user name. Leave it out.");
        }
        return Stream.of(
                        named(facts.children(), child -> names(line, child.name()), "a name of child %d"),
                        named(facts.suspects(), suspect -> namesSuspect(line, suspect), "a name of suspect %d"),
                        named(facts.suspects(), suspect -> namesAccount(line, suspect), "an account of suspect %d"),
                        named(facts.children(), child -> namesPlaceOf(line, child), "a school or worker of child %d"),
                        named(facts.suspects(), suspect -> namesWork(line, suspect), "a place that the concern names"),
                        named(facts.children(), child -> namesAddressOf(line, child), "an address of child %d"),
                        holdsPostcode(line))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> holdsPostcode(String line) {
        List<String> words = PlainWords.of(line);
        boolean found = IntStream.range(0, words.size())
                .anyMatch(at -> isPostcode(words.get(at))
                        || (at + 1 < words.size()
                                && OUTWARD.matcher(words.get(at)).matches()
                                && INWARD.matcher(words.get(at + 1)).matches()));
        return found ? Optional.of("holds a postcode. Leave it out.") : Optional.empty();
    }

    private static boolean isPostcode(String word) {
        int split = word.length() - 3;
        return split >= 2
                && split <= 4
                && OUTWARD.matcher(word.substring(0, split)).matches()
                && INWARD.matcher(word.substring(split)).matches();
    }

    private static <T> Optional<String> named(List<T> all, Function<T, Boolean> isNamed, String what) {
        return IntStream.range(0, all.size())
                .filter(index -> isNamed.apply(all.get(index)))
                .mapToObj(index -> "holds %s, or a word that reads like it. Leave it out, or say it in other words."
                        .formatted(what.formatted(index + 1)))
                .findFirst();
    }

    private static boolean namesSuspect(String line, Suspect suspect) {
        return names(line, suspect.claimedName())
                || names(line, suspect.realName())
                || suspect.identities().stream()
                        .map(OnlineIdentity::displayName)
                        .anyMatch(name -> names(line, name) || (name != null && NameMatcher.namesAccount(line, name)));
    }

    private static boolean namesAccount(String line, Suspect suspect) {
        return suspect.identities().stream()
                .flatMap(DisclosureCheck::handles)
                .anyMatch(handle -> NameMatcher.namesAccount(line, handle) || holdsNumber(line, handle));
    }

    private static Stream<String> handles(OnlineIdentity identity) {
        return Stream.of(
                        identity.handle(),
                        identity.groupOrServer(),
                        identity.phone(),
                        identity.email(),
                        before('@', identity.email()),
                        after('/', identity.profileUrl()),
                        identity.paymentHandle())
                .filter(Objects::nonNull);
    }

    private static @Nullable String before(char separator, @Nullable String text) {
        return text == null || text.indexOf(separator) < 0 ? null : text.substring(0, text.indexOf(separator));
    }

    /** The last part of an address, which is often the name of the account. */
    private static @Nullable String after(char separator, @Nullable String text) {
        return text == null ? null : text.substring(text.lastIndexOf(separator) + 1);
    }

    /**
     * Whether the line has the digits of a number, or its last six, with any words between. A number in words counts, too.
     * Only what has no letters, or is written like a number, is one.
     */
    private static boolean holdsNumber(String line, String number) {
        String digits = digits(PlainWords.of(number), false);
        boolean isNumber = digits.length() >= TELLING_DIGITS
                && PlainWords.of(number).stream().noneMatch(word -> Character.isLetter(word.charAt(0)));
        return isNumber
                && digits(PlainWords.of(line), true).contains(digits.substring(digits.length() - TELLING_DIGITS));
    }

    private static String digits(List<String> words, boolean alsoInWords) {
        StringBuilder digits = new StringBuilder();
        for (String word : words) {
            if (alsoInWords && DIGITS.containsKey(word)) {
                digits.append(DIGITS.get(word));
            } else {
                word.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
            }
        }
        return digits.toString();
    }

    private static boolean namesPlaceOf(String line, Child child) {
        return tells(line, child.school())
                || child.knownWorkers().stream()
                        .anyMatch(worker -> names(line, worker.name())
                                || (worker.name() != null && NameMatcher.namesPartOfPlace(line, worker.name()))
                                || (worker.contact() != null && holdsNumber(line, worker.contact())));
    }

    private static boolean namesWork(String line, Suspect suspect) {
        Suspect.Workplace workplace = suspect.workplace();
        return workplace != null && (tells(line, workplace.name()) || namesStreet(line, workplace.address()));
    }

    private static boolean namesAddressOf(String line, Child child) {
        return namesStreet(line, child.address()) || namesStreet(line, child.whereNow());
    }

    /** The street with or without its kind, whatever the abbreviation; house numbers and towns alone tell nothing. */
    private static boolean namesStreet(String line, @Nullable Address address) {
        if (address == null || address.lines() == null) {
            return false;
        }
        String spelt = String.join(" ", withStreets(PlainWords.joined(line)));
        return ADDRESS_LINE
                .splitAsStream(address.lines())
                .map(part -> withStreets(PlainWords.joined(part)).stream()
                        .filter(word -> !Character.isDigit(word.charAt(0)))
                        .toList())
                .anyMatch(street -> namesStreet(line, spelt, street));
    }

    private static boolean namesStreet(String line, String spelt, List<String> street) {
        List<String> name =
                street.stream().filter(word -> !isKindOfStreet(word)).toList();
        boolean whole = street.size() > Math.max(1, name.size())
                && (" " + spelt + " ").contains(" " + String.join(" ", street) + " ");
        return whole || NameMatcher.namesPartOfPlace(line, String.join(" ", name));
    }

    private static boolean isKindOfStreet(String word) {
        return STREETS.containsValue(word) || MORE_STREETS.contains(word);
    }

    private static List<String> withStreets(List<String> words) {
        return words.stream().map(word -> STREETS.getOrDefault(word, word)).toList();
    }

    /** One word of a person's name is enough to identify the person. */
    private static boolean names(String line, @Nullable String name) {
        return name != null && NameMatcher.names(line, name);
    }

    private static boolean tells(String line, @Nullable String place) {
        return place != null && NameMatcher.namesPlace(line, place);
    }
}
