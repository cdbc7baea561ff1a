package org.teestriage.platform.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.document.ConfigFile;
import org.teestriage.platform.text.NamesFile.Entry;

/**
 * The facts of config/names.yaml, by word. A word has forms; two words may be the same name if they have a form in
 * common. Forms are not transitive: {@code Sam} has the forms of Samuel and of Samantha, which share none.
 *
 * <p>Read once, because records without dependencies compare names. Immutable, therefore thread-safe.
 */
final class NameVariants {

    private static final String FILE = "names.yaml";

    /** Increased when the rules of folding or spelling change, so that stored keys are computed again. */
    private static final int RULES = 2;

    /** No form of a word that is longer is looked for inside. */
    private static final int LONGEST = 40;

    private static final int LONGEST_SYLLABLE = 6;

    private static final class Holder {
        private static final NameVariants IN_FORCE = new NameVariants(read());
    }

    private final String edition;
    private final Map<String, Set<String>> loose = new HashMap<>();
    private final Map<String, Set<String>> strict = new HashMap<>();
    private final Map<String, Set<String>> syllables = new HashMap<>();
    private final Set<String> particles;
    private final Set<String> common = new HashSet<>();
    private final Set<String> frequent;
    private final Set<String> ordinary;
    private final Map<String, Set<String>> kinds = new HashMap<>();
    private final Set<String> anyPlace;
    private final Set<String> sharedByPlaces;
    private final Set<String> saint;
    private final Map<String, Entry> digits = new HashMap<>();
    private final Map<String, Entry> streetKinds = new HashMap<>();

    private NameVariants(byte[] yaml) {
        CRC32 sum = new CRC32();
        sum.update(yaml);
        this.edition = "%d-%08x".formatted(RULES, sum.getValue());
        NamesFile file;
        try {
            file = NamesFile.read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be used", e);
        }
        enter(file.givenNames().names(), "given ");
        enter(file.familyNames().names(), "family ");
        enter(file.chineseSyllables().names(), "chinese ");
        for (Entry entry : file.chineseSyllables().names()) {
            Stream.concat(Stream.of(entry.name()), entry.spellings().stream()).forEach(each -> syllables
                    .computeIfAbsent(folded(each), key -> new TreeSet<>())
                    .add(folded(entry.name())));
        }
        byWord(file.numberWords().names(), digits);
        byWord(file.streetKinds().names(), streetKinds);
        this.particles = all(file.particles().words(), UnaryOperator.identity());
        this.frequent = all(file.frequentWords().words(), UnaryOperator.identity());
        this.ordinary = all(file.ordinaryWords().words(), UnaryOperator.identity());
        common.addAll(all(file.commonNames().words(), Spelling::loose));
        common.addAll(all(file.ordinaryWords().words(), Spelling::loose));
        common.addAll(all(file.frequentWords().words(), Spelling::loose));
        common.addAll(loose.keySet());
        file.places()
                .kinds()
                .forEach((kind, words) ->
                        words.forEach(word -> kinds.computeIfAbsent(folded(word), each -> new HashSet<>())
                                .add(kind)));
        this.anyPlace = all(file.places().any(), UnaryOperator.identity());
        this.sharedByPlaces = all(file.places().shared(), UnaryOperator.identity());
        this.saint = all(file.places().saint(), UnaryOperator.identity());
    }

    static NameVariants inForce() {
        return Holder.IN_FORCE;
    }

