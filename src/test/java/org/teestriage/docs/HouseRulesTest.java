package org.teestriage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/house-rules.md} lists what the partnerships have to confirm, from the configuration and the decision tables.
 * The test writes it with {@code -Dhouse-rules.write=true}.
 */
class HouseRulesTest {

    private static final Path DOCUMENT = Path.of("docs/house-rules.md");
    private static final List<String> CONFIRMATIONS =
            List.of("confirmed", "verified", "last-verified", "hours-last-verified");
    private static final List<String> SOURCES = List.of("source", "hours-source");
    private static final Set<String> NAMES = Set.of("id", "name", "number", "route", "hub", "authority", "from");
    private static final Pattern RULE =
            Pattern.compile("<rule id=\"([^\"]+)\">\\s*<description>([^<]*)</description>", Pattern.DOTALL);

    private record Unconfirmed(String where, String source) {
        private String row() {
            return "| %s | %s |\n".formatted(where, source.replace("|", "\\|"));
        }
    }

    @Test
    void theListOfHouseRulesToConfirmIsCurrent() throws IOException {
        String current = document();
        if (Boolean.getBoolean("house-rules.write")) {
            Files.writeString(DOCUMENT, current);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("write it again with -Dhouse-rules.write=true")
                .isEqualTo(current);
    }

    private static String document() throws IOException {
        StringBuilder written = new StringBuilder("""
                # House rules to confirm

                What the configuration and the decision tables contain without a confirmation: rules of this service without a source, and
                rules, numbers and contacts that have a source but that no partner has confirmed. A test writes this list
                (`mvn test -Dtest=HouseRulesTest -Dhouse-rules.write=true`) and fails when it is not current.
                """);
        for (Path file : files("config", ".yaml")) {
            List<Unconfirmed> found = new ArrayList<>();
            collect(new YAMLMapper().readTree(file.toFile()), "", found);
            section(written, file, found);
        }
        for (Path file : files("bpmn", ".dmn")) {
            Matcher rule = RULE.matcher(Files.readString(file));
            List<Unconfirmed> found = new ArrayList<>();
            while (rule.find()) {
                if (isHouseRule(rule.group(2))) {
                    found.add(new Unconfirmed(rule.group(1), rule.group(2)));
                }
            }
            section(written, file, found);
        }
        return written.toString();
    }

    private static void section(StringBuilder written, Path file, List<Unconfirmed> found) {
        if (!found.isEmpty()) {
            written.append("\n## %s\n\n| where | source |\n|---|---|\n"
                    .formatted(file.toString().replace('\\', '/')));
            new TreeSet<>(found.stream().map(Unconfirmed::row).toList()).forEach(written::append);
        }
    }

    private static List<Path> files(String folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    /** Everything that has a source, and is a house rule or was not confirmed. */
    private static void collect(JsonNode node, String path, List<Unconfirmed> found) {
        if (node.isObject()) {
            SOURCES.forEach(field -> {
                String source = node.path(field).asText("");
                boolean confirmed = CONFIRMATIONS.stream().anyMatch(mark -> node.hasNonNull(mark));
                if (!source.isEmpty() && (!confirmed || isHouseRule(source))) {
                    found.add(new Unconfirmed(path + (field.startsWith("hours") ? " hours" : ""), source));
                }
            });
            node.properties().forEach(each -> collect(each.getValue(), join(path, each.getKey()), found));
        } else if (node.isArray()) {
            node.forEach(member -> collect(member, join(path, name(member).orElse("")), found));
        }
    }

    private static String join(String path, String name) {
        return Stream.of(path, name).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static Optional<String> name(JsonNode member) {
        List<String> names = NAMES.stream()
                .sorted()
                .filter(member::hasNonNull)
                .map(field -> member.get(field).asText())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", names));
    }

    private static boolean isHouseRule(String source) {
        String words = source.toLowerCase(Locale.ROOT);
        return words.contains("house rule") || words.contains("to be confirmed") || words.contains("unknown");
    }
}
