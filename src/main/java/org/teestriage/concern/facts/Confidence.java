package org.teestriage.concern.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.text.PlainWords;

/**
 * Removes what identifies a confidential referrer from what other readers see: the name, in any order and spelling, the
 * telephone number and the e-mail address. Errs towards removal, but never changes the identity of a child or a
 * suspect.
 */
public final class Confidence {

    public static final String THE_REFERRER = "The referrer";
    public static final String A_COLLEAGUE = "A colleague of the referrer";

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** Fields that hold the name of a person and nothing else. */
    private static final Set<String> NAMES_A_PERSON = Set.of(
            "by", "claimedBy", "decidedBy", "heldBy", "name", "rungBy", "saidBy", "subject", "takenBy", "to", "toldTo");

    /** Fields of a suspect. They stay unchanged, because a suspect may be a namesake of the referrer. */
    private static final Set<String> TELLS_A_SUSPECT = Set.of("claimedName", "identities", "realName");

    /** A shorter word or number does not identify a person. */
    private static final int TELLING_LETTERS = 3;

    private static final int TELLING_DIGITS = 6;

    /** A person to conceal: the words of the name, the pattern of its spellings, and the replacement. */
    private record Person(Set<String> words, Pattern pattern, String who) {}

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

    /** Also conceals this name or user name. */
    public Confidence named(@Nullable String name, String who) {
        List<String> words = name == null ? List.of() : words(name);
        if (!words.isEmpty()) {
            people.add(new Person(new LinkedHashSet<>(words), anyOf(spellings(words)), who));
        }
        return this;
    }

    private Confidence reachedAt(@Nullable String address, String who) {
        String digits = address == null ? "" : NO_DIGIT.matcher(address).replaceAll("");
        if (address != null && address.contains("@")) {
            people.add(new Person(Set.of(), anyOf(Stream.of(Pattern.quote(address.strip()))), who));
        } else if (digits.length() >= TELLING_DIGITS) {
            people.add(
                    new Person(Set.of(), anyOf(Stream.of(String.join("[^\\p{L}\\p{N}]{0,2}", digits.split("")))), who));
        }
        return this;
    }

    /**
     * Family name first or last, with or without middle names, or alone after a title. A single word counts if it is
     * long enough and is not the word {@code referrer} itself.
     */
    private static Stream<String> spellings(List<String> words) {
        List<String> spelt = words.stream().map(Confidence::spelt).toList();
        String first = spelt.get(0);
        String last = spelt.get(spelt.size() - 1);
        String between = "[^\\p{L}\\p{N}]{1,3}";
        if (spelt.size() == 1) {
            return words.get(0).length() < TELLING_LETTERS || words.get(0).equals("referrer")
                    ? Stream.empty()
                    : Stream.of(first);
        }
        String title = "(?:" + String.join("|", PlainWords.TITLES) + ")" + between;
        return Stream.of(
                String.join(between, spelt),
                last + between + String.join(between, spelt.subList(0, spelt.size() - 1)),
                first + between + last,
                title + last);
    }

    private static String spelt(String word) {
        return word.codePoints()
                .mapToObj(letter -> Pattern.quote(Character.toString(letter)) + "\\p{M}*")
                .collect(Collectors.joining("['’]?"));
    }

    private static Pattern anyOf(Stream<String> spellings) {
        String any = spellings.collect(Collectors.joining("|"));
        return Pattern.compile(
                any.isEmpty() ? "(?!)" : "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}\\p{M}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static List<String> words(String name) {
        return PlainWords.asTyped(name).stream()
                .filter(word -> !PlainWords.TITLES.contains(word))
                .toList();
    }

    /** The replacement for a person of this name, or the name itself if the person is not concealed. */
    public String person(String name) {
        Set<String> words = new LinkedHashSet<>(words(name));
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
        for (Person person : people) {
            shown = without(person, shown);
        }
        return shown;
    }

    private static String without(Person person, String text) {
        // Separates accents from their letters, so that a name is found with and without them.
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        Matcher found = person.pattern().matcher(plain);
        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (found.find()) {
            shown.append(plain, from, found.start())
                    .append(beginsASentence(plain, found.start()) ? person.who() : lowerFirst(person.who()));
            from = found.end();
        }
        return from == 0 ? text : Normalizer.normalize(shown.append(plain.substring(from)), Normalizer.Form.NFC);
    }

    private static boolean beginsASentence(String text, int at) {
        String before = text.substring(0, at).stripTrailing();
        return before.isEmpty() || ".!?:".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static String lowerFirst(String who) {
        return Character.toLowerCase(who.charAt(0)) + who.substring(1);
    }

    public Facts over(Facts facts) {
        return Json.read(over(Json.tree(facts)).toString(), Facts.class);
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
