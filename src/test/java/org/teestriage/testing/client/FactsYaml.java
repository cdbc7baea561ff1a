package org.teestriage.testing.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.UncheckedIOException;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.persistence.Json;

/** What people tell, written as short YAML and read the way the house reads what it kept. Everybody is made up. */
public final class FactsYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();

    /** Just enough to submit: nothing known but one handle, and nobody says danger. */
    private static final String ENOUGH = """
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

    /** Just enough to submit, but with these fields in place of its own; a field that is null is left out. */
    public static Facts facts(String but) {
        ObjectNode told = (ObjectNode) tree(ENOUGH);
        tree(but).properties().forEach(field -> told.set(field.getKey(), field.getValue()));
        return Json.read(told.toString(), Facts.class);
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