    private static byte[] read() {
        try (InputStream file = ConfigFile.open(FILE)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void byWord(List<Entry> entries, Map<String, Entry> words) {
        for (Entry entry : entries) {
            words.put(entry.name(), entry);
            entry.spellings().forEach(each -> words.put(each, entry));
        }
    }

    private void enter(List<Entry> entries, String list) {
        for (Entry entry : entries) {
            String form = list + folded(entry.name());
            enter(entry.name(), form);
            entry.spellings().forEach(each -> enter(each, form));
            entry.shortForms().forEach(each -> enter(each, form));
        }
    }

    private void enter(String word, String form) {
        loose.computeIfAbsent(Spelling.loose(folded(word)), each -> new HashSet<>())
                .add(form);
        strict.computeIfAbsent(Spelling.strict(folded(word)), each -> new HashSet<>())
                .add(form);
    }

    private static String folded(String word) {
        return String.join("", PlainWords.of(word));
    }

    private static Set<String> all(List<String> words, UnaryOperator<String> spelling) {
        return words.stream().map(NameVariants::folded).map(spelling).collect(Collectors.toUnmodifiableSet());
    }

    /** Identifies the rules and the file, to tell stored keys that were computed with others. */
    String edition() {
        return edition;
    }

    /**
     * The forms of a folded word, with short forms and transliterations. Names in the file are told apart as the file
     * does; other words have the forms of their sound.
     */
    Set<String> forms(String word) {
        Set<String> known = strict.get(Spelling.strict(word));
        if (known != null) {
            return known;
        }
        String spelling = Spelling.loose(word);
        String consonants = Spelling.consonants(word);
        Set<String> forms = formsOf(spelling, loose.get(spelling), word);
        return loose.containsKey(spelling) || consonants.isEmpty() || !forms.contains(spelling)
                ? forms
                : Set.of(spelling, "like " + consonants);
    }

    /** The forms of a folded word that is spelled nearly the same. */
    Set<String> strictForms(String word) {
        String spelling = Spelling.strict(word);
        return formsOf(spelling, strict.get(spelling), word);
    }

    private Set<String> formsOf(String spelling, @Nullable Set<String> known, String word) {
        if (known != null) {
            return known;
        }
        Set<String> chinese = twoSyllables(word);
        return chinese.isEmpty() ? Set.of(spelling) : chinese;
    }

    /** {@code xiaoming} and {@code hsiaoming} are written as one word of the same two syllables. */
    private Set<String> twoSyllables(String word) {
        Set<String> forms = new TreeSet<>();
        for (int at = 2; at <= word.length() - 2 && word.length() <= 2 * LONGEST_SYLLABLE; at++) {
            Set<String> second = syllables.getOrDefault(word.substring(at), Set.of());
            for (String first : syllables.getOrDefault(word.substring(0, at), Set.of())) {
                second.forEach(each -> forms.add("chinese " + first + " " + each));
            }
        }
        return forms;
    }

    /** Whether a word inside of this one is worth looking for. */
    static boolean divides(String word) {
        return word.length() >= (word.charAt(0) < 128 ? 4 : 2) && word.length() <= LONGEST;
    }

    boolean isParticle(String word) {
        return particles.contains(word);
    }

    /** Whether the word is the name of so many people that it does not identify a person alone. */
    boolean isCommon(String word) {
        return common.contains(Spelling.loose(word));
    }

    boolean isFrequent(String word) {
        return frequent.contains(word);
    }

    boolean isOrdinary(String word) {
        return ordinary.contains(word);
    }

    Set<String> kinds(String word) {
        return kinds.getOrDefault(word, Set.of());
    }

    boolean isOfAnyPlace(String word) {
        return anyPlace.contains(word) || kinds.containsKey(word);
    }

    boolean isSharedByPlaces(String word) {
        return sharedByPlaces.contains(word);
    }

    boolean isSaint(String word) {
        return saint.contains(word);
    }

    /** The digit that the word stands for when a number is read out; empty if none. */
    String digit(String word) {
        Entry digit = digits.get(word);
        return digit == null ? "" : digit.name();
    }

    boolean isStreetKind(String word) {
        return streetKinds.containsKey(word);
    }

    /** The word in full if it is the abbreviation of a kind of street. */
    String streetInFull(String word) {
        Entry kind = streetKinds.get(word);
        return kind == null ? word : kind.name();
    }
}
