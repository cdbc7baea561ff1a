package org.teestriage.letter.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.teestriage.platform.print.PlainText;
import org.teestriage.platform.print.PrintDocument.Item;
import org.teestriage.platform.print.PrintDocument.Section;

/**
 * Compares the texts of stored letters, by section and entry. Entries are counted, not aligned: their order is no news, and
 * the effort is linear in the text, whatever was typed.
 */
final class LetterText {

    private static final String BAR = "|";

    private LetterText() {}

    /**
     * One entry of a section as {@link PlainText} wrote it.
     *
     * @param told the lines of a typed text, without their bars
     */
    record Entry(String section, String label, String value, List<String> told) {

        Entry {
            told = List.copyOf(told);
        }

        private Item item() {
            return new Item(label, value, told);
        }

        private String words() {
            String first =
                    label.isEmpty() ? value : "%s: %s".formatted(label, value).strip();
            return String.join(
                    "\n", Stream.concat(Stream.of(first), told.stream()).toList());
        }

        private boolean hasPlaceOf(Entry other) {
            return section.equals(other.section) && label.equals(other.label);
        }
    }

    /** The entries below a heading. The opening differs in each edition. */
    static List<Entry> entries(String letter) {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = letter.lines().toList();
        String section = "";
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.isEmpty() && at + 1 < lines.size()) {
                section = sentenceCase(lines.get(++at));
            } else if (!section.isEmpty()) {
                List<String> told = told(lines, at + 1);
                at += told.size();
                entries.add(entry(section, line, told));
            }
        }
        return entries;
    }

    private static List<String> told(List<String> lines, int from) {
        return lines.subList(from, lines.size()).stream()
                .takeWhile(line -> line.startsWith(BAR))
                .map(line -> line.substring(Math.min(2, line.length())))
                .toList();
    }

    private static Entry entry(String section, String line, List<String> told) {
        if (!told.isEmpty()) {
            return new Entry(section, line.substring(0, line.length() - 1), "", told);
        }
        int colon = line.indexOf(": ");
        return colon < 0
                ? new Entry(section, "", line, told)
                : new Entry(section, line.substring(0, colon), line.substring(colon + 2), told);
    }

    private static String sentenceCase(String heading) {
        return heading.charAt(0) + heading.substring(1).toLowerCase(Locale.ROOT);
    }

    /** What the later text says and the earlier did not, and what was replaced or is no longer said. */
    static List<Section> news(String earlier, String later) {
        List<Entry> before = entries(earlier);
        List<Entry> after = entries(later);
        List<Entry> added = beyond(after, before);
        Map<String, List<Item>> items = new LinkedHashMap<>();
        added.forEach(entry -> items.computeIfAbsent(entry.section(), section -> new ArrayList<>())
                .add(entry.item()));
        for (Entry gone : beyond(before, after)) {
            boolean replaced = added.stream().anyMatch(gone::hasPlaceOf);
            items.computeIfAbsent(gone.section(), section -> new ArrayList<>())
                    .add(new Item(
                            replaced ? "Before" : "No longer said",
                            "",
                            gone.words().lines().toList()));
        }
        return items.entrySet().stream()
                .map(each -> new Section("New or corrected: " + each.getKey(), each.getValue()))
                .toList();
    }

    /** The elements that the other list does not have, or not as often. */
    static <T> List<T> beyond(List<T> all, List<T> other) {
        Map<T, Integer> left = new HashMap<>();
        other.forEach(each -> left.merge(each, 1, Integer::sum));
        return all.stream()
                .filter(each -> left.merge(each, -1, Integer::sum) < 0)
                .toList();
    }
}
