package org.teestriage.web.pages.concern;

import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.ConcernStatus.LetterLine;
import org.teestriage.casework.casefile.PathDiagram;
import org.teestriage.casework.casefile.PathDiagram.Box;
import org.teestriage.casework.casefile.PathDiagram.State;
import org.teestriage.decision.Outcome;
import org.teestriage.letter.Letter;
import org.teestriage.oversight.Statistics;
import org.teestriage.web.pages.form.Labels;

@TemplateExtension
final class DiagramExtensions {

    private static final int LETTER = 7;
    private static final int LETTER_OF_LABEL = 6;
    private static final int LINE = 14;
    private static final int LINES_INSIDE = 5;

    private DiagramExtensions() {}

    /** Text alternative of the diagram for screen readers. */
    static String said(PathDiagram picture) {
        return picture.boxes().stream()
                .filter(box -> !box.notes().isEmpty())
                .map(box -> "%s: %s".formatted(box.name(), String.join("; ", box.notes())))
                .collect(Collectors.joining(". ", "The lists above say the same. ", "."));
    }

    public record Line(int x, int y, String look, String words) {}

    /**
     * Name and notes inside the box, truncated to its height; or the label beside a shape that is too small for text.
     */
    static List<Line> lines(Box box) {
        Integer labelX = box.labelX();
        Integer labelY = box.labelY();
        Integer width = box.labelWidth();
        if (labelX != null && labelY != null && width != null) {
            return placed(labelX, labelY + 11, "tt-p-label", broken(box.name(), Math.max(10, width / LETTER_OF_LABEL)));
        }
        List<String> texts = new ArrayList<>(broken(box.name(), (box.width() - 12) / LETTER));
        for (String note : box.notes()) {
            texts.addAll(broken(note, (box.width() - 12) / LETTER));
        }
        return placed(box.x() + 8, box.y() + 18, "tt-p-in", texts.subList(0, Math.min(LINES_INSIDE, texts.size())));
    }

    private static List<Line> placed(int x, int y, String look, List<String> texts) {
        List<Line> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new Line(x, y + lines.size() * LINE, look, text));
        }
        return lines;
    }

    /** The meaning of the colour as a word, because colour alone is not accessible. */
    static @Nullable String mark(Box box) {
        return box.state() == State.ELSEWHERE
                ? null
                : box.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String diamond(Box box) {
        int middleX = box.x() + box.width() / 2;
        int middleY = box.y() + box.height() / 2;
        return "%d,%d %d,%d %d,%d %d,%d"
                .formatted(
                        middleX,
                        box.y(),
                        box.x() + box.width(),
                        middleY,
                        middleX,
                        box.y() + box.height(),
                        box.x(),
                        middleY);
    }

    static int cx(Box box) {
        return box.x() + box.width() / 2;
    }

    static int cy(Box box) {
        return box.y() + box.height() / 2;
    }

    static int r(Box box) {
        return box.width() / 2;
    }

    /** Label of an outcome code, words for any other code, and otherwise the name unchanged. */
    static String spoken(Statistics.Row row) {
        return Stream.of(Outcome.values())
                .filter(outcome -> outcome.name().equals(row.name()))
                .map(Labels::of)
                .findFirst()
                .orElseGet(() -> row.name().matches("[A-Z][A-Z_]*") ? Labels.sentence(row.name()) : row.name());
    }

    static int longest(Statistics.Table table) {
        return Math.max(1, table.most());
    }

    static String stateWords(LetterLine letter) {
        return Labels.of(Letter.State.valueOf(letter.state()));
    }

    private static List<String> broken(String text, int longest) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > longest) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
