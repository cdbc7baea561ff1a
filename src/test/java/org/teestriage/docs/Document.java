package org.teestriage.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Markdown file of the project. */
record Document(Path path, String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    static Document of(String path) {
        try {
            return new Document(Path.of(path), Files.readString(Path.of(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** README.md and all Markdown files below docs. */
    static Stream<Document> all() {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            List<String> found = files.map(Path::toString)
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .collect(Collectors.toList());
            return Stream.concat(Stream.of("README.md"), found.stream()).map(Document::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of the code blocks in this language. */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    /** The inline code in a line of prose. */
    static List<String> inline(String line) {
        return groups(INLINE, line);
    }

    List<String> inline() {
        return inline(prose());
    }

    List<String> links() {
        return groups(LINK, prose());
    }

    /** The anchors that GitHub creates from headings. */
    List<String> anchors() {
        return groups(HEADING, prose()).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<String> groups(Pattern pattern, String in) {
        return pattern.matcher(in)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
