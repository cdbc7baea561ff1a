package org.teestriage.web.pages.form;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * Labels of fields and codes, from {@code words.properties}. The key of a record component or enum constant is its name
 * in the code.
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

    /** The label of a code. Its type must be among the {@link LabelledTypes}, which guarantees a label. */
    public static String of(Enum<?> code) {
        return WORDS.bundle.getString(key(code.getDeclaringClass(), code.name()));
    }

    /** Derives words from a code or identifier that has no label of its own. */
    public static String sentence(String code) {
        String text = code.replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
