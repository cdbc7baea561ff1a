package org.teestriage.letter.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.teestriage.letter.content.LetterText.Entry;

public record LetterChanges(List<ChangedSection> sections) {

    public LetterChanges {
        sections = List.copyOf(sections);
    }

    public enum Change {
        REMOVED,
        ADDED
    }

    public record ChangedSection(String heading, List<ChangedLine> lines) {

        public ChangedSection {
            lines = List.copyOf(lines);
        }
    }

    /** A line that only one edition has. The label says what it is about, and is empty for a sentence. */
    public record ChangedLine(Change change, String label, String text) {}

    private record Line(String section, String label, String text) {}

    public static LetterChanges between(String earlier, String later) {
        List<Line> before = lines(earlier);
        List<Line> after = lines(later);
        // In the order of the later edition, with what was removed before what took its place.
        Map<String, Map<String, List<ChangedLine>>> sections = new LinkedHashMap<>();
        Stream.concat(after.stream(), before.stream()).forEach(line -> at(sections, line));
        LetterText.beyond(before, after)
                .forEach(line -> at(sections, line).add(new ChangedLine(Change.REMOVED, line.label(), line.text())));
        LetterText.beyond(after, before)
                .forEach(line -> at(sections, line).add(new ChangedLine(Change.ADDED, line.label(), line.text())));
        return new LetterChanges(sections.entrySet().stream()
                .map(section -> new ChangedSection(
                        section.getKey(),
                        section.getValue().values().stream()
                                .flatMap(List::stream)
                                .toList()))
                .filter(section -> !section.lines().isEmpty())
                .toList());
    }

    private static List<ChangedLine> at(Map<String, Map<String, List<ChangedLine>>> sections, Line line) {
        return sections.computeIfAbsent(line.section(), section -> new LinkedHashMap<>())
                .computeIfAbsent(line.label(), label -> new ArrayList<>());
    }

    private static List<Line> lines(String letter) {
        return LetterText.entries(letter).stream().flatMap(LetterChanges::lines).toList();
    }

    private static Stream<Line> lines(Entry entry) {
        return entry.told().isEmpty()
                ? Stream.of(new Line(entry.section(), entry.label(), entry.value()))
                : entry.told().stream().map(told -> new Line(entry.section(), entry.label(), told));
    }
}
