package org.teestriage.concern.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.text.Mention;
import org.teestriage.platform.text.PlainWords;

/**
 * Removes what identifies a confidential referrer from what other readers see: the name, in any order and spelling, the
 * telephone number and the e-mail address; and what leads to the withheld place of a child. Errs towards removal, but
 * never changes the identity of a child or a suspect.
 */
public final class Confidence {

    private static final String REFERRER = "referrer.";

    public static final String THE_REFERRER = "The referrer";
    public static final String A_PLACE = "A withheld place";
    public static final String A_COLLEAGUE = "A colleague of the referrer";

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
    private static final Pattern NATIONAL = Pattern.compile("^(?:0044|44|0)0?");
    private static final Pattern LINES = Pattern.compile("[,\\n]");
    private static final Pattern OF_A_PLACE =
            Pattern.compile("children\\[[0-9]+]\\.(?:school|care\\.agency|(?:address|whereNow)\\.(?:lines|postcode))");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** Fields that hold the name of a person and nothing else. */
    private static final Set<String> NAMES_A_PERSON = Set.of(
            "by", "claimedBy", "decidedBy", "heldBy", "name", "rungBy", "saidBy", "subject", "takenBy", "to", "toldTo");

    /** Fields of a suspect. They stay unchanged, because a suspect may be a namesake of the referrer. */
    private static final Set<String> TELLS_A_SUSPECT = Set.of("claimedName", "identities", "realName");

    /** Paths of such fields in an amendment, and of the name of a child. */
    private static final Pattern NAMES_ANOTHER =
            Pattern.compile("children\\[[0-9]+]\\.name|suspects\\[[0-9]+]\\.(?:claimedName|realName|identities)\\b.*");

    /** A shorter word or number does not identify a person. */
    private static final int TELLING_LETTERS = 3;

    private static final int TELLING_DIGITS = 6;

    /** A person to conceal: the words of the name, what mentions the person, and the replacement. */
    private record Person(Set<String> words, List<Mention> mentions, String who) {}

    private final List<Person> people = new ArrayList<>();

    /** Conceals the referrer as the facts name them. */
    public static Confidence of(Referrer referrer) {
        return new Confidence().and(Json.tree(referrer));
    }

    /** A copy that also conceals the referrer as other facts (JSON) name them. */
    public Confidence and(JsonNode referrer) {
        Confidence both = new Confidence();
        both.people.addAll(people);
        return both.named(referrer.path("name").textValue(), THE_REFERRER)
                .reachedAt(referrer.path("email").textValue(), THE_REFERRER)
                .reachedAt(referrer.path("phone").textValue(), THE_REFERRER);
    }

    /** A copy that also conceals the referrer as the facts named them before an amendment. */
    public Confidence andAsBefore(Amendment amendment) {
        Confidence both = this;
        for (FieldChange change : amendment.changes()) {
            if (change.field().startsWith(REFERRER) && change.before() != null) {
                both = both.and(Json.tree(Map.of(change.field().substring(REFERRER.length()), change.before())));
            }
        }
        return both;
    }

    /** Also conceals this name or user name. */
    public Confidence named(@Nullable String name, String who) {
        List<String> words = name == null ? List.of() : Mention.wordsOf(name);
        if (!words.isEmpty()) {
            people.add(new Person(folded(words), spellings(words), who));
        }
        return this;
    }

    /** Also conceals where a child lives and is, its school and its foster home, wherever a text names them. */
    public Confidence placed(Child child) {
        Stream.of(child.address(), child.whereNow()).flatMap(Stream::ofNullable).forEach(address -> at(address.lines())
                .at(address.postcode()));
        return at(child.school()).at(child.care() == null ? null : child.care().agency());
    }

    /** Also conceals the places of a child as the facts named them before an amendment. */
    public Confidence placedAsBefore(Amendment amendment, int child) {
        amendment.changes().stream()
                .filter(change -> OF_A_PLACE.matcher(change.field()).matches()
                        && change.field().startsWith("children[%d].".formatted(child - 1)))
                .forEach(change -> at(change.before()));
        return this;
    }

    /** A line of one word without a number, such as a town, leads to no place by itself. */
    private Confidence at(@Nullable String place) {
        if (place != null) {
            Stream.of(LINES.split(place))
                    .filter(line ->
                            Mention.wordsOf(line).size() > 1 || line.chars().anyMatch(Character::isDigit))
                    .forEach(line -> named(line, A_PLACE));
        }
        return this;
    }

