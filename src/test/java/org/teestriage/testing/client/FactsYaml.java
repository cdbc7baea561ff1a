package org.teestriage.testing.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.UncheckedIOException;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.persistence.Json;

/** Facts as short YAML, read with the stored JSON mapping. All people are fictitious. */
public final class FactsYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();

    /** The minimum to submit: one known handle, and no danger. */
    private static final String MINIMUM = """
            urgency: {dangerNow: NO, selfHarmOrSuicide: NO, meetingArranged: NO, abuseLive: NO, childWithSuspect: NO}
            referrer: {name: Pat Example, phone: 01632 960001}
            children: [{unknown: true}]
            suspects: [{identities: [{handle: alex_plays_99}]}]
            account: [{kind: CHILDS_WORDS, text: He asked me to keep it secret.}]
            """;

    private FactsYaml() {}

    public static Facts facts() {
        return facts("{}");
    }

    /** The minimum to submit with these fields replaced; a null removes a field. */
    public static Facts facts(String changes) {
        ObjectNode facts = (ObjectNode) tree(MINIMUM);
        tree(changes).properties().forEach(field -> facts.set(field.getKey(), field.getValue()));
        return Json.read(facts.toString(), Facts.class);
    }

    public static <T> T as(Class<T> type, String yaml) {
        return Json.read(tree(yaml).toString(), type);
    }

    private static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
