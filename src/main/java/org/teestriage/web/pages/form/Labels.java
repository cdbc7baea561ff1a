package org.teestriage.web.pages.form;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * What pages call the fields and codes of the records, in {@code words.properties}. A {@link ResourceBundle} with one rule on
 * top, which a bundle alone does not know: the key of a record's component or of a code is its name in the code.
 */
public final class Labels {

    static final Labels WORDS = new Labels(ResourceBundle.getBundle("words", Locale.ROOT));

    private final ResourceBundle bundle;

    Labels(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    Set<String> keys() {
        return bundle.keySet();
    }

    /** The name of a type within its package, such as {@code Child.Worker}. */
    static String key(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    static String key(Class<?> type, String name) {
        return key(type) + "." + name;
    }

    /** A code of a type that is among the {@link LabelledTypes}, which each have all their labels. */
    public static String of(Enum<?> code) {
        return WORDS.bundle.getString(key(code.getDeclaringClass(), code.name()));
    }

    /** A code or a name in the code as words, where it needs none of its own. */
    public static String sentence(String code) {
        String text = code.replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