    private Confidence reachedAt(@Nullable String address, String who) {
        String digits = address == null
                ? ""
                : NO_DIGIT.matcher(String.join("", PlainWords.of(address))).replaceAll("");
        if (address != null && address.contains("@")) {
            people.add(new Person(Set.of(), List.of(Mention.ofAddress(address)), who));
        } else if (digits.length() >= TELLING_DIGITS) {
            people.add(new Person(Set.of(), numbers(digits), who));
        }
        return this;
    }

    /** The number with and without the country code. */
    private static List<Mention> numbers(String digits) {
        String national = NATIONAL.matcher(digits).replaceFirst("");
        return Stream.of(digits, "0" + national, "44" + national, "0044" + national, "440" + national)
                .distinct()
                .map(Mention::ofDigits)
                .toList();
    }

    /**
     * Family name first or last, with or without middle names, or alone after a title. A single word counts if it is
     * long enough and is not the word {@code referrer} itself.
     */
    private static List<Mention> spellings(List<String> words) {
        String first = words.get(0);
        String last = words.get(words.size() - 1);
        if (words.size() == 1) {
            String only = String.join("", PlainWords.of(first));
            return only.length() < TELLING_LETTERS || only.equals("referrer") ? List.of() : Mention.ofWords(words);
        }
        List<String> familyFirst = new ArrayList<>(words.subList(0, words.size() - 1));
        familyFirst.add(0, last);
        return Stream.concat(
                        Stream.of(words, familyFirst, List.of(first, last)),
                        PlainWords.TITLES.stream().map(title -> List.of(title, last)))
                .flatMap(spelling -> Mention.ofWords(spelling).stream())
                .distinct()
                .toList();
    }

    private static Set<String> folded(List<String> words) {
        return words.stream()
                .map(word -> String.join("", PlainWords.joined(word)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The replacement for a person of this name, or the name itself if the person is not concealed. */
    public String person(String name) {
        Set<String> words = folded(Mention.wordsOf(name));
        return people.stream()
                .filter(person -> same(person.words(), words))
                .map(Person::who)
                .findFirst()
                .orElseGet(() -> text(name));
    }

    /** One name has all words of the other. Names of different length have at least two words in common. */
    private static boolean same(Set<String> one, Set<String> other) {
        boolean within = one.containsAll(other) || other.containsAll(one);
        return within && Math.min(one.size(), other.size()) >= (one.size() == other.size() ? 1 : 2);
    }

    /** The text with everything that identifies a concealed person replaced. */
    public String text(String text) {
        String shown = text;
        List<PlainWords.Word> words = PlainWords.words(shown);
        for (Person person : people) {
            String before = shown;
            shown = without(person, shown, words);
            if (!shown.equals(before)) {
                words = PlainWords.words(shown);
            }
        }
        return shown;
    }

    private static String without(Person person, String text, List<PlainWords.Word> words) {
        List<Mention.Place> found = person.mentions().stream()
                .flatMap(mention -> mention.in(text, words).stream())
                .sorted(Comparator.comparingInt(Mention.Place::start).thenComparingInt(place -> -place.end()))
                .toList();
        StringBuilder shown = new StringBuilder();
        int from = 0;
        for (Mention.Place place : found) {
            if (place.start() >= from) {
                shown.append(text, from, place.start())
                        .append(beginsASentence(text, place.start()) ? person.who() : lowerFirst(person.who()));
                from = place.end();
            }
        }
        return shown.append(text.substring(from)).toString();
    }

    private static boolean beginsASentence(String text, int at) {
        String before = text.substring(0, at).stripTrailing();
        return before.isEmpty() || ".!?:".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static String lowerFirst(String who) {
        return Character.toLowerCase(who.charAt(0)) + who.substring(1);
    }

    public Addition over(Addition told) {
        return Json.read(over(Json.tree(told)).toString(), told.getClass());
    }

    /** Replaces in every text of the document. Changes the document in place. */
    public JsonNode over(JsonNode written) {
        return people.isEmpty() ? written : over(written, "");
    }

    private JsonNode over(JsonNode written, String field) {
        if (written instanceof ObjectNode object) {
            if (NAMES_ANOTHER.matcher(object.path("field").asText()).matches()) {
                return written;
            }
            object.properties().forEach(each -> {
                boolean anothersName = each.getKey().equals("name") && field.equals("children");
                if (!anothersName && !TELLS_A_SUSPECT.contains(each.getKey())) {
                    each.setValue(over(each.getValue(), each.getKey()));
                }
            });
        } else if (written instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, over(array.get(i), field));
            }
        } else if (written.isTextual()) {
            return TextNode.valueOf(leaf(written.textValue(), field));
        }
        return written;
    }

    private String leaf(String text, String field) {
        if (NAMES_A_PERSON.contains(field)) {
            return person(text);
        }
        return CODE.matcher(text).matches() ? text : text(text);
    }
}
