package org.teestriage.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of the service, from its sources and properties. */
final class KnownSettings {

    private static final Pattern PROPERTY = Pattern.compile("(?m)^(?:%\\w+\\.)?(tees-triage\\.[a-z.-]+)=");
    private static final Pattern LITERAL = Pattern.compile("\"(tees-triage\\.[a-z.-]+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern NESTED = Pattern.compile("(?m)^ +interface (\\w+) \\{");
    private static final Pattern METHOD = Pattern.compile("(?m)^ +(\\w[\\w<>]*) (\\w+)\\(\\);");

    private final Set<String> names = new TreeSet<>();
    private final Set<String> variables;

    KnownSettings() {
        read("config", ".properties").forEach(properties -> add(PROPERTY, properties));
        read("src/main/java", ".java").forEach(source -> {
            add(LITERAL, source);
            MAPPING.matcher(source).results().forEach(mapping -> addMapped(mapping.group(1), source));
        });
        variables = names.stream().map(KnownSettings::variable).collect(Collectors.toSet());
    }

    private void add(Pattern pattern, String in) {
        pattern.matcher(in).results().map(found -> found.group(1)).forEach(names::add);
    }

    private void addMapped(String prefix, String source) {
        List<String> nested =
                NESTED.matcher(source).results().map(type -> type.group(1)).toList();
        List<String> places = new ArrayList<>(List.of(prefix));
        List<MatchResult> methods = METHOD.matcher(source).results().toList();
        methods.stream()
                .filter(method -> nested.contains(method.group(1)))
                .forEach(method -> places.add(prefix + "." + kebab(method.group(2))));
        methods.forEach(method -> places.forEach(place -> names.add(place + "." + kebab(method.group(2)))));
    }

    private static String kebab(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Whether the setting exists, or, with a trailing asterisk, any setting with this prefix. */
    boolean has(String setting) {
        return setting.endsWith(".*")
                ? names.stream().anyMatch(name -> name.startsWith(setting.substring(0, setting.length() - 1)))
                : names.contains(setting);
    }

    boolean hasVariable(String variable) {
        return variables.contains(variable);
    }

    private static Stream<String> read(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            List<String> texts = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                texts.add(Files.readString(file));
            }
            return texts.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
