package org.teestriage.platform.print;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Order of right-to-left text, by the bidirectional algorithm of the JDK. The layout places runs in the order in which
 * they are written, so a run takes in all that has to be reordered together, such as a number between Arabic words, and
 * is reordered line by line.
 */
final class TextDirections {

    private static final Map<Integer, Integer> MIRRORED = Map.of(
            (int) '(', (int) ')', (int) ')', (int) '(', (int) '[', (int) ']', (int) ']', (int) '[', (int) '{',
            (int) '}', (int) '}', (int) '{', (int) '<', (int) '>', (int) '>', (int) '<', 0xAB, 0xBB, 0xBB, 0xAB);

    private TextDirections() {}

    /** Splits a paragraph into runs. Long runs are cut at a space: the layout copies the rest of a run for each line. */
    static final class Splitter implements BidiSplitter {

        private static final int LONGEST = 2_000;

        private final List<BidiTextRun> runs = new ArrayList<>();

        @Override
        public void setParagraph(String paragraph, byte direction) {
            runs.clear();
            if (direction == RTL) {
                add(paragraph, 0, paragraph.length(), RTL);
                return;
            }
            Bidi bidi = new Bidi(paragraph, Bidi.DIRECTION_LEFT_TO_RIGHT);
            int start = 0;
            for (int run = 0; run < bidi.getRunCount(); run++) {
                boolean turns = run + 1 == bidi.getRunCount()
                        || (bidi.getRunLevel(run) == 0) != (bidi.getRunLevel(run + 1) == 0);
                if (turns) {
                    add(paragraph, start, bidi.getRunLimit(run), bidi.getRunLevel(run) == 0 ? LTR : RTL);
                    start = bidi.getRunLimit(run);
                }
            }
        }

        private void add(String paragraph, int from, int to, byte direction) {
            int start = from;
            while (to - start > LONGEST) {
                int end = paragraph.lastIndexOf(' ', start + LONGEST) + 1;
                end = end > start ? end : start + LONGEST;
                end = Character.isLowSurrogate(paragraph.charAt(end)) ? end - 1 : end;
                runs.add(new BidiTextRun(start, end - start, direction));
                start = end;
            }
            runs.add(new BidiTextRun(start, to - start, direction));
        }

        @Override
        public int countTextRuns() {
            return runs.size();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            return runs.get(index);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return paragraph
                    .codePoints()
                    .map(Character::getDirectionality)
                    .filter(each -> each == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                            || each == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                            || each == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                    .mapToObj(each -> each == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? LTR : RTL)
                    .findFirst()
                    .orElse(NEUTRAL);
        }
    }

    /** Joins the letters of a run, and puts each of its lines in the order in which it is drawn. */
    record Reorderer(IntPredicate inFonts) implements BidiReorderer {

        @Override
        public String reorderRTLTextToLTR(String line) {
            Bidi bidi = new Bidi(line, Bidi.DIRECTION_RIGHT_TO_LEFT);
            byte[] levels = new byte[bidi.getRunCount()];
            Object[] runs = new Object[bidi.getRunCount()];
            for (int run = 0; run < runs.length; run++) {
                levels[run] = (byte) bidi.getRunLevel(run);
                String text = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
                runs[run] = levels[run] % 2 == 0 ? text : reversed(text);
            }
            Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
            StringBuilder drawn = new StringBuilder(line.length());
            for (Object run : runs) {
                drawn.append(run);
            }
            return drawn.toString();
        }

        /** Marks stay behind their letter. */
        private static String reversed(String text) {
            StringBuilder reversed = new StringBuilder(text.length());
            for (int end = text.length(); end > 0; ) {
                int start = text.offsetByCodePoints(end, -1);
                while (start > 0 && Character.getType(text.codePointAt(start)) == Character.NON_SPACING_MARK) {
                    start = text.offsetByCodePoints(start, -1);
                }
                text.substring(start, end)
                        .codePoints()
                        .map(sign -> MIRRORED.getOrDefault(sign, sign))
                        .forEach(reversed::appendCodePoint);
                end = start;
            }
            return reversed.toString();
        }

        @Override
        public String shapeText(String text) {
            return ArabicForms.joined(text, inFonts);
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
