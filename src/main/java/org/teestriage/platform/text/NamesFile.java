package org.teestriage.platform.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The content of config/names.yaml. Each list has its date, source and owner. */
record NamesFile(
        Names givenNames,
        Names familyNames,
        Names chineseSyllables,
        Words particles,
        Words commonNames,
        Words frequentWords,
        Words ordinaryWords,
        Places places,
        Names numberWords,
        Names streetKinds) {

    NamesFile {
        require(givenNames, "given-names");
        require(familyNames, "family-names");
        require(chineseSyllables, "chinese-syllables");
        require(particles, "particles");
        require(commonNames, "common-names");
        require(frequentWords, "frequent-words");
        require(ordinaryWords, "ordinary-words");
        require(places, "places");
        require(numberWords, "number-words");
        require(streetKinds, "street-kinds");
    }

    /**
     * One name.
     *
     * @param spelled other spellings
     * @param nicknames short forms, which may belong to several names
     */
    record Entry(
            String name,
            @Nullable List<String> spelled,
            @JsonProperty("short") @Nullable List<String> nicknames) {
        Entry {
            require(name, "a name");
            spelled = spelled == null ? List.of() : List.copyOf(spelled);
            nicknames = nicknames == null ? List.of() : List.copyOf(nicknames);
        }

        List<String> spellings() {
            return Objects.requireNonNull(spelled);
        }

        List<String> shortForms() {
            return Objects.requireNonNull(nicknames);
        }
    }

    /**
     * A list of names.
     *
     * @param lastVerified the day on which a person compared the list with its source; {@code null} means never
     */
    record Names(
            LocalDate from,
            String source,
            String owner,
            @Nullable LocalDate lastVerified,
            List<Entry> names) {
        Names {
            provenance(from, source, owner);
            names = List.copyOf(names);
        }
    }

    record Words(
            LocalDate from,
            String source,
            String owner,
            @Nullable LocalDate lastVerified,
            List<String> words) {
        Words {
            provenance(from, source, owner);
            words = List.copyOf(words);
        }
    }

    /**
     * Words in the names of places.
     *
     * @param kinds words by kind of place
     * @param any words of any kind of place
     * @param shared words, such as towns, that many places of the area share
     * @param saint the word for a saint
     */
    record Places(
            LocalDate from,
            String source,
            String owner,
            @Nullable LocalDate lastVerified,
            Map<String, List<String>> kinds,
            List<String> any,
            List<String> shared,
            List<String> saint) {
        Places {
            provenance(from, source, owner);
            kinds = Map.copyOf(kinds);
            any = List.copyOf(any);
            shared = List.copyOf(shared);
            saint = List.copyOf(saint);
        }
    }

    private static void provenance(LocalDate from, String source, String owner) {
        require(from, "from");
        require(source, "source");
        require(owner, "owner");
    }

    private static void require(@Nullable Object value, String what) {
        Objects.requireNonNull(value, () -> "config/names.yaml: %s is missing".formatted(what));
    }

    static NamesFile read(byte[] yaml) throws IOException {
        return YAMLMapper.builder()
                // By default, YAML silently keeps the second of two equal keys, which would lose a list.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .addModule(new JavaTimeModule())
                .build()
                .readValue(yaml, NamesFile.class);
    }
}
