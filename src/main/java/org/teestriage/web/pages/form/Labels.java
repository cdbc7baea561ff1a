package org.teestriage.web.pages.form;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What pages call the fields and codes of the records, kept in {@code words.properties}; the forms ask their questions with it. */
public final class Labels {

    private static final Properties FILE = read();

    private Labels() {}

    private static Properties read() {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(
                        Labels.class.getClassLoader().getResourceAsStream("words.properties"), "words.properties"),
                StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    public static String label(Class<?> record, String field) {
        return of(record, field, "").orElseGet(() -> sentence(field.replaceAll("([A-Z])", " $1")));
    }

    /** What the answer is called where it is told back, where that differs; nothing at all where it tells nothing. */
    static String told(Class<?> record, String field) {
        return of(record, field, ".told").orElseGet(() -> label(record, field));
    }

    static Optional<String> hint(Class<?> record, String field) {
        return of(record, field, ".hint");
    }

    /** Under which answer to another question of the same record this one is asked, written {@code field=ANSWER}. */
    static Optional<String> when(Class<?> record, String field) {
        return of(record, field, ".when");
    }

    public static String of(Enum<?> code) {
        return of(code.getDeclaringClass(), code.name(), "").orElseGet(() -> sentence(code.name()));
    }

    /** A code of a type that pages do not know, by the type's name within its package. */
    public static String of(String type, String code) {
        return Optional.ofNullable(FILE.getProperty(type + "." + code)).orElseGet(() -> sentence(code));
    }

    static Optional<String> hint(Enum<?> code) {
        return of(code.getDeclaringClass(), code.name(), ".hint");
    }

    private static Optional<String> of(Class<?> type, String name, String what) {
        String inRoom =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        return Optional.ofNullable(FILE.getProperty(inRoom + "." + name + what));
    }

    public static String sentence(String code) {
        String text = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
